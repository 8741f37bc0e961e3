extension Parser {
    mutating func parseExpression(withCondition: Bool = true) throws -> ExpressionSyntax {
        try nested { try withCondition ? $0.parseConditional() : $0.parseOr() }
    }

    private mutating func parseConditional() throws -> ExpressionSyntax {
        let offset = current.offset
        var expression = try parseOr()
        while skipName("if") {
            let condition = try parseOr()
            let otherwise = skipName("else") ? try nested { try $0.parseConditional() } : nil
            expression = try make(
                .conditional(condition: condition, then: expression, otherwise: otherwise), at: offset)
        }
        return expression
    }

    private mutating func parseOr() throws -> ExpressionSyntax {
        var left = try parseAnd()
        while isName("or") {
            let offset = advance().offset
            left = try make(.or(left, try parseAnd()), at: offset)
        }
        return left
    }

    private mutating func parseAnd() throws -> ExpressionSyntax {
        var left = try parseNot()
        while isName("and") {
            let offset = advance().offset
            left = try make(.and(left, try parseNot()), at: offset)
        }
        return left
    }

    private mutating func parseNot() throws -> ExpressionSyntax {
        guard isName("not") else { return try parseComparison() }
        let offset = advance().offset
        let value = try nested { try $0.parseNot() }
        return try make(.not(value), at: offset)
    }

    private mutating func parseComparison() throws -> ExpressionSyntax {
        let first = try parseSum()
        let offset = current.offset
        var rest: [(ComparisonOperator, ExpressionSyntax)] = []
        while true {
            if case .operation(let symbol) = current.kind, let operation = ComparisonOperator(rawValue: symbol.rawValue)
            {
                advance()
                rest.append((operation, try parseSum()))
            } else if skipName("in") {
                rest.append((.contained, try parseSum()))
            } else if isName("not"), isNextName("in") {
                advance()
                advance()
                rest.append((.notContained, try parseSum()))
            } else {
                break
            }
        }
        return rest.isEmpty ? first : try make(.comparison(first, rest), at: offset)
    }

    private mutating func parseSum() throws -> ExpressionSyntax {
        var left = try parseConcatenation()
        while isOperation(.add) || isOperation(.subtract) {
            let operation: BinaryOperator = isOperation(.add) ? .add : .subtract
            let offset = advance().offset
            left = try make(.binary(operation, left, try parseConcatenation()), at: offset)
        }
        return left
    }

    private mutating func parseConcatenation() throws -> ExpressionSyntax {
        let offset = current.offset
        var parts = [try parseProduct()]
        while skip(.tilde) { parts.append(try parseProduct()) }
        return parts.count == 1 ? parts[0] : try make(.concatenation(parts), at: offset)
    }

    private mutating func parseProduct() throws -> ExpressionSyntax {
        var left = try parsePower()
        while case .operation(let symbol) = current.kind, [.multiply, .divide, .floorDivide, .modulo].contains(symbol),
            let operation = BinaryOperator(rawValue: symbol.rawValue)
        {
            let offset = advance().offset
            left = try make(.binary(operation, left, try parsePower()), at: offset)
        }
        return left
    }

    private mutating func parsePower() throws -> ExpressionSyntax {
        var left = try parseUnary()
        while isOperation(.power) {
            let offset = advance().offset
            left = try make(.binary(.power, left, try parseUnary()), at: offset)
        }
        return left
    }

    private mutating func parseUnary(withFilter: Bool = true) throws -> ExpressionSyntax {
        let offset = current.offset
        var expression: ExpressionSyntax
        if skip(.subtract) {
            let value = try nested { try $0.parseUnary(withFilter: false) }
            expression = try make(.negative(value), at: offset)
        } else if skip(.add) {
            let value = try nested { try $0.parseUnary(withFilter: false) }
            expression = try make(.positive(value), at: offset)
        } else {
            expression = try parsePrimary()
        }
        expression = try parsePostfix(expression)
        return withFilter ? try parseFilters(expression) : expression
    }

    mutating func parsePrimary(withNamespace: Bool = false) throws -> ExpressionSyntax {
        let token = current
        switch token.kind {
        case .name(let name):
            advance()
            switch name {
            case "true", "True": return try make(.constant(.bool(true)), at: token.offset)
            case "false", "False": return try make(.constant(.bool(false)), at: token.offset)
            case "none", "None": return try make(.constant(.none), at: token.offset)
            default: break
            }
            if withNamespace, skip(.dot) {
                return try make(.namespaceTarget(name, try expectAnyName()), at: token.offset)
            }
            return try make(.name(name), at: token.offset)
        case .string(var text):
            advance()
            while case .string(let more) = current.kind {
                text += more
                advance()
            }
            return try make(.constant(.string(text)), at: token.offset)
        case .integer(let number):
            advance()
            return try make(.constant(.int(number)), at: token.offset)
        case .float(let number):
            advance()
            return try make(.constant(.float(number)), at: token.offset)
        case .operation(.leftParenthesis):
            advance()
            let value = try nested { try $0.parseTuple(inParentheses: true) }
            try expect(.rightParenthesis)
            return value
        case .operation(.leftBracket): return try parseList()
        case .operation(.leftBrace): return try parseDict()
        default: throw failure("unexpected '\(token.description)'")
        }
    }

    private func isTupleEnd(_ endName: String?) -> Bool {
        switch current.kind {
        case .variableEnd, .blockEnd, .operation(.rightParenthesis): true
        case .name(let name): name == endName
        default: false
        }
    }

    /// One expression, or several with commas between them.
    mutating func parseTuple(
        targets: Bool = false, withCondition: Bool = true, endName: String? = nil, inParentheses: Bool = false,
        withNamespace: Bool = false
    ) throws -> ExpressionSyntax {
        let offset = current.offset
        var elements: [ExpressionSyntax] = []
        var isTuple = false
        while true {
            if !elements.isEmpty { try expect(.comma) }
            if isTupleEnd(endName) { break }
            elements.append(
                targets
                    ? try parsePrimary(withNamespace: withNamespace)
                    : try parseExpression(withCondition: withCondition))
            guard isOperation(.comma) else { break }
            isTuple = true
        }
        if !isTuple {
            if let only = elements.first { return only }
            guard inParentheses else { throw failure("Expected an expression, got '\(current.description)'") }
        }
        return try make(.tuple(elements), at: offset)
    }

    private mutating func parseList() throws -> ExpressionSyntax {
        let offset = advance().offset
        var elements: [ExpressionSyntax] = []
        while !isOperation(.rightBracket) {
            if !elements.isEmpty { try expect(.comma) }
            if isOperation(.rightBracket) { break }
            elements.append(try parseExpression())
        }
        try expect(.rightBracket)
        return try make(.list(elements), at: offset)
    }

    private mutating func parseDict() throws -> ExpressionSyntax {
        let offset = advance().offset
        var pairs: [(key: ExpressionSyntax, value: ExpressionSyntax)] = []
        while !isOperation(.rightBrace) {
            if !pairs.isEmpty { try expect(.comma) }
            if isOperation(.rightBrace) { break }
            let key = try parseExpression()
            try expect(.colon)
            pairs.append((key, try parseExpression()))
        }
        try expect(.rightBrace)
        return try make(.dict(pairs), at: offset)
    }

    private mutating func parsePostfix(_ start: ExpressionSyntax) throws -> ExpressionSyntax {
        var expression = start
        while true {
            switch current.kind {
            case .operation(.dot), .operation(.leftBracket): expression = try parseSubscript(expression)
            case .operation(.leftParenthesis):
                let offset = current.offset
                expression = try make(.call(expression, try parseArguments()), at: offset)
            default: return expression
            }
        }
    }

    private mutating func parseFilters(_ start: ExpressionSyntax) throws -> ExpressionSyntax {
        var expression = start
        while true {
            switch current.kind {
            case .operation(.pipe): expression = try parseFilterChain(expression)
            case .name("is"): expression = try parseTest(expression)
            case .operation(.leftParenthesis):
                let offset = current.offset
                expression = try make(.call(expression, try parseArguments()), at: offset)
            default: return expression
            }
        }
    }

    private mutating func parseSubscript(_ value: ExpressionSyntax) throws -> ExpressionSyntax {
        let start = advance()
        if start.kind == .operation(.dot) {
            let token = advance()
            switch token.kind {
            case .name(let name): return try make(.attribute(value, name), at: token.offset)
            case .integer(let number):
                return try make(.item(value, try make(.constant(.int(number)), at: token.offset)), at: token.offset)
            default: throw failure("expected name or number", at: token.offset)
            }
        }
        var keys: [ExpressionSyntax] = []
        while !isOperation(.rightBracket) {
            if !keys.isEmpty { try expect(.comma) }
            keys.append(try parseSubscriptKey())
        }
        try expect(.rightBracket)
        let key = keys.count == 1 ? keys[0] : try make(.tuple(keys), at: start.offset)
        return try make(.item(value, key), at: start.offset)
    }

    private mutating func parseSubscriptKey() throws -> ExpressionSyntax {
        let offset = current.offset
        var start: ExpressionSyntax?
        if !isOperation(.colon) {
            let key = try parseExpression()
            guard isOperation(.colon) else { return key }
            start = key
        }
        advance()
        var bounds: [ExpressionSyntax?] = []
        for _ in 0..<2 {
            if isOperation(.colon) || isOperation(.rightBracket) || isOperation(.comma) {
                bounds.append(nil)
            } else {
                bounds.append(try parseExpression())
            }
            if bounds.count == 1, !skip(.colon) {
                bounds.append(nil)
                break
            }
        }
        return try make(.slice(start, bounds[0], bounds[1]), at: offset)
    }

    mutating func parseArguments() throws -> ArgumentSyntax {
        let offset = current.offset
        try expect(.leftParenthesis)
        var arguments = ArgumentSyntax()
        func ensure(_ condition: Bool) throws {
            if !condition { throw failure("invalid syntax for function call expression", at: offset) }
        }
        var isFirst = true
        while !isOperation(.rightParenthesis) {
            if !isFirst {
                try expect(.comma)
                if isOperation(.rightParenthesis) { break }
            }
            isFirst = false
            if skip(.multiply) {
                try ensure(arguments.list == nil && arguments.dict == nil)
                arguments.list = try parseExpression()
            } else if skip(.power) {
                try ensure(arguments.dict == nil)
                arguments.dict = try parseExpression()
            } else if case .name(let name) = current.kind, next.kind == .operation(.assign) {
                try ensure(arguments.dict == nil)
                guard !arguments.named.contains(where: { $0.name == name }) else {
                    throw failure("keyword argument repeated: \(name)")
                }
                advance()
                advance()
                arguments.named.append((name, try parseExpression()))
            } else {
                try ensure(arguments.list == nil && arguments.dict == nil && arguments.named.isEmpty)
                arguments.positional.append(try parseExpression())
            }
        }
        try expect(.rightParenthesis)
        return arguments
    }

    /// Filters one after another; without a value they are those of a block.
    mutating func parseFilterChain(_ start: ExpressionSyntax?, isInline: Bool = false) throws -> ExpressionSyntax? {
        var value = start
        var isFirst = isInline
        while isFirst || isOperation(.pipe) {
            if !isFirst { advance() }
            isFirst = false
            let offset = current.offset
            let name = try parseDottedName()
            let arguments = isOperation(.leftParenthesis) ? try parseArguments() : ArgumentSyntax()
            value = try make(.filter(value, name, arguments), at: offset)
        }
        return value
    }

    private mutating func parseFilterChain(_ start: ExpressionSyntax) throws -> ExpressionSyntax {
        try parseFilterChain(start, isInline: false) ?? start
    }

    private mutating func parseDottedName() throws -> String {
        var name = try expectAnyName()
        while skip(.dot) { name += "." + (try expectAnyName()) }
        return name
    }

    private mutating func parseTest(_ value: ExpressionSyntax) throws -> ExpressionSyntax {
        advance()
        let offset = current.offset
        let isNegated = skipName("not")
        let name = try parseDottedName()
        var arguments = ArgumentSyntax()
        switch current.kind {
        case .operation(.leftParenthesis): arguments = try parseArguments()
        case .name(let word) where ["else", "or", "and"].contains(word): break
        case .name("is"): throw failure("You cannot chain multiple tests with is")
        case .name, .string, .integer, .float, .operation(.leftBracket), .operation(.leftBrace):
            arguments.positional = [try nested { try $0.parsePostfix(try $0.parsePrimary()) }]
        default: break
        }
        let test = try make(.test(value, name, arguments), at: offset)
        return isNegated ? try make(.not(test), at: offset) : test
    }
}
