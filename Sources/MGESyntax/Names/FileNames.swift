/// The names that a file binds and uses, before anything is known about other files.
///
/// Names are numbers of `table`; qualified names are numbers of `qualified`, where 0 is the module itself.
struct FileNames: Sendable {
    enum ScopeKind: Sendable {
        case module, function, `class`, lambda, comprehension
        /// The first iterable of a comprehension: it stands for the scope around the comprehension.
        case outer
    }

    struct Scope: Sendable {
        var kind: ScopeKind
        /// The scope around this one, never an `outer` one; -1 for the module.
        var parent: Int
        /// The qualified name of the function or class, or of the one around; empty once the file's names are known.
        var path: String
        /// The number of `path`, when the scope is that of a class which other files can reach; else -1.
        var symbol: Int32 = -1
        /// The first parameter of a method, or -1.
        var selfName: Int32 = -1
        /// Whether the scope's code runs when a function is called, not when the file is loaded.
        var isLazy = false
        var globals: Set<Int32> = []
        var nonlocals: Set<Int32> = []
        /// The bases of a class, as chains of names with their lines.
        var bases: [(chain: Chain, line: Int32)] = []
        /// Names assigned as `self.x` anywhere in a class.
        var stored: Set<Int32> = []
    }

    /// Names joined by dots, as a part of `parts`; `super()` may be the first.
    struct Chain: Sendable {
        var start: Int32
        var count: Int32
    }

    enum Target: Sendable {
        case local
        /// A function, class or variable by its qualified name.
        case function(Int32), `class`(Int32), variable(Int32)
        /// An import by its number.
        case imported(Int32)
    }

    struct Binding: Sendable {
        var target: Target
        var line: Int32
        /// The next binding of the same name in the same scope, or -1.
        var next: Int32 = -1
    }

    struct Import: Sendable {
        enum Form: Sendable {
            /// `import a.b`, which binds `a`, and `import a.b as c`, which binds the whole.
            case module(isAliased: Bool)
            /// `from a import b`.
            case member(Int32)
            /// `from a import *`.
            case star
        }

        var form: Form
        /// The module as written, without leading dots.
        var module: String
        /// The number of leading dots.
        var level: Int
        var line: Int32
        var column: Int32
        var owner: Int32
        var isLazy: Bool
        /// Whether the import may fail without harm: it stands in a `try`.
        var isGuarded: Bool
    }

    struct Reference: Sendable {
        var chain: Chain
        var scope: Int32
        /// The qualified name of the innermost definition around, at the level of the module or a class.
        var owner: Int32
        /// The line of the chain's first name, from 1.
        var line: Int32
        /// The line and the column in bytes of its last name, from 1.
        var nameLine: Int32
        var nameColumn: Int32
        var isLazy: Bool
        /// Whether it is written in a string.
        var isInString: Bool
    }

    /// A part of `__all__`: a name, or all of another module's `__all__`.
    enum Export: Sendable {
        case name(Int32)
        case all(of: Chain)
    }

    var table = NameTable()
    var parts: [Int32] = []
    var scopes: [Scope] = []
    var bindings: [Binding] = []
    var firstBindings = BindingIndex()
    var imports: [Import] = []
    var references: [Reference] = []
    /// The imports of everything, at the level of the module.
    var stars: [Int32] = []
    /// `__all__` when it can be read without running the file.
    var exports: [Export]?
    var qualified: [String] = ["<module>"]
    /// Names that the module may bind in a way that makes no definition: `except … as`, `del`, type parameters.
    var otherNames: Set<Int32> = []
    var hasError = false
    /// The number of `super()`, which stands for a name at the head of a chain.
    let superName: Int32
    let vocabulary: PythonVocabulary

    init(vocabulary: PythonVocabulary) {
        self.vocabulary = vocabulary
        superName = table.number(of: "super()")
    }

    /// The number of the first binding of a name in a scope, or -1; `Binding.next` leads on.
    func firstBinding(of name: Int32, in scope: Int) -> Int32 {
        firstBindings.first(of: name, in: scope)
    }

    mutating func bind(_ name: Int32, in scope: Int, _ target: Target, line: Int32) {
        let number = Int32(bindings.count)
        bindings.append(Binding(target: target, line: line))
        let previous = firstBindings.add(number, of: name, in: scope)
        if previous >= 0 { bindings[Int(previous)].next = number }
    }
}
