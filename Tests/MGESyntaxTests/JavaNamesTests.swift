import MGESyntax
import Testing

/// What Java's names mean.
///
/// Edges to types that a case needs, but is not about, are part of it all the same.
@Suite struct JavaNamesTests {
    private static func one(_ name: String, _ text: String, _ edges: Set<String>) -> EdgeCase {
        EdgeCase(name, ["A.java": text], edges)
    }

    static let scoping: [EdgeCase] = [
        one("locals hide fields", "class A { int x; void f() { int x = 1; x++; } }", []),
        one(
            "fields are seen before a local is declared", "class A { int x; void f() { x++; int x = 1; } }", ["A.f>A.x"]
        ),
        one("blocks end", "class A { int x; void f() { { int x = 1; } x++; } }", ["A.f>A.x"]),
        one("parameters hide fields", "class A { int x; void f(int x) { x++; } }", []),
        one(
            "parameters of lambdas hide fields",
            "class A { int x, y; void f() { g(x -> x); h((int y) -> y); i((x, y) -> x + y); } }", []),
        one(
            "caught exceptions and resources hide fields",
            "class A { int e, r; void f() { try (var r = null) { r = 1; } catch (Oops e) { e = 1; } } }", []),
        one("loops hide fields", "class A { int x; void f() { for (int x : y) x++; } }", []),
        one(
            "patterns hide fields", "class A { int x; void f(Object o) { if (o instanceof B x && x > 1) x = 2; } }", []),
        one("methods and variables are apart", "class A { int x; void x() {} void f(int x) { x(); } }", ["A.f>A.x"]),
        one("types and variables are apart", "class A { class b {} int f(int b) { b c; return b; } }", ["A.f>A.b"]),
        one("type parameters hide classes", "class A { class T {} <T> T f(T t) { return t; } }", []),
        one("type parameters are seen in the head", "class A<T extends B<T>> implements C<T> {} class T {}", []),
        one("labels are no names", "class A { int x; void f() { x: while (true) { break x; } } }", []),
        one("names of annotations' elements are no names", "class A { int x; @B(x = 1) void f() {} }", []),
        one("inner classes see outer members", "class A { int x; class B { int y = x; } }", ["A.B.y>A.x"]),
        one(
            "inherited members are nearer than outer ones",
            "class C { void f() {} } class A { void f() {} class B extends C { void g() { f(); } } }",
            ["A.B>C", "A.B.g>C.f"]),
        one(
            "classes without a name see what they inherit",
            "class C { void f() {} } class A { int x; Object o = new C() { int y; void g() { f(); x++; y++; } }; }",
            ["A.o>C", "A.o>C.f", "A.o>A.x"]),
        one(
            "local classes are no definitions",
            "class A { void f() { class B { void g() { h(); } } new B().g(); } void h() {} }", ["A.f>A.h"]),
        one("a field's type belongs to the first of several", "class B {} class A { B x, y = z; }", ["A.x>B"]),
        one("components are fields and methods", "record A(int x) { int f() { return x + x(); } }", ["A.f>A.x"]),
        one(
            "constants of enums", "enum A { ONE { void f() { g(); } }, TWO; void g() { f(ONE); } }",
            ["A.ONE>A.g", "A.g>A.ONE"]),
        one(
            "labels of choices are of the type that is chosen by",
            "enum E { ONE } class A { int ONE, TWO; void f(E e, int i) { switch (e) { case ONE: } switch (i) { case TWO: } } }",
            ["A.f>E", "receiver A.f>E.ONE", "A.f>A.TWO"]),
    ]

    static let hiding: [EdgeCase] = [
        one(
            "private members are not inherited",
            "class B { private int x; } class A { Object f(int x) { return new B() { int g() { return x; } }; } }",
            ["A.f>B"]),
        one(
            "private members are seen in the class itself", "class A { private int x; int f(A a) { return a.x; } }",
            ["A.f>A", "receiver A.f>A.x"]),
        one(
            "classes of the project hide those of the language", "class Module {} class A { Module m; }", ["A.m>Module"]
        ),
    ]

