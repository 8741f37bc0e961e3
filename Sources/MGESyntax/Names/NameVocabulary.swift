/// What `language.json` says of a language's names, in a form that is quick to ask.
final class NameVocabulary: Sendable {
    let family: LanguageDescription.Family
    /// Seen by every module without being bound.
    let builtins: Set<String>
    /// Top-level modules that are never a project's.
    let standardLibrary: Set<String>
    /// Between the parts of a module's path.
    let separator: String
    let members: MemberVisibility
    /// Whether a namespace does not see the names of the one around it.
    let hasOpaqueNamespaces: Bool
    /// Whether the first parameter of a method is the instance.
    let hasSelfParameter: Bool
    /// Whether other files see what a module exports and nothing else.
    let hasExportTable: Bool
    /// The word for the file's own package at the head of a path.
    let packageWord: String?
    /// What is also looked for in the package without a name.
    let globalMeanings: Meanings
    /// What the first name of a chain is looked for as, where its place does not say.
    let headMeanings: Meanings
    /// Whether a path of packages begins in the file's own package.
    let hasRelativePackages: Bool
    private let meanings: [Definition.Kind: Meanings]

    /// - Throws: `LanguagesError` when a kind of definition or a meaning is none.
    init(_ description: LanguageDescription, file: String) throws(LanguagesError) {
        family = description.family ?? .none
        builtins = Set(description.builtins ?? [])
        standardLibrary = Set(description.standardLibrary ?? [])
        separator = description.separator ?? "."
        members = description.members ?? .never
        hasOpaqueNamespaces = description.opaqueNamespaces ?? false
        hasSelfParameter = description.selfParameter ?? false
        hasExportTable = description.exportTable ?? false
        packageWord = description.packageWord
        hasRelativePackages = description.relativePackages ?? false
        let global = description.globalMeanings ?? ""
        guard let globalMeanings = Meanings(global) else {
            throw LanguagesError(path: file, reason: "\"globalMeanings\" is \"\(global)\", which are no meanings")
        }
        self.globalMeanings = globalMeanings
        let heads = description.heads ?? "value+type"
        guard let headMeanings = Meanings(heads) else {
            throw LanguagesError(path: file, reason: "\"heads\" is \"\(heads)\", which are no meanings")
        }
        self.headMeanings = headMeanings
        var meanings: [Definition.Kind: Meanings] = [:]
        for (word, text) in description.meanings ?? [:] {
            guard let kind = Definition.Kind(rawValue: word), let meaning = Meanings(text) else {
                throw LanguagesError(path: file, reason: "\"meanings\" gives \"\(word)\" the meaning \"\(text)\"")
            }
            meanings[kind] = meaning
        }
        self.meanings = meanings
    }

    /// What a definition of a kind can be meant as.
    func meanings(of kind: Definition.Kind) -> Meanings { meanings[kind] ?? .any }
}
