/// The families of all languages, for the files of one project.
struct ModuleFamilies {
    let python: PythonFamily
    private let ecmascript: ECMAScriptFamily
    private let packages: PackagesFamily
    private let go: GoFamily
    private let rust: RustFamily
    /// Always in the same order.
    let all: [any ModuleFamily]

    /// - Parameters:
    ///   - names: The names of all files.
    ///   - manifests: The text of each file that tells how modules are named.
    init(_ names: CommonNames, manifests: [String?]) {
        self.init(
            PythonFamily(names), ECMAScriptFamily(names, manifests: manifests), PackagesFamily(names),
            GoFamily(names, manifests: manifests), RustFamily(names, manifests: manifests))
    }

    private init(
        _ python: PythonFamily, _ ecmascript: ECMAScriptFamily, _ packages: PackagesFamily, _ go: GoFamily,
        _ rust: RustFamily
    ) {
        self.python = python
        self.ecmascript = ecmascript
        self.packages = packages
        self.go = go
        self.rust = rust
        all = [ecmascript, go, packages, python, rust]
    }

    /// The same for another thread; packages keep nothing that they were asked.
    func copy() -> ModuleFamilies {
        ModuleFamilies(python.copy(), ecmascript.copy(), packages, go.copy(), rust.copy())
    }

    /// Nil for languages whose files do not find each other.
    subscript(family: LanguageDescription.Family) -> (any ModuleFamily)? {
        switch family {
        case .none: nil
        case .python: python
        case .ecmascript: ecmascript
        case .packages: packages
        case .go: go
        case .rust: rust
        }
    }
}
