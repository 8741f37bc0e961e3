#!/usr/bin/env python3
"""truth.py: definitions and resolved references of a tree of Rust, after rustc's own name resolution and types.

  python3 truth.py TREE ANALYSIS... > truth.jsonl

ANALYSIS are the files (or directories searched for them) that `rustc -Zsave-analysis` writes. rustc had that option until
1.69; Debian 12's rustc is 1.63. For a cargo workspace (RUSTC_BOOTSTRAP because the option is unstable; --all-targets or
several runs with other features cover more):

  RUSTC_BOOTSTRAP=1 CARGO_INCREMENTAL=0 RUSTC_WORKSPACE_WRAPPER=$PWD/save-analysis cargo check --workspace --all-targets
  python3 truth.py . target > truth.jsonl

and for a lone crate: RUSTC_BOOTSTRAP=1 rustc -Zsave-analysis --emit metadata lib.rs.

Prints JSON lines (paths relative to TREE):
  {"t":"def","path","name","kind","line"}   from the source itself, whether compiled or not. name: inline modules, type and
      member, dotted ("tests.Sample.new"); members of an impl take the last name of the type it is for ("<impl>" when that
      is no path). kind: function method struct enum trait type constant variable field namespace macro; an enum's
      variants are constants of it, their fields are "Enum.Variant.field".
  {"t":"ref","path","from","to_path","to","line","how","eager","amb"}   from is the innermost definition around the use
      that is no field, or "<module>" (an impl's head counts for what is around it). Each
      (path, from, to_path, to) appears once, under the first how of this list. Self edges are left out.
      how: import    a name of a `use` (globs name nothing)
           name      a plain identifier
           member    what stands right of a `::`
           self      self.x
           macro     name!, by name alone: all macro_rules of that name (amb when there are several); those of a module
                   inside of a file in that module alone
           key       a field named in a struct literal or pattern
           receiver  a field or method of any other value
           module    a module by its name (not crate, self, super): `<module>` of its file, or the inline module
  {"t":"unresolved","path","from","name"}   what proves nothing: names in code that no analysis covers (under a cfg that
      was never on, and what the compiler leaves out, as bounds inside of bounds; a trait's method
      that is called on a value of a type that the source does not say), all names ("*") in a macro_rules, and the type that a `Self` stands for.
  {"t":"error","path","msg"}   a file that no analysis mentions.

A method or constant of a trait that is reached through a type that the source names (X::m, Self::m, self.m inside an impl
for X, and x.m where the compiler says that the local x is an X) refers to the impl's own member when that type has an impl
of the trait that writes it, else to the trait's. Left out on purpose: locals, parameters, type parameters, labels, tuple
fields; what derives and procedural macros generate, attributes,
documentation, names captured inside format strings; members that macros define.
"""
import json
import os
import re
import sys
from collections import defaultdict

from rust_items import Items

RANK = {how: i for i, how in enumerate(("import", "name", "member", "self", "macro", "key", "receiver", "module"))}


KEYWORDS = set("""as async await break const continue crate dyn else enum extern false fn for if impl in let loop match mod move
mut pub ref return self static struct super trait true type union unsafe use where while""".split())


