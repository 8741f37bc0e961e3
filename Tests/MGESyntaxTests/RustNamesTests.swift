import MGESyntax
import Testing

/// Every case says which edges a small project has: `file:source>file:target`.
@Suite struct RustNamesTests {
    typealias Case = PythonNamesTests.Case

    private static func one(_ name: String, _ text: String, _ edges: Set<String>) -> Case {
        Case(name, ["m.rs": text], Set(edges.map(inOneFile)))
    }

    private static func inOneFile(_ edge: String) -> String {
        guard let middle = edge.lastIndex(of: ">") else { return edge }
        return "m.rs:\(edge[..<middle])>m.rs:\(edge[edge.index(after: middle)...])"
    }

    static let scoping: [Case] = [
        one("parameters shadow", "fn x() {}\nfn f(x: u8) { g(x) }\n", []),
        one("a local is not seen in its own value", "fn x() {}\nfn f() { let x = x; g(x) }\n", ["f>x"]),
        one("patterns bind", "fn a() {}\nfn b() {}\nfn f(p: P) { let (a, Q { b, .. }) = p; a; b }\n", []),
        one("capitals in patterns refer", "const A: u8 = 1;\nfn f(p: u8) { match p { A => 1, b => b } }\n", ["f>A"]),
        one("arms end", "fn a() {}\nfn f(p: u8) { match p { a => 1, _ => a() } }\n", ["f>a"]),
        one("if let binds behind its value", "fn a() {}\nfn f() { if let Some(a) = a() { a } }\n", ["f>a"]),
        one("closures", "fn a() {}\nfn f() { g(|a, (b, c)| a) }\n", []),
        one("items in blocks", "fn a() {}\nfn f() { a(); fn a() {} }\n", []),
        one("values and types are apart", "struct A { x: u8 }\nfn f(A: u8) -> A { A }\n", ["f>A"]),
        one("type parameters shadow", "struct T;\nfn f<T>(x: T) -> T { x }\n", []),
        one("constants of types", "struct N;\nfn f<const N: usize>() -> [u8; N] { [0; N] }\n", []),
        one("labels and lifetimes are no names", "fn a() {}\nfn f<'a>(x: &'a u8) { 'a: loop { break 'a } }\n", []),
        one("attributes are none", "fn test() {}\n#[test]\n#[cfg(test)]\nfn f() {}\n", []),
        one("words as names", "fn r#type() {}\nfn f() { r#type() }\n", ["f>type"]),
    ]

    static let members: [Case] = [
        one(
            "self", "struct A { x: u8 }\nimpl A { fn f(&self) { self.x; self.g() } fn g(&self) {} }\n",
            [
                "<module>>A", "A.f>A.x", "A.f>A.g",
            ]),
        one(
            "fields and methods are apart",
            "struct A { x: u8 }\nimpl A { fn x(&self) { self.x } fn f(&self) { self.x() } }\n",
            [
                "<module>>A", "A.f>A.x",
            ]),
        one("Self", "struct A;\nimpl A { fn f() { Self::g() } fn g() {} }\n", ["<module>>A", "A.f>A.g"]),
        one(
            "paths of types", "struct A;\nimpl A { const K: u8 = 1; fn new() {} }\nfn f() { A::new(); A::K; }\n",
            [
                "<module>>A", "f>A", "f>A.new", "f>A.K",
            ]),
        one(
            "variants", "enum E { A, B { x: u8 } }\nfn f(e: E) { match e { E::A => 1, E::B { x } => x } }\n",
            [
                "f>E", "f>E.A", "f>E.B", "f>E.B.x",
            ]),
        one("variants by a glob", "enum E { A }\nfn f() { use E::*; A }\n", ["f>E", "f>E.A"]),
        one(
            "fields in literals", "struct A { x: u8 }\nfn f(x: u8) { A { x } }\nfn g() { A { x: 1 } }\n",
            [
                "f>A", "f>A.x", "g>A", "g>A.x",
            ]),
        one(
            "traits give what is not written",
            "trait T { fn f(&self) {} fn g(&self); }\nstruct A;\nimpl T for A { fn g(&self) { self.f() } }\nfn h() { A::f(); A::g() }\n",
            [
                "<module>>T", "<module>>A", "A.g>T.f", "h>A", "h>T.f", "h>A.g",
            ]),
        one(
            "what is the type's own comes first",
            "trait T { fn f(); }\nstruct A;\nimpl T for A { fn f() {} }\nimpl A { fn f() {} }\nfn h() { A::f() }\n",
            [
                "<module>>T", "<module>>A", "h>A", "h>A.f",
            ]),
        one(
            "bounds", "trait T { fn f(); }\ntrait U { fn g(); }\nfn h<A: T, B>() where B: T + U { A::f(); B::g() }\n",
            [
                "h>T", "h>U", "h>T.f", "h>U.g",
            ]),
        one("what a trait is named for", "trait T { fn f(); }\nfn h<A>() { <A as T>::f() }\n", ["h>T", "h>T.f"]),
        one(
            "types of other types", "struct A;\ntype B = A;\nimpl A { fn new() {} }\nfn f() { B::new() }\n",
            [
                "B>A", "<module>>A", "f>B", "f>A.new",
            ]),
        one(
            "stated types", "struct A { b: B }\nstruct B;\nimpl B { fn g(&self) {} }\nfn f(a: &A) { a.b.g() }\n",
            [
                "A>B", "<module>>B", "f>A", "f>A.b", "f>B.g",
            ]),
        one(
            "impls of types without a name", "trait T { fn f(); }\nimpl T for (u8, u8) { fn f() { g() } }\nfn g() {}\n",
            [
                "<module>>T", "<impl>.f>g",
            ]),
    ]

