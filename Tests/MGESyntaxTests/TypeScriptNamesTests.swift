import MGESyntax
import Testing

/// Every case says which edges a small project has: `file:source>file:target`.
@Suite struct TypeScriptNamesTests {
    typealias Case = PythonNamesTests.Case

    static let scoping: [Case] = [
        one("parameters shadow", "const X = 1;\nfunction f(X: number) { return X; }\n", []),
        one("blocks shadow", "const X = 1;\nfunction f() { { let X = 2; g(X); } }\n", []),
        one("var climbs out of blocks", "const X = 1;\nfunction f() { { var X = 2; } return X; }\n", []),
        one("defaults see parameters", "const a = 1;\nfunction f(a = 1, b = a) {}\n", []),
        one("patterns bind", "const a = 1;\nfunction f({ a, b: [c] }) { return a + c; }\n", []),
        one("patterns of assignments refer", "let a = 1;\nfunction f(x) { ({ a } = x); }\n", ["f>a"]),
        one("types and values are apart", "type A = 1;\nfunction f(A: number): A { return A; }\n", ["f>A"]),
        one("type parameters shadow", "class T {}\nfunction f<T>(x: T): T { return x; }\n", []),
        Case(
            "type parameters do not hide namespaces",
            ["a.ts": "export type A<T> = T;\n", "b.ts": "import * as E from './a';\nlet f: <E>(x: E) => E.A<E>;\n"],
            ["b.ts:<module>>a.ts:<module>", "b.ts:f>a.ts:A"]),
        one("mapped types bind", "type K = 1;\ntype M = { [K in 'a']: K };\n", []),
        one("infer binds", "type U = 1;\ntype F<T> = T extends (infer U)[] ? U : never;\n", []),
        one("names of properties are none", "const a = 1;\nconst b = { a: 2, c: a };\n", ["b>a"]),
        one("shorthand properties are", "const a = 1;\nconst b = { a };\n", ["b>a"]),
        one("labels are no names", "const a = 1;\nfunction f() { a: for (;;) { break a; } }\n", []),
    ]

    static let members: [Case] = [
        one("this", "class A { f() { return this.g(); } g() {} }\n", ["A.f>A.g"]),
        one("this in arrow functions", "class A { f = () => this.g(); g() {} }\n", ["A.f>A.g"]),
        one("this in types", "class A { x = [1]; f() { let y: (typeof this.x)[0]; } }\n", ["A.f>A.x"]),
        one("no this in functions", "class A { f() { return function () { return this.g(); }; } g() {} }\n", []),
        one("no this in methods of objects", "class A { f() { return { h() { return this.g(); } }; } g() {} }\n", []),
        one("super", "class A { f() {} }\nclass B extends A { f() { super.f(); } }\n", ["B>A", "B.f>A.f"]),
        one("inherited", "class A { x = 1; }\nclass B extends A { f() { return this.x; } }\n", ["B>A", "B.f>A.x"]),
        one("members are not seen bare", "class A { x = 1; f() { return x; } }\n", []),
        one("static members", "class A { static x = 1; }\nconst y = A.x;\n", ["y>A", "y>A.x"]),
        one("enum members see each other", "enum E { A = 1, B = A }\n", ["E.B>E.A"]),
        one(
            "parameter properties", "class A { constructor(private x: number) {} f() { return this.x; } }\n",
            ["A.f>A.x"]),
        one("namespaces", "namespace N { export const x = 1; }\nconst y = N.x;\n", ["y>N", "y>N.x"]),
        one("namespaces merge", "namespace N { export const x = 1; }\nnamespace N { const y = x; }\n", ["N.y>N.x"]),
        one(
            "stated types",
            "class A { f() {} }\nfunction g(a: A) { a.f(); }\nfunction h() { const a = new A(); a.f(); }\n",
            ["g>A", "g>A.f", "h>A", "h>A.f"]),
        one(
            "a parameter called this",
            "class A { f() {} }\nfunction g(this: A) { const h = () => this.f(); }\n", ["g>A", "g>A.f"]),
        one(
            "this of another function", "class A { f() {} }\nfunction g(this: A) { function h() { this.f(); } }\n",
            ["g>A"]),
        one(
            "a parameter called this of no known class",
            "class A { static f(this: { new (): A } & typeof A) { this.g(); } static g() {} }\n",
            ["A.f>A", "A.f>A.g"]),
        one(
            "constructors are no members",
            "class A { constructor() {} f() { return [this.constructor, A.constructor]; } }\n",
            ["A.f>A"]),
        one("decorators count for the member", "function d() {}\nclass A { @d() f() {} }\n", ["A.f>d"]),
    ]

