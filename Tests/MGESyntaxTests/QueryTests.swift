import Testing

@testable import MGESyntax

@Suite struct QueryTests {
    /// The texts of a query's captures, match by match: `a=x b=y`.
    private func matches(_ query: String, in text: String) throws -> [String] {
        let grammar = try GrammarLibrary(searchPath: [SyntaxFixture.grammarDirectory]).grammar(named: "python")
        let compiled = try Query<Word>(query, file: "test.scm", grammar: grammar)
        let tree = try #require(try SyntaxParserPool(grammar: grammar).withParser { $0.parse(Array(text.utf8)) })
        var found: [String] = []
        compiled.forEachMatch(in: tree) { match in
            found.append(
                (0..<match.count).map { index in
                    "\(match.capture(index).text)=\(String(decoding: tree.source[match.node(index).bytes], as: UTF8.self))"
                }.joined(separator: " "))
        }
        return found
    }

    private struct Word: QueryCapture {
        let text: String
        init?(word: String) { text = word }
    }

    @Test(arguments: [
        ("(identifier) @a", "x = y\n", ["a=x", "a=y"]),
        ("(assignment left: (_) @a right: (integer) @b)", "x = 1\ny = z\n", ["a=x b=1"]),
        ("(argument_list (identifier) @a)", "f(x, 1, y)\n", ["a=x", "a=y"]),
        ("(argument_list . (identifier) @a)", "f(x, y)\ng(1, z)\n", ["a=x"]),
        ("(argument_list . (identifier) @a)", "f(\n    # c\n    x)\n", ["a=x"]),
        ("(argument_list (identifier) @a .)", "f(x, y)\n", ["a=y"]),
        ("(argument_list (identifier) @a . (integer) @b)", "f(x, y, 1, 2)\n", ["a=y b=1"]),
        ("(argument_list \"(\" . \")\") @a", "f()\ng(1)\n", ["a=()"]),
        ("(call arguments: (argument_list (identifier) @a) function: (identifier) @b)", "f(x)\n", []),
        (
            "(call function: (identifier) @b arguments: (argument_list (identifier) @a))", "f(x, y)\n",
            ["b=f a=x", "b=f a=y"]
        ),
        ("(assignment !type left: (identifier) @a)", "x = 1\ny: int = 1\n", ["a=x"]),
        ("[(integer) (string)] @a", "f(1, 'x', y)\n", ["a=1", "a='x'"]),
        ("(argument_list [(integer) (string) @b] @a)", "f(1, 'x')\n", ["a=1", "a='x' b='x'"]),
        ("(binary_operator operator: _ @a)", "1 + 2\n", ["a=+"]),
        ("(call function: (_) @a arguments: (argument_list (integer)? @b))", "f()\ng(1)\n", ["a=f", "a=g b=1"]),
        ("(argument_list (integer)* @a) @l", "f()\ng(1, x, 2)\n", ["l=()", "l=(1, x, 2) a=1 a=2"]),
        ("(argument_list (integer)+ @a)", "f()\ng(1, 2)\n", ["a=1 a=2"]),
        ("((identifier) @a (#eq? @a \"x\"))", "x = y\n", ["a=x"]),
        ("((identifier) @a (#not-eq? @a \"x\"))", "x = y\n", ["a=y"]),
        ("((identifier) @a (#any-of? @a \"x\" \"z\"))", "x = y = z\n", ["a=x", "a=z"]),
        ("((identifier) @a (#match? @a \"^[A-Z]\"))", "x = Y\n", ["a=Y"]),
        ("((identifier) @a (#match? @a \"CHECK\"))", "TYPE_CHECKING = x\n", ["a=TYPE_CHECKING"]),
        ("(assignment left: (_) @a right: (_) @b (#eq? @a @b))", "x = x\ny = x\n", ["a=x b=x"]),
    ])
    func finds(query: String, text: String, expected: [String]) throws {
        #expect(try matches(query, in: text) == expected)
    }

    @Test(arguments: [
        ("(nothing)", 1, 2, "no kind of node nothing"),
        ("(call\n  nowhere: (_))", 2, 3, "no field nowhere"),
        ("\"nonsense\"", 1, 1, "no word"),
        ("(call", 1, 6, "a pattern is expected"),
        ("\"abc", 1, 1, "has no end"),
        ("((identifier) @a (#maybe? @a \"x\"))", 1, 20, "no predicate"),
        ("((identifier) @a (#match? @a \"(\"))", 1, 19, "no predicate"),
        ("]", 1, 1, "a pattern is expected"),
    ])
    func saysWhatIsWrong(query: String, line: Int, column: Int, reason: String) throws {
        let error = try #require(throws: GrammarError.self) { _ = try matches(query, in: "") }
        guard case .queryInvalid(let file, let foundLine, let foundColumn, let found) = error.problem else {
            Issue.record("\(error)")
            return
        }
        #expect((file, foundLine) == ("test.scm", line))
        #expect(abs(foundColumn - column) <= 1, "column \(foundColumn)")
        #expect(found.contains(reason), "\(found)")
    }
}
