/// The box of a list.
///
/// `@unchecked Sendable`: only lists that a render makes are changed, and those never leave the one thread that
/// renders; every list from outside is frozen and refuses changes.
package final class ListValue: @unchecked Sendable {
    /// The elements, in order.
    package private(set) var elements: [Value]
    let isFrozen: Bool
    private(set) var nesting: Int

    /// A list that nothing changes.
    package init(frozen elements: [Value]) {
        self.elements = elements
        isFrozen = true
        nesting = Nesting.above(elements)
    }

    /// A list that belongs to the current render.
    /// - Throws: `Failure` when it nests too deep.
    init(_ elements: [Value]) throws {
        self.elements = elements
        isFrozen = false
        nesting = Nesting.above(elements)
        try Nesting.check(nesting)
    }

    /// Changes the elements.
    /// - Throws: `Failure` for a frozen list or one that would nest too deep.
    func modify<Result>(_ change: (inout [Value]) throws -> Result) throws -> Result {
        guard !isFrozen else {
            throw Failure(.type, "a list of the context cannot be changed", remedy: "change a copy: `| list`")
        }
        return try change(&elements)
    }

    /// Adds an element.
    /// - Throws: as `modify(_:)`.
    func append(_ value: Value, _ state: RenderState) throws {
        try modify { $0.append(value) }
        try noteNesting(of: value, state)
    }

    /// Accounts for an element that was put in.
    /// - Throws: `Failure` when the list nests too deep now.
    func noteNesting(of value: Value, _ state: RenderState) throws {
        let inner = value.nesting
        guard inner > 0 || value.isContainer else { return }
        state.retainUntilEnd(self)
        nesting = max(nesting, inner + 1)
        try Nesting.check(nesting)
    }

    /// Drops everything, so that a cycle of lists can be freed.
    func dismantle() {
        elements = []
    }
}

extension Value {
    /// Whether other values can be inside.
    var isContainer: Bool {
        switch self {
        case .list, .tuple, .dict, .object: true
        default: false
        }
    }
}

/// How deep collections may nest; bounds the recursion of printing, comparing and freeing them.
enum Nesting {
    static let limit = 200

    static func above(_ elements: [Value]) -> Int {
        var deepest = 0
        for element in elements {
            let depth = element.nesting
            if depth > deepest { deepest = depth }
        }
        return deepest + 1
    }

    static func check(_ depth: Int) throws {
        if depth > limit { throw Failure(.limit, "collections nest deeper than \(limit) levels") }
    }
}
