import Testing

@testable import MGESyntax

@Suite struct MaskTests {
    @Test(arguments: [
        ("x: Literal[\"a\", \"b\",]\n", "x: Literal[\"a\", \"b\" ]\n"),
        ("x = [\n    1,  # one\n    # two\n]\n", "x = [\n    1   # one\n    # two\n]\n"),
        ("x = (1,)\n", "x = (1,)\n"),
        ("x = ['#',]\n", "x = ['#' ]\n"),
    ])
    func python(source: String, masked: String) {
        #expect(String(decoding: PythonMask.masking(Array(source.utf8)), as: UTF8.self) == masked)
    }

    @Test(arguments: [
        ("let x: import(\"./a\").A;", "let x: import_______.A;"),
        ("import('./a' + b);", "import('./a' + b);"),
        ("import { type A, type B as C, type } from 'm';", "import {      A,      B as C, type } from 'm';"),
        ("interface F {\n  x: A\n  <T>(y: T): A\n}", "interface F {\n  x: A\n ;<T>(y: T): A\n}"),
        ("f(\n  <any>x);", "f(\n  <any>x);"),
        ("f = <A>() =>\n  <B>() => 1;", "f = <A>() =>\n  <B>() => 1;"),
        ("a = b\n  < c", "a = b\n  < c"),
        ("export type * from 'm';", "export      * from 'm';"),
        ("f<const T, in out U extends V, out W = X>()", "f<      T,        U extends V,     W = X>()"),
        ("f<\n  in T, // a\n  // b\n  out U>", "f<\n     T, // a\n  // b\n      U>"),
        ("// a,\nconst b, c;\nf(a in b, c);", "// a,\nconst b, c;\nf(a in b, c);"),
        ("{ await using a = b; using(c); using d: E = f; }", "{       const a = b; using(c); const d: E = f; }"),
        (
            "class A { static accessor b = 1; accessor; accessor() {} }",
            "class A { static          b = 1; accessor; accessor() {} }"
        ),
        ("import a from 'b' with { type: 'json' };", "import a from 'b'                      ;"),
        ("let a: (typeof this)['b'] = typeof this.c;", "let a: (typeof _his)['b'] = typeof this.c;"),
        ("let a: (typeof this.b)[0];", "let a: (typeof _his.b)[0];"),
    ])
    func typescript(source: String, masked: String) {
        #expect(String(decoding: TypeScriptMask.masking(Array(source.utf8)), as: UTF8.self) == masked)
    }

    @Test(arguments: [
        "function f<const T extends X, in out U>(x: T) {}\nclass B<in T, out U> {}\n",
        "function f() { using a = b(); await using c = d(); for (using x of y) {} }\n",
        "class A { static accessor x = 1; accessor #y; }\n", "export type * as k from './u' with { a: 'b' };\n",
        "class A { f() { let r: (typeof this)['f']; } }\n",
    ])
    func whatCameLaterIsNoError(text: String) throws {
        #expect(try SyntaxFixture.service().check(Array(text.utf8), path: "m.ts").isClean)
    }

    @Test(arguments: ["x: Literal['a',]\n", "def f(a: Dict[\n    str,\n    int,\n]) -> Tuple[int,]: ...\n"])
    func whatTheMaskHidesIsNoError(text: String) throws {
        #expect(try SyntaxFixture.service().check(Array(text.utf8), path: "m.py").isClean)
    }

    @Test func masksKeepEveryLength() {
        var random = RepeatableGenerator(state: 7)
        let pieces = [
            "import(\"x\")", "type ", "<T>(", "\n", "{", ",", "]", "#", "'", " ", "a", ")", "using ", "await ",
            "accessor ", "const ", "in ", "with {", "}", "typeof this)[",
        ]
        for _ in 0..<2_000 {
            let count = Int(random.next() % 30)
            let text = Array((0..<count).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }.joined().utf8)
            for masked in [PythonMask.masking(text), TypeScriptMask.masking(text)] {
                #expect(masked.count == text.count)
                #expect(zip(masked, text).allSatisfy { ($0 == 10) == ($1 == 10) })
            }
        }
    }
}
