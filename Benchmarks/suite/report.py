"""The one table that all parts write to."""

from dataclasses import asdict, dataclass
from typing import TextIO


@dataclass(frozen=True)
class Row:
    """A figure, with its target and whether it is met where it has one."""

    subject: str
    figure: str
    target: str = ""
    verdict: str = ""


class Report:
    """Collects rows, and tells each one as soon as it is there."""

    def __init__(self, progress: TextIO) -> None:
        self._rows: list[Row] = []
        self._progress = progress

    @property
    def is_missed(self) -> bool:
        """Whether a figure misses its target."""
        return any(row.verdict == "missed" for row in self._rows)

    def add(self, subject: str, figure: str, target: str = "", is_met: bool | None = None) -> None:
        """Adds a figure; `is_met` is None for one that nothing is asked of."""
        verdict = "" if is_met is None else "met" if is_met else "missed"
        self._append(Row(subject, figure, target, verdict))

    def skip(self, subject: str, reason: str, target: str = "") -> None:
        """Says that a figure is not there, and why."""
        self._append(Row(subject, reason, target, "skipped"))

    def rows(self) -> list[dict[str, str]]:
        """The rows in the order in which they came."""
        return [asdict(row) for row in self._rows]

    def table(self) -> str:
        """All rows as a table in Markdown."""
        cells = [["what", "figure", "target", ""]]
        cells += [[row.subject, row.figure, row.target, row.verdict] for row in self._rows]
        widths = [max(len(line[column]) for line in cells) for column in range(4)]
        cells.insert(1, ["-" * width for width in widths])
        return "\n".join(
            "| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths)) + " |" for line in cells
        )

    def _append(self, row: Row) -> None:
        self._rows.append(row)
        print("  ".join(part for part in (row.subject, row.figure, row.target, row.verdict) if part),
              file=self._progress, flush=True)
