"""Runs mge as a user does, and says what it took."""

import json
import os
import subprocess
import sys
import time
import urllib.parse
from dataclasses import dataclass
from pathlib import Path

from . import machine


@dataclass(frozen=True)
class Compilation:
    """What one `mge submit` took and made."""

    entities: int
    tasks: int
    files: int
    bytes: int
    seconds: float
    #: Of mge alone, and of its database's server.
    own_processor_seconds: float
    server_processor_seconds: float
    peak_bytes: int
    digest: str

    @property
    def processor_seconds(self) -> float:
        """Of mge and its database together."""
        return self.own_processor_seconds + self.server_processor_seconds

    @property
    def milliseconds_a_file(self) -> float:
        """Wall time for each file of the repository."""
        return 1000 * self.seconds / self.files

    def __str__(self) -> str:
        return (
            f"{self.seconds:.2f} s wall, {self.own_processor_seconds:.2f} s CPU of mge, "
            f"{self.server_processor_seconds:.2f} s of PostgreSQL, {self.tasks} tasks, {self.files} files, "
            f"{self.bytes} bytes, peak {self.peak_bytes / 2**20:.0f} MB"
        )


class Compiler:
    """A workspace of its own with its database running, removed at the end."""

    def __init__(self, program: Path, home: Path, scratch: Path) -> None:
        self.program = program
        self.home = home
        self.scratch = scratch
        self.environment = {
            "PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/"), "MGE_HOME": str(home),
            "MGE_WORKSPACE": str(scratch / "workspace"),
            "MGE_GRAMMARS": os.environ.get("MGE_GRAMMARS", str(home / ".tools/grammars")),
        }

    def __enter__(self) -> "Compiler":
        self.scratch.chmod(0o755)
        self.call("database", "start")
        self.call("database", "migrate")
        lines = [json.loads(line) for line in self.call("--json", "database", "status").splitlines()]
        self._server = next(int(line["process"]) for line in lines if "process" in line)
        connection = next(line["connection"] for line in lines if "connection" in line)
        words = dict(word.split("=", 1) for word in connection.split())
        socket = urllib.parse.quote(words["host"], safe="")
        self.database_url = f"postgresql://{words['user']}@/{words['dbname']}?host={socket}"
        return self

    def __exit__(self, *_: object) -> None:
        self.call("database", "stop")

    def compile(self, entities: int, check: str = "names", runs: int = 1) -> Compilation:
        """The fastest of some compilations of a generated brief."""
        file = self.scratch / f"brief-{entities}.md"
        generator = [sys.executable, self.home / "examples/generate", "--entities", str(entities)]
        file.write_bytes(subprocess.run(generator, check=True, stdout=subprocess.PIPE).stdout)
        return min((self._compile(file, entities, check) for _ in range(runs)), key=lambda made: made.seconds)

    def read(self, text: str, runs: int = 1) -> float:
        """The seconds of the fastest of some submissions that are read and queued, and not built."""
        file = self.scratch / "read.md"
        file.write_text(text)
        times = []
        for _ in range(runs):
            started = time.perf_counter()
            self.call("submit", str(file), "--detach", "--quiet")
            times.append(time.perf_counter() - started)
        return min(times)

    def _compile(self, file: Path, entities: int, check: str) -> Compilation:
        command = [str(self.program), "submit", str(file), "--yes", "--quiet", "--check", check]
        server_before = machine.processor_seconds(self._server)
        output, error = self.scratch / "stdout", self.scratch / "stderr"
        started = time.perf_counter()
        with open(output, "wb") as out, open(error, "wb") as problems:
            process = subprocess.Popen(command, env=self.environment, stdout=out, stderr=problems)
            _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        server_after = machine.processor_seconds(self._server)
        if process.returncode:
            sys.exit(f"mge submit with {entities} entities ended with {process.returncode}: {error.read_text()[-800:]}")
        repository = Path(output.read_text().strip())
        manifest = json.loads((repository / ".mge/manifest.json").read_text())
        sizes = [path.stat().st_size for path in repository.rglob("*") if path.is_file()]
        return Compilation(
            entities=entities, tasks=len({entry["task"] for entry in manifest["files"] if entry.get("task")}),
            files=len(sizes), bytes=sum(sizes), seconds=seconds, own_processor_seconds=usage.ru_utime + usage.ru_stime,
            server_processor_seconds=server_after - server_before, peak_bytes=usage.ru_maxrss * 1024,
            digest=manifest.get("digest", ""),
        )

    def query(self, sql: str) -> str:
        """What the database answers, as text; empty when there is no row."""
        command = ["psql", "--no-psqlrc", "--tuples-only", "--no-align", self.database_url, "--command", sql]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        return done.stdout.strip()

    def call(self, *words: str) -> str:
        """What one command of mge prints; a failure ends the benchmark."""
        done = subprocess.run([str(self.program), *words], env=self.environment, capture_output=True, text=True)
        if done.returncode:
            sys.exit(f"mge {' '.join(words)} ended with {done.returncode}: {done.stderr[-800:]}")
        return done.stdout
