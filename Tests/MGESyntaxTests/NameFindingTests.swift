import MGESyntax
import Testing

@Suite struct NameFindingTests {
    private static let package = ["app/__init__.py": "", "app/models.py": "class User: pass\nfrom os import path\n"]

    @Test(arguments: [
        ("from app.models import Usr\n", "main.py:1:24: missingMember Usr"),
        ("from app.model import User\n", "main.py:1:23: missingModule app.model"),
        ("import app.nothing\n", "main.py:1:8: missingModule app.nothing"),
        ("from app import nothing\n", "main.py:1:17: missingMember nothing"),
        ("def f():\n    return undefined_name\n", "main.py:2:12: unboundName undefined_name"),
        ("def f():\n    x = 1\ndef g():\n    return x\n", "main.py:4:12: unboundName x"),
        ("class A:\n    x = 1\n    def f(self):\n        return x\n", "main.py:4:16: unboundName x"),
        ("y = mising.attribute\n", "main.py:1:5: unboundName mising"),
    ])
    func found(text: String, finding: String) throws {
        #expect(try findings(text) == [finding])
    }

    @Test(arguments: [
        "from app.models import User, path\nUser, path\n",
        "import app.models, app\napp.models.User\n",
        "from app import models\nmodels\n",
        "import redis\nfrom sqlalchemy import Column\nredis, Column\n",
        "try:\n    from app.fast import f\nexcept ImportError:\n    f = None\n",
        "from numpy import *\narray\n",
        "print(len, __file__, __name__, Exception)\n",
        "def f(a, *b, c=1, **d):\n    return a, b, c, d\n",
        "for i in range(3): pass\nprint(i)\nwith open('x') as g: g\n",
        "try: pass\nexcept ValueError as e: print(e)\n",
        "def f():\n    global late\n    late = 1\ndef g(): return late\n",
        "x = [a + b for a in [1] for b in [2] if (c := a)]\nprint(c)\n",
        "match x1:\n    case {'a': b, **rest}: print(b, rest)\nx1 = 1\n",
        "class A:\n    x = 1\n    y = [x for _ in range(2)]\n    def f(self): return __class__\n".replacing(
            "x for _", "_ for _"),
        "def f(x: 'Unknown'): pass\n",
        "try:\n    unicode\nexcept NameError:\n    unicode = str\n",
        "globals()['made'] = 1\nprint(made)\n",
        "def f(:\n    return undefined\n",
        "import os.path as p\np\ndel p\n",
        "def f():\n    import os\n    def g(): return os\n    return g\n",
    ])
    func notFound(text: String) throws {
        #expect(try findings(text) == [])
    }

    @Test(arguments: [
        ("f(1)", "1:1 f 1 of 2-3"), ("f(1, 2, 3, 4)", "1:1 f 4 of 2-3"), ("f(b=1)", "1:1 f 1 of 2-3"),
        ("import calls\ncalls.f()", "2:7 calls.f 0 of 2-3"), ("g(1)", "1:1 g 1 of 0-0"),
        ("def h():\n    return [f(x) for x in y]", "2:13 f 1 of 2-3"),
    ])
    func wrongNumberOfArguments(text: String, finding: String) throws {
        #expect(try callFindings(text) == [finding])
    }

    @Test(arguments: [
        "f(1, 2)", "f(1, 2, 3)", "f(1, b=2)", "f(1, 2,  # why\n  c=3)", "f(*a)", "f(1, **d)", "g()", "rest()",
        "rest(1, 2, 3)", "only(1, c=2)", "decorated()", "twice(1)", "twice(1, 2)", "made(1, 2, 3)", "h = f\nh()",
        "def g(x): return x\ng(1)", "def k(f): return f()", "A.m()", "A().m(1, 2)", "f", "f(x for x in y)",
    ])
    func rightOrUncertainNumberOfArguments(text: String) throws {
        #expect(try callFindings(text) == [])
    }

    private func callFindings(_ text: String) throws -> [String] {
        let calls = """
            def f(a, b: int, c=3): pass
            def g(): pass
            def rest(*a, b=1): pass
            def only(a, *, c): pass
            @cache
            def decorated(a): pass
            def twice(a): pass
            if f: 
                def twice(a, b): pass
            made = f
            class A:
                def m(self, a): pass
            """
        let names = "from calls import f, g, rest, only, decorated, twice, made, A; y = a = d = []\n"
        return try SyntaxFixture.project(["calls.py": calls, "main.py": names + text]).findings.compactMap {
            guard case .wrongArguments(let given, let least, let most) = $0.kind else { return nil }
            return "\($0.line - 1):\($0.column) \($0.name) \(given) of \(least)-\(most)"
        }
    }

    @Test(arguments: ["", "src/"])
    func onlyAPackageWithItsFileIsCertainlyTheProjects(root: String) throws {
        let files = ["\(root)app/models.py": "class User: pass\n", "main.py": "from app.gone import x\n"]
        #expect(try SyntaxFixture.project(files).findings.isEmpty)
        let package = files.merging(["\(root)app/__init__.py": ""]) { $1 }
        #expect(try SyntaxFixture.project(package).findings.map(\.name) == ["app.gone"])
    }

    @Test func relativeImports() throws {
        let project = try SyntaxFixture.project([
            "p/__init__.py": "from . import m, missing\nfrom .gone import x\n", "p/m.py": "from ..above import y\n",
        ])
        #expect(
            project.findings.map { "\($0.path):\($0.line) \($0.kind) \($0.name)" } == [
                "p/__init__.py:1 missingMember missing", "p/__init__.py:2 missingModule .gone",
                "p/m.py:1 missingModule ..above",
            ])
    }

    private func findings(_ text: String) throws -> [String] {
        try SyntaxFixture.project(Self.package.merging(["main.py": text]) { $1 }).findings.map {
            "\($0.path):\($0.line):\($0.column): \($0.kind) \($0.name)"
        }
    }
}

extension String {
    fileprivate func replacing(_ old: String, _ new: String) -> String {
        split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
    }
}
