extension Parser {
    /// One statement, from the name of its tag to before the end of its last tag.
    mutating func parseStatement() throws -> StatementSyntax {
        let offset = current.offset
        guard case .name(let tag) = current.kind else { throw failure("tag name expected") }
        let parse: (inout Parser) throws -> StatementSyntax.Kind
        switch tag {
        case "if": parse = { try $0.parseIf() }
        case "for": parse = { try $0.parseFor() }
        case "set": parse = { try $0.parseSet() }
        case "with": parse = { try $0.parseWith() }
        case "macro": parse = { try $0.parseMacro() }
        case "call": parse = { try $0.parseCall() }
        case "filter": parse = { try $0.parseFilterBlock() }
        case "block": parse = { try $0.parseBlock() }
        case "extends": parse = { .extends(try $0.parseExpression()) }
        case "include": parse = { try $0.parseInclude() }
        case "import": parse = { try $0.parseImport() }
        case "from": parse = { try $0.parseFrom() }
        case "autoescape": parse = { try $0.parseAutoescape() }
        case "print": parse = { try $0.parsePrint() }
        case "do": parse = { .evaluate(try $0.parseTuple()) }
        case "break", "continue":
            guard loopDepth > 0 else { throw failure("'\(tag)' outside a loop") }
            parse = { _ in tag == "break" ? .loopBreak : .loopContinue }
        default: throw failureForUnknownTag(tag)
        }
        advance()
        return StatementSyntax(kind: try parse(&self), offset: offset)
    }

    private mutating func parseIf() throws -> StatementSyntax.Kind {
        var branches: [(condition: ExpressionSyntax, body: [StatementSyntax])] = []
        while true {
            let condition = try parseTuple(withCondition: false)
            let body = try parseBlockBody(of: "if", until: ["elif", "else", "endif"])
            branches.append((condition, body))
            if skipName("elif") { continue }
            var otherwise: [StatementSyntax] = []
            if skipName("else") { otherwise = try parseBlockBody(of: "if", until: ["endif"]) }
            advance()
            return .condition(branches, otherwise: otherwise)
        }
    }

    private mutating func parseFor() throws -> StatementSyntax.Kind {
        let target = try parseTarget(endName: "in")
        try expectName("in")
        let sequence = try parseTuple(withCondition: false, endName: "recursive")
        let condition = skipName("if") ? try parseExpression() : nil
        let isRecursive = skipName("recursive")
        loopDepth += 1
        let body: [StatementSyntax]
        do {
            defer { loopDepth -= 1 }
            body = try parseBlockBody(of: "for", until: ["endfor", "else"])
        }
        var otherwise: [StatementSyntax] = []
        if skipName("else") { otherwise = try parseBlockBody(of: "for", until: ["endfor"]) }
        advance()
        return .loop(
            LoopSyntax(
                target: target, sequence: sequence, condition: condition, isRecursive: isRecursive, body: body,
                otherwise: otherwise))
    }

    private mutating func parseSet() throws -> StatementSyntax.Kind {
        let target = try parseTarget(withNamespace: true)
        if skip(.assign) { return .assign(target: target, value: try parseTuple()) }
        let filter = try parseFilterChain(nil as ExpressionSyntax?)
        let body = try parseClosedBody(of: "set", end: "endset")
        return .assignBlock(target: target, filter: filter, body: body)
    }

    private mutating func parseClosedBody(of tag: String, end: String) throws -> [StatementSyntax] {
        let body = try parseBlockBody(of: tag, until: [end])
        advance()
        return body
    }

    private mutating func parseWith() throws -> StatementSyntax.Kind {
        var pairs: [(target: ExpressionSyntax, value: ExpressionSyntax)] = []
        while current.kind != .blockEnd {
            if !pairs.isEmpty { try expect(.comma) }
            let target = try parseTarget()
            try expect(.assign)
            pairs.append((target, try parseExpression()))
        }
        return .with(pairs, body: try parseClosedBody(of: "with", end: "endwith"))
    }

    private mutating func parseAutoescape() throws -> StatementSyntax.Kind {
        let value = try parseExpression()
        return .autoescape(value, body: try parseClosedBody(of: "autoescape", end: "endautoescape"))
    }

    private mutating func parsePrint() throws -> StatementSyntax.Kind {
        var values: [ExpressionSyntax] = []
        while current.kind != .blockEnd {
            if !values.isEmpty { try expect(.comma) }
            values.append(try parseExpression())
        }
        return .print(values)
    }

    private mutating func parseBlock() throws -> StatementSyntax.Kind {
        let name = try expectAnyName()
        let isScoped = skipName("scoped")
        let isRequired = skipName("required")
        guard !isOperation(.subtract) else {
            throw failure(
                "Block names in Jinja have to be valid Python identifiers and may not contain hyphens, use an "
                    + "underscore instead.")
        }
        let start = current.offset
        let savedLoopDepth = loopDepth
        loopDepth = 0
        defer { loopDepth = savedLoopDepth }
        let body = try parseClosedBody(of: "block", end: "endblock")
        if isRequired {
            for statement in body {
                guard case .text(let text) = statement.kind, text.unicodeScalars.allSatisfy({ Text.isSpace($0) }) else {
                    throw failure("Required blocks can only contain comments or whitespace", at: start)
                }
            }
        }
        _ = skipName(name)
        return .block(BlockSyntax(name: name, isScoped: isScoped, isRequired: isRequired, body: body))
    }

