#!/usr/bin/env python3
"""Hold `mge atomize --json DIR` against the truth about the same tree.

  mge atomize --json DIR > got.jsonl
  compare.py got.jsonl truth.jsonl [--show N] [--only SUFFIX,SUFFIX] [--root DIR]

The truth comes from one of the tools beside this file. Prints one JSON object.

Definitions are (path, name, line), of all kinds that the truth tells; `values` are fields, variables and constants,
told apart from the others. Edges are (path, from, to_path, to), each once. Four kinds are measured apart:
  edges         everything whose target follows from names, imports and inheritance alone
  receivers     x.f where x is a value; `stated` when x has a written type. Recall by what x is
  constructors  the constructor that new C(…) calls
  modules       whole files ("<module>") and namespaces
An edge that is true in another kind is not counted against precision: only its kind was named differently. An edge
that the truth marks ambiguous counts as found when any target of its group is, and never against precision. Names that
the truth could not resolve ("unresolved") are not judged: edges to that name from that definition are left out, and
counted as `unjudged` (the name "*" stands for all names). Files with an "error" in the truth are left out of everything but losslessness.

--root DIR also checks that the atoms of each file, concatenated, are the file. --show N prints N misses and N extras
of each kind. --only .java,.kt judges files with these suffixes alone.
"""
import argparse
import collections
import json
import os

LOCAL = {"module", "local_function", "local_class"}
VALUES = {"field", "variable", "constant", "enum_constant", "property", "parameter", "enum_member"}
APART = {"receiver": "receivers", "constructor": "constructors"}
KINDS = ("edges", "receivers", "constructors", "modules")


def rows(path):
    with open(path, encoding="utf-8", errors="surrogateescape") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def kind_of(row, namespaces):
    is_module = row["to"] == "<module>" or (row["to_path"], row["to"]) in namespaces
    return "modules" if is_module else APART.get(row.get("how"), "edges")


def namespaces(path, kind):
    return {(row["path"], row["name"]) for row in rows(path)
            if row.get(kind) in ("def", "definition") and row.get("kind") == "namespace"}


def ratio(hits, total):
    return round(hits / total, 6) if total else None


class Truth:
    def __init__(self, path, suffixes):
        self.definitions, self.values, self.skipped = set(), set(), {}
        self.edges = {kind: {} for kind in KINDS}
        self.ambiguous = collections.defaultdict(set)
        self.unresolved = set()
        modules = namespaces(path, "t")
        for row in rows(path):
            if not row["path"].endswith(suffixes):
                continue
            if row["t"] == "error":
                self.skipped[row["path"]] = row.get("msg", "")
            elif row["t"] == "def" and row.get("kind") not in LOCAL:
                place = (row["path"], row["name"], row["line"])
                (self.values if row.get("kind") in VALUES else self.definitions).add(place)
            elif row["t"] == "unresolved":
                self.unresolved.add((row["path"], row["from"], row["name"]))
            elif row["t"] == "ref":
                edge = (row["path"], row["from"], row["to_path"], row["to"])
                if row.get("amb"):
                    self.ambiguous[(row["path"], row["from"], last(row["to"]))].add(edge)
                else:
                    self.edges[kind_of(row, modules)][edge] = row
        self.every = {edge for kind in self.edges.values() for edge in kind}
        self.every |= {edge for group in self.ambiguous.values() for edge in group}

    def is_judged(self, edge):
        return edge[0] not in self.skipped and edge[2] not in self.skipped and (
            edge in self.every or self.unresolved.isdisjoint({(*edge[:2], last(edge[3])), (*edge[:2], "*")}))


