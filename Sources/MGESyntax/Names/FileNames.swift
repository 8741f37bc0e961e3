/// The names that a file binds and uses, before anything is known about other files.
///
/// Names are numbers of `table`; qualified names are numbers of `qualified`, where 0 is the module itself.
///
/// A class, because resolving asks it all the time and a structure of so many arrays is dear to copy. It may go to another
/// thread although it can be written: only the extractor that made it writes it, before it gives it away. For the same
/// reason nothing watches at run time that it is not read while it is written.
final class FileNames: @unchecked Sendable {
    enum ScopeKind: UInt8, Sendable {
        case module, namespace, `class`, block, comprehension
        /// Has a `this` of its own where the language has one, and runs when it is called.
        case function
        /// Runs when it is called, with the `this` around it.
        case lambda
        /// The first iterable of a comprehension: it stands for the scope around the comprehension.
        case outer
    }

    struct Scope: Sendable {
        var kind: ScopeKind
        /// Whether the scope's code runs when a function is called, not when the file is loaded.
        var isLazy = false
        /// Whether names see the members of the class without naming it or an instance.
        var membersSeen = MemberVisibility.never
        // A large project has many scopes, few of them with a base or members written elsewhere.
        private var parentNumber: Int32
        private var mixinCount: Int32 = 0
        private var extendedStart: Int32 = -1
        private var extendedCount: Int32 = 0
        /// What the extractor calls the function or class, or the one around; of no use once the file's names are known.
        var path: Int32
        /// The number of `path`, when the scope is that of a class or namespace which other files can reach; else -1.
        var symbol: Int32 = -1
        /// The first parameter of a method, or -1.
        var selfName: Int32 = -1
        var globals: Set<Int32> = []
        var nonlocals: Set<Int32> = []
        /// The bases of a class, as chains of names with their lines.
        var bases: [(chain: Chain, line: Int32)] = []
        /// Imports of everything into this scope.
        var stars: [Int32] = []
        /// Names assigned as `self.x` anywhere in a class, with the number of the stated type in `types`, or -1.
        var stored: [Int32: Int32] = [:]

        init(kind: ScopeKind, parent: Int, path: Int32) {
            self.kind = kind
            self.path = path
            parentNumber = Int32(parent)
        }

        /// The scope around this one, never an `outer` one; -1 for the module.
        var parent: Int { Int(parentNumber) }

        /// How many of the bases, from the first on, give the class their private members too.
        var mixins: Int {
            get { Int(mixinCount) }
            set { mixinCount = Int32(newValue) }
        }

        /// The type that the members written in this scope belong to, when it is another one.
        var extended: Chain? {
            get { extendedStart < 0 ? nil : Chain(start: extendedStart, count: extendedCount) }
            set { (extendedStart, extendedCount) = newValue.map { ($0.start, $0.count) } ?? (-1, 0) }
        }
    }

    /// A place in the text of a file.
    struct Position: Sendable {
        /// From 1.
        var line: Int32
        /// In bytes.
        var offset: Int32

        /// Behind everything.
        static let end = Position(line: .max, offset: .max)
    }

    /// Names joined by dots, as a part of `parts`; the words for an instance and its base class may be the first.
    struct Chain: Sendable {
        var start: Int32
        var count: Int32
    }

    /// The class of a value, as the text states it.
    struct StatedType: Sendable {
        var chain: Chain
        var scope: Int32
        /// Where it stands, in bytes.
        var offset: Int32
        var form: Form
        /// What the chain's first name is looked for as, if there are more.
        var headMeanings: Meanings
        /// How many times elements are to be taken to come to the class: 1 for an array of it.
        var depth: Int32 = 0
        /// Whether it is stated of a function: of what that gives.
        var isResult = false

        /// What the chain is.
        enum Form: UInt8, Sendable {
            case type
            /// What a call calls: a class, or a function whose result has a stated type.
            case call
            /// The value itself, in which calls go by the name of what they call.
            case expression
            /// An instance of the class that the scope is of; there is no chain.
            case instance
        }

