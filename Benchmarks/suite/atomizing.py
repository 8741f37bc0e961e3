"""Atoms, names and waves, beside a bare parser, graph libraries, and COPY."""

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from .compiler import Compiler
from .peers import PeerError, Peers
from .report import Report

SHARE_OF_PARSER = 0.5
SHARE_OF_GAIN = 0.9
#: How long waves may take, in the time of the C program; how much faster they must be than the libraries.
TIMES_C = 1.5
TIMES_FASTER = {"rustworkx": 6, "networkx": 60}
NODES = 1_000_000
ATOMS = 1_000_000
LIMIT_BYTES = 2**30
SHARE_OF_COPY = 0.5
#: How often two programs are run in turn where their gains or fractions of a second are compared.
TURNS = 7
#: The references of generated projects, and by how much the time for one of them may differ.
REFERENCES = (10_000, 100_000, 1_000_000, 10_000_000)
FLATNESS = 1.5


@dataclass(frozen=True)
class Atomization:
    """What one `mge atomize` took and found."""

    seconds: float
    peak_bytes: int
    atoms: int
    references: int


def measure(compiler: Compiler, peers: Peers, report: Report, runs: int) -> None:
    """A real project, generated ones, a graph, and what is stored of them."""
    _compare_with_parser(compiler, peers, report, max(runs, TURNS))
    _measure_growth(compiler, report)
    probe = compiler.program.parent / "BenchmarkProbe"
    if not probe.exists():
        report.skip("waves and storing", "swift build -c release --product BenchmarkProbe")
        return
    _compare_with_graphs(compiler, probe, peers, report)
    _compare_with_copy(compiler, probe, peers, report)


def _compare_with_parser(compiler: Compiler, peers: Peers, report: Report, runs: int) -> None:
    subject, target = "mge atomize sympy 1.13.3", f"≥ {SHARE_OF_PARSER} × the bare parser"
    cache = Path(os.environ.get("PEERS_CACHE") or Path.home() / ".cache/mge-peers")
    ours, theirs = {1: 0.0, 2: 0.0}, {1: 0.0, 2: 0.0}
    # In turn: a machine is not always equally fast.
    for _ in range(runs):
        try:
            figures = peers.run("parse", "--peers", "tree-sitter", "--runs", "1")
        except PeerError as error:
            report.skip(subject, str(error), target)
            return
        size = next(figure["value"] for figure in figures if figure["metric"] == "bytes")
        for threads in (1, 2):
            case = f", parse, {threads} thread"
            speed = next(
                figure["value"] for figure in figures if figure["metric"] == "mb_per_s" and case in figure["case"]
            )
            made = atomize(compiler, cache / "parse/sympy-1.13.3", threads)
            theirs[threads] = max(theirs[threads], speed)
            ours[threads] = max(ours[threads], size / 1e6 / made.seconds)
    report.add(
        subject, f"{ours[1]:.2f} MB/s, parser {theirs[1]:.2f} MB/s: × {ours[1] / theirs[1]:.2f}", target,
        ours[1] >= SHARE_OF_PARSER * theirs[1],
    )
    gain, limit = ours[2] / ours[1], theirs[2] / theirs[1]
    report.add(
        "gain of two threads", f"× {gain:.2f}, parser × {limit:.2f}", f"≥ {SHARE_OF_GAIN} × the parser's",
        gain >= SHARE_OF_GAIN * limit,
    )


