import Foundation

/// A language with its grammar loaded and its queries compiled.
struct LoadedLanguage: Sendable {
    let description: LanguageDescription
    let grammar: Grammar
    let parsers: SyntaxParserPool
    let atoms: Query<AtomCapture>
    let python: PythonRules?

    /// - Throws: `GrammarError` when the grammar is missing or unfit, or a query does not fit it.
    init(_ entry: Languages.Entry, grammars: GrammarLibrary) throws {
        description = entry.description
        grammar = try grammars.grammar(named: entry.description.grammar)
        parsers = SyntaxParserPool(grammar: grammar)
        atoms = try Query(
            entry.atoms, file: entry.directory.appendingPathComponent("atoms.scm").path, grammar: grammar)
        switch entry.description.resolver {
        case .python:
            python = try PythonRules(
                names: entry.names ?? "", file: entry.directory.appendingPathComponent("names.scm").path,
                grammar: grammar, description: entry.description)
        case nil: python = nil
        }
    }
}