        /// The type of an instance of a class that has no name.
        static func instance(of scope: Int) -> StatedType {
            StatedType(
                chain: Chain(start: 0, count: 0), scope: Int32(scope), offset: 0, form: .instance, headMeanings: .type)
        }
    }

    enum Target: Sendable {
        case local
        /// A function, class or variable by its qualified name.
        case function(Int32), `class`(Int32), variable(Int32)
        /// An import by its number.
        case imported(Int32)
        /// Another name for what a chain means around the binding.
        case alias(Chain)
    }

    struct Binding: Sendable {
        var target: Target
        var line: Int32
        var meanings: Meanings
        /// Whether it is a member of the class that the scope is of.
        var isMember: Bool
        /// Whether classes with that class as their base do not have it.
        var isPrivate = false
        /// The number of the stated type in `types`, or -1.
        var type: Int32 = -1
        /// From which byte on a local is seen, hiding those before it; 0 when everything around sees it.
        var visibleFrom: Int32 = 0
        /// The next binding of the same name in the same scope, or -1.
        var next: Int32 = -1
    }

    struct Import: Sendable {
        enum Form: Sendable {
            /// The whole of what the path leads to. Python's `import a.b` binds `a`, `import a.b as c` binds the whole.
            case path(isAliased: Bool)
            /// A name of the module at the path.
            case member(Int32)
            /// Every name of the module at the path.
            case star
            /// A module that another file holds and that belongs to this one: Rust's `mod`.
            case child
        }

        var form: Form
        /// The path as written, without leading dots.
        var module: String
        /// The parts of the path, where they are names.
        var chain: Chain
        /// The number of leading dots.
        var level: Int
        var scope: Int32
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
        /// The line of the chain's first name, from 1, and where that begins, in bytes.
        var line: Int32
        var offset: Int32
        /// The line and the column in bytes of its last name, from 1.
        var nameLine: Int32
        var nameColumn: Int32
        /// What the chain's last name is to be, and what its first, if there are more.
        var meanings: Meanings
        var headMeanings: Meanings = [.value, .type]
        var isLazy: Bool
        /// Whether it is written in a string.
        var isInString: Bool
        /// Whether it is a part of a stated type.
        var isInType: Bool
        /// Whether the last name is a label: a member of the value before it when its class is known, else a name.
        var isLabel = false
        /// Whether the last name is a field that a literal or pattern of a type names.
        var isKey = false
        /// How many arguments it is called with, as far as that is known.
        var arguments = noCall

        /// In place of a number of arguments.
        static let noCall = UInt8.max

        var position: Position { Position(line: line, offset: offset) }
    }

    /// How many arguments a function takes.
    struct Signature: Sendable {
        let name: Int32
        var least: Int32 = 0
        var most: Int32 = 0
    }

    /// A part of `__all__`: a name, or all of another module's `__all__`.
    enum Export: Sendable {
        case name(Int32)
        case all(of: Chain)
    }

    /// What a module gives under a name, in languages that say so.
    struct NamedExport: Sendable {
        enum Source: Sendable {
            /// Whatever a name means in the file.
            case local(Int32)
            /// What the file itself declares under a name, and not what it imports under it besides.
            case declared(Int32)
            case imported(Int32)
            /// The module.
            case itself
        }

        var name: Int32
        var source: Source
    }

