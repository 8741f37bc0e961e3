/// Reads the patterns of a query text: the syntax of tree-sitter's queries.
///
/// Source: the chapter "Query Syntax" of tree-sitter's documentation.
struct QueryParser {
    private var lexer: QueryLexer
    private let grammar: Grammar
    private(set) var result = QueryPatterns()
    private var predicates: [QueryPredicate] = []

    static func parse(_ text: String, _ grammar: Grammar) throws(QuerySyntaxError) -> QueryPatterns {
        var parser = try Self(lexer: QueryLexer(text), grammar: grammar)
        while parser.lexer.token != .end { try parser.pattern() }
        return parser.result
    }

    private init(lexer: QueryLexer, grammar: Grammar) {
        self.lexer = lexer
        self.grammar = grammar
    }

    // MARK: - Patterns

    private mutating func pattern() throws(QuerySyntaxError) {
        predicates = []
        let isGrouped = isGroup
        if isGrouped { try lexer.advance() }
        let root = try step()
        while isGrouped, isPredicate { try predicate() }
        if isGrouped { try expect(.close, "the parenthesis around the pattern must be closed here") }
        let step = result.steps[root]
        let roots = step.kind == .alternatives ? alternatives(of: step) : [Int32(root)]
        result.patterns += roots.map { QueryPatterns.Pattern(root: $0, predicates: predicates) }
    }

    /// The alternatives of a pattern that consists of them: each is a pattern by itself, with the captures of all.
    private mutating func alternatives(of step: QueryStep) -> [Int32] {
        let range = Int(step.children.start)..<Int(step.children.start + step.children.count)
        let outer = result.captures[Int(step.captures.start)..<Int(step.captures.start + step.captures.count)]
        return result.children[range].map { number in
            let inner = result.steps[Int(number)].captures
            let own = result.captures[Int(inner.start)..<Int(inner.start + inner.count)]
            result.steps[Int(number)].captures = append(Array(own + outer), to: \.captures)
            return number
        }
    }

    /// A step with what may stand before and behind it: a field, a quantifier, captures.
    private mutating func step() throws(QuerySyntaxError) -> Int {
        var field: UInt16 = 0
        if case .word(let word) = lexer.token, word != "_" {
            field = try fieldNumber(word)
            try lexer.advance()
            try expect(.colon, "a colon and a pattern must follow a field")
        }
        var step = try node()
        step.field = field
        if case .quantifier(let byte) = lexer.token {
            step.quantifier =
                byte == UInt8(ascii: "?") ? .optional : byte == UInt8(ascii: "*") ? .any : .atLeastOne
            try lexer.advance()
        }
        var captures: [Int32] = []
        while case .capture(let name) = lexer.token {
            captures.append(Int32(captureNumber(name)))
            try lexer.advance()
        }
        step.captures = append(captures, to: \.captures)
        result.steps.append(step)
        return result.steps.count - 1
    }

    private mutating func node() throws(QuerySyntaxError) -> QueryStep {
        var step = QueryStep()
        switch lexer.token {
        case .string(let text):
            guard let symbol = grammar.symbol(text, isNamed: false) else {
                throw QuerySyntaxError(offset: lexer.start, reason: "the grammar has no word \"\(text)\"")
            }
            (step.symbol, step.isNamed) = (symbol.number, false)
            try lexer.advance()
        case .word("_"):
            (step.kind, step.isNamed) = (.any, false)
            try lexer.advance()
        case .openBracket:
            try lexer.advance()
            var children: [Int32] = []
            while lexer.token != .closeBracket { children.append(Int32(try self.step())) }
            try lexer.advance()
            step.kind = .alternatives
            step.children = append(children, to: \.children)
        case .open:
            try lexer.advance()
            try parenthesized(&step)
        default: throw QuerySyntaxError(offset: lexer.start, reason: "a pattern is expected here")
        }
        return step
    }