class Truth:
    def __init__(self, root):
        self.root = os.path.realpath(root)
        self.files, self.places, self.owners = {}, {}, {}
        self.edges, self.seen = {}, set()
        self.covered = defaultdict(set)      # path -> tokens that an analysis mentions
        self.members = defaultdict(set)      # last name of a type, member -> definitions in impls
        self.unresolved, self.aliases = set(), set()
        self.impls = defaultdict(list)       # a trait's member -> what impls write for it, with the analysis
        self.crates = {}
        for directory, below, names in os.walk(self.root):
            below[:] = sorted(x for x in below if not x.startswith(".") and x != "target")
            for name in sorted(names):
                full = os.path.join(directory, name)
                if name.endswith(".rs") and os.path.isfile(full):
                    self.read(full)
        self.types = {d.name.split(".")[-1] for items in self.files.values() for d in items.definitions
                      if d.kind in ("struct", "enum")}
        self.macros = defaultdict(list)
        for path, items in self.files.items():
            for d in items.definitions:
                if d.kind == "macro":
                    self.macros[d.name.split(".")[-1]].append((path, d.name))

    def read(self, full):
        path = os.path.relpath(full, self.root)
        with open(full, encoding="utf-8", errors="replace", newline="") as source:
            items = Items(source.read())
        self.files[path] = items
        for i, token in enumerate(items.tokens):
            self.places[(path, token.line, token.column)] = i
        for start, end in items.uses:
            self.aliases |= {items.text[i + 1] for i in range(start, end - 1) if items.text[i] == "as"}
        for d in items.definitions:
            self.owners[(path, d.token)] = d
            if d.kind in ("method", "constant", "type") and "." in d.name:
                holder, member = d.name.split(".")[-2:]
                self.members[(holder, member)].add((path, d.name))

    # ---- analyses

    def load(self, places):
        for place in places:
            if os.path.isfile(place):
                self.crate(place)
            for directory, _, names in os.walk(place):
                if os.path.basename(directory).startswith("save-analysis"):
                    for name in sorted(names):
                        if name.endswith(".json"):
                            self.crate(os.path.join(directory, name))

    def crate(self, path):
        with open(path, encoding="utf-8") as source:
            data = json.load(source)
        identity = data["prelude"]["crate_id"]
        data["base"] = data["compilation"]["directory"]
        self.crates[(identity["name"], tuple(identity["disambiguator"]))] = data
        data["outer"] = {c["num"]: (c["id"]["name"], tuple(c["id"]["disambiguator"]))
                         for c in data["prelude"]["external_crates"]}
        data["table"] = {d["id"]["index"]: d for d in data["defs"]}
        for d in data["defs"]:
            if d.get("decl_id"):
                self.impls[self.identity(data, d["decl_id"])].append((data, d))

    def identity(self, data, number):
        """An id that means the same in every analysis."""
        prelude = data["prelude"]["crate_id"]
        own = (prelude["name"], tuple(prelude["disambiguator"]))
        return (own if number["krate"] == 0 else data["outer"].get(number["krate"]), number["index"])

    def place(self, data, span):
        """Path and token of a span of the tree, else None."""
        name = span["file_name"]
        full = os.path.realpath(os.path.join(data["base"], name))
        path = os.path.relpath(full, self.root)
        at = self.places.get((path, span["line_start"], span["column_start"]))
        return None if at is None else (path, at)

    def find(self, data, identity):
        """The analysis and definition that an id stands for, else None."""
        home = data if identity["krate"] == 0 else self.crates.get(data["outer"].get(identity["krate"]))
        found = home["table"].get(identity["index"]) if home else None
        return (home, found) if found else None

    def target(self, home, found):
        """(path, name) of a definition of the tree, else None."""
        if found["kind"] == "Mod":
            full = os.path.realpath(os.path.join(home["base"], found["value"]))
            path = os.path.relpath(full, self.root)
            at = self.place(home, found["span"])
            if at and at in self.owners and at[0] == path and self.owners[at].kind == "namespace":
                return path, self.owners[at].name
            return (path, "<module>") if path in self.files else None
        at = self.place(home, found["span"])
        if at is None or at not in self.owners:
            return None
        return at[0], self.owners[at].name

    def resolve(self):
        for data in self.crates.values():
            for d in data["defs"]:
                at = self.place(data, d["span"])
                if at:
                    self.covered[at[0]].add(at[1])
                    self.seen.add(at[0])
            self.references(data)

    def references(self, data):
        refs = {}
        for r in data["refs"]:
            at = self.place(data, r["span"])
            if at:
                refs.setdefault(at, []).append(r)
                self.covered[at[0]].add(at[1])
                self.seen.add(at[0])
        for at, found in sorted(refs.items()):
            for r in found:
                self.reference(data, at, r, refs)
        for use in data["imports"]:
            at = self.place(data, use["span"])
            if at:
                self.covered[at[0]].add(at[1])
            if at and use["kind"] == "Use" and use["ref_id"]:
                found = self.find(data, use["ref_id"])
                target = found and self.target(*found)
                if target:
                    self.add(at, target, "module" if found[1]["kind"] == "Mod" else "import")
                    self.holder(at, target)

    def holder(self, at, target):
        """The enum before a variant in a use."""
        items = self.files[at[0]]
        i = at[1] - 1
        while i > 0 and items.text[i] != "::":
            if items.text[i] == "}":
                i = items.opening.get(i, 0)
            if items.text[i] == ";":
                return
            i -= 1
        holder, _, _ = target[1].rpartition(".")
        if holder and items.word(i - 1) == holder.split(".")[-1]:
            self.add((at[0], i - 1), (target[0], holder), "import")

    def reference(self, data, at, r, refs):
        path, i = at
        items = self.files[path]
        text = items.word(i)
        if items.tokens[i].kind != "ident" or at in self.owners or text in ("Self", "crate", "self", "super"):
            return
        found = self.find(data, r["ref_id"])
        # The compiler also notes the whole path's target at its first name, and a derived field's at its visibility.
        if found and found[1]["name"] not in ("", text.removeprefix("r#")) and text not in self.aliases:
            return
        if found and found[1]["kind"] == "Local":
            return
        target = found and self.target(*found)
        before, two = items.word(i - 1) if i else "", items.word(i - 2) if i > 1 else ""
        if any(a <= i < b for a, b in items.uses):
            if target:
                self.add(at, target, "module" if found[1]["kind"] == "Mod" else "import")
            return
        if target and found[1]["kind"] == "Mod":
            return self.add(at, target, "module")
        if before == "::" and two == "Self" and self.own_type(at, text):
            return
        how = "name"
        if before == ".":
            how = "self" if two == "self" and items.word(i - 3) != "." else "receiver"
        elif before == "::":
            how = "member"
        elif found and found[1]["kind"] == "Field":
            how = "key"
        if r["kind"] == "Function" or (found and found[1]["kind"] in ("Method", "Const", "Type")):
            own = self.written(data, path, i, r, how, refs)
            if own:
                for each in own:
                    self.add(at, each, how, ambiguous=len(own) > 1)
                return
            if how == "receiver" and self.impls.get(self.identity(data, r["ref_id"])):
                owner = items.owner(i)
                self.unresolved.add((path, owner.name if owner else "<module>", text))
        if target:
            self.add(at, target, how)

    def own_type(self, at, name):
        """Self::Name inside of an impl that says what Name is."""
        path, i = at
        for d in self.files[path].definitions:
            inside = [m for m in self.files[path].impls if m[1] <= i < m[2]]
            if d.kind == "type" and d.name.split(".")[-1] == name and inside and inside[-1][1] <= d.start < inside[-1][2]:
                self.add(at, (path, d.name), "member")
                return True
        return False

    def written(self, data, path, i, r, how, refs):
        """What impls of the type that the source names write for a trait's member."""
        candidates = self.impls.get(self.identity(data, r["ref_id"]))
        if not candidates:
            return None
        name = self.subject(data, path, i, how, refs)
        own = {self.target(home, d) for home, d in candidates
               if (self.owner_type(home, d) or "") == name} - {None}
        return sorted(own)

    def owner_type(self, data, d):
        target = self.target(data, d)
        return target[1].split(".")[-2] if target and "." in target[1] else None

    def subject(self, data, path, i, how, refs):
        """The last name of the type left of the member at i, when it is known."""
        items = self.files[path]
        head = i - 2
        if how == "self" or (how == "member" and items.word(head) == "Self"):
            return self.self_type(items, i)
        if how == "member" and items.word(head) == ">":
            head = self.before_arguments(items, head)
        for r in refs.get((path, head), ()):
            found = self.find(data, r["ref_id"])
            if not found:
                continue
            if how == "member" and found[1]["kind"] in ("Struct", "Enum", "Union", "Type") and self.target(*found):
                return found[1]["name"]
            if how == "receiver" and found[1]["kind"] == "Local":
                kind = re.sub(r"&|\bmut\b|\bdyn\b|'\w+", " ", found[1]["value"]).split("<")[0].strip()
                name = kind.split("::")[-1]
                return name if name in self.types else None
        return None

    def self_type(self, items, i):
        inside = [m for m in items.impls if m[1] <= i < m[2]]
        return inside[-1][3] if inside else None

    def before_arguments(self, items, i):
        """The name in `T::<U>` whose closing bracket is at i; -1 for `<T as X>`, which names the trait."""
        depth = 0
        while i > 0:
            depth += (items.text[i] == ">") - (items.text[i] == "<")
            if not depth:
                break
            i -= 1
        return i - 2 if items.word(i - 1) == "::" else -1

    def add(self, at, target, how, ambiguous=False):
        path, i = at
        items = self.files[path]
        owner = items.owner(i)
        source = owner.name if owner else "<module>"
        if (path, source) == target:
            return
        key = (path, source) + tuple(target)
        old = self.edges.get(key)
        if old and RANK[old["how"]] <= RANK[how]:
            return
        body = owner is not None and owner.kind in ("function", "method", "macro")
        self.edges[key] = {"t": "ref", "path": path, "from": source, "to_path": target[0], "to": target[1],
                           "line": items.tokens[i].line, "how": how, "eager": not body, "amb": ambiguous}

    def sees(self, path, owner, macro):
        """Macros of a module inside of a file are seen in that module alone."""
        module = macro[1].rpartition(".")[0]
        return not module or path == macro[0] and owner is not None and (owner.name + ".").startswith(module + ".")

    def self_use(self, path, items, i):
        owner = items.owner(i)
        source = owner.name if owner else "<module>"
        name = self.self_type(items, i)
        for d in items.definitions:
            if d.kind in ("trait", "struct", "enum") and d.start <= i < d.end and name is None:
                name = d.name.split(".")[-1]
        if name:
            self.unresolved.add((path, source, name))

    def token_uses(self):
        for path, items in self.files.items():
            for i, token in enumerate(items.tokens):
                if token.text == "Self":
                    self.self_use(path, items, i)
                if token.kind == "ident" and items.word(i + 1) == "!" and items.word(i + 2) in ("(", "[", "{"):
                    owner = items.owner(i)
                    if owner and owner.kind == "macro":
                        continue
                    seen = [m for m in self.macros.get(token.text, ()) if self.sees(path, owner, m)]
                    for target in seen:
                        self.add((path, i), target, "macro", len(seen) > 1)

    # ---- output

    def write(self):
        out = sys.stdout
        dump = lambda row: out.write(json.dumps(row, ensure_ascii=False) + "\n")
        for path, items in sorted(self.files.items()):
            if path not in self.seen:
                dump({"t": "error", "path": path, "msg": "not analysed"})
            for d in items.definitions if path in self.seen else ():
                dump({"t": "def", "path": path, "name": d.name, "kind": d.kind, "line": items.tokens[d.token].line})
            if path in self.seen:
                self.unsure(path, items)
        for path, source, name in sorted(self.unresolved):
            dump({"t": "unresolved", "path": path, "from": source, "name": name})
        for key in sorted(self.edges):
            dump(self.edges[key])

    def unsure(self, path, items):
        covered = self.covered[path]
        inside = set()
        for i, text in enumerate(items.text):
            # What macros of the project make of their arguments is not told.
            if text == "!" and items.word(i + 1) in ("(", "[", "{") and items.tokens[i - 1].kind == "ident" and (
                    items.text[i - 1] not in self.macros):
                inside.update(range(i, items.match[i + 1]))
        for i, token in enumerate(items.tokens):
            if token.kind == "ident" and token.text not in KEYWORDS and i not in covered and i not in inside and items.word(i + 1) != "!":
                owner = items.owner(i)
                self.unresolved.add((path, owner.name if owner else "<module>", token.text))
        for d in items.definitions:
            checked = d.kind not in ("macro", "type", "field")
            if d.kind == "macro" or (checked and d.owns and d.token not in covered):
                self.unresolved.add((path, d.name, "*"))
        for start, end in sorted(set(items.conditional)):
            if covered.isdisjoint(range(start, end)):
                owner = items.around(start, end)
                source = owner.name if owner else "<module>"
                self.unresolved |= {(path, source, t.text) for t in items.tokens[start:end] if t.kind == "ident"}


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    truth = Truth(sys.argv[1])
    truth.load(sys.argv[2:])
    truth.resolve()
    truth.token_uses()
    truth.write()


if __name__ == "__main__":
    main()