    @exclusivity(unchecked) var table: NameTable
    @exclusivity(unchecked) var parts: [Int32] = []
    @exclusivity(unchecked) var scopes: [Scope] = []
    @exclusivity(unchecked) var bindings: [Binding] = []
    @exclusivity(unchecked) var firstBindings = BindingIndex()
    @exclusivity(unchecked) var types: [StatedType] = []
    /// The stated types of definitions, by qualified name.
    var typesOfDefinitions = NumberMap([])
    /// Of functions of the module, by qualified name, when calls are looked at.
    var signatures: [Int32: Signature] = [:]
    var imports: [Import] = []
    @exclusivity(unchecked) var references: [Reference] = []
    /// The scopes whose members belong to a type that is written elsewhere.
    var extensions: [Int32] = []
    /// The scopes whose names are seen from all files.
    var scopesOfEverywhere: [Int32] = []
    /// The macros that others can use, by their names and qualified names.
    var macros: [(name: Int32, symbol: Int32)] = []
    /// `__all__` when it can be read without running the file.
    var exports: [Export]?
    /// What the module exports, where the language has a table of that.
    var namedExports: [NamedExport] = []
    /// Imports whose every name is exported in turn.
    var exportedStars: [Int32] = []
    /// Whether the module imports or exports anything, which makes it one in languages with a table of exports.
    var hasExports = false
    /// The package that the file says it belongs to.
    var package: String?
    var qualified: [String] = ["<module>"]
    /// Names that the module may bind in a way that makes no definition: `except … as`, `del`, type parameters.
    var otherNames: Set<Int32> = []
    var hasError = false
    /// The numbers of the words that stand for an instance, for it as one of its base class, and for its class.
    let selfName, superName, selfTypeName: Int32
    /// The number of the word in chains that stands for an element of what is before it.
    let elementName: Int32
    /// The number of the mark in chains that says that the name before it is called.
    let callName: Int32
    /// The number of the mark in chains that stands for an instance of the class before it.
    let instanceName: Int32
    /// The number of the name that a class's constructors are bound to besides their own.
    let constructorName: Int32
    /// The numbers of the words that a path begins with at the top of all packages, and in the file's own.
    let rootName, packageName: Int32
    let rules: NameVocabulary

    /// - Parameters:
    ///   - rules: What the language says of names.
    ///   - table: The names that are numbered already.
    init(rules: NameVocabulary, table: NameTable = NameTable()) {
        self.rules = rules
        var table = table
        selfName = table.number(of: "<self>")
        superName = table.number(of: "<super>")
        selfTypeName = table.number(of: "<Self>")
        elementName = table.number(of: Self.elementWord)
        callName = table.number(of: "<call>")
        instanceName = table.number(of: "<instance>")
        constructorName = table.number(of: Self.constructorWord)
        rootName = table.number(of: Self.rootWord)
        packageName = table.number(of: Self.packageWord)
        self.table = table
    }

    static let elementWord = "<element>"
    static let constructorWord = "<constructor>"
    static let rootWord = "<root>"
    static let packageWord = "<package>"

    /// The imports of everything at the level of the module.
    var stars: [Int32] { scopes.first?.stars ?? [] }

    /// The number of the first binding of a name in a scope, or -1; `Binding.next` leads on.
    func firstBinding(of name: Int32, in scope: Int) -> Int32 {
        firstBindings.first(of: name, in: scope)
    }

    /// Adds a binding and returns its number.
    @discardableResult
    func bind(_ name: Int32, in scope: Int, _ binding: Binding) -> Int32 {
        let number = Int32(bindings.count)
        bindings.append(binding)
        let previous = firstBindings.add(number, of: name, in: scope)
        if previous >= 0 { bindings[Int(previous)].next = number }
        return number
    }

    /// The names that are bound at the outermost level, once the file's names are known.
    var namesOfModule: [Int32] { firstBindings.names(in: 0) }

    /// How many names a chain has, without marks.
    func length(of chain: Chain) -> Int { names(of: chain).count { $0 != callName && $0 != instanceName } }

    /// The names of a chain, by number.
    func names(of chain: Chain) -> ArraySlice<Int32> { parts[Int(chain.start)..<Int(chain.start + chain.count)] }
}

/// From where the members of a class are seen by their bare names.
enum MemberVisibility: String, Sendable, Codable {
    /// Never: they are asked of an instance or of the class.
    case never
    /// From the body of the class, not from functions in it.
    case directly
    /// From everywhere inside, inherited ones too.
    case inside
}
