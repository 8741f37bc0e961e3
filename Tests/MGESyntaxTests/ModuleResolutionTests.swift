import MGESyntax
import Testing

/// How the modules of TypeScript and JavaScript are found; the edges of each project from `m.ts` alone.
@Suite struct ModuleResolutionTests {
    typealias Case = PythonNamesTests.Case

    static let settings: [Case] = [
        found(
            "aliases, with comments and commas too many",
            [
                "tsconfig.json": """
                // Settings
                { "compilerOptions": { "paths": { "@/*": ["./nothing/*", "./src/*"], "one": ["./src/a.ts"], }, }, }
                """,
                "src/a.ts": x, "m.ts": "import { x } from '@/a';\nimport { x as y } from 'one';\n",
            ], ["src/a.ts:x"]),
        found(
            "the longest alias",
            [
                "tsconfig.json": #"{"compilerOptions": {"paths": {"@/*": ["a/*"], "@/b/*": ["c/*"]}}}"#,
                "a/b/f.ts": x, "c/f.ts": x, "m.ts": "import { x } from '@/b/f';\n",
            ], ["c/f.ts:x"]),
        found(
            "a base for names",
            [
                "tsconfig.json": #"{"compilerOptions": {"baseUrl": "src"}}"#, "src/a/index.ts": x,
                "m.ts": "import { x } from 'a';\n",
            ], ["src/a/index.ts:x"]),
        found(
            "aliases count from the base",
            [
                "tsconfig.json": #"{"compilerOptions": {"baseUrl": "src", "paths": {"one": ["a"]}}}"#, "src/a.ts": x,
                "m.ts": "import { x } from 'one';\n",
            ], ["src/a.ts:x"]),
        found(
            "extended settings, counted from where they stand",
            [
                "base/tsconfig.base.json": #"{"compilerOptions": {"paths": {"a": ["./a.ts"]}}}"#,
                "tsconfig.json": #"{"extends": ["./nothing", "./base/tsconfig.base"]}"#, "base/a.ts": x,
                "m.ts": "import { x } from 'a';\n",
            ], ["base/a.ts:x"]),
        found(
            "settings that extend each other",
            ["tsconfig.json": #"{"extends": "./tsconfig.json"}"#, "a.ts": x, "m.ts": "import { x } from './a';\n"],
            ["a.ts:x"]),
        found(
            "settings that refer to others",
            [
                "tsconfig.json": #"{"files": [], "references": [{"path": "./tsconfig.app.json"}]}"#,
                "tsconfig.app.json": #"{"compilerOptions": {"paths": {"@/*": ["./src/*"]}}}"#, "src/a.ts": x,
                "m.ts": "import { x } from '@/a';\n",
            ], ["src/a.ts:x"]),
        found(
            "the nearest settings",
            [
                "tsconfig.json": #"{"compilerOptions": {"paths": {"a": ["./a.ts"]}}}"#, "a.ts": x,
                "sub/tsconfig.json": "{}", "sub/m.ts": "import { x } from 'a';\n",
            ], []),
        found(
            "settings that cannot be read",
            ["tsconfig.json": "{", "a.ts": x, "m.ts": "import { x } from './a.js';\n"], ["a.ts:x"]),
    ]

    static let packages: [Case] = [
        found(
            "a package by its name",
            ["p/package.json": #"{"name": "@s/p"}"#, "p/src/index.ts": x, "m.ts": "import { x } from '@s/p';\n"],
            ["p/src/index.ts:x"]),
        found(
            "a path in a package",
            ["p/package.json": #"{"name": "p"}"#, "p/a.ts": x, "m.ts": "import { x } from 'p/a';\n"], ["p/a.ts:x"]),
        found(
            "the sources of what is built",
            [
                "p/package.json": #"{"name": "p", "main": "./dist/cjs/main.js", "types": "dist/main.d.ts"}"#,
                "p/src/main.ts": x, "p/src/index.ts": x, "m.ts": "import { x } from 'p';\n",
            ], ["p/src/main.ts:x"]),
        found(
            "exports by condition and by pattern",
            [
                "p/package.json": """
                {"name": "p", "exports": {
                  ".": {"import": {"types": "./dist/one.d.mts"}, "require": null},
                  "./more/*": "./dist/other/*.js"}}
                """,
                "p/src/one.ts": x, "p/src/other/two.ts": x,
                "m.ts": "import { x } from 'p';\nimport { x as y } from 'p/more/two';\n",
            ], ["p/src/one.ts:x", "p/src/other/two.ts:x"]),
        found(
            "of several paths the one with most directories left",
            [
                "p/package.json":
                    ##"{"name": "p", "exports": {"./a": ["./dist/a/cjs/index.js", "./dist/a/index.js"]}}"##,
                "p/src/a/index.ts": x, "p/src/index.ts": x, "m.ts": "import { x } from 'p/a';\n",
            ], ["p/src/a/index.ts:x"]),
        found(
            "exports of one path",
            [
                "p/package.json": #"{"name": "p", "exports": "./lib/one.js"}"#, "p/lib/one.ts": x, "p/index.ts": x,
                "m.ts": "import { x } from 'p';\n",
            ], ["p/lib/one.ts:x"]),
        found(
            "a path to a package",
            [
                "p/package.json": #"{"main": "lib/one"}"#, "p/lib/one.ts": x, "p/index.ts": x,
                "m.ts": "import { x } from './p';\n",
            ], ["p/lib/one.ts:x"]),
        found(
            "names that the package itself gives",
            [
                "package.json": ##"{"imports": {"#a/*": "./src/*.ts"}}"##, "src/b.ts": x,
                "m.ts": "import { x } from '#a/b';\n",
            ], ["src/b.ts:x"]),
        found(
            "of two packages of one name the outer",
            [
                "p/package.json": #"{"name": "p"}"#, "p/index.ts": x, "t/e/p/package.json": #"{"name": "p"}"#,
                "t/e/p/index.ts": x, "m.ts": "import { x } from 'p';\n",
            ], ["p/index.ts:x"]),
        found("packages of others", ["p/index.ts": x, "m.ts": "import { x } from 'p';\n"], []),
    ]

    static let files: [Case] = [
        found("an index", ["a/index.ts": x, "m.ts": "import { x } from './a';\n"], ["a/index.ts:x"]),
        found("the index here", ["a/index.ts": x, "a/m.ts": "import { x } from '.';\n"], ["a/index.ts:x"]),
        found("the source of a file", ["a.ts": x, "m.ts": "import { x } from './a.js';\n"], ["a.ts:x"]),
        found("the source of a module", ["a.mts": x, "m.ts": "import { x } from './a.mjs';\n"], ["a.mts:x"]),
        found("a file with its end", ["a.ts": x, "m.ts": "import { x } from './a.ts';\n"], ["a.ts:x"]),
        found(
            "a file before an index", ["a.ts": x, "a/index.ts": x, "m.ts": "import { x } from './a';\n"], ["a.ts:x"]),
        found("no text", ["a.json": "{}", "m.ts": "import { x } from './a.json';\n"], []),
        found("nothing outside", ["a.ts": x, "m.ts": "import { x } from '../a';\n"], []),
    ]

    private static let x = "export const x = 1;\n"

    private static func found(_ name: String, _ files: [String: String], _ targets: Set<String>) -> Case {
        Case(name, files, targets)
    }

    @Test(arguments: settings + packages + files)
    func targets(of example: Case) throws {
        let project = try SyntaxFixture.project(example.files)
        let targets = project.references.map { "\(project.files[$0.targetFile].path):\($0.target)" }
        #expect(Set(targets) == example.edges)
    }
}