    static let members: [EdgeCase] = [
        one(
            "this and super",
            "class B { void g() {} } class A extends B { int x; void f() { this.x = 1; super.g(); } }",
            ["A>B", "A.f>A.x", "A.f>B.g"]),
        one(
            "this of the outer class", "class A { int x; class B { void f() { A.this.x = 1; } } }",
            ["A.B.f>A", "A.B.f>A.x"]),
        one(
            "members of interfaces", "interface I { int x(); } class A implements I { int f() { return x(); } }",
            ["A>I", "A.f>I.x"]),
        one(
            "static members",
            "class A { static int x; void f() { A.x = B.C.y; } } class B { class C { static int y; } }",
            ["A.f>A", "A.f>A.x", "A.f>B", "A.f>B.C", "A.f>B.C.y"]),
        one(
            "references to methods", "class A { void f() { g(A::h, this::h, B::new); } void h() {} } class B {}",
            ["A.f>A", "A.f>A.h", "A.f>B"]),
        one(
            "constructors",
            "class A extends B { A() { super(1); } A(int x) { this(); new B(2); } } class B { B(int x) {} }",
            ["A>B", "constructor A.A>B.B", "A.A>B"]),
    ]

    static let receivers: [EdgeCase] = [
        one(
            "declared types",
            "class B { void g() {} } class A { B b; void f(B x) { x.g(); } void h() { this.b.g(); } }",
            ["A.b>B", "A.f>B", "receiver A.f>B.g", "A.h>A.b", "receiver A.h>B.g"]),
        one(
            "new values",
            "class B { void g() {} } class A { void f() { var b = new B(); b.g(); } void h() { new B().g(); } }",
            ["A.f>B", "receiver A.f>B.g", "A.h>B", "receiver A.h>B.g"]),
        one(
            "what is written beats what is assigned",
            "class C {} class B extends C { void g() {} } class A { void f() { C b = new B(); b.g(); } }",
            ["B>C", "A.f>C", "A.f>B"]),
        one(
            "casts", "class B { void g() {} } class A { void f(Object o) { ((B) o).g(); } }",
            ["A.f>B", "receiver A.f>B.g"]),
        one(
            "results", "class B { B g() {} void h() {} } class A { B b() {} void f() { b().g().h(); } }",
            ["B.g>B", "A.b>B", "A.f>A.b", "receiver A.f>B.g", "receiver A.f>B.h"]),
        one(
            "fields and methods of one name",
            "class B { void g() {} } class C { void g() {} } class A { B x; C x() {} void f() { x.g(); x().g(); } }",
            ["A.x>B", "A.x>C", "A.f>A.x", "receiver A.f>B.g", "receiver A.f>C.g"]),
        one(
            "elements of arrays", "class B { void g() {} } class A { void f(B[] b) { b[0].g(); b.g(); } }",
            ["A.f>B", "receiver A.f>B.g"]),
        one(
            "bounds of type parameters inside",
            "class B { void g() {} } class A<T extends B> { T t; void f() { t.g(); } }",
            ["A>B", "A.f>A.t", "receiver A.f>B.g"]),
        one(
            "and not outside",
            "class B { void g() {} } class A<T extends B> { T t; } class C { void f(A a) { a.t.g(); } }",
            ["A>B", "C.f>A", "receiver C.f>A.t"]),
        one(
            "values of classes without a name",
            "class B { void g() {} void h() {} } class A { void f() { new B() { void g() {} }.h(); } }",
            ["A.f>B", "receiver A.f>B.h"]),
        one(
            "the last of several patterns",
            "class B { void g() {} } class C { void g() {} } class A { void f(Object o) { if (o instanceof B x) x.g(); if (o instanceof C x) x.g(); } }",
            ["A.f>B", "A.f>C", "receiver A.f>B.g", "receiver A.f>C.g"]),
    ]

    private static let library =
        "package a.b; public class L { public static int x; public static void f() {} public class M {} }"

