"""Runs what the README of a generated repository says, except what needs Docker, in an environment of its own.

Usage: check_readme.py, in the root of the repository. Fetches the pinned dependencies with pip. Prints what is wrong
and ends with 1.
"""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

TIMEOUT = 900


def environment():
    """That of a developer: no settings, and none of the environment that runs this."""
    kept = {name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "SECRET_KEY"}}
    own = str(Path(sys.executable).parent)
    kept["PATH"] = os.pathsep.join(folder for folder in kept["PATH"].split(os.pathsep) if folder != own)
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        kept["UVICORN_PORT"] = str(listener.getsockname()[1])
    return kept


def is_ready(port):
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/health/ready", timeout=5) as answer:
            return answer.status == 200
    except OSError:
        return False


def bash(script, variables):
    # A group of its own, so that what make starts ends with it.
    return subprocess.Popen(["bash", "-ec", script], env=variables, start_new_session=True)


def serves(script, variables):
    """Runs commands of which the last serves, until it answers."""
    server = bash(script, variables)
    try:
        deadline = time.monotonic() + TIMEOUT
        while server.poll() is None and time.monotonic() < deadline:
            if is_ready(variables["UVICORN_PORT"]):
                return True
            time.sleep(0.5)
        return False
    finally:
        if server.poll() is None:
            os.killpg(server.pid, signal.SIGTERM)
            server.wait(30)


def main():
    # Whoever starts this may block signals, and what is started here ends by them.
    signal.pthread_sigmask(signal.SIG_SETMASK, ())
    variables = environment()
    blocks = re.findall(r"```sh\n(.*?)```", Path("README.md").read_text(encoding="utf-8"), re.DOTALL)
    blocks = [block for block in blocks if "docker" not in block]
    if not blocks or "make install" not in blocks[0] or not blocks[0].rstrip().endswith("run"):
        print("README.md does not begin with how to install and run it")
        return 1
    if not serves(blocks[0], variables):
        print("does not serve:", blocks[0])
        return 1
    for block in [*blocks[1:], "make lint", "make format"]:
        if bash(". .venv/bin/activate\n" + block, variables).wait(TIMEOUT):
            print("fails:", block)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