    private mutating func parseContextChoice(default choice: Bool) -> Bool {
        guard isName("with") || isName("without"), isNextName("context") else { return choice }
        let result = isName("with")
        advance()
        advance()
        return result
    }

    private mutating func parseInclude() throws -> StatementSyntax.Kind {
        let template = try parseExpression()
        var ignoresMissing = false
        if isName("ignore"), isNextName("missing") {
            ignoresMissing = true
            advance()
            advance()
        }
        return .include(template, ignoresMissing: ignoresMissing, withContext: parseContextChoice(default: true))
    }

    private mutating func parseImport() throws -> StatementSyntax.Kind {
        let template = try parseExpression()
        try expectName("as")
        let name = try parseTargetName()
        return .importModule(template, name: name, withContext: parseContextChoice(default: false))
    }

    private mutating func parseFrom() throws -> StatementSyntax.Kind {
        let template = try parseExpression()
        try expectName("import")
        var names: [(name: String, alias: String)] = []
        while true {
            if !names.isEmpty { try expect(.comma) }
            guard case .name = current.kind else {
                throw failure("expected token 'name', got '\(current.description)'")
            }
            if isName("with") || isName("without"), isNextName("context") { break }
            let offset = current.offset
            let name = try parseTargetName()
            guard !name.hasPrefix("_") else {
                throw failure("names starting with an underline can not be imported", at: offset)
            }
            names.append((name, skipName("as") ? try parseTargetName() : name))
            if isName("with") || isName("without"), isNextName("context") { break }
            guard isOperation(.comma) else { break }
        }
        return .importNames(template, names: names, withContext: parseContextChoice(default: false))
    }

    private mutating func parseSignature() throws -> (parameters: [String], defaults: [ExpressionSyntax]) {
        try expect(.leftParenthesis)
        var parameters: [String] = []
        var defaults: [ExpressionSyntax] = []
        while !isOperation(.rightParenthesis) {
            if !parameters.isEmpty { try expect(.comma) }
            let offset = current.offset
            let name = try parseTargetName()
            guard !parameters.contains(name) else { throw failure("duplicate argument '\(name)'", at: offset) }
            if skip(.assign) {
                defaults.append(try parseExpression())
            } else if !defaults.isEmpty {
                throw failure("non-default argument follows default argument")
            }
            parameters.append(name)
        }
        try expect(.rightParenthesis)
        return (parameters, defaults)
    }

    private mutating func parseMacro() throws -> StatementSyntax.Kind {
        let name = try parseTargetName()
        let (parameters, defaults) = try parseSignature()
        let body = try outsideLoops { try $0.parseClosedBody(of: "macro", end: "endmacro") }
        return .macro(MacroSyntax(name: name, parameters: parameters, defaults: defaults, body: body))
    }

    private mutating func parseCall() throws -> StatementSyntax.Kind {
        let (parameters, defaults) = isOperation(.leftParenthesis) ? try parseSignature() : ([], [])
        let offset = current.offset
        let call = try parseExpression()
        guard case .call = call.kind else { throw failure("expected call", at: offset) }
        let body = try outsideLoops { try $0.parseClosedBody(of: "call", end: "endcall") }
        return .call(MacroSyntax(name: "caller", parameters: parameters, defaults: defaults, body: body), call)
    }

    private mutating func outsideLoops<Result>(_ body: (inout Parser) throws -> Result) throws -> Result {
        let saved = loopDepth
        loopDepth = 0
        defer { loopDepth = saved }
        return try body(&self)
    }

    private mutating func parseFilterBlock() throws -> StatementSyntax.Kind {
        guard let filter = try parseFilterChain(nil as ExpressionSyntax?, isInline: true) else {
            throw failure("expected a filter")
        }
        return .filter(filter, body: try parseClosedBody(of: "filter", end: "endfilter"))
    }

    private mutating func parseTargetName() throws -> String {
        let offset = current.offset
        let name = try expectAnyName()
        try checkTargetName(name, at: offset)
        return name
    }

    private func checkTargetName(_ name: String, at offset: Int) throws {
        if ["true", "false", "none", "True", "False", "None"].contains(name) {
            throw failure("can't assign to '\(name)'", at: offset)
        }
    }

    private mutating func parseTarget(endName: String? = nil, withNamespace: Bool = false) throws -> ExpressionSyntax {
        let target = try parseTuple(targets: true, endName: endName, withNamespace: withNamespace)
        try checkTarget(target)
        return target
    }

    private func checkTarget(_ target: ExpressionSyntax) throws {
        switch target.kind {
        case .name, .namespaceTarget: break
        case .tuple(let elements): try elements.forEach(checkTarget)
        default: throw failure("can't assign to this expression", at: target.offset)
        }
    }
}
