/// The rules of Python's names, ready to be applied to a tree.
struct PythonRules: Sendable {
    let query: Query<PythonCapture>
    let symbols: PythonSymbols
    let vocabulary: PythonVocabulary

    /// - Throws: `GrammarError` when the query does not fit the grammar.
    init(names: String, file: String, grammar: Grammar, description: LanguageDescription) throws {
        query = try Query(names, file: file, grammar: grammar)
        symbols = PythonSymbols(grammar)
        vocabulary = PythonVocabulary(description)
    }

    /// Fills in a file's names and definitions, and what its atoms define and refer to.
    func extractNames(
        of tree: SyntaxTree, _ source: [UInt8], with parser: SyntaxParser, into file: inout AtomizedFile
    ) {
        let matches = PythonMatches(tree, source: source, query: query)
        var extractor = PythonNameExtractor(matches, source: source, rules: self, parser: parser)
        extractor.run()
        extractor.names.hasError = tree.root.hasError
        file.definitions = extractor.definitions.sorted { ($0.offset, $0.name) < ($1.offset, $1.name) }
        file.fillAtoms(from: extractor.names)
        file.names = extractor.names.compact(atom: file.atom(atLine:))
    }
}

/// The kinds of node and the fields that the rules ask for.
struct PythonSymbols: Sendable {
    let identifier, attribute, call, comment, string, subscription, keywordArgument, typedParameter: NodeSymbol?
    let defaultParameter, typedDefaultParameter, relativeImport, list, tuple, parenthesized, expressionList: NodeSymbol?
    let listSplat, binaryOperator, genericType, type, typeParameter, argumentList, classDefinition: NodeSymbol?
    let object, attributeName, function, arguments, name, value, left, right, subscriptField: NodeField?

    init(_ grammar: Grammar) {
        identifier = grammar.symbol("identifier")
        attribute = grammar.symbol("attribute")
        call = grammar.symbol("call")
        comment = grammar.symbol("comment")
        string = grammar.symbol("string")
        subscription = grammar.symbol("subscript")
        keywordArgument = grammar.symbol("keyword_argument")
        typedParameter = grammar.symbol("typed_parameter")
        defaultParameter = grammar.symbol("default_parameter")
        typedDefaultParameter = grammar.symbol("typed_default_parameter")
        relativeImport = grammar.symbol("relative_import")
        list = grammar.symbol("list")
        tuple = grammar.symbol("tuple")
        parenthesized = grammar.symbol("parenthesized_expression")
        expressionList = grammar.symbol("expression_list")
        listSplat = grammar.symbol("list_splat")
        binaryOperator = grammar.symbol("binary_operator")
        genericType = grammar.symbol("generic_type")
        type = grammar.symbol("type")
        typeParameter = grammar.symbol("type_parameter")
        argumentList = grammar.symbol("argument_list")
        classDefinition = grammar.symbol("class_definition")
        object = grammar.field("object")
        attributeName = grammar.field("attribute")
        function = grammar.field("function")
        arguments = grammar.field("arguments")
        name = grammar.field("name")
        value = grammar.field("value")
        left = grammar.field("left")
        right = grammar.field("right")
        subscriptField = grammar.field("subscript")
    }
}
