extension Compiler {
    func expression(_ syntax: ExpressionSyntax, _ frame: Frame) throws -> any ExpressionNode {
        let place = position(syntax.offset)
        func node(_ syntax: ExpressionSyntax) throws -> any ExpressionNode { try expression(syntax, frame) }
        switch syntax.kind {
        case .constant(let value): return ConstantNode(value)
        case .name(let name), .namespaceTarget(let name, _): return nameNode(name, syntax.offset, frame)
        case .attribute(let value, let name):
            return AttributeNode(try node(value), name, options.undefined, place)
        case .item(let value, let key):
            if case .slice(let start, let stop, let step) = key.kind {
                let bounds: [any ExpressionNode] = try [start, stop, step].map { bound in
                    if let bound { return try node(bound) }
                    return ConstantNode(.none)
                }
                return SliceNode(try node(value), bounds, place)
            }
            return ItemNode(try node(value), try node(key), options.undefined, place)
        case .slice: throw source.error(.syntax, "a slice among several subscripts is not supported", at: syntax.offset)
        case .list(let elements): return ListNode(try elements.map(node), place)
        case .tuple(let elements):
            let nodes = try elements.map(node)
            let constants = nodes.compactMap { ($0 as? ConstantNode)?.value }
            return constants.count == nodes.count ? ConstantNode(.tuple(constants)) : TupleNode(nodes)
        case .dict(let pairs): return DictNode(try pairs.map { (try node($0.key), try node($0.value)) }, place)
        case .negative(let value): return SignNode(.minus, try node(value), place)
        case .positive(let value): return SignNode(.plus, try node(value), place)
        case .not(let value): return NotNode(try node(value), place)
        case .and(let left, let right): return AndNode(try node(left), try node(right), place)
        case .or(let left, let right): return OrNode(try node(left), try node(right), place)
        case .binary(let operation, let left, let right):
            return BinaryNode(operation, try node(left), try node(right), place)
        case .concatenation(let parts): return ConcatenationNode(try parts.map(node), place)
        case .comparison(let first, let rest):
            if rest.count == 1 { return ComparisonNode(rest[0].0, try node(first), try node(rest[0].1), place) }
            return ComparisonChainNode(try node(first), try rest.map { ($0.0, try node($0.1)) }, place)
        case .conditional(let condition, let then, let otherwise):
            let undefined = Undefined(
                .condition,
                policy: options.undefined == .chainable ? .chainable : .lenient, position: place)
            return ConditionalNode(
                try node(condition), try expression(then, frame.conditional),
                try otherwise.map { try expression($0, frame.conditional) } ?? ConstantNode(.undefined(undefined)),
                place)
        case .filter(let value, let name, let arguments):
            return try filter(try value.map(node) ?? CapturedNode(), name, arguments, frame, place)
        case .test(let value, let name, let arguments): return try test(value, name, arguments, frame, place)
        case .call(let callee, let arguments): return try call(callee, arguments, frame, place)
        }
    }

    func nameNode(_ name: String, _ offset: Int, _ frame: Frame) -> any ExpressionNode {
        let undefined = Undefined(.name(name), policy: options.undefined, position: position(offset))
        guard let reference = frame.symbols.find(name) else { return ScopeNode(name, .undefined(undefined)) }
        return reference.distance == 0
            ? LocalNode(reference.slot, .undefined(undefined)) : OuterNode(reference, .undefined(undefined))
    }

    func arguments(_ syntax: ArgumentSyntax, _ frame: Frame) throws -> ArgumentNodes {
        ArgumentNodes(
            positional: try syntax.positional.map { try expression($0, frame) },
            named: try syntax.named.map { ($0.name, try expression($0.value, frame)) },
            list: try syntax.list.map { try expression($0, frame) },
            dict: try syntax.dict.map { try expression($0, frame) })
    }

    private func filter(
        _ value: any ExpressionNode, _ name: String, _ syntax: ArgumentSyntax, _ frame: Frame, _ place: SourcePosition
    ) throws -> any ExpressionNode {
        let arguments = try arguments(syntax, frame)
        guard let filter = environment.filter(named: name) else {
            if frame.isConditional { return UnknownNode("No filter named '\(name)' found.", place) }
            let nearest = Spelling.nearest(to: name, among: environment.filterNames)
            throw source.error(
                .syntax, "No filter named '\(name)'.", at: place.offset,
                remedy: nearest.map { "did you mean '\($0)'?" })
        }
        if let parameters = filter.parameters, let fixed = arguments.inOrder(of: parameters) {
            return FilterNode(value, filter, name, fixed, place)
        }
        return DynamicFilterNode(value, filter, name, arguments, place)
    }

    private func test(
        _ value: ExpressionSyntax, _ name: String, _ syntax: ArgumentSyntax, _ frame: Frame, _ place: SourcePosition
    ) throws -> any ExpressionNode {
        let node = try expression(value, frame)
        let arguments = try arguments(syntax, frame)
        if syntax.isEmpty, name == "defined" || name == "undefined" { return DefinedNode(node, name == "defined") }
        guard let test = environment.test(named: name) else {
            if frame.isConditional { return UnknownNode("No test named '\(name)' found.", place) }
            let nearest = Spelling.nearest(to: name, among: environment.testNames)
            throw source.error(
                .syntax, "No test named '\(name)'.", at: place.offset, remedy: nearest.map { "did you mean '\($0)'?" })
        }
        return TestNode(node, test, name, arguments, place)
    }

    private func call(_ callee: ExpressionSyntax, _ syntax: ArgumentSyntax, _ frame: Frame, _ place: SourcePosition)
        throws -> any ExpressionNode
    {
        let arguments = try arguments(syntax, frame)
        if case .attribute(let value, let name) = callee.kind {
            let attribute = AttributeNode(
                try expression(value, frame), name, options.undefined, position(callee.offset))
            return MethodCallNode(attribute, arguments, place)
        }
        return CallNode(try expression(callee, frame), arguments, place)
    }
}

extension ArgumentSyntax {
    var isEmpty: Bool { positional.isEmpty && named.isEmpty && list == nil && dict == nil }
}
