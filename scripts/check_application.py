"""Starts the application of a generated repository as its image does, calls it, and lets schemathesis attack it.

Usage: check_application.py [CASES], in the root of the repository, with DATABASE_URL naming an empty database of
PostgreSQL. CASES is how many cases schemathesis makes for an operation; without it, or with 0, it does not run.
Prints what is wrong and ends with 1.
"""

import contextlib
import json
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

sys.path[:0] = ["src", "."]
os.environ["PYTHONPATH"] = "src"

TOOLS = Path(sys.executable).parent
HEALTH = ("/health", "/health/live", "/health/ready")
TOKEN = "/api/v1/auth/token"
EXCLUDED_CHECKS = (
    "allow_header_conformance",  # the 405 of Starlette names the methods of one route only
    "positive_data_acceptance",  # a valid body may name rows that are not there, or values that are taken
)


class Failure(Exception):
    pass


def expect(condition, *what):
    if not condition:
        raise Failure(" ".join(map(str, what)))


def run(*command):
    done = subprocess.run([TOOLS / command[0], *command[1:]], capture_output=True, text=True, check=False)
    expect(done.returncode == 0, *command, done.stdout, done.stderr)
    return done.stdout


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def image_command(port):
    """What the image runs, on another port."""
    line = [line for line in Path("Dockerfile").read_text().splitlines() if line.startswith("CMD ")][-1]
    command = json.loads(line.removeprefix("CMD "))
    for option, value in (("--host", "127.0.0.1"), ("--port", str(port))):
        command[command.index(option) + 1] = value
    return [TOOLS / command[0], *command[1:]]


def call(url, data=None, headers=None):
    """The status and the decoded body of an answer."""
    request = urllib.request.Request(url, data, headers or {})
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as error:
        with error:
            return error.code, json.load(error)


def wait_until_ready(server, url):
    for _ in range(300):
        expect(server.poll() is None, "the application ended with", server.returncode)
        with contextlib.suppress(OSError):
            if call(url + "/health/ready")[0] == 200:
                return
        time.sleep(0.1)
    raise Failure("the application is not ready after 30 seconds")


def store_rows():
    """One row of every entity, and a body that registers one account more if somebody can log in."""
    from app import models
    from app.core.database import get_engine
    from sqlalchemy.orm import Session
    from tests import factories

    with Session(get_engine()) as session:
        for model in factories.FACTORIES:
            factories.some_row(session, model)
        session.commit()
        accounts = [model for model in factories.FACTORIES if hasattr(model, "password_hash")]
        body = factories.FACTORIES[accounts[0]][0](session) if accounts else None
    get_engine().dispose()
    expect(len(factories.FACTORIES) == len(models.__all__), "factories make not every model")
    return body


def log_in(url, document, body):
    """The header that a new account authenticates with."""
    (own,) = (path for path in document["paths"] if path.endswith("/me"))
    registration = url + own.removesuffix("/me")
    status, account = call(registration, json.dumps(body).encode(), {"Content-Type": "application/json"})
    expect(status == 201, "registration:", status, account)
    answers = []
    for login in sorted({value for value in body.values() if isinstance(value, str)}):
        form = urllib.parse.urlencode({"username": login, "password": body["password"]})
        answers.append(call(url + TOKEN, form.encode()))
    tokens = [answer["access_token"] for status, answer in answers if status == 200]
    expect(len(tokens) == 1, "login:", answers)
    header = {"Authorization": f"Bearer {tokens[0]}"}
    expect(call(url + own, headers=header) == (200, account), own, "is not the account")
    return own, header


def call_lists(url, document, header):
    lists = [path for path in document["paths"] if path.count("/") == 3 and "get" in document["paths"][path]]
    expect(lists, "there is no list")
    for path in lists:
        status, page = call(url + path, headers=header)
        expect(status == 200 and page["total"] >= 1, path, status, page)
        row = page["items"][0]
        expect(call(f"{url}{path}/{row['id']}", headers=header) == (200, row), "a row of", path)
        if header:
            expect(call(url + path)[0] == 401, path, "answers without a token")


def attack(url, own, header, cases):
    """Runs schemathesis: no server error, and no answer that the document does not describe."""
    options = [f"--max-examples={cases}", "--seed=1", "--continue-on-failure", "--generation-database=none"]
    options += ["--exclude-checks", ",".join(EXCLUDED_CHECKS), "--no-color"]
    for name, value in header.items():
        options += ["--header", f"{name}: {value}"]
    if own:
        # Once the account has been deleted, only 401 is left to test.
        options += ["--exclude-path", own]
    output = run("schemathesis", "run", url + "/openapi.json", *options)
    tested = re.search(r"(\d+) generated, (\d+) passed", output)
    expect(tested and int(tested[1]) > 0 and tested[1] == tested[2], output)
    return tested[1]


def check(server, url, cases):
    wait_until_ready(server, url)
    for path in HEALTH:
        expect(call(url + path) == (200, {"status": "ok"}), path, "is not well")
    document = call(url + "/openapi.json")[1]
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(document, file)
        file.flush()
        run("openapi-spec-validator", file.name)
    body = store_rows()
    own, header = log_in(url, document, body) if body else (None, {})
    call_lists(url, document, header)
    if cases:
        print(attack(url, own, header, cases), "cases of schemathesis passed")


def main(cases):
    # Whoever starts this may block signals, and what is started here ends by them.
    signal.pthread_sigmask(signal.SIG_SETMASK, ())
    run("alembic", "upgrade", "head")
    port = free_port()
    with tempfile.TemporaryFile("w+") as log:
        server = subprocess.Popen(image_command(port), stdout=log, stderr=log)
        try:
            check(server, f"http://127.0.0.1:{port}", cases)
            server.send_signal(signal.SIGTERM)
            # uvicorn ends itself by the signal once it has shut down.
            expect(server.wait(15) in {0, -signal.SIGTERM}, "it ended with", server.returncode)
        except Failure as failure:
            print(failure)
            return 1
        finally:
            server.kill()
            server.wait()
            log.seek(0)
            errors = [line for line in log if '"level": "ERROR"' in line or "Traceback" in line]
            print(*errors, sep="", end="")
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 0))
