"""Briefs of twenty and of five hundred entities, as a user compiles them."""

from .compiler import Compiler
from .peers import Peers
from .report import Report

#: How many seconds a brief of so many entities may take.
LIMITS = {20: 2.0, 500: 15.0}


def measure(compiler: Compiler, peers: Peers, report: Report, runs: int) -> None:
    """Compiles them with the database running."""
    for entities, limit in LIMITS.items():
        made = compiler.compile(entities, runs=runs + 1 if entities < 100 else runs)
        report.add(f"{entities} entities, --check names", str(made), f"≤ {limit:g} s", made.seconds <= limit)
