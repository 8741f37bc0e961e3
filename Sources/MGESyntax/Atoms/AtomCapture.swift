/// What the captures of `atoms.scm` mean.
enum AtomCapture: String, QueryCapture {
    case atomClass = "atom.class"
    case atomFunction = "atom.function"
    case atomMethod = "atom.method"
    case atomInterface = "atom.interface"
    case atomType = "atom.type"
    case atomEnum = "atom.enum"
    case atomNamespace = "atom.namespace"
    case atomImport = "atom.import"
    case atomConst = "atom.const"
    /// A member of a class that has no atom of its own.
    case atomField = "atom.field"
    /// The name of a definition or a constant.
    case name
    /// The type that a definition written apart from it is a member of.
    case extended
    /// The part of a definition that holds its statements or members.
    case body
    /// A node that replaces its `inner` as the extent of a definition.
    case wrap, inner
    /// Rows on which children of these begin may begin an atom; at a greater cost for elements of an expression.
    case cut
    case cutElement = "cut.element"
    case cutBefore = "cut.before"
    case comment
    /// A node that belongs to the definition after it.
    case prefix

    init?(word: String) { self.init(rawValue: word) }

    /// The kind of atom that the capture begins; nil for the others.
    var kind: AtomKind? {
        switch self {
        case .atomClass: .class
        case .atomFunction: .function
        case .atomMethod: .method
        case .atomInterface: .interface
        case .atomType: .type
        case .atomEnum: .enum
        case .atomNamespace: .namespace
        case .atomImport: .import
        case .atomConst: .const
        case .name, .extended, .body, .wrap, .inner, .atomField, .cut, .cutElement, .cutBefore, .comment, .prefix: nil
        }
    }
}
