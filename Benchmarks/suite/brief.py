"""A brief of twenty entities, as a user compiles it."""

from .compiler import Compiler
from .peers import Peers
from .report import Report

ENTITIES = 20
LIMIT_SECONDS = 2.0


def measure(compiler: Compiler, peers: Peers, report: Report, runs: int) -> None:
    """Compiles it with the database running."""
    made = compiler.compile(ENTITIES, runs=runs + 1)
    report.add(
        f"{ENTITIES} entities, --check names", str(made), f"≤ {LIMIT_SECONDS:g} s", made.seconds <= LIMIT_SECONDS
    )
