"""How soon a resumed compilation goes on after its process was killed."""

import random
import subprocess
import sys
import time
from pathlib import Path

from .compiler import Compiler
from .peers import Peers
from .report import Report

KILLS = 20
LIMIT_SECONDS = 1.0
DESCRIPTION = "examples/large.md"

#: From the newest worker's registration to its first claim, by the database's clock; no row when it claimed nothing.
DELAY = """
    SELECT extract(epoch FROM min(i.started_at) - w.started_at)
    FROM work_items i, (SELECT max(started_at) AS started_at FROM workers) w
    WHERE i.started_at > w.started_at GROUP BY w.started_at
"""


def measure(compiler: Compiler, peers: Peers, report: Report, runs: int) -> None:
    """Kills compilations at moments spread over their length, resumes them, and looks when they went on."""
    started = time.perf_counter()
    if _compile(compiler).wait():
        sys.exit(f"mge submit {DESCRIPTION} failed")
    length = time.perf_counter() - started
    delays: list[float] = []
    for part in range(KILLS):
        process = _compile(compiler)
        time.sleep(length * (part + random.random()) / KILLS)
        process.kill()
        if process.wait() == 0:
            continue
        compiler.call("resume", "last", "--yes", "--quiet")
        if answer := compiler.query(DELAY):
            delays.append(float(answer))
    if not delays:
        report.skip("first claim after kill -9", "every compilation had ended before its kill", f"≤ {LIMIT_SECONDS:g} s")
        return
    delays.sort()
    report.add(
        "first claim after kill -9", f"{delays[len(delays) // 2]:.3f} s, {delays[-1]:.3f} s at most, {len(delays)} kills",
        f"≤ {LIMIT_SECONDS:g} s", delays[-1] <= LIMIT_SECONDS,
    )


def _compile(compiler: Compiler) -> "subprocess.Popen[bytes]":
    """Starts a compilation that nobody listens to."""
    description: Path = compiler.home / DESCRIPTION
    return subprocess.Popen(
        [str(compiler.program), "submit", str(description), "--yes", "--quiet"], env=compiler.environment,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )
