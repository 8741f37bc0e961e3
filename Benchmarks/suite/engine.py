"""Items that do nothing, beside what PostgreSQL itself allows and beside DBOS."""

import json
import subprocess
import sys
from pathlib import Path

from .compiler import Compiler
from .peers import PeerError, Peers
from .report import Report

CLIENTS = (1, 4, 16)
ITEMS = 6_000
BATCH = 32
SECONDS = 5
LEAST_PER_SECOND = 2_000
SHARE_OF_LIMIT = 0.5
TIMES_DBOS = 8


def measure(compiler: Compiler, peers: Peers, report: Report, runs: int) -> None:
    """Works items one by one and in batches, then the peers."""
    probe = compiler.program.parent / "EngineProbe"
    if not probe.exists():
        report.skip("no-op items", "swift build -c release --product EngineProbe")
        return
    rates = {clients: _rate(compiler, probe, clients, 1, runs) for clients in CLIENTS}
    best = max(rates.values())
    report.add(
        "no-op items, durable", " / ".join(f"{rates[clients]:.0f}/s" for clients in CLIENTS)
        + f" at {' / '.join(map(str, CLIENTS))} clients", f"≥ {LEAST_PER_SECOND}/s", best >= LEAST_PER_SECOND,
    )
    batched = _rate(compiler, probe, max(CLIENTS), BATCH, runs)
    report.add(f"no-op items in batches of {BATCH}", f"{batched:.0f}/s at {max(CLIENTS)} clients")
    _compare_with_limit(rates, peers, report)
    _compare_with_dbos(best, peers, report)


def _compare_with_limit(rates: dict[int, float], peers: Peers, report: Report) -> None:
    target = f"≥ {SHARE_OF_LIMIT} × pgbench"
    try:
        clients = ",".join(map(str, CLIENTS))
        figures = peers.run("queue", "--peers", "pgbench", "--seconds", str(SECONDS), "--clients", clients)
    except PeerError as error:
        report.skip("no-op items beside pgbench", str(error), target)
        return
    for clients, rate in rates.items():
        case = f"2 commits per item, {clients} client"
        limit = next(
            figure["value"] for figure in figures
            if figure["metric"] == "items_per_s" and figure["case"].rstrip("s") == case
        )
        report.add(
            f"no-op items, {clients} clients", f"{rate:.0f}/s, pgbench {limit:.0f}/s: × {rate / limit:.2f}", target,
            rate >= SHARE_OF_LIMIT * limit,
        )


def _compare_with_dbos(best: float, peers: Peers, report: Report) -> None:
    target = f"≥ {TIMES_DBOS} × DBOS"
    try:
        figures = peers.run("queue", "--peers", "dbos", "--items", "2000")
    except PeerError as error:
        report.skip("no-op items beside DBOS", str(error), target)
        return
    theirs = max(figure["value"] for figure in figures if figure["metric"] == "items_per_s")
    report.add(
        "no-op items beside DBOS", f"{best:.0f}/s, DBOS {theirs:.0f}/s: × {best / theirs:.1f}", target,
        best >= TIMES_DBOS * theirs,
    )


def _rate(compiler: Compiler, probe: Path, clients: int, batch: int, runs: int) -> float:
    """The best rate of some runs, in items a second, on durable settings; a batch is claimed and saved together."""
    rates: list[float] = []
    for _ in range(runs):
        done = subprocess.run(
            [str(probe), "bench", "--items", str(ITEMS), "--clients", str(clients), "--batch", str(batch),
             "--migrations", str(compiler.home / "migrations")],
            env={**compiler.environment, "DATABASE_URL": compiler.database_url}, capture_output=True, text=True,
        )
        if done.returncode:
            sys.exit(f"EngineProbe ended with {done.returncode}: {done.stderr[-800:]}")
        rates.append(json.loads(done.stdout.splitlines()[-1])["items_per_s"])
    return max(rates)