    static let modules: [Case] = [
        Case(
            "names, aliases, defaults and namespaces",
            [
                "a.ts": "export const X = 1;\nexport default function f() {}\n",
                "b.ts": "import g, { X as Y } from './a';\nimport * as a from './a.js';\nconst z = [g, Y, a.X];\n",
            ],
            [
                "b.ts:<module>>a.ts:X", "b.ts:<module>>a.ts:f", "b.ts:<module>>a.ts:<module>", "b.ts:z>a.ts:X",
                "b.ts:z>a.ts:f",
            ]),
        Case(
            "re-exports and stars",
            [
                "m/x.ts": "export const X = 1;\nexport const Y = 2;\n",
                "m/index.ts": "export * from './x';\nexport { Y as Z } from './x';\n",
                "b.ts": "import { X, Z } from './m';\nconst z = X + Z;\n",
            ],
            [
                "m/index.ts:<module>>m/x.ts:Y", "b.ts:<module>>m/x.ts:X", "b.ts:<module>>m/x.ts:Y", "b.ts:z>m/x.ts:X",
                "b.ts:z>m/x.ts:Y",
            ]),
        Case(
            "what is not exported is not there",
            ["a.ts": "const X = 1;\nexport {};\n", "b.ts": "import { X } from './a';\n"], []),
        Case(
            "what is exported is the declaration, and not what is imported under its name",
            [
                "a.ts": "export interface A {}\n",
                "b.ts": "import type { A } from './a';\nexport default function A() {}\n",
                "c.ts": "import A from './b';\nconst d = A;\n",
            ], ["b.ts:<module>>a.ts:A", "c.ts:<module>>b.ts:A", "c.ts:d>b.ts:A"]),
        Case(
            "nameless defaults",
            ["a.ts": "export default class { f() {} }\n", "b.ts": "import A from './a';\nconst a = A;\n"],
            ["b.ts:<module>>a.ts:default", "b.ts:a>a.ts:default"]),
        Case(
            "nameless defaults own what they hold",
            ["a.ts": "const X = 1;\nexport default function () { return X; }\n"], ["a.ts:default>a.ts:X"]),
        Case(
            "members of nameless defaults",
            ["a.ts": "export default class { f() { return this.g(); } g() {} }\n"],
            ["a.ts:default.f>a.ts:default.g"]),
        Case(
            "values are no definitions", ["a.ts": "export default () => 1;\n", "b.ts": "import f from './a';\nf();\n"],
            []),
        Case(
            "types of modules' members",
            [
                "a.ts": "export function f() {}\n",
                "b.ts": "type F = { f: typeof import('./a.js').f };\nlet x: ReturnType<typeof import('./a').f>;\n",
            ],
            ["b.ts:F>a.ts:f", "b.ts:x>a.ts:f"]),
        Case(
            "namespaces in namespaces",
            [
                "a.ts": "export type A = 1;\n", "b.ts": "export * as a from './a';\n",
                "c.ts": "export * as b from './b';\n", "d.ts": "import { b } from './c';\nlet x: b.a.A;\n",
                "e.ts": "import * as c from './c';\nlet x: c.b.a.A;\n",
            ],
            ["d.ts:<module>>b.ts:<module>", "d.ts:x>a.ts:A", "e.ts:<module>>c.ts:<module>", "e.ts:x>a.ts:A"]),
        Case(
            "a type of everywhere beside the language's value",
            ["a.d.ts": "interface String { f(): void }\n", "b.ts": "export const x = String(1);\n"],
            ["b.ts:x>a.d.ts:String"]),
        Case(
            "an underscore is a name",
            ["a.ts": "export const x = 1;\n", "b.ts": "import * as _ from './a';\nconst y = _.x;\n"],
            ["b.ts:<module>>a.ts:<module>", "b.ts:y>a.ts:x"]),
        Case(
            "scripts that a comment names",
            [
                "a/x.d.ts": "declare const DEV: 1;\n", "b/x.d.ts": "declare const DEV: 2;\n",
                "b/y.ts": "/// <reference path=\"../a/x.d.ts\" />\nexport const z = DEV;\n",
            ],
            ["b/y.ts:z>a/x.d.ts:DEV"]),
        Case(
            "types of modules", ["a.ts": "export class A {}\n", "b.ts": "let x: import('./a').A;\n"],
            ["b.ts:x>a.ts:A"]),
        Case(
            "types alone",
            ["a.ts": "export class A {}\n", "b.ts": "import { type A, type B as C } from './a';\nlet x: A;\n"],
            ["b.ts:<module>>a.ts:A", "b.ts:x>a.ts:A"]),
        Case(
            "scripts are seen from everywhere",
            ["a.d.ts": "declare const DEV: boolean;\n", "b.ts": "export const x = DEV;\n"], ["b.ts:x>a.d.ts:DEV"]),
        Case(
            "interfaces of everywhere, merged",
            [
                "a.ts":
                    "class A { f() {} }\ndeclare global {\n  interface G extends A {}\n  var G: 1;\n}\nexport {};\n",
                "b.ts":
                    "declare global {\n  interface G { g(): void }\n}\nG.f();\nexport function h(this: G, x: G) {\n  this.f();\n}\n",
                "c.ts": "export function k(x: G, G: number) { x.f(); return [G, G.f]; }\n",
            ],
            ["a.ts:<module>>a.ts:A", "b.ts:h>a.ts:A.f", "c.ts:k>a.ts:A.f"]),
        Case(
            "TSX",
            [
                "a.tsx": "export function A() { return <b/>; }\n",
                "b.tsx": "import { A } from './a';\nexport const x = <A y={A}/>;\n",
            ],
            ["b.tsx:<module>>a.tsx:A", "b.tsx:x>a.tsx:A"]),
        Case(
            "JavaScript",
            [
                "a.js": "export class A { static x = 1; }\n",
                "b.mjs": "import { A } from './a.js';\nclass B extends A { f() { return this.x; } }\n",
            ],
            ["b.mjs:<module>>a.js:A", "b.mjs:B>a.js:A", "b.mjs:B.f>a.js:A.x"]),
        Case(
            "import = require and export =",
            ["a.ts": "class A {}\nexport = A;\n", "b.ts": "import A = require('./a');\nconst x = A;\n"],
            ["a.ts:<module>>a.ts:A", "b.ts:<module>>a.ts:A", "b.ts:x>a.ts:A"]),
    ]

    private static func one(_ name: String, _ text: String, _ edges: Set<String>) -> Case {
        let inFile = edges.map { $0.split(separator: ">", maxSplits: 1).map { "m.ts:\($0)" }.joined(separator: ">") }
        return Case(name, ["m.ts": text], Set(inFile))
    }

    @Test(arguments: scoping + members + modules)
    func edges(of example: Case) throws {
        let project = try SyntaxFixture.project(example.files)
        let edges = project.references.map { edge in
            "\(project.files[edge.file].path):\(edge.source)>\(project.files[edge.targetFile].path):\(edge.target)"
        }
        #expect(Set(edges) == example.edges)
    }
}
