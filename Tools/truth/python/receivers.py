#!/usr/bin/env python3
"""Which members of a Python tree's own classes are reached through values, by the types that mypy finds.

  receivers.py DIR > truth.jsonl          needs mypy beside this Python

`compare.py --only .py` holds `mge atomize --json DIR` against it; only what it prints under `receivers` means anything, as
definitions and what follows from names alone are not told here. A line for each:
  ref         x.f, where mypy knows that x is an instance of a class that has f in its body or in that of a base in DIR.
              how: self (the first parameter of a method) or receiver. by: parameter, local, field (self.x), global, call,
              other. stated: x is a name or a field of self, and the text says its class: an annotation, a call of the class
              that is assigned or entered with `with`, or a parameter with an annotation that is assigned to the field;
              and mypy has not narrowed it to another one
  unresolved  x.f, where mypy does not know what x is, where it may be of several classes, and where f is set in methods
              alone or made by a decorator: nobody can tell, so that edges to f from there are not judged
  error       a file that mypy does not read
What is assigned to is not told. Functions without annotations are checked too. An optional x is read as what it is when it is there.
"""

import json
import os
import sys
from pathlib import Path

from mypy import build, nodes, types
from mypy.errors import CompileError
from mypy.find_sources import create_source_list
from mypy.fscache import FileSystemCache
from mypy.options import Options
from mypy.traverser import ExtendedTraverserVisitor

DEFINITIONS = (nodes.FuncDef, nodes.Decorator, nodes.OverloadedFuncDef, nodes.TypeInfo)


def options() -> Options:
    """Everything is checked, nothing is fetched, and trees and types are kept."""
    chosen = Options()
    chosen.export_types = chosen.preserve_asts = chosen.check_untyped_defs = True
    chosen.incremental = chosen.local_partial_types = False
    chosen.follow_imports = "silent"
    chosen.ignore_missing_imports = chosen.namespace_packages = chosen.explicit_package_bases = True
    chosen.allow_redefinition = False
    return chosen


def instance(kind: types.Type | None) -> types.Instance | None:
    """The one class that a value is of, when it is there; nil when that is not known."""
    proper = types.get_proper_type(kind) if kind is not None else None
    if isinstance(proper, types.TypeVarType):
        return instance(proper.upper_bound)
    if isinstance(proper, types.TupleType):
        return proper.partial_fallback
    if isinstance(proper, types.UnionType):
        others = [item for item in map(types.get_proper_type, proper.items) if not isinstance(item, types.NoneType)]
        return instance(others[0]) if len(others) == 1 else None
    return proper if isinstance(proper, types.Instance) else None


def named_class(kind: types.Type | None) -> types.Instance | None:
    """The class that a value is itself, by another name."""
    proper = types.get_proper_type(kind) if kind is not None else None
    if isinstance(proper, types.TypeType):
        return instance(proper.item)
    if isinstance(proper, types.FunctionLike) and proper.is_type_obj():
        return instance(proper.items[0].ret_type)
    return None


def is_constructor(value: nodes.Expression) -> bool:
    """Whether a value is a call of a class by its name."""
    return (
        isinstance(value, nodes.CallExpr) and isinstance(value.callee, nodes.RefExpr)
        and isinstance(value.callee.node, nodes.TypeInfo))


