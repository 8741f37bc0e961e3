import MGESyntax
import Testing

/// Every case says which edges a small project has: `file:source>file:target`.
@Suite struct JavaScriptNamesTests {
    typealias Case = PythonNamesTests.Case

    static let exports: [Case] = [
        Case(
            "one value in place of a module",
            ["a.js": "class A {}\nmodule.exports = A;\n", "b.js": "const B = require('./a');\nconst x = B;\n"],
            ["a.js:<module>>a.js:A", "b.js:B>a.js:A", "b.js:x>a.js:A"]),
        Case(
            "members of that value, and names beside it",
            [
                "a.js":
                    "class A { static f() {} }\nexports = module.exports = A;\nfunction g() {}\nmodule.exports.g = g;\n",
                "b.js": "const A = require('./a');\nA.f();\nA.g();\n",
                "c.js": "const { f, g: h } = require('./a');\nf();\nh();\n",
            ],
            [
                "a.js:<module>>a.js:A", "a.js:<module>>a.js:g", "b.js:A>a.js:A", "b.js:<module>>a.js:A",
                "b.js:<module>>a.js:A.f", "b.js:<module>>a.js:g", "c.js:f>a.js:A.f", "c.js:f>a.js:g",
                "c.js:<module>>a.js:A.f", "c.js:<module>>a.js:g",
            ]),
        Case(
            "a table",
            [
                "a.js": "const f = 1;\nconst g = 2;\nmodule.exports = { f, h: g, b: require('./c') };\n",
                "c.js": "const k = 1;\nexports.k = k;\n",
                "b.js": "const a = require('./a');\nconst x = [a.f, a.h, a.g, a.b.k];\n",
            ],
            [
                "a.js:<module>>a.js:f", "a.js:<module>>a.js:g", "c.js:<module>>c.js:k", "b.js:a>a.js:<module>",
                "b.js:x>a.js:f", "b.js:x>a.js:g", "b.js:x>c.js:k",
            ]),
        Case(
            "names one by one",
            [
                "a.js": "const f = 1;\nexports.g = f;\nmodule.exports.h = f;\n",
                "b.js": "const { g } = require('./a');\nvar h = require('./a').h;\nconst x = [g, h];\n",
            ],
            ["a.js:<module>>a.js:f", "b.js:g>a.js:f", "b.js:h>a.js:f", "b.js:x>a.js:f"]),
        Case(
            "one module in place of another",
            [
                "a.js": "module.exports = require('./c');\n", "c.js": "function f() {}\nmodule.exports = f;\n",
                "b.js": "const f = require('./a');\nf();\n",
            ],
            ["c.js:<module>>c.js:f", "b.js:f>c.js:f", "b.js:<module>>c.js:f"]),
        Case(
            "modules in place of each other",
            [
                "a.js": "module.exports = require('./b');\n",
                "b.js": "module.exports = require('./a');\nconst a = require('./a');\n",
            ],
            ["b.js:a>a.js:<module>"]),
    ]

    static let imports: [Case] = [
        Case(
            "inside of a function",
            [
                "a.js": "const X = 1;\nexports.X = X;\n",
                "b.js": "function f() { const { X } = require('./a'); return X; }\n",
            ],
            ["a.js:<module>>a.js:X", "b.js:f>a.js:X"]),
        Case("of others", ["b.js": "const path = require('path');\nconst x = path;\n"], []),
        Case(
            "of a part of a module",
            ["a.js": "const X = 1;\nexports.X = X;\n", "b.js": "const { X } = require('./a').more;\nconst x = X;\n"],
            ["a.js:<module>>a.js:X"]),
        Case(
            "by the other syntax",
            [
                "a.cjs": "function f() {}\nexports.f = f;\n", "b.cjs": "function g() {}\nmodule.exports = g;\n",
                "c.mjs": "import a, { f } from './a.cjs';\nimport g from './b.cjs';\nexport const x = [a.f, f, g];\n",
            ],
            [
                "a.cjs:<module>>a.cjs:f", "b.cjs:<module>>b.cjs:g", "c.mjs:<module>>a.cjs:<module>",
                "c.mjs:<module>>a.cjs:f", "c.mjs:<module>>b.cjs:g", "c.mjs:x>a.cjs:f", "c.mjs:x>b.cjs:g",
            ]),
        Case(
            "modules are no scripts",
            [
                "a.js": "const X = 1;\nrequire('fs');\n", "b.js": "const y = X;\n", "c.js": "const Z = 1;\n",
                "d.js": "const y = Z;\n",
            ],
            ["d.js:y>c.js:Z"]),
    ]

    @Test(arguments: exports + imports)
    func edges(of example: Case) throws {
        let project = try SyntaxFixture.project(example.files)
        let edges = project.references.map { edge in
            "\(project.files[edge.file].path):\(edge.source)>\(project.files[edge.targetFile].path):\(edge.target)"
        }
        #expect(Set(edges) == example.edges)
    }

    @Test func namesOfModulesAreDefinitions() throws {
        let project = try SyntaxFixture.project([
            "b.js": "const path = require('path');\nconst { a: b } = require('./x');\n"
        ])
        #expect(project.files[0].definitions.map(\.name).sorted() == ["b", "path"])
    }
}
