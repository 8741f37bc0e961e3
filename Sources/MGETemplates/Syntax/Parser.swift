/// Reads tokens into statements, by the grammar of Jinja's own parser.
struct Parser {
    let source: SourceText
    private let tokens: [Token]
    private var index = 0
    private(set) var depth = 0
    /// What each open statement waits for, for the message about an unknown tag.
    var openTags: [(tag: String, ends: [String])] = []
    var loopDepth = 0

    static let nestingLimit = 100
    static let heightLimit = 250

    init(source: SourceText, tokens: [Token]) {
        self.source = source
        self.tokens = tokens
    }

    /// The statements of a whole template.
    /// - Throws: `TemplateError` at the first token that does not fit.
    static func parse(_ source: SourceText, options: TemplateOptions) throws -> [StatementSyntax] {
        var parser = Parser(source: source, tokens: try Lexer.tokens(of: source, options: options))
        return try parser.parseBody(until: [])
    }

    var current: Token { tokens[index] }
    var next: Token { tokens[min(index + 1, tokens.count - 1)] }

    @discardableResult
    mutating func advance() -> Token {
        let token = tokens[index]
        if index < tokens.count - 1 { index += 1 }
        return token
    }

    func isName(_ name: String) -> Bool {
        if case .name(let text) = current.kind { return text == name }
        return false
    }

    func isNextName(_ name: String) -> Bool {
        if case .name(let text) = next.kind { return text == name }
        return false
    }

    func isOperation(_ operation: Token.Operation) -> Bool {
        current.kind == .operation(operation)
    }

    mutating func skip(_ operation: Token.Operation) -> Bool {
        guard isOperation(operation) else { return false }
        advance()
        return true
    }

    mutating func skipName(_ name: String) -> Bool {
        guard isName(name) else { return false }
        advance()
        return true
    }

    func failure(_ message: String, at offset: Int? = nil, remedy: String? = nil) -> TemplateError {
        source.error(.syntax, message, at: offset ?? current.offset, remedy: remedy)
    }

    private func unexpected(_ wanted: String) -> TemplateError {
        if case .end = current.kind {
            return failure("unexpected end of template, expected '\(wanted)'.")
        }
        return failure("expected token '\(wanted)', got '\(current.description)'")
    }

    mutating func expect(_ operation: Token.Operation) throws {
        guard skip(operation) else { throw unexpected(operation.rawValue) }
    }

    mutating func expect(_ kind: Token.Kind, _ wanted: String) throws {
        guard current.kind == kind else { throw unexpected(wanted) }
        advance()
    }

    mutating func expectName(_ name: String) throws {
        guard skipName(name) else { throw unexpected(name) }
    }

    mutating func expectAnyName() throws -> String {
        guard case .name(let name) = current.kind else { throw unexpected("name") }
        advance()
        return name
    }

    /// Runs a part of the parser one level deeper.
    mutating func nested<Result>(_ body: (inout Parser) throws -> Result) throws -> Result {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.nestingLimit else {
            throw failure("nested deeper than \(Self.nestingLimit) levels")
        }
        return try body(&self)
    }

    func make(_ kind: ExpressionSyntax.Kind, at offset: Int) throws -> ExpressionSyntax {
        let node = ExpressionSyntax(kind, at: offset)
        guard node.height <= Self.heightLimit else {
            throw failure(
                "an expression is deeper than \(Self.heightLimit) levels", at: offset, remedy: "split it with set")
        }
        return node
    }

    /// Statements up to, not including, the name of an ending tag, or to the end of the template.
    mutating func parseBody(until ends: [String]) throws -> [StatementSyntax] {
        var body: [StatementSyntax] = []
        while true {
            let token = current
            switch token.kind {
            case .data(let text):
                body.append(StatementSyntax(kind: .text(text), offset: token.offset))
                advance()
            case .variableBegin:
                advance()
                let value = try parseTuple()
                body.append(StatementSyntax(kind: .print([value]), offset: token.offset))
                try expect(.variableEnd, "end of print statement")
            case .blockBegin:
                advance()
                if case .name(let name) = current.kind, ends.contains(name) { return body }
                body.append(try nested { try $0.parseStatement() })
                try expect(.blockEnd, "end of statement block")
            default:
                guard ends.isEmpty, case .end = token.kind else { throw failureAtEnd(ends) }
                return body
            }
        }
    }

    /// The body of a statement, from the end of its tag to the tag that ends it, whose name is current then.
    mutating func parseBlockBody(of tag: String, until ends: [String]) throws -> [StatementSyntax] {
        _ = skip(.colon)
        try expect(.blockEnd, "end of statement block")
        openTags.append((tag, ends))
        defer { openTags.removeLast() }
        return try parseBody(until: ends)
    }

    private func failureAtEnd(_ ends: [String]) -> TemplateError {
        let wanted = ends.map { "'\($0)'" }.joined(separator: " or ")
        let tag = openTags.last?.tag ?? ""
        return failure(
            "Unexpected end of template. Jinja was looking for the following tags: \(wanted). "
                + "The innermost block that needs to be closed is '\(tag)'.", remedy: "close the \(tag)")
    }

    func failureForUnknownTag(_ name: String) -> TemplateError {
        guard let open = openTags.last else { return failure("Encountered unknown tag '\(name)'.") }
        let wanted = open.ends.map { "'\($0)'" }.joined(separator: " or ")
        return failure(
            "Encountered unknown tag '\(name)'. Jinja was looking for the following tags: \(wanted). "
                + "The innermost block that needs to be closed is '\(open.tag)'.")
    }
}
