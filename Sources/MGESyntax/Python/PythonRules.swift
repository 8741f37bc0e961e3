/// The rules of Python's names, ready to be applied to a tree.
struct PythonRules: Sendable {
    let query: Query<PythonCapture>

    init(names: String, file: String, grammar: Grammar, description: LanguageDescription) throws {
        query = try Query(names, file: file, grammar: grammar)
    }

    func extractNames(of tree: SyntaxTree, _ source: [UInt8], with parser: SyntaxParser, into file: inout AtomizedFile)
    {
    }
}
