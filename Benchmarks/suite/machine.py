"""What the machine is, and how busy it is besides."""

import os
import platform
import time
from datetime import date
from pathlib import Path

from .report import Report


def describe(report: Report) -> None:
    """Adds the date, the processor and the load."""
    processor = platform.machine()
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            processor = line.split(":", 1)[1].strip()
            break
    report.add("date", date.today().isoformat())
    report.add("machine", f"{os.cpu_count()} × {processor}")
    describe_load(report, "load before")


def describe_load(report: Report, subject: str) -> None:
    """Adds the load average and the share of the processors that others use now."""
    before = _busy()
    time.sleep(1)
    after = _busy()
    share = 100 * (after[0] - before[0]) / max(1, after[1] - before[1])
    report.add(subject, f"{os.getloadavg()[0]:.1f} runnable, {share:.0f} % busy")


def processor_seconds(process: int) -> float:
    """The time that a process, its children, and all children that it has waited for have used, in seconds."""
    ticks = 0
    for folder in Path("/proc").iterdir():
        if not folder.name.isdigit():
            continue
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(folder.name) == process:
            ticks += sum(int(field) for field in fields[11:15])
        elif int(fields[1]) == process:
            ticks += sum(int(field) for field in fields[11:13])
    return ticks / os.sysconf("SC_CLK_TCK")


def _busy() -> tuple[int, int]:
    with open("/proc/stat", encoding="ascii") as file:
        fields = [int(word) for word in file.readline().split()[1:]]
    return sum(fields) - fields[3] - fields[4], sum(fields)