    /// Reads what follows an opening parenthesis: `kind children… )`.
    private mutating func parenthesized(_ step: inout QueryStep) throws(QuerySyntaxError) {
        guard case .word(let kind) = lexer.token else {
            throw QuerySyntaxError(offset: lexer.start, reason: "the kind of a node is expected here")
        }
        if kind == "_" {
            step.kind = .named
        } else {
            guard let symbol = grammar.symbol(kind) else {
                throw QuerySyntaxError(offset: lexer.start, reason: "the grammar has no kind of node \(kind)")
            }
            step.symbol = symbol.number
        }
        try lexer.advance()
        var children: [Int32] = []
        var absent: [UInt16] = []
        var isAnchored = false
        while lexer.token != .close {
            switch lexer.token {
            case .anchor:
                isAnchored = true
                try lexer.advance()
            case .absent:
                try lexer.advance()
                guard case .word(let name) = lexer.token else {
                    throw QuerySyntaxError(offset: lexer.start, reason: "the name of a field is expected here")
                }
                absent.append(try fieldNumber(name))
                try lexer.advance()
            case .open where isPredicate: try predicate()
            default:
                let child = try self.step()
                result.steps[child].isAnchored = isAnchored
                isAnchored = false
                children.append(Int32(child))
            }
        }
        try lexer.advance()
        step.isEndAnchored = isAnchored && !children.isEmpty
        step.children = append(children, to: \.children)
        step.absentFields = append(absent, to: \.absentFields)
    }

    // MARK: - Predicates

    /// Whether a parenthesis begins here that holds a whole pattern and predicates about it.
    private var isGroup: Bool {
        var ahead = lexer
        guard lexer.token == .open, (try? ahead.advance()) != nil else { return false }
        return ahead.token == .open || ahead.token == .openBracket
    }

    private var isPredicate: Bool {
        var ahead = lexer
        guard (try? ahead.advance()) != nil, case .predicate = ahead.token else { return false }
        return true
    }

    private mutating func predicate() throws(QuerySyntaxError) {
        try lexer.advance()
        let start = lexer.start
        guard case .predicate(let name) = lexer.token else { return }
        try lexer.advance()
        var operands: [QueryPredicate.Operand] = []
        while lexer.token != .close {
            switch lexer.token {
            case .capture(let capture): operands.append(.capture(captureNumber(capture)))
            case .string(let text), .word(let text): operands.append(.text(Array(text.utf8)))
            default: throw QuerySyntaxError(offset: lexer.start, reason: "a capture or a string is expected here")
            }
            try lexer.advance()
        }
        try lexer.advance()
        guard let predicate = Self.predicate(name, operands) else {
            throw QuerySyntaxError(
                offset: start, reason: "#\(name) is no predicate that MGE knows, or its operands are wrong")
        }
        predicates.append(predicate)
    }

    private static func predicate(_ name: String, _ operands: [QueryPredicate.Operand]) -> QueryPredicate? {
        guard case .capture(let capture)? = operands.first, operands.count > 1 else { return nil }
        let texts = operands.dropFirst().compactMap { if case .text(let text) = $0 { text } else { nil } }
        switch name {
        case "eq?", "not-eq?":
            return QueryPredicate(capture: capture, test: .equal(operands[1]), isNegated: name == "not-eq?")
        case "any-of?", "not-any-of?":
            return QueryPredicate(capture: capture, test: .anyOf(texts), isNegated: name == "not-any-of?")
        case "match?", "not-match?":
            guard let expression = texts.first else { return nil }
            let test = QueryPredicate.Test(expression: expression)
            // One that is none would match nothing, without a word.
            if case .matching(let text) = test, (try? Regex(text)) == nil { return nil }
            return QueryPredicate(capture: capture, test: test, isNegated: name == "not-match?")
        default: return nil
        }
    }

    // MARK: - Numbers

    private mutating func expect(_ token: QueryLexer.Token, _ reason: String) throws(QuerySyntaxError) {
        guard lexer.token == token else { throw QuerySyntaxError(offset: lexer.start, reason: reason) }
        try lexer.advance()
    }

    private func fieldNumber(_ name: String) throws(QuerySyntaxError) -> UInt16 {
        guard let field = grammar.field(name) else {
            throw QuerySyntaxError(offset: lexer.start, reason: "the grammar has no field \(name)")
        }
        return field.number
    }

    private mutating func captureNumber(_ name: String) -> Int {
        if let number = result.captureNames.firstIndex(of: name) { return number }
        result.captureNames.append(name)
        return result.captureNames.count - 1
    }

    private mutating func append<Element>(
        _ elements: [Element], to list: WritableKeyPath<QueryPatterns, [Element]>
    ) -> QueryStep.Run {
        let start = result[keyPath: list].count
        result[keyPath: list] += elements
        return QueryStep.Run(start: Int32(start), count: Int32(elements.count))
    }
}
