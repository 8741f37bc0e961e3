"""What a user would pick instead, measured by scripts that print JSON lines."""

import json
import subprocess
import sys
from pathlib import Path


class PeerError(Exception):
    """A peer is not there, or could not be measured."""


class Peers:
    """The folder of the peers' scripts."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def run(self, script: str, *arguments: str) -> list[dict]:
        """The figures that a script prints.

        Raises PeerError when the script is not there or fails.
        """
        file = self._folder / script
        if not file.exists():
            raise PeerError(f"no {script} in {self._folder} (--peers)")
        done = subprocess.run([sys.executable, file, *arguments], capture_output=True, text=True)
        if done.returncode:
            lines = done.stderr.strip().splitlines() or [f"ended with {done.returncode}"]
            raise PeerError(f"{script}: {lines[-1]}")
        return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
