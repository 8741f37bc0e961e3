/// What a name stands for in a project.
enum Entity: Hashable {
    /// A file as a whole.
    case module(Int)
    /// A directory or package without a file of its own, by a key that its language's family knows.
    case package(String)
    /// A definition, by its file and the number of its qualified name there.
    case symbol(file: Int, name: Int32)
}

extension Entity {
    /// Whether it is a definition.
    var isSymbol: Bool { if case .symbol = self { true } else { false } }
}

/// The scope of a class in a file.
struct ClassScope: Hashable {
    let file: Int
    let scope: Int
}

/// What a value is an instance of, or a container of instances of.
struct Instances {
    var classes: [ClassScope] = []
    /// How many times elements are to be taken of the value to come to an instance.
    var depth: Int32 = 0

    /// Adds what else it may be, unless that is of another depth.
    mutating func add(_ other: Instances) {
        if classes.isEmpty { depth = other.depth }
        if depth == other.depth { classes += other.classes }
    }
}

/// What an expression means, and the classes that its value is an instance of, if the text states them.
struct Meant {
    var entities: [Entity] = []
    var instances = Instances()
    var how = NameEdge.How.name

    var isEmpty: Bool { entities.isEmpty && instances.classes.isEmpty }
}