class Stated(ExtendedTraverserVisitor):
    """The variables whose class the text states, and the fields that the bodies of classes define."""

    def __init__(self) -> None:
        super().__init__()
        self.variables: set[nodes.Var] = set()
        self.parameters: set[nodes.Var] = set()
        self.fields: set[tuple[str, str]] = set()
        self.in_body: set[tuple[str, str]] = set()
        self.classes: list[nodes.ClassDef] = []
        self.in_function = [False]

    def visit_class_def(self, o: nodes.ClassDef) -> None:
        self.classes.append(o)
        self.in_function.append(False)
        super().visit_class_def(o)
        self.in_function.pop()
        self.classes.pop()

    def visit_func(self, o: nodes.FuncItem) -> None:
        for argument in o.arguments:
            self.parameters.add(argument.variable)
            if argument.type_annotation is not None:
                self.variables.add(argument.variable)
        self.in_function.append(True)
        super().visit_func(o)
        self.in_function.pop()

    def visit_assignment_stmt(self, o: nodes.AssignmentStmt) -> None:
        is_passed_on = (
            isinstance(o.rvalue, nodes.NameExpr) and o.rvalue.node in self.parameters
            and o.rvalue.node in self.variables)
        is_stated = o.unanalyzed_type is not None or is_constructor(o.rvalue)
        for target in o.lvalues:
            if self.classes and not self.in_function[-1] and isinstance(target, nodes.NameExpr):
                self.in_body.add((self.classes[-1].fullname, target.name))
                if is_stated:
                    self.fields.add((self.classes[-1].fullname, target.name))
            elif is_stated and isinstance(target, nodes.NameExpr) and isinstance(target.node, nodes.Var):
                self.variables.add(target.node)
            elif (is_stated or is_passed_on) and self.classes and isinstance(target, nodes.MemberExpr):
                self.fields.add((self.classes[-1].fullname, target.name))
        super().visit_assignment_stmt(o)

    def visit_with_stmt(self, o: nodes.WithStmt) -> None:
        for value, target in zip(o.expr, o.target):
            if isinstance(target, nodes.NameExpr) and isinstance(target.node, nodes.Var) and is_constructor(value):
                self.variables.add(target.node)
        super().visit_with_stmt(o)


