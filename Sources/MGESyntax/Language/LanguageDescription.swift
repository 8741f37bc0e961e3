/// What `language.json` says of a language.
package struct LanguageDescription: Sendable, Codable {
    package var name: LanguageName
    /// The grammar's name in the grammar library.
    package var grammar: String
    /// The ends of the file names that are of the language, with their dots.
    package var suffixes: [String]
    /// A text that is a statement by itself.
    package var statement: String
    /// Which rules resolve the language's names; nil when its atoms are cut without looking at names.
    package var resolver: Resolver?
    /// Names that every module sees without binding them.
    package var builtins: [String]
    /// Top-level modules that belong to the language, never to a project.
    package var standardLibrary: [String]

    /// The rules of names that are written in Swift.
    package enum Resolver: String, Sendable, Codable {
        case python
    }
}
