import Foundation

/// A language with its grammar loaded and its queries compiled.
struct LoadedLanguage: Sendable {
    let description: LanguageDescription
    let grammar: Grammar
    let parsers: SyntaxParserPool
    let atoms: Query<AtomCapture>
    /// Nil when the language's atoms are cut without looking at names.
    let names: NameRules?

    /// - Throws: `GrammarError` when the grammar is missing or unfit, or a query does not fit it.
    init(_ entry: Languages.Entry, grammars: GrammarLibrary) throws {
        description = entry.description
        let grammar = try grammars.grammar(named: entry.description.grammar)
        self.grammar = grammar
        parsers = SyntaxParserPool(grammar: grammar)
        atoms = try Query(
            entry.atoms, file: entry.directory.appendingPathComponent("atoms.scm").path, grammar: grammar)
        names = try entry.names.map {
            try NameRules(
                names: $0, file: entry.directory.appendingPathComponent("names.scm").path, grammar: grammar,
                description: entry.description)
        }
    }
}