    static let packages: [EdgeCase] = [
        EdgeCase(
            "the own package", ["x/A.java": "package a; class A { B b; }", "y/B.java": "package a; class B {}"],
            ["x/A.java:A.b>y/B.java:B"]),
        EdgeCase("other packages", ["A.java": "package a; class A { B b; }", "B.java": "package b; class B {}"], []),
        EdgeCase(
            "imports by name", ["A.java": "import a.b.L.M; class A { M m; }", "L.java": library],
            ["A.java:<module>>L.java:L", "A.java:<module>>L.java:L.M", "A.java:A.m>L.java:L.M"]),
        EdgeCase(
            "imports of members",
            ["A.java": "import static a.b.L.f; class A { void g() { f(); } }", "L.java": library],
            ["A.java:<module>>L.java:L", "A.java:<module>>L.java:L.f", "A.java:A.g>L.java:L.f"]),
        EdgeCase(
            "imports of all members",
            ["A.java": "import static a.b.L.*; class A { int g = x; M m; }", "L.java": library],
            ["A.java:<module>>L.java:L", "A.java:A.g>L.java:L.x", "A.java:A.m>L.java:L.M"]),
        EdgeCase(
            "imports of packages", ["A.java": "import a.b.*; class A { L l; }", "L.java": library],
            ["A.java:A.l>L.java:L"]),
        EdgeCase(
            "paths", ["A.java": "class A { a.b.L l; int g = a.b.L.x; }", "L.java": library],
            ["A.java:A.l>L.java:L", "A.java:A.g>L.java:L", "A.java:A.g>L.java:L.x"]),
        EdgeCase(
            "the own package goes before imports of packages",
            [
                "A.java": "package c; import a.b.*; class A { L l; }", "L.java": library,
                "M.java": "package c; class L {}",
            ],
            ["A.java:A.l>M.java:L"]),
        EdgeCase(
            "imports by name go before the own package, also those of others",
            ["A.java": "package c; import z.L; class A { L l; }", "M.java": "package c; class L {}"], []),
        EdgeCase(
            "of several the nearest",
            [
                "x/src/A.java": "package a; class A { B b; }", "x/src/B.java": "package a; class B {}",
                "y/src/B.java": "package a; class B {}",
            ],
            ["x/src/A.java:A.b>x/src/B.java:B"]),
        EdgeCase(
            "inherited across files",
            [
                "A.java": "package a; class A extends b.B { void f() { g(); } }",
                "B.java": "package b; public class B extends C { }",
                "C.java": "package b; class C { void g() {} }",
            ],
            ["A.java:A>B.java:B", "B.java:B>C.java:C", "A.java:A.f>C.java:C.g"]),
    ]

    @Test(arguments: scoping + hiding + members + receivers + packages)
    func edges(of example: EdgeCase) throws {
        #expect(try example.found() == example.edges)
    }

    @Test func basesAndWhatRunsWithTheClassAreEager() throws {
        let project = try SyntaxFixture.project([
            "A.java":
                "class B { static int x; } class A extends B { static int y = x; int z = x; static { x++; } void f() { x++; } }"
        ])
        let eager = Dictionary(grouping: project.references) { "\($0.source)>\($0.target)" }
            .mapValues { $0.contains(where: \.isEager) }
        #expect(eager == ["A>B": true, "A.y>B.x": true, "A.z>B.x": false, "A>B.x": true, "A.f>B.x": false])
    }

    @Test func definitionsHaveTheirKinds() throws {
        let file = try SyntaxFixture.atomize(
            "class A { int x, y; A() {} void f() { Object o = new Object() { void g() {} }; } }\n"
                + "interface I {}\n@interface N { int v(); }\nenum E { ONE }\nrecord R(int c) { R {} }\n",
            path: "A.java")
        #expect(
            file.definitions.filter { $0.kind != .localFunction }.map { "\($0.name) \($0.kind.rawValue) \($0.line)" }
                == [
                    "A class 1", "A.x field 1", "A.y field 1", "A.A constructor 1", "A.f method 1", "I interface 2",
                    "N annotation 3", "N.v method 3", "E enum 4", "E.ONE enum_member 4", "R record 5", "R.c property 5",
                    "R.R constructor 5",
                ])
    }
}
