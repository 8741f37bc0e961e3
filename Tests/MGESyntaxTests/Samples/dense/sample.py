# coding: utf-8
"""A module.

With a docstring.
"""
from __future__ import annotations
import os, sys as system
from app.models import (
    User,
    Post as P,
)
from . import sample
from .sample import *

__all__ = ["A", "g"]
X: int = 1
Y = {
    "a": [1, 2, 3],
    "ñ": "日本",
}

@decorator
class A(Base, metaclass=Meta):
    """Doc."""
    field: "User"

    def method(self, a=1, *args, **kwargs) -> t.Dict[str, "P"]:
        for i in range(10):
            if i: print(i)
            else: continue
        return [x for x in args if (y := x)]

    @staticmethod
    async def other(b): return lambda c: b + c

if X:
    def g(): pass
else:
    g = None

try:
    z = 1; w = 2
except E as e:
    raise
match X:
    case A(field=f) | B.C: pass
    case _: pass
f"{X!r:>{w}} {A().method(1).x}"
