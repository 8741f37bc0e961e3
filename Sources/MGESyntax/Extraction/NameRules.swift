/// The rules of a language's names, ready to be applied to a tree.
struct NameRules: Sendable {
    let query: Query<NameCapture>
    let vocabulary: NameVocabulary
    let isLoadedLazily: Bool
    /// The kinds of node that a stated type is looked for inside of, and the fields to look in.
    let unwrapped: Set<NodeSymbol>
    let unwrapFields: [NodeField]
    /// The types of many values, and where the type of each stands.
    let elementFields: [NodeSymbol: NodeField]
    /// The kinds of node that are unions of types, and those that are no class in them.
    let unions, absentTypes: Set<NodeSymbol>
    /// Generic types whose values are those of their only argument.
    let transparentTypes: Set<String>
    /// Kinds of node that are no base class, although they stand among them.
    let notBases: Set<NodeSymbol>
    let strings: TypeStringSymbols

    /// - Throws: `GrammarError` when the query does not fit the grammar, `LanguagesError` when the description is none.
    init(names: String, file: String, grammar: Grammar, description: LanguageDescription) throws {
        query = try Query(names, file: file, grammar: grammar)
        vocabulary = try NameVocabulary(description, file: file)
        isLoadedLazily = description.isLoadedLazily ?? false
        unwrapped = Set((description.unwrap ?? []).compactMap { grammar.symbol($0) })
        unwrapFields = ["value", "type", "name"].compactMap { grammar.field($0) }
        var elementFields: [NodeSymbol: NodeField] = [:]
        for (kind, field) in description.elements ?? [:] {
            if let symbol = grammar.symbol(kind) { elementFields[symbol] = grammar.field(field) }
        }
        self.elementFields = elementFields
        unions = Set((description.unions ?? []).compactMap { grammar.symbol($0) })
        absentTypes = Set((description.absentTypes ?? []).compactMap { grammar.symbol($0) })
        transparentTypes = Set(description.transparentTypes ?? [])
        notBases = Set(["keyword_argument", "comment"].compactMap { grammar.symbol($0) })
        strings = TypeStringSymbols(grammar)
    }

    /// Fills in a file's names and definitions, and what its atoms define and refer to when they are stored.
    func extractNames(
        of tree: SyntaxTree, with parser: SyntaxParser, for purpose: SyntaxService.Purpose,
        into file: inout AtomizedFile
    ) {
        var extractor = NameExtractor(tree, rules: self, parser: parser)
        extractor.run(checksCalls: purpose == .storing)
        extractor.names.hasError = tree.root.hasError
        file.definitions = extractor.definitions.sorted { ($0.offset, $0.name) < ($1.offset, $1.name) }
        if purpose == .storing {
            file.atomNames = AtomNames(of: file, uses: extractor.names)
        }
        file.names = extractor.names.compact(
            keepsAllUses: purpose == .survey(keepsAllUses: true), atom: file.atom(atLine:))
    }
}
