import MGESyntax
import Testing

/// Values whose class the text states lead to the members of that class.
@Suite struct ReceiverTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let text: String
        let edges: Set<String>

        init(_ name: String, _ text: String, _ edges: Set<String>) {
            (testDescription, self.text, self.edges) = (name, text, edges)
        }
    }

    static let python: [Case] = [
        Case("a parameter", "def f(a: A): a.m()\n", ["f>A.m"]),
        Case("a type in a string", "def f(a: 'A'): a.m()\n", ["f>A.m"]),
        Case("an optional", "def f(a: Optional[A], b: t.Optional['B']): a.m(); b.m()\n", ["f>A.m", "f>B.m"]),
        Case("a union with None", "def f(a: A | None, b: None | 'B'): a.m(); b.m()\n", ["f>A.m", "f>B.m"]),
        Case("a union in a string", "def f(a: 'A | None', b: \"Optional['B']\"): a.m(); b.m()\n", ["f>A.m", "f>B.m"]),
        Case("a union of one", "def f(a: Union[A, None]): a.m()\n", ["f>A.m"]),
        Case("a union of two says of none", "def f(a: A | B): a.m()\n", []),
        Case("what is annotated", "def f(a: Annotated[A, B]): a.m()\n", ["f>A.m"]),
        Case("a generic class", "def f(g: G[A]): g.m()\n", ["f>G.m"]),
        Case("a list of something is not that", "def f(a: list[A], b: 'list[A]'): a.m(); b.m()\n", []),
        Case("a broken string", "def f(a: 'A |', b: '', c: 'A..B'): a.m(); b.m(); c.m()\n", []),
        Case("a call that is assigned", "def f():\n    a = A()\n    a.m()\n", ["f>A.m"]),
        Case("what a function gives", "def g() -> 'A': ...\ndef f():\n    a = g()\n    a.m()\n", ["f>A.m"]),
        Case("what is awaited", "async def g() -> A: ...\nasync def f():\n    a = await g()\n    a.m()\n", ["f>A.m"]),
        Case(
            "a field that is given a parameter",
            "class C:\n    def __init__(self, a: A): self.a = a\n    def f(self): self.a.m()\n", ["C.f>A.m"]),
        Case(
            "a field that is given something without a type",
            "class C:\n    def __init__(self, a): self.a = a\n    def f(self): self.a.m()\n", []),
        Case(
            "a field that a base is given",
            "class C:\n    def __init__(self, a: A): self.a = a\nclass D(C):\n    def f(self): self.a.m()\n",
            ["D.f>A.m"]),
        Case(
            "a local that is another name for a field",
            "class C:\n    a: A\n    def f(self):\n        b = self.a\n        b.m()\n", ["C.f>A.m"]),
        Case(
            "what a property gives",
            "class C:\n    @property\n    def a(self) -> A: ...\n    def f(self): self.a.m()\n", ["C.f>A.m"]),
        Case("a final name without a type", "x: A = A()\ny: Final = x\ndef f(): y.m()\n", ["f>A.m"]),
        Case("another name for a class", "def f():\n    a = A\n    a.m()\n", ["f>A.m"]),
        Case("names that are each other's", "a = b\nb = a\ndef f(): a.m()\n", []),
    ]

    static let typescript: [Case] = [
        Case("a parameter", "function f(a: A) { a.m() }", ["f>A.m"]),
        Case("an optional parameter", "function f(a?: A) { a?.m() }", ["f>A.m"]),
        Case("a union with null", "let a: A | null = null\nfunction f() { a?.m() }", ["f>A.m"]),
        Case("a union with both", "let a: undefined | A | null\nfunction f() { a.m() }", ["f>A.m"]),
        Case("a union with a literal", "function f(a: A | 'none') { a.m() }", ["f>A.m"]),
        Case("a union of two says of none", "function f(a: A | B) { a.m() }", []),
        Case("a generic class", "function f(a: G<A> | null) { a.m() }", ["f>G.m"]),
        Case("a field", "class C { a: A | undefined\n f() { this.a.m() } }", ["C.f>A.m"]),
    ]

    @Test(arguments: python) func inPython(example: Case) throws {
        let classes = ["A", "B", "G"].map { "class \($0):\n    def m(self): pass\n" }.joined()
        try expect(example.edges, in: classes + example.text, path: "m.py")
    }

    @Test(arguments: typescript) func inTypeScript(example: Case) throws {
        let classes = ["A", "B", "G<T>"].map { "export class \($0) { m() {} }\n" }.joined()
        try expect(example.edges, in: classes + example.text, path: "m.ts")
    }

    private func expect(_ edges: Set<String>, in text: String, path: String) throws {
        let project = try SyntaxFixture.project([path: text])
        let found = project.references.filter { $0.how == .receiver }.map { "\($0.source)>\($0.target)" }
        #expect(Set(found) == edges)
    }
}
