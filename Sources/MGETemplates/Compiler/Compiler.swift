import MGECore

/// Turns statements into nodes that run: every name becomes a slot, every filter and test the function itself.
struct Compiler {
    let source: SourceText
    let environment: TemplateEnvironment
    /// Whether the template extends another, so that its top level prints only until it does.
    var hasExtends = false

    var options: TemplateOptions { environment.options }

    /// A scope while it is compiled.
    struct Frame {
        let symbols: Symbols
        /// Whether what is set here is exported.
        var isTopLevel = false
        /// Whether printing depends on whether the template has extended another.
        var checksExtends = false
        /// Whether the code may never run, so that an unknown filter is no error yet.
        var isConditional = false

        /// A scope inside.
        func inner(_ function: FunctionBuilder? = nil) -> Frame {
            Frame(
                symbols: Symbols(parent: symbols, function: function ?? symbols.function),
                checksExtends: checksExtends && function == nil, isConditional: isConditional)
        }

        /// The same scope inside a condition.
        var conditional: Frame {
            var frame = self
            frame.isConditional = true
            return frame
        }

        /// The same scope, printing somewhere else.
        var capturing: Frame {
            var frame = self
            frame.checksExtends = false
            return frame
        }
    }

    /// Compiles a template.
    /// - Throws: `TemplateError` for the first thing that is wrong with it.
    static func compile(
        name: String, text: String, environment: TemplateEnvironment
    ) throws -> CompiledTemplate {
        let options = environment.options
        let source = SourceText(name: name, text: text, keepTrailingNewline: options.keepTrailingNewline)
        let statements = try Parser.parse(source, options: options)
        var references = ReferenceCollector()
        references.visit(statements)
        var compiler = Compiler(source: source, environment: environment)
        compiler.hasExtends = references.hasExtends
        let builder = FunctionBuilder(parent: nil)
        let frame = Frame(
            symbols: Symbols(parent: nil, function: builder), isTopLevel: true, checksExtends: references.hasExtends)
        let readsSelf = !statements.namesRead(of: ["self"]).isEmpty
        let selfSlot = readsSelf ? frame.symbols.declareParameter("self") : nil
        var visitor = SymbolVisitor(symbols: frame.symbols)
        visitor.visit(statements)
        let body = try compiler.body(statements, frame)
        let blocks = try compiler.blocks(of: statements)
        return CompiledTemplate(
            name: name, root: compiler.function(body, frame.symbols), selfSlot: selfSlot, blocks: blocks,
            references: references.references, digest: SHA256Digest(of: text))
    }

    func function(_ body: Body, _ symbols: Symbols) -> CompiledFunction {
        let loads = symbols.slotLoads()
        return CompiledFunction(body: body, slotNames: symbols.function.slotNames, loads: loads.once + loads.each)
    }

    private func blocks(of statements: [StatementSyntax]) throws -> [String: CompiledBlock] {
        var blocks: [String: CompiledBlock] = [:]
        for (block, offset) in statements.blocks {
            guard blocks[block.name] == nil else {
                throw source.error(.syntax, "block '\(block.name)' defined twice", at: offset)
            }
            let frame = Frame(symbols: Symbols(parent: nil, function: FunctionBuilder(parent: nil)))
            let names = block.body.namesRead(of: ["self", "super"])
            let selfSlot = names.contains("self") ? frame.symbols.declareParameter("self") : nil
            let superSlot = names.contains("super") ? frame.symbols.declareParameter("super") : nil
            var visitor = SymbolVisitor(symbols: frame.symbols)
            visitor.visit(block.body)
            let body = try body(block.body, frame)
            blocks[block.name] = CompiledBlock(
                name: block.name, function: function(body, frame.symbols), selfSlot: selfSlot, superSlot: superSlot,
                isRequired: block.isRequired)
        }
        return blocks
    }

    func position(_ offset: Int) -> SourcePosition { SourcePosition(source: source, offset: offset) }

    func body(_ statements: [StatementSyntax], _ frame: Frame) throws -> Body {
        Body(nodes: try statements.compactMap { try statement($0, frame) })
    }
}

/// Collects the templates that statements name.
private struct ReferenceCollector {
    var references = TemplateReferences()
    var hasExtends = false

    mutating func visit(_ statements: [StatementSyntax]) {
        for statement in statements {
            switch statement.kind {
            case .extends(let name):
                hasExtends = true
                add(name)
            case .include(let name, _, _), .importModule(let name, _, _), .importNames(let name, _, _): add(name)
            default: break
            }
            for body in statement.bodies { visit(body) }
        }
    }

    private mutating func add(_ expression: ExpressionSyntax) {
        switch expression.kind {
        case .constant(.string(let name)):
            guard !references.names.contains(name) else { return }
            references.names.append(name)
            references.names.sort()
        case .list(let elements), .tuple(let elements): for element in elements { add(element) }
        case .conditional(_, let then, let otherwise):
            add(then)
            if let otherwise { add(otherwise) }
        default: references.isDynamic = true
        }
    }
}
