/// What `language.json` says of a language.
package struct LanguageDescription: Sendable, Codable {
    package var name: LanguageName
    /// The grammar's name in the grammar library.
    package var grammar: String
    /// The ends of the file names that are of the language, with their dots.
    package var suffixes: [String]
    /// A text that is a statement by itself.
    package var statement: String
    /// Whether nothing of a text can be read without its beginning.
    package var isReadWhole: Bool?
    /// The folder of another language whose queries are used, before those of this folder, if it has any.
    package var inherits: String?
    /// How modules find each other; nil when atoms are cut without looking at names.
    package var family: Family?
    /// The names of files that tell how modules are named, as `go.mod`; a star in one stands for anything.
    package var manifests: [String]?
    /// Names that every module sees without binding them.
    package var builtins: [String]?
    /// Top-level modules that belong to the language, never to a project.
    package var standardLibrary: [String]?
    /// What stands between the parts of a module's path; a dot when absent.
    package var separator: String?
    /// From where the members of a class are seen by their bare names; never when absent.
    var members: MemberVisibility?
    /// Whether an inner namespace does not see the names of the outer one.
    package var opaqueNamespaces: Bool?
    /// Whether the first parameter of a method is the instance.
    package var selfParameter: Bool?
    /// Whether other files see what a module exports and nothing else.
    package var exportTable: Bool?
    /// What is hidden from the grammar, which does not know it.
    package var mask: Mask?
    /// Whether nothing runs when a file is loaded, so that every use but those marked as eager is lazy.
    package var isLoadedLazily: Bool?
    /// What is also looked for in the package without a name, where a file's own package lacks it: `value+call`.
    package var globalMeanings: String?
    /// Whether a path of packages begins in the file's own package, not at the top.
    package var relativePackages: Bool?
    /// The word for the file's own package at the head of a path.
    package var packageWord: String?
    /// What each kind of definition can be meant as: `value`, `type`, `call`, joined by `+`; all of them when absent.
    package var meanings: [String: String]?
    /// What the first name of a chain is looked for as, where its place does not say; `value+type` when absent.
    package var heads: String?
    /// The kinds of node that a stated type is looked for inside of: pointers, generic types.
    package var unwrap: [String]?
    /// The kinds of node that are types of many values, and the field that holds the type of each: arrays, maps.
    package var elements: [String: String]?
    /// The kinds of node that are unions of types, and those that are no class in them: `null`.
    package var unions: [String]?
    package var absentTypes: [String]?
    /// Generic types whose values are those of their only argument, `None` aside: `Optional`.
    package var transparentTypes: [String]?

    /// Whether a file of a name tells how modules are named.
    func isManifest(_ name: String) -> Bool {
        (manifests ?? []).contains { pattern in
            guard let star = pattern.firstIndex(of: "*") else { return pattern == name }
            let (start, end) = (pattern[..<star], pattern[pattern.index(after: star)...])
            return name.utf8.count >= start.utf8.count + end.utf8.count && name.hasPrefix(start) && name.hasSuffix(end)
        }
    }

    /// The rules by which a text is made fit for an old grammar; each is written in Swift.
    package enum Mask: String, Sendable, Codable {
        case python, typescript

        /// The text to parse in place of a source: of the same length, with every line feed where it was.
        func masking(_ source: [UInt8]) -> [UInt8] {
            switch self {
            case .python: PythonMask.masking(source)
            case .typescript: TypeScriptMask.masking(source)
            }
        }
    }

    /// The rules by which modules find each other; each is written in Swift.
    package enum Family: String, Sendable, Codable {
        case none, python, ecmascript, go, packages, rust
    }
}
