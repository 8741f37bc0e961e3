/// What the matches of a query say of single nodes.
struct NodeMark {
    /// The first of the scopes that begin at the node, in the order of `NameMatches.scopes`; -1 for none.
    var scope: Int32 = -1
    /// The qualified name of the definition that the node belongs to, with all that is in it; -1 for none.
    var owner: Int32 = -1
    /// The number in `NameMatches.members`, when the node is `a.b`; else -1.
    var member: Int32 = -1
    /// The number in `NameMatches.references`, when the node is one; else -1.
    var reference: Int32 = -1
    var flags: NodeFlags = []
}

/// Properties of single nodes.
struct NodeFlags: OptionSet {
    let rawValue: UInt32

    init(rawValue: UInt32) { self.rawValue = rawValue }
    private init(bit: UInt32) { rawValue = 1 << bit }

    /// No reference, although it is a token that might be one.
    static let notReference = NodeFlags(bit: 0)
    /// A token that names something.
    static let identifier = NodeFlags(bit: 1)
    static let selfWord = NodeFlags(bit: 2)
    static let superWord = NodeFlags(bit: 3)
    static let selfTypeWord = NodeFlags(bit: 4)
    /// A member that is assigned to.
    static let store = NodeFlags(bit: 5)
    /// A name whose class is stated.
    static let typed = NodeFlags(bit: 6)
    /// A statement that belongs to the first name that it binds.
    static let assignment = NodeFlags(bit: 7)
    /// A function of a class that has no instance.
    static let isStatic = NodeFlags(bit: 8)
    static let firstParameter = NodeFlags(bit: 9)
    /// Belongs to the definition that the node after it does.
    static let ownedByNext = NodeFlags(bit: 10)

    /// A name that is looked for as something to call.
    static let called = NodeFlags(bit: 11)

    /// The name of a member that other classes do not inherit.
    static let privateName = NodeFlags(bit: 12)

    /// An argument that stands for any number of them.
    static let manyArguments = NodeFlags(bit: 13)
    static let requiredParameter = NodeFlags(bit: 14)
    static let optionalParameter = NodeFlags(bit: 15)

    // What holds for everything inside too, unless a node in between says otherwise.
    static let lazy = NodeFlags(bit: 16)
    static let eager = NodeFlags(bit: 17)
    static let type = NodeFlags(bit: 18)
    /// Where strings may be types.
    static let typeStrings = NodeFlags(bit: 19)
    static let guarded = NodeFlags(bit: 20)
    static let exported = NodeFlags(bit: 21)
    static let exportedDefault = NodeFlags(bit: 22)
    /// Where no token is a name.
    static let opaque = NodeFlags(bit: 24)
    /// A pattern whose names are bound.
    static let pattern = NodeFlags(bit: 23)

    static let inherited: NodeFlags = [
        .lazy, .type, .typeStrings, .guarded, .exported, .exportedDefault, .pattern, .opaque,
    ]
}
