extension Compiler {
    func statement(_ statement: StatementSyntax, _ frame: Frame) throws -> (any StatementNode)? {
        let place = position(statement.offset)
        switch statement.kind {
        case .text(let text):
            return frame.checksExtends ? UnlessExtendedNode(TextNode(text)) : TextNode(text)
        case .print(let values):
            let nodes: [any StatementNode] = try values.map {
                PrintNode(try expression($0, frame), position($0.offset))
            }
            let node: any StatementNode = nodes.count == 1 ? nodes[0] : SequenceNode(Body(nodes: nodes))
            return frame.checksExtends ? UnlessExtendedNode(node) : node
        case .condition(let branches, let otherwise):
            return ConditionNode(
                try branches.map { branch in
                    ConditionNode.Branch(
                        condition: try expression(branch.condition, frame), position: position(branch.condition.offset),
                        body: try body(branch.body, frame.conditional))
                }, otherwise: try body(otherwise, frame.conditional))
        case .loop(let loop): return try self.loop(loop, frame, place)
        case .loopBreak: return JumpNode(.leaveLoop)
        case .loopContinue: return JumpNode(.nextIteration)
        case .assign(let target, let value):
            return AssignNode(
                try self.target(target, frame), try expression(value, frame), exports(target, frame), place)
        case .assignBlock(let target, let filter, let statements):
            return try assignBlock(target, filter, statements, frame, place)
        case .with(let pairs, let statements): return try with(pairs, statements, frame, place)
        case .autoescape(let value, let statements):
            let inner = frame.inner()
            var visitor = SymbolVisitor(symbols: inner.symbols)
            visitor.read(value)
            visitor.visit(statements)
            return AutoescapeNode(
                ScopeLoads(inner.symbols), try expression(value, inner), try body(statements, inner), place)
        case .block(let block):
            let node = BlockNode(
                block.name, locals: block.isScoped ? frame.symbols.allStores() : nil, isRequired: block.isRequired,
                place)
            return frame.isTopLevel && frame.checksExtends ? UnlessExtendedNode(node) : node
        case .filter(let filter, let statements):
            let inner = frame.inner().capturing
            var visitor = SymbolVisitor(symbols: inner.symbols)
            visitor.visit(statements)
            visitor.read(filter)
            let node = FilterBlockNode(
                ScopeLoads(inner.symbols), try body(statements, inner), try expression(filter, inner), place)
            return frame.checksExtends ? UnlessExtendedNode(node) : node
        case .evaluate(let value): return EvaluateNode(try expression(value, frame))
        case .macro(let macro):
            let compiled = try self.macro(macro, frame)
            return MacroNode(compiled, slot(of: macro.name, frame), exports: export([macro.name], frame))
        case .call(let macro, let call): return try callBlock(macro, call, frame, place)
        case .extends, .include, .importModule, .importNames:
            return try reference(statement.kind, frame, place)
        }
    }

    private func slot(of name: String, _ frame: Frame) -> Int {
        frame.symbols.find(name)?.slot ?? frame.symbols.declareParameter(name)
    }

    private func export(_ names: [String], _ frame: Frame) -> [String] {
        frame.isTopLevel ? names : []
    }

    private func exports(_ target: ExpressionSyntax, _ frame: Frame) -> [(name: String, slot: Int)] {
        guard frame.isTopLevel else { return [] }
        switch target.kind {
        case .name(let name): return [(name, slot(of: name, frame))]
        case .tuple(let elements): return elements.flatMap { exports($0, frame) }
        default: return []
        }
    }

    func target(_ target: ExpressionSyntax, _ frame: Frame) throws -> AssignmentTarget {
        switch target.kind {
        case .name(let name): return .slot(slot(of: name, frame))
        case .namespaceTarget(let name, let attribute):
            return .namespace(nameNode(name, target.offset, frame), attribute)
        case .tuple(let elements): return .tuple(try elements.map { try self.target($0, frame) })
        default: throw source.error(.syntax, "can't assign to this expression", at: target.offset)
        }
    }

    private func assignBlock(
        _ target: ExpressionSyntax, _ filter: ExpressionSyntax?, _ statements: [StatementSyntax], _ frame: Frame,
        _ place: SourcePosition
    ) throws -> any StatementNode {
        let inner = frame.inner().capturing
        var visitor = SymbolVisitor(symbols: inner.symbols)
        visitor.visit(statements)
        if let filter { visitor.read(filter) }
        return AssignBlockNode(
            try self.target(target, frame), ScopeLoads(inner.symbols), try body(statements, inner),
            filter: try filter.map { try expression($0, inner) }, exports(target, frame), place)
    }

    private func with(
        _ pairs: [(target: ExpressionSyntax, value: ExpressionSyntax)], _ statements: [StatementSyntax], _ frame: Frame,
        _ place: SourcePosition
    ) throws -> any StatementNode {
        let inner = frame.inner()
        var visitor = SymbolVisitor(symbols: inner.symbols)
        for (target, _) in pairs { visitor.declare(target) }
        visitor.visit(statements)
        return WithNode(
            ScopeLoads(inner.symbols),
            try pairs.map { (try target($0.target, inner), try expression($0.value, frame)) },
            try body(statements, inner), place)
    }

