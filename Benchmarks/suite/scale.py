"""How time and memory grow with the number of tasks."""

from .compiler import Compiler
from .peers import Peers
from .report import Report

#: With the FastAPI stack's blueprint these give about 100, 1,000 and just over 10,000 tasks.
ENTITIES = (17, 186, 1_892)
LIMIT_SECONDS = 60.0
LIMIT_BYTES = 300 * 2**20
FLATNESS = 1.5


def measure(compiler: Compiler, peers: Peers, report: Report, runs: int) -> None:
    """Compiles about 100, 1,000 and 10,000 tasks."""
    made = [compiler.compile(entities, runs=runs if entities < max(ENTITIES) else 1) for entities in ENTITIES]
    for one in made[:-1]:
        report.add(f"{one.tasks} tasks", str(one))
    largest = made[-1]
    report.add(
        f"{largest.tasks} tasks", str(largest), f"≤ {LIMIT_SECONDS:g} s",
        largest.tasks >= 10_000 and largest.seconds <= LIMIT_SECONDS,
    )
    report.add(
        f"peak memory of mge at {largest.tasks} tasks", f"{largest.peak_bytes / 2**20:.0f} MB",
        f"≤ {LIMIT_BYTES // 2**20} MB", largest.peak_bytes <= LIMIT_BYTES,
    )
    for name, times in (
        ("time per task", [one.seconds / one.tasks for one in made]),
        ("CPU time per task", [one.processor_seconds / one.tasks for one in made]),
    ):
        growth = times[-1] / times[0]
        shown = " / ".join(f"{1000 * time:.2f}" for time in times)
        report.add(
            f"{name} at {' / '.join(str(one.tasks) for one in made)} tasks", f"{shown} ms, × {growth:.2f}",
            f"× ≤ {FLATNESS}", growth <= FLATNESS,
        )
