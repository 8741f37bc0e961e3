import MGESyntax
import Testing

/// Every case says which edges a small project has: `file:source>file:target`.
@Suite struct PythonNamesTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let files: [String: String]
        let edges: Set<String>

        init(_ name: String, _ files: [String: String], _ edges: Set<String>) {
            testDescription = name
            self.files = files
            self.edges = edges
        }

        init(_ name: String, _ text: String, _ edges: Set<String>) {
            self.init(name, ["m.py": text], Set(edges.map(Self.inOneFile)))
        }

        private static func inOneFile(_ edge: String) -> String {
            edge.split(separator: ">").map { "m.py:\($0)" }.joined(separator: ">")
        }
    }

    static let scoping: [Case] = [
        Case("locals shadow", "X = 1\ndef f():\n    X = 2\n    return X\n", []),
        Case("parameters shadow", "X = 1\ndef f(X):\n    return X\n", []),
        Case("defaults are outside", "X = 1\ndef f(X=X):\n    return X\n", ["f>X"]),
        Case("global reaches the module", "X = 1\ndef f():\n    global X\n    X = X + 1\n", ["f>X"]),
        Case("global makes a variable", "def f():\n    global X\n    X = 1\ndef g():\n    return X\n", ["g>X"]),
        Case(
            "nonlocal binds nothing", "X = 1\ndef f():\n    X = 1\n    def g():\n        nonlocal X\n        X = 2\n",
            []),
        Case("comprehension variables are its own", "x = 1\ny = [x for x in range(3)]\n", []),
        Case("the first iterable is outside", "x = [1]\ny = [x for x in x]\n", ["y>x"]),
        Case("walrus binds around the comprehension", "def f(y):\n    [z := x for x in y]\n    return z\nz = 1\n", []),
        Case("lambda parameters shadow", "X = 1\ng = lambda X: X\n", []),
        Case("except binds locally", "e = 1\ndef f():\n    try: pass\n    except E as e: return e\n", []),
        Case("match captures bind", "x = 1\ndef f(y):\n    match y:\n        case [x, *_]: return x\n", []),
        Case("class scopes are not seen from methods", "class A:\n    x = 1\n    def f(self): return x\n", []),
        Case("class scopes are seen from inside", "class A:\n    x = 1\n    y = x\n", ["A.y>A.x"]),
        Case("only earlier lines of a class count", "x = 1\nclass A:\n    y = x\n    x = 2\n", ["A.y>x"]),
        Case("nested functions count for the outer", "X = 1\ndef f():\n    def g(): return X\n", ["f>X"]),
        Case("augmented assignment reads", "X = 1\nX += 1\nY = 2\nY += X\n", ["Y>X"]),
        Case("keyword names are no references", "a = 1\nb = dict(a=2)\n", []),
    ]

    static let members: [Case] = [
        Case("self", "class A:\n    def f(self): return self.g()\n    def g(self): pass\n", ["A.f>A.g"]),
        Case(
            "rebound self", "class A:\n    def f(self):\n        self = 1\n        self.g()\n    def g(self): pass\n",
            []),
        Case(
            "static methods have no self",
            "class A:\n    @staticmethod\n    def f(self): return self.g()\n    def g(self): pass\n", []),
        Case("cls", "class A:\n    @classmethod\n    def f(cls): return cls.g()\n    def g(self): pass\n", ["A.f>A.g"]),
        Case(
            "nested scopes inherit self",
            "class A:\n    def f(self): return [self.g() for _ in 'x']\n    def g(self): pass\n", ["A.f>A.g"]),
        Case(
            "bases, depth first",
            "class A:\n    def g(self): pass\nclass B(A): pass\nclass C:\n    def g(self): pass\n"
                + "class D(B, C):\n    def f(self): self.g()\n",
            ["B>A", "D>B", "D>C", "D.f>A.g"]),
        Case(
            "super",
            "class A:\n    def f(self): pass\nclass B(A):\n    def f(self): super().f()\n", ["B>A", "B.f>A.f"]),
        Case("class attributes", "class A:\n    x = 1\ny = A.x\n", ["y>A", "y>A.x"]),
        Case(
            "a stored attribute hides an inherited method",
            "class A:\n    def g(self): pass\nclass B(A):\n    def __init__(self): self.g = 1\n    def f(self): self.g()\n",
            ["B>A"]),
        Case("decorators and bases are the definition's", "def d(f): return f\n@d\ndef f(): pass\n", ["f>d"]),
    ]

    static let annotations: [Case] = [
        Case("strings", "class A: pass\ndef f(x: 'A') -> 'list[A]': pass\n", ["f>A"]),
        Case("nested strings", "class A: pass\nx: t.Dict[str, t.Type['A']] = {}\n", ["x>A"]),
        Case("cast", "class A: pass\ny = t.cast('A', 1)\n", ["y>A"]),
        Case("string in parentheses", "class A: pass\nx: B | (L['A']) = 1\ny: B | ('A') = 1\n", ["x>A", "y>A"]),
        Case("Literal holds no names", "class A: pass\nx: Literal['A'] = 'A'\n", []),
        Case("only the first of Annotated", "class A: pass\nclass B: pass\nx: Annotated['A', 'B'] = 1\n", ["x>A"]),
        Case("other strings are strings", "class A: pass\nx = ['A']\ny = f('A')\n", []),
        Case("bases of a class", "class A: pass\nclass B(Generic['A']): pass\n", ["B>A"]),
    ]

    static let imports: [Case] = [
        Case(
            "from", ["a.py": "X = 1\n", "b.py": "from a import X as Y\nz = Y\n"],
            ["b.py:<module>>a.py:X", "b.py:z>a.py:X"]),
        Case(
            "relative and re-exported",
            [
                "p/__init__.py": "from .m import X\n", "p/m.py": "X = 1\n", "p/q/__init__.py": "",
                "p/q/n.py": "from .. import X\nfrom ..m import X as Y\nz = X\nw = Y\n",
            ],
            [
                "p/__init__.py:<module>>p/m.py:X", "p/q/n.py:<module>>p/m.py:X", "p/q/n.py:z>p/m.py:X",
                "p/q/n.py:w>p/m.py:X",
            ]),
        Case(
            "modules and submodules",
            ["p/__init__.py": "", "p/m.py": "X = 1\n", "b.py": "import p.m\nimport p.m as q\nx = p.m.X\ny = q.X\n"],
            ["b.py:<module>>p/m.py:<module>", "b.py:x>p/m.py:X", "b.py:y>p/m.py:X"]),
        Case(
            "a name wins over a submodule",
            ["p/__init__.py": "m = 1\n", "p/m.py": "", "b.py": "from p import m\n"],
            ["b.py:<module>>p/__init__.py:m"]),
        Case(
            "star",
            ["a.py": "__all__ = ['X']\nX = 1\nY = 2\n", "b.py": "from a import *\nz = X\nw = Y\n"],
            ["b.py:<module>>a.py:<module>", "b.py:z>a.py:X"]),
        Case(
            "star without __all__",
            ["a.py": "X = 1\n_Y = 2\n", "b.py": "from a import *\nz = X\nw = _Y\n"],
            ["b.py:<module>>a.py:<module>", "b.py:z>a.py:X"]),
        Case(
            "static parts of __all__",
            [
                "a.py": "__all__ = ['X'] + ['Y']\n__all__ += ('Z',)\nX = Y = Z = W = 1\n",
                "b.py": "from a import *\nz = Z\nw = W\n",
            ],
            ["b.py:<module>>a.py:<module>", "b.py:z>a.py:Z"]),
        Case(
            "cycles of re-exports end",
            ["a.py": "from b import X\n", "b.py": "from a import X\ny = X\n"], []),
        Case(
            "the standard library is not the project's", ["json.py": "X = 1\n", "b.py": "from json import X\ny = X\n"],
            []),
        Case(
            "src is a root", ["src/p/m.py": "X = 1\n", "src/b.py": "from p.m import X\n"],
            ["src/b.py:<module>>src/p/m.py:X"]),
        Case(
            "imports inside functions",
            ["a.py": "X = 1\n", "b.py": "def f():\n    from a import X\n    return X\n"], ["b.py:f>a.py:X"]),
        Case(
            "both branches are meant",
            "if a:\n    def f(): pass\nelse:\n    f = None\ndef g(): return f\n", ["g>f"]),
    ]

    @Test(arguments: scoping + members + annotations + imports)
    func edges(of example: Case) throws {
        let project = try SyntaxFixture.project(example.files)
        let edges = project.references.map { edge in
            "\(project.files[edge.file].path):\(edge.source)>\(project.files[edge.targetFile].path):\(edge.target)"
        }
        #expect(Set(edges) == example.edges)
    }

    @Test func usesInFunctionsAndStringsAreLazy() throws {
        let project = try SyntaxFixture.project([
            "m.py": "class A: pass\ndef f(x=A): pass\ndef g(): return A\ndef h(x: 'A'): pass\nx = lambda: A\n"
        ])
        let eager = Dictionary(uniqueKeysWithValues: project.references.map { ($0.source, $0.isEager) })
        #expect(eager == ["f": true, "g": false, "h": false, "x": false])
    }

    @Test func annotationsUnderTheFutureAreLazy() throws {
        let project = try SyntaxFixture.project([
            "m.py":
                "from __future__ import annotations\nclass A: pass\ndef f(x: A): pass\nif TYPE_CHECKING:\n    from n import B\n",
            "n.py": "B = 1\n",
        ])
        #expect(project.references.count == 2)
        #expect(project.references.allSatisfy { !$0.isEager })
    }

    @Test func definitionsHaveTheirKindsAndLines() throws {
        let file = try SyntaxFixture.atomize(
            """
            X = 1
            @d
            class A:
                y: int
                def f(self):
                    def g(): pass
            for i in X: pass
            a, b = 1, 2
            """)
        let found = file.definitions.map {
            "\($0.name) \($0.kind.rawValue) \($0.lines.lowerBound)-\($0.lines.upperBound) \($0.line)"
        }
        #expect(
            found == [
                "X variable 1-1 1", "A class 2-6 3", "A.y field 4-4 4", "A.f method 5-6 5",
                "A.f.<locals>.g local_function 6-6 6", "i loopvar 7-7 7", "a variable 8-8 8", "b variable 8-8 8",
            ])
    }

    @Test func atomsKnowWhatTheyDefineAndUse() throws {
        let file = try SyntaxFixture.atomize(
            "from app.models import User\nimport os\n\nLIMIT = 1\n\ndef f(user: User, n):\n    return os.path.join(n, LIMIT, len(n))\n"
        )
        #expect(file.atoms.indices.map(file.defines(ofAtom:)) == [[], ["LIMIT"], ["f"]])
        #expect(
            file.atoms.indices.map(file.rawReferences(ofAtom:))
                == [["app.models.User", "os"], [], ["User", "os", "os.path", "os.path.join", "LIMIT"]])
    }
}
