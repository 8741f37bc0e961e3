import MGECore

/// The names that the members of one entity have taken, on the wire, in code and in the table.
struct MemberScope {
    /// What every entity has without being asked.
    static let always: Set<String> = ["id", "created_at", "updated_at"]

    private(set) var wires = NameScope(of: "wire")
    private(set) var attributes = NameScope(of: "attribute")
    private(set) var columns = NameScope(of: "column")
    /// The column of each name that a uniqueness may cite.
    private(set) var columnByName: [String: String] = [:]

    /// What the account has that logs in.
    static let secrets: Set<String> = ["password", "password_hash"]

    init(entity: String, taken: Set<String> = []) {
        for name in Self.always.sorted() + taken.sorted() {
            let owner = NameScope.Owner("the standard member \(name) of \(entity)", at: nil)
            _ = wires.claim(name, by: owner)
            _ = attributes.claim(name, by: owner)
            _ = columns.claim(name, by: owner)
            if Self.always.contains(name) { columnByName[name] = name }
        }
    }

    /// Takes the names of a field or of a relation's key; the first collision is told.
    mutating func claim(wire: String, attribute: String, column: String, by owner: NameScope.Owner) -> Diagnostic? {
        wires.claim(wire, by: owner) ?? attributes.claim(attribute, by: owner) ?? columns.claim(column, by: owner)
    }

    /// Takes the name of a relation's object.
    mutating func claim(object: String, by owner: NameScope.Owner) -> Diagnostic? {
        attributes.claim(object, by: owner)
    }

    /// Lets a uniqueness cite a column by a name, unless an earlier member has that name.
    mutating func note(_ name: String, column: String) {
        if columnByName[name] == nil { columnByName[name] = column }
    }
}