    static let macros: [Case] = [
        one(
            "tokens are names",
            "struct A { x: u8 }\nimpl A { fn f(&self) { p!(\"{}\", self.x, g(1), m::h(), A { x: 1 }) } }\nfn g() {}\nmod m { pub fn h() {} }\nfn x() {}\n",
            [
                "<module>>A", "A.f>A", "A.f>A.x", "A.f>g", "A.f>m", "A.f>m.h",
            ]),
        one(
            "macros are apart",
            "macro_rules! m { () => { $crate::f() } }\nfn m() {}\nfn f() {}\nfn g() { m!(); n!(m!()) }\n",
            [
                "m>f", "g>m",
            ]),
        one("what they match is none", "macro_rules! m { ($a:ident f) => { 1 } }\nfn f() {}\n", []),
    ]

    static let modules: [Case] = [
        one(
            "inner modules do not see outer names", "fn f() {}\nmod m { fn g() { f() } fn h() { super::f() } }\n",
            [
                "m.h>f"
            ]),
        one(
            "crate, self and super",
            "fn f() {}\nmod m { pub fn g() { crate::f() } mod n { fn h() { super::g(); self::i() } fn i() {} } }\n",
            [
                "m.g>f", "m.n.h>m.g", "m.n.h>m.n.i",
            ]),
        one(
            "a module and a function of one name", "mod t { pub fn t() {} }\nuse t::t;\nfn f() { t(); t::t() }\n",
            [
                "<module>>t", "<module>>t.t", "f>t", "f>t.t",
            ]),
        Case(
            "files",
            [
                "src/lib.rs": "mod a;\nmod b;\npub use a::f as g;\nuse b::*;\nfn h() { g(); k() }\n",
                "src/a.rs": "mod c;\npub fn f() { c::i() }\n", "src/a/c.rs": "pub fn i() { super::f() }\n",
                "src/b/mod.rs": "#[path = \"z.rs\"]\nmod d;\npub fn k() { d::l() }\n", "src/b/z.rs": "pub fn l() {}\n",
            ],
            [
                "src/lib.rs:<module>>src/a.rs:f", "src/lib.rs:h>src/a.rs:f", "src/lib.rs:h>src/b/mod.rs:k",
                "src/a.rs:f>src/a/c.rs:i", "src/a/c.rs:i>src/a.rs:f", "src/b/mod.rs:k>src/b/z.rs:l",
            ]),
        Case(
            "lists of imports",
            [
                "src/lib.rs": "mod a;\nuse a::{b::{self, C, D as E}, f};\nfn g() { b::h(); f(); C; E }\n",
                "src/a.rs": "pub fn f() {}\npub mod b { pub fn h() {} pub struct C; pub struct D; }\n",
            ],
            [
                "src/lib.rs:<module>>src/a.rs:b", "src/lib.rs:<module>>src/a.rs:b.C",
                "src/lib.rs:<module>>src/a.rs:b.D",
                "src/lib.rs:<module>>src/a.rs:f", "src/lib.rs:g>src/a.rs:b", "src/lib.rs:g>src/a.rs:b.h",
                "src/lib.rs:g>src/a.rs:f", "src/lib.rs:g>src/a.rs:b.C", "src/lib.rs:g>src/a.rs:b.D",
            ]),
        Case(
            "crates by their manifests",
            [
                "a/Cargo.toml": "[package]\nname = \"the-a\"\nedition = \"2021\"\n", "a/src/lib.rs": "pub fn f() {}\n",
                "b/Cargo.toml": "[package]\nname = \"b\"\nedition = \"2021\"\n",
                "b/src/main.rs": "use the_a::f;\nfn main() { f(); the_a::f() }\n",
                "b/tests/t.rs": "fn t() { the_a::f() }\n",
            ],
            [
                "b/src/main.rs:<module>>a/src/lib.rs:f", "b/src/main.rs:main>a/src/lib.rs:f",
                "b/tests/t.rs:t>a/src/lib.rs:f",
            ]),
        Case(
            "until 2018 paths began at the root",
            [
                "Cargo.toml": "[package]\nname = \"a\"\n", "src/lib.rs": "mod b;\nmod c;\n",
                "src/b.rs": "use c::f;\nfn g() { f() }\n", "src/c.rs": "pub fn f() {}\n",
            ], ["src/b.rs:<module>>src/c.rs:f", "src/b.rs:g>src/c.rs:f"]),
        Case(
            "members of a type in another file",
            [
                "src/lib.rs": "mod a;\npub struct A;\nfn f() { A::g() }\n",
                "src/a.rs": "use super::*;\nimpl A { pub fn g() {} }\n",
            ],
            [
                "src/lib.rs:f>src/lib.rs:A", "src/lib.rs:f>src/a.rs:A.g", "src/a.rs:<module>>src/lib.rs:A",
            ]),
    ]

    @Test(arguments: scoping + members + macros + modules)
    func edges(of example: Case) throws {
        let project = try SyntaxFixture.project(example.files)
        let edges = project.references.lazy.filter { $0.target != "<module>" }.map { edge in
            "\(project.files[edge.file].path):\(edge.source)>\(project.files[edge.targetFile].path):\(edge.target)"
        }
        #expect(Set(edges) == example.edges)
    }

    @Test func implsAreAtomsByTheirTypes() throws {
        let file = try SyntaxFixture.atomize(
            "struct A;\n\nimpl<T> B<T> for &'a m::A<T> {\n    /// Says so.\n    #[inline]\n    fn f() {\n    }\n}\n",
            path: "m.rs")
        #expect(SyntaxFixture.names(file) == ["A", "A#2", "A.f"])
        #expect(file.atoms.last?.kind == .method)
    }
}
