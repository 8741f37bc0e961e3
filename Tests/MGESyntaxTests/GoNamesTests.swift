import MGESyntax
import Testing

/// Every case says which edges a small project has: `file:source>file:target`.
@Suite struct GoNamesTests {
    typealias Case = PythonNamesTests.Case

    private static func one(_ name: String, _ text: String, _ edges: Set<String>) -> Case {
        Case(name, ["m.go": "package m\n" + text], Set(edges.map(inOneFile)))
    }

    private static func inOneFile(_ edge: String) -> String {
        guard let middle = edge.lastIndex(of: ">") else { return edge }
        return "m.go:\(edge[..<middle])>m.go:\(edge[edge.index(after: middle)...])"
    }

    static let scoping: [Case] = [
        one("parameters shadow", "var X = 1\nfunc f(X int) int { return X }\n", []),
        one("results shadow", "var X = 1\nfunc f() (X int) { return X }\n", []),
        one(
            "a parameter may be called as its type", "type s int\nfunc f(s s) { s.g() }\nfunc (s) g() {}\n",
            [
                "f>s", "f>s.g", "s.g>s",
            ]),
        one("a local is not seen in its own value", "var x = 1\nfunc f() { x := x; g(x) }\n", ["f>x"]),
        one("nor before its declaration", "var x = 1\nfunc f() { g(x); x := 1; g(x) }\n", ["f>x"]),
        one("blocks end", "var x = 1\nfunc f() { { x := 2; g(x) } }\n", []),
        one("headers of if", "var x = 1\nfunc f() { if x := 1; x > 0 { g(x) } else { h(x) } }\n", []),
        one("ranges bind behind their value", "var x []int\nfunc f() { for _, x := range x { g(x) } }\n", ["f>x"]),
        one("select binds", "var x = 1\nfunc f(c chan int) { select { case x := <-c: g(x) } }\n", []),
        one("function literals", "var x = 1\nvar y = func(x int) int { return x }\n", []),
        one("type parameters shadow", "type T int\nfunc f[T any](x T) T { return x }\n", []),
        one("receivers have type parameters", "type T int\ntype A[X any] int\nfunc (a *A[T]) f(t T) {}\n", ["A.f>A"]),
        one("blank is nothing", "var _ = x\nvar x = 1\nfunc f() { _ = 1 }\n", ["<module>>x"]),
        one("labels are no names", "var l = 1\nfunc f() { l: for { break l } }\n", []),
        one(
            "the first name of several owns",
            "var a, b = f(), g()\nfunc f() int { return 1 }\nfunc g() int { return 1 }\n",
            [
                "a>f", "a>g",
            ]),
    ]

    static let keys: [Case] = [
        one("fields in literals", "type A struct { x int }\nvar x = 1\nvar y = A{x: x}\n", ["y>A", "y>A.x", "y>x"]),
        one("keys of maps are values", "const k = 1\nvar y = map[int]int{k: 1}\n", ["y>k"]),
        one("of named maps too", "type M map[int]string\nconst k = 1\nvar y = M{k: \"\"}\n", ["y>M", "y>k"]),
        one("fields of other packages are none of ours", "var Handler = 1\nvar y = http.Server{Handler: nil}\n", []),
        one("types without a name have fields of their own", "type x int\nvar y = []struct{ x int }{{x: 1}}\n", []),
        one(
            "literals without a type",
            "type A struct { x int }\nvar y = []*A{{x: 1}}\nvar z = map[string][]A{\"\": {{x: 1}}}\n",
            ["y>A", "y>A.x", "z>A", "z>A.x"]),
        one(
            "elements of named types", "type A struct { x int }\ntype L []A\nvar y = L{{x: 1}}\n",
            ["L>A", "y>L", "y>A.x"]),
    ]

