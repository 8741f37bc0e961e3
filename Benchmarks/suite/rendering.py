"""Time per generated file, beside openapi-generator."""

from .compiler import Compiler
from .peers import Peers, PeerError
from .report import Report

#: The part of openapi-generator's time per file that MGE may take, by the number of entities.
SHARES = {3: 1 / 10, 30: 1 / 10, 300: 1 / 3}


def measure(compiler: Compiler, peers: Peers, report: Report, runs: int) -> None:
    """Compiles 3, 30 and 300 entities, the peer right after MGE."""
    for entities, share in SHARES.items():
        subject = f"time per file, {entities} entities"
        target = f"≤ 1/{1 / share:.0f} of openapi-generator"
        made = compiler.compile(entities, runs=runs)
        own = f"{made.milliseconds_a_file:.2f} ms ({made.files} files in {made.seconds:.2f} s)"
        try:
            figures = peers.run("render_project", "--peers", "openapi", "--entities", str(entities), "--runs", str(runs))
        except PeerError as error:
            report.skip(subject, f"{own}; {error}", target)
            continue
        theirs = next(figure["value"] for figure in figures if figure["metric"] == "ms_per_file")
        part = made.milliseconds_a_file / theirs
        report.add(
            subject, f"{own}; openapi-generator {theirs:.2f} ms: {part:.3f} of it", target, part <= share
        )