def _measure_growth(compiler: Compiler, report: Report) -> None:
    times = []
    for count in REFERENCES:
        made = atomize(compiler, project(compiler.scratch, count // 10, 10), os.cpu_count() or 1)
        times.append(made.seconds / made.references)
    growth = max(times[1:]) / times[1]
    report.add(
        f"time per reference at {' / '.join(f'{count:,}' for count in REFERENCES)}",
        f"{' / '.join(f'{1e6 * seconds:.1f}' for seconds in times)} µs, × {growth:.2f} from the second on",
        f"× ≤ {FLATNESS}", growth <= FLATNESS,
    )
    made = atomize(compiler, project(compiler.scratch, ATOMS, 2), os.cpu_count() or 1)
    report.add(
        f"peak memory at {made.atoms:,} atoms, {made.references:,} references", f"{made.peak_bytes / 2**20:.0f} MB",
        f"≤ {LIMIT_BYTES // 2**20} MB", made.peak_bytes <= LIMIT_BYTES,
    )


def _compare_with_graphs(compiler: Compiler, probe: Path, peers: Peers, report: Report) -> None:
    subject = f"waves of {NODES:,} nodes"
    edges = compiler.scratch / "edges.bin"
    theirs, sums, seconds = {}, set(), float("inf")
    try:
        peers.run("graph", "--nodes", str(NODES), "--write", str(edges))
        # In turn with the programs that take as long: a machine is not always equally fast.
        for turn in range(TURNS):
            own = json.loads(_output([probe, "graph", edges, str(NODES)], compiler))
            seconds = min(seconds, own["build"] + own["solve"])
            selection = ["--peers", "c,c-onepass"] if turn else []
            for figure in peers.run("graph", "--nodes", str(NODES), *selection):
                if figure["metric"] == "total_s":
                    theirs[figure["peer"]] = min(theirs.get(figure["peer"], float("inf")), figure["value"])
                if figure["metric"] == "checksum":
                    sums.add(figure["value"])
    except PeerError as error:
        report.skip(subject, str(error), f"≤ {TIMES_C} × C")
        return
    report.add(f"{subject}: checksum", own["checksum"], "the peers'", sums == {own["checksum"]})
    for peer, total in theirs.items():
        library = next((name for name in TIMES_FASTER if peer.startswith(name)), None)
        if library:
            least = TIMES_FASTER[library]
            figure, target, is_met = f"× {total / seconds:.1f} faster", f"≥ {least} ×", total >= least * seconds
        else:
            figure, target, is_met = f"× {seconds / total:.2f}", f"≤ {TIMES_C} ×", seconds <= TIMES_C * total
        report.add(f"{subject} beside {peer}", f"{seconds:.3f} s, {total:.3f} s: {figure}", target, is_met)


def _compare_with_copy(compiler: Compiler, probe: Path, peers: Peers, report: Report) -> None:
    subject, target = f"storing {ATOMS:,} atoms", f"≥ {SHARE_OF_COPY} × COPY"
    try:
        figures = peers.run("copy", "--rows", str(ATOMS), "--peers", "psql,psycopg", "--slow-rows", "1000")
    except PeerError as error:
        report.skip(subject, str(error), target)
        return
    own = json.loads(_output([probe, "store", str(ATOMS)], compiler))
    rates = {
        figure["peer"] + ", " + figure["case"]: figure["value"] for figure in figures
        if figure["metric"] == "rows_per_s" and figure["case"].endswith(f"{ATOMS} rows, primary key")
    }
    rate = own["atoms"] / own["atoms_s"]
    for peer, theirs in rates.items():
        report.add(
            f"{subject} on {own['connections']} connections beside {peer}",
            f"{rate:.0f}/s, {theirs:.0f}/s: × {rate / theirs:.2f}", target,
            rate >= SHARE_OF_COPY * theirs,
        )
    report.add("storing edges", f"{own['edges'] / own['edges_s']:.0f}/s of {own['edges']:,}")


def atomize(compiler: Compiler, folder: Path, threads: int) -> Atomization:
    """Runs `mge atomize` on a folder, without printing what it finds."""
    command = [str(compiler.program), "atomize", str(folder), "--threads", str(threads)]
    output = compiler.scratch / "stdout"
    started = time.perf_counter()
    with open(output, "wb") as out:
        process = subprocess.Popen(command, env=compiler.environment, stdout=out, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"mge atomize {folder} ended with {process.returncode}")
    words = output.read_text().splitlines()[-1].split()
    return Atomization(
        seconds=seconds, peak_bytes=usage.ru_maxrss * 1024, atoms=int(words[0]), references=int(words[2]),
    )


def project(scratch: Path, functions: int, references: int) -> Path:
    """Modules of a hundred functions of ten lines, each of which uses so many functions of other modules."""
    folder = scratch / f"project-{functions}-{references}"
    modules = max(2, functions // 100)
    for module in range(modules):
        if module % 1000 == 0:
            (folder / f"part{module // 1000}").mkdir(parents=True)
        others = sorted({(module * 7 + step * step + 1) % modules for step in range(10)} - {module})
        lines = [f"from part{other // 1000} import module{other}" for other in others] + [""]
        for function in range(100):
            lines += ["", f"def function_{function}(value, other):"]
            for use in range(10):
                target = others[(function + use) % len(others)]
                called = f"module{target}.function_{(function * 3 + use) % 100}(value, {use})"
                lines.append(f"    other += {called if use < references else use}")
            lines[-1] = "    return " + lines[-1].removeprefix("    other += ")
        (folder / f"part{module // 1000}/module{module}.py").write_text("\n".join(lines) + "\n")
    return folder


def _output(command: list, compiler: Compiler) -> str:
    done = subprocess.run(
        [str(word) for word in command], env={**compiler.environment, "DATABASE_URL": compiler.database_url},
        capture_output=True, text=True,
    )
    if done.returncode:
        sys.exit(f"{command[0]} ended with {done.returncode}: {done.stderr[-800:]}")
    return done.stdout