    static let receivers: [Case] = [
        one(
            "stated parameters", "type A struct { b B }\ntype B int\nfunc (B) g() {}\nfunc f(a *A) { a.b.g() }\n",
            [
                "A>B", "B.g>B", "f>A", "f>A.b", "f>B.g",
            ]),
        one(
            "embedded fields", "type A struct { *B }\ntype B struct { x int }\nfunc f(a A) { a.x++; a.B.x++ }\n",
            [
                "A>B", "f>A", "f>A.B", "f>B.x",
            ]),
        one(
            "what functions give",
            "type A struct { x int }\nfunc n() *A { return nil }\nfunc f() { a := n(); a.x++; n().x++ }\n",
            [
                "n>A", "f>n", "f>A.x",
            ]),
        one(
            "elements", "type A struct { x int }\nvar l []A\nfunc f() { l[0].x++; for _, a := range l { a.x++ } }\n",
            [
                "l>A", "f>l", "f>A.x",
            ]),
        one(
            "type switches",
            "type A struct { x int }\nfunc f(v any) { switch y := v.(type) { case *A: y.x++; case int: y.x++ } }\n",
            [
                "f>A", "f>A.x",
            ]),
        one("bounds", "type I interface { g() }\nfunc f[T I](t T) { t.g() }\n", ["f>I", "f>I.g"]),
        one(
            "embedded interfaces", "type I interface { J }\ntype J interface { g() }\nfunc f(i I) { i.g() }\n",
            [
                "I>J", "f>I", "f>J.g",
            ]),
        one("method expressions", "type A int\nfunc (a A) g() {}\nvar y = A.g\n", ["A.g>A", "y>A", "y>A.g"]),
    ]

    static let packages: [Case] = [
        Case(
            "files of a package share their names",
            ["a.go": "package m\nvar x = y\n", "b.go": "package m\nvar y = 1\n"],
            ["a.go:x>b.go:y"]),
        Case(
            "others in the directory do not",
            ["a.go": "package m\nvar x = y\n", "b_test.go": "package m_test\nvar y = 1\n"],
            []),
        Case(
            "imports go by go.mod",
            [
                "go.mod": "module example.org/m\n", "a.go": "package m\nimport \"example.org/m/b\"\nvar x = b.Y\n",
                "b/b.go": "package b\nvar Y = 1\n", "c/b/b.go": "package b\nvar Y = 1\n",
            ],
            ["a.go:x>b/b.go:Y"]),
        Case(
            "packages have names of their own",
            [
                "go.mod": "module example.org/m\n",
                "a.go": "package m\nimport \"example.org/m/go-b/v2\"\nvar x = other.Y\n",
                "go-b/v2/b.go": "package other\nvar Y = 1\n",
            ],
            ["a.go:x>go-b/v2/b.go:Y"]),
        Case(
            "other names and dots",
            [
                "go.mod": "module m\n",
                "a.go": "package m\nimport (\n\t. \"m/b\"\n\tc \"m/b\"\n\t_ \"m/b\"\n)\nvar x = Y\nvar z = c.Z\n",
                "b/b.go": "package b\nvar Y, Z = 1, 2\n",
            ],
            ["a.go:x>b/b.go:Y", "a.go:z>b/b.go:Z"]),
        Case(
            "names of packages that are not known are theirs",
            [
                "a.go": "package m\nimport \"github.com/x/go-json\"\nvar y = json.Z\n",
                "b.go": "package m\nvar json = 1\n",
            ], []),
        Case(
            "methods in other files",
            [
                "a.go": "package m\ntype A struct { x int }\nfunc f(a A) { a.g() }\n",
                "b.go": "package m\nfunc (a *A) g() { a.x++ }\n",
            ],
            ["a.go:f>a.go:A", "a.go:f>b.go:A.g", "b.go:A.g>a.go:A", "b.go:A.g>a.go:A.x"]),
    ]

    @Test(arguments: scoping + keys + receivers + packages)
    func edges(of example: Case) throws {
        let project = try SyntaxFixture.project(example.files)
        let edges = project.references.map { edge in
            "\(project.files[edge.file].path):\(edge.source)>\(project.files[edge.targetFile].path):\(edge.target)"
        }
        #expect(Set(edges) == example.edges)
    }

    @Test func severalDefinitionsAreAmbiguous() throws {
        let project = try SyntaxFixture.project([
            "a.go": "package m\nvar x = y\n", "b_linux.go": "package m\nvar y = 1\n",
            "b_windows.go": "package m\nvar y = 2\n",
        ])
        #expect(project.references.count == 2)
        #expect(project.references.allSatisfy { $0.isAmbiguous })
    }

    @Test func atomsOfMethodsAreCalledByTheirTypes() throws {
        let file = try SyntaxFixture.atomize(
            "package m\n\ntype A[T any] struct{}\n\nfunc (a *A[T]) f() {\n}\n\ntype (\n\tB int\n\tC int\n)\n",
            path: "m.go")
        #expect(SyntaxFixture.names(file) == ["<module>", "A", "A.f", "<module>#2", "B", "C"])
    }
}