    private func loop(_ loop: LoopSyntax, _ frame: Frame, _ place: SourcePosition) throws -> any StatementNode {
        let builder = loop.isRecursive ? FunctionBuilder(parent: frame.symbols.function) : nil
        let inner =
            loop.isRecursive
            ? Frame(
                symbols: frame.inner(builder).symbols, checksExtends: false, isConditional: frame.isConditional)
            : frame.inner()
        let usesLoop = loop.isRecursive || !loop.body.namesRead(of: ["loop"]).isEmpty
        let loopSlot = usesLoop ? inner.symbols.declareParameter("loop") : nil
        var visitor = SymbolVisitor(symbols: inner.symbols)
        visitor.declare(loop.target)
        visitor.visit(loop.body)
        var filter: LoopNode.Filter?
        if let condition = loop.condition {
            let test = frame.inner(builder)
            let testVisitor = SymbolVisitor(symbols: test.symbols)
            testVisitor.declare(loop.target)
            testVisitor.read(condition)
            filter = LoopNode.Filter(
                target: try target(loop.target, test), loads: ScopeLoads(test.symbols),
                condition: try expression(condition, test), position: position(condition.offset))
        }
        let outer = frame.inner(builder)
        var outerVisitor = SymbolVisitor(symbols: outer.symbols)
        outerVisitor.visit(loop.otherwise)
        let node = LoopNode(
            target: try target(loop.target, inner), loopSlot: loopSlot, loads: inner.symbols.slotLoads(),
            filter: filter,
            body: try body(loop.body, inner), otherwiseLoads: ScopeLoads(outer.symbols),
            otherwise: try body(loop.otherwise, outer), position: place)
        let sequence = try expression(loop.sequence, frame)
        guard let builder else { return ForNode(sequence, node) }
        let function = CompiledFunction(body: Body(nodes: []), slotNames: builder.slotNames, loads: [])
        let recursive = RecursiveForNode(sequence, node, function)
        return frame.checksExtends ? UnlessExtendedNode(recursive) : recursive
    }

    func macro(_ macro: MacroSyntax, _ frame: Frame) throws -> CompiledMacro {
        let inner = frame.inner(FunctionBuilder(parent: frame.symbols.function))
        let symbols = inner.symbols
        let slots = macro.parameters.map { symbols.declareParameter($0) }
        var visitor = SymbolVisitor(symbols: symbols)
        macro.defaults.forEach { visitor.read($0) }
        let special = macro.body.namesRead(of: ["caller", "kwargs", "varargs"])
        func specialSlot(_ name: String) -> Int? {
            special.contains(name) && !macro.parameters.contains(name) ? symbols.declareParameter(name) : nil
        }
        let missing = macro.parameters.count - macro.defaults.count
        if let index = macro.parameters.firstIndex(of: "caller"), special.contains("caller"), index < missing {
            throw source.error(
                .syntax,
                "When defining macros or call blocks the special \"caller\" argument must be omitted or be given a "
                    + "default.", at: macro.body.first?.offset ?? 0)
        }
        let (caller, keyword, variadic) = (specialSlot("caller"), specialSlot("kwargs"), specialSlot("varargs"))
        visitor.visit(macro.body)
        let defaults: [(any ExpressionNode)?] = try macro.parameters.indices.map { index in
            index < missing ? nil : try expression(macro.defaults[index - missing], inner)
        }
        return CompiledMacro(
            name: macro.name, parameters: macro.parameters, parameterSlots: slots, defaults: defaults,
            callerSlot: caller, keywordSlot: keyword, variadicSlot: variadic, usesCaller: special.contains("caller"),
            function: function(try body(macro.body, inner), symbols))
    }

    private func callBlock(
        _ macro: MacroSyntax, _ call: ExpressionSyntax, _ frame: Frame, _ place: SourcePosition
    ) throws -> any StatementNode {
        guard case .call(let callee, let arguments) = call.kind else {
            throw source.error(.syntax, "expected call", at: call.offset)
        }
        let node = CallBlockNode(
            try self.macro(macro, frame), try expression(callee, frame), try self.arguments(arguments, frame), place)
        return frame.checksExtends ? UnlessExtendedNode(node) : node
    }

    private func reference(_ kind: StatementSyntax.Kind, _ frame: Frame, _ place: SourcePosition) throws
        -> (any StatementNode)?
    {
        switch kind {
        case .extends(let template): return ExtendsNode(try expression(template, frame), place)
        case .include(let template, let ignoresMissing, let withContext):
            return IncludeNode(
                try expression(template, frame), ignoresMissing: ignoresMissing,
                locals: withContext ? frame.symbols.allStores() : nil, place)
        case .importModule(let template, let name, let withContext):
            return ImportNode(
                try expression(template, frame), locals: withContext ? frame.symbols.allStores() : nil,
                moduleSlot: slot(of: name, frame), names: [], exports: export([name], frame), place)
        case .importNames(let template, let names, let withContext):
            return ImportNode(
                try expression(template, frame), locals: withContext ? frame.symbols.allStores() : nil,
                moduleSlot: nil, names: names.map { ($0.name, slot(of: $0.alias, frame)) },
                exports: export(names.map(\.alias), frame), place)
        default: return nil
        }
    }
}