class Receivers(ExtendedTraverserVisitor):
    """Prints who reaches which member."""

    def __init__(self, result: build.BuildResult, paths: dict[str, str], stated: Stated, path: str) -> None:
        super().__init__()
        self.result, self.paths, self.stated, self.path = result, paths, stated, path
        self.around: list[str] = []
        self.in_function = False
        self.seen: dict[tuple[str, ...], dict[str, object]] = {}

    def within(self, name: str, is_function: bool, visit) -> None:
        was = self.in_function
        if not was:
            self.around.append(name)
        self.in_function = was or is_function
        visit()
        self.in_function = was
        if not was:
            self.around.pop()

    def visit_class_def(self, o: nodes.ClassDef) -> None:
        self.within(o.name, False, lambda: super(Receivers, self).visit_class_def(o))

    def visit_func_def(self, o: nodes.FuncDef) -> None:
        self.within(o.name, True, lambda: super(Receivers, self).visit_func_def(o))

    def visit_assignment_stmt(self, o: nodes.AssignmentStmt) -> None:
        name = next((target.name for target in o.lvalues if isinstance(target, nodes.NameExpr)), None)
        if name is None or self.in_function:
            self.assign(o.lvalues, o.rvalue)
        else:
            self.within(name, False, lambda: self.assign(o.lvalues, o.rvalue))

    def visit_operator_assignment_stmt(self, o: nodes.OperatorAssignmentStmt) -> None:
        self.assign([o.lvalue], o.rvalue)

    def assign(self, targets: list[nodes.Lvalue], value: nodes.Expression) -> None:
        """A member that is assigned to is not used."""
        for target in targets:
            (target.expr if isinstance(target, nodes.MemberExpr) else target).accept(self)
        value.accept(self)

    def visit_member_expr(self, o: nodes.MemberExpr) -> None:
        super().visit_member_expr(o)
        if isinstance(o.expr, nodes.RefExpr) and isinstance(o.expr.node, (nodes.MypyFile, nodes.TypeInfo)):
            return
        kind = self.result.types.get(o.expr)
        found = instance(kind) or named_class(kind)
        if found is None:
            is_known = isinstance(types.get_proper_type(kind), (types.TypeType, types.CallableType, types.Overloaded))
            self.unresolved(o) if not is_known else None
            return
        for base in found.type.mro:
            if o.name in base.names:
                self.reach(o, found, base)
                return

    def reach(self, o: nodes.MemberExpr, found: types.Instance, base: nodes.TypeInfo) -> None:
        path = self.paths.get(base.module_name)
        if path is None:
            return
        entry = base.names[o.name]
        is_defined = not entry.plugin_generated and (
            isinstance(entry.node, DEFINITIONS) or (base.fullname, o.name) in self.stated.in_body)
        if not is_defined or "@" in base.fullname:
            self.unresolved(o)
            return
        is_self = isinstance(o.expr, nodes.NameExpr) and isinstance(o.expr.node, nodes.Var) and o.expr.node.is_self
        by, declared, is_stated = self.sort(o.expr)
        held = instance(declared)
        target = base.fullname.removeprefix(base.module_name + ".") + "." + o.name
        self.note({
            "t": "ref", "path": self.path, "from": self.source, "to_path": path, "to": target, "line": o.line,
            "how": "self" if is_self else "receiver", "by": by,
            "stated": is_stated and held is not None and held.type is found.type,
        })

    def sort(self, value: nodes.Expression) -> tuple[str, types.Type | None, bool]:
        """What a receiver is, its type as declared, and whether the text states that."""
        if isinstance(value, nodes.NameExpr) and isinstance(value.node, nodes.Var):
            by = "parameter" if value.node in self.stated.parameters else "global" if value.kind == nodes.GDEF else "local"
            return by, value.node.type, value.node in self.stated.variables
        if isinstance(value, nodes.MemberExpr) and isinstance(value.expr, nodes.NameExpr):
            owner = instance(self.result.types.get(value.expr))
            if isinstance(value.expr.node, nodes.Var) and value.expr.node.is_self and owner is not None:
                for base in owner.type.mro:
                    if value.name in base.names:
                        node = base.names[value.name].node
                        kind = node.type if isinstance(node, nodes.Var) else None
                        return "field", kind, (base.fullname, value.name) in self.stated.fields
        return "call" if isinstance(value, nodes.CallExpr) else "other", None, False

    @property
    def source(self) -> str:
        return ".".join(self.around) or "<module>"

    def unresolved(self, o: nodes.MemberExpr) -> None:
        row = {"t": "unresolved", "path": self.path, "from": self.source, "name": o.name}
        self.seen.setdefault(tuple(row.values()), row)

    def note(self, row: dict[str, object]) -> None:
        key = tuple(str(row[name]) for name in ("t", "path", "from", "to_path", "to"))
        old = self.seen.get(key)
        if old is None or row["how"] == "self" or row["stated"] and not old["stated"] and old["how"] != "self":
            self.seen[key] = row


def main() -> None:
    root = Path(sys.argv[1]).resolve()
    os.chdir(root)
    chosen = options()
    cache = FileSystemCache()
    sources = create_source_list(["."], chosen, cache)
    try:
        result = build.build(sources=sources, options=chosen, fscache=cache)
    except CompileError as error:
        sys.exit("\n".join(error.messages))
    trees = {}
    for name, state in result.graph.items():
        if state.tree is not None and state.path and (root / state.path).resolve().is_relative_to(root):
            trees[name] = (state.tree, (root / state.path).resolve().relative_to(root).as_posix())
    paths = {name: path for name, (_, path) in trees.items()}
    stated = Stated()
    for tree, _ in trees.values():
        tree.accept(stated)
    read = set(paths.values())
    for file in sorted(root.rglob("*.py")):
        path = file.relative_to(root).as_posix()
        if path not in read:
            print(json.dumps({"t": "error", "path": path, "msg": "not read"}))
    for tree, path in trees.values():
        receivers = Receivers(result, paths, stated, path)
        tree.accept(receivers)
        for row in receivers.seen.values():
            print(json.dumps(row))


if __name__ == "__main__":
    main()
