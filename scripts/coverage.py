"""Prints the line coverage of each module, and of the parts that matter most, from llvm-cov's JSON export.

Usage: coverage.py EXPORT.json
"""

import json
import sys
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PARTS = {
    "atoms": "Sources/MGESyntax/",
    "graph": "Sources/MGECore/Graph/",
    "engine": "Sources/MGECompiler/Engine/",
}


def main() -> None:
    """Adds up the files of the export and prints one row a module and part."""
    with open(sys.argv[1], encoding="utf-8") as export:
        files = json.load(export)["data"][0]["files"]
    totals: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for file in files:
        path = Path(file["filename"])
        if not path.is_relative_to(ROOT / "Sources"):
            continue
        path = path.relative_to(ROOT)
        lines = file["summary"]["lines"]
        rows = [path.parts[1], "all"]
        rows += [f"{part} ({folder})" for part, folder in PARTS.items() if path.as_posix().startswith(folder)]
        for row in rows:
            totals[row][0] += lines["covered"]
            totals[row][1] += lines["count"]
    width = max(map(len, totals), default=0)
    print(f"\n{'line coverage':{width}}  covered   lines        %")
    for row in sorted(totals, key=lambda name: (name == "all", "(" in name, name)):
        covered, count = totals[row]
        print(f"{row:{width}}  {covered:7}  {count:6}  {100 * covered / max(count, 1):6.1f}")


main()