class Got:
    def __init__(self, path, suffixes):
        self.definitions, self.values = set(), set()
        self.edges = {kind: set() for kind in KINDS}
        self.atoms = collections.defaultdict(list)
        modules = namespaces(path, "type")
        for row in rows(path):
            kind = row.get("type")
            if kind == "atom":
                self.atoms[row["path"]].append(row)
            if not row.get("path", "").endswith(suffixes):
                continue
            if kind == "definition" and row["kind"] not in LOCAL and "<locals>" not in row["name"]:
                place = (row["path"], row["name"], row["line"])
                (self.values if row["kind"] in VALUES else self.definitions).add(place)
            elif kind == "reference":
                edge = (row["path"], row["from"], row["to_path"], row["to"])
                self.edges[kind_of(row, modules)].add(edge)
        # An edge found twice, once by names alone, is one of names.
        self.edges["receivers"] -= self.edges["edges"]
        self.edges["constructors"] -= self.edges["edges"] | self.edges["receivers"]


def last(name):
    return name.rsplit(".", 1)[-1]


def definitions(truth, got, shown):
    found = {place for place in got.definitions | got.values if place[0] not in truth.skipped}
    result = {}
    for name, true in (("definitions", truth.definitions), ("values", truth.values)):
        result[name] = {"true": len(true), "recall": ratio(len(true & found), len(true))}
        shown.append((f"missing from {name}", true - found))
    every = truth.definitions | truth.values
    result["definitions"]["precision"] = ratio(len(found & every), len(found))
    shown.append(("extra definition", found - every))
    return result


def edges(truth, got, kind, shown):
    true = set(truth.edges[kind])
    mine = got.edges[kind]
    every = set().union(*got.edges.values())
    judged = {edge for edge in mine if truth.is_judged(edge)}
    result = {
        "true": len(true), "got": len(judged), "precision": ratio(len(judged & truth.every), len(judged)),
        "recall": ratio(len(true & every), len(true)), "unjudged": len(mine) - len(judged)}
    if kind == "edges" and truth.ambiguous:
        hits = sum(1 for group in truth.ambiguous.values() if group & every)
        result["ambiguous"] = len(truth.ambiguous)
        result["recall"] = ratio(len(true & every) + hits, len(true) + len(truth.ambiguous))
    shown.append((f"missing from {kind}", true - every))
    shown.append((f"extra in {kind}", judged - truth.every))
    return result


def receivers_by(truth, got):
    every = set().union(*got.edges.values())
    groups = collections.defaultdict(lambda: [0, 0])
    for edge, row in truth.edges["receivers"].items():
        keys = [row.get("by", "other")] + (["stated"] if row.get("stated") else [])
        for key in keys:
            groups[key][0] += edge in every
            groups[key][1] += 1
    return {key: {"true": total, "recall": ratio(hits, total)} for key, (hits, total) in sorted(groups.items())}


def lossy(got, root):
    broken = []
    for path, atoms in got.atoms.items():
        at = 0
        for atom in atoms:
            if atom["offset"] != at:
                break
            at += atom["length"]
        if at != os.path.getsize(os.path.join(root, path)):
            broken.append(path)
    return broken


def main():
    parser = argparse.ArgumentParser(description="Hold `mge atomize --json DIR` against the truth about the same tree.")
    parser.add_argument("got")
    parser.add_argument("truth")
    parser.add_argument("--show", type=int, default=0, metavar="N")
    parser.add_argument("--only", default="", metavar="SUFFIXES")
    parser.add_argument("--root", metavar="DIR")
    arguments = parser.parse_args()
    suffixes = tuple(arguments.only.split(","))
    truth, got = Truth(arguments.truth, suffixes), Got(arguments.got, suffixes)
    shown = []
    result = {"files": len(got.atoms), "skipped": len(truth.skipped), **definitions(truth, got, shown)}
    for kind in KINDS:
        result[kind] = edges(truth, got, kind, shown)
    result["receivers"]["by"] = receivers_by(truth, got)
    if arguments.root:
        broken = lossy(got, arguments.root)
        result["lossy_files"] = len(broken)
        shown.append(("lossy", [(path,) for path in broken]))
    print(json.dumps(result, indent=1))
    for title, items in shown:
        for item in sorted(items)[:arguments.show]:
            line = next((kind[item]["line"] for kind in truth.edges.values() if item in kind), "")
            print(title, *item, f"(line {line})" if line else "")


if __name__ == "__main__":
    main()
