import MGECore

/// Everything that is done with the text of one file: which language it is, what is wrong with it, its atoms.
///
/// All calls are synchronous and take time in proportion to the text; they may run on any number of threads at once,
/// none of which should be one of the cooperative pool.
package final class SyntaxService: Sendable {
    /// Texts nested more deeply than this are cut by lines: the compilers of our languages refuse them too.
    package static let deepestNesting = 2000

    private let languages: [LoadedLanguage]

    /// Loads the grammars of the languages and compiles their queries: some 20 ms for each language.
    /// - Throws: `GrammarError` when a grammar is missing or unfit, or a query does not fit it.
    package init(grammars: GrammarLibrary, languages: Languages) throws {
        self.languages = try languages.entries.map { try LoadedLanguage($0, grammars: grammars) }
    }

    /// The language of a file, by the end of its name; nil for none that is known.
    package func language(ofPath path: String) -> LanguageName? {
        loaded(forPath: path)?.description.name
    }

    /// What is wrong with a file's encoding and syntax.
    /// - Throws: `GrammarError` when libtree-sitter has no memory for a parser.
    package func check(_ source: [UInt8], path: String) throws -> SyntaxReport {
        guard let language = loaded(forPath: path) else { return Self.report(on: source, path: path) }
        return try language.parsers.withParser { parser in
            let outcome = parser.parse(source, of: language.description)
            return Self.report(on: source, path: path, language, outcome)
        }
    }

    /// The atoms, definitions and names of a file, whatever its bytes are.
    /// - Throws: `GrammarError` when libtree-sitter has no memory for a parser.
    package func atomize(_ source: [UInt8], path: String) throws -> AtomizedFile {
        guard let language = loaded(forPath: path) else { return withoutLanguage(source, path: path) }
        return try language.parsers.withParser { parser in
            let outcome = parser.parse(source, of: language.description)
            return Self.atomized(source, path: path, language, outcome, with: parser)
        }
    }

    /// What a file is cut for.
    enum Purpose: Equatable {
        /// Its atoms are kept, with the names in them as they are written.
        case storing
        /// It is only asked how its definitions hang together.
        case survey(keepsAllUses: Bool)
    }

    /// The atoms, definitions and names of a file, with a warning where its encoding or syntax is wrong first; its atoms
    /// are without `defines` and `rawReferences`.
    ///
    /// An old grammar refuses some valid code, so that only the language's own compiler could say that it is an error.
    /// - Parameters:
    ///   - source: the text.
    ///   - path: what the file is called; its end tells the language.
    ///   - keepsAllUses: whether uses that say again what another one says of the same definition are kept.
    /// - Returns: the file cut and its names, whatever is wrong with it.
    /// - Throws: `GrammarError` when libtree-sitter has no memory for a parser.
    package func survey(_ source: [UInt8], path: String, keepsAllUses: Bool = false) throws -> AtomizedFile {
        guard let language = loaded(forPath: path) else {
            return withoutLanguage(source, path: path, Self.warnings(of: Self.report(on: source, path: path)))
        }
        return try language.parsers.withParser { parser in
            let outcome = parser.parse(source, of: language.description)
            let report = Self.report(on: source, path: path, language, outcome)
            var file = Self.atomized(
                source, path: path, language, outcome, with: parser, for: .survey(keepsAllUses: keepsAllUses))
            if case .tree = outcome { file.diagnostics += Self.warnings(of: report) }
            return file
        }
    }

    private static func warnings(of report: SyntaxReport) -> [Diagnostic] {
        guard var first = report.diagnostics.first else { return [] }
        first.severity = .warning
        let others = report.problems.count - 1
        if others > 0 { first.message += "; \(others) more place\(others == 1 ? "" : "s")" }
        return [first]
    }

    /// What `check` and, unless something is wrong, `atomize` say of a file that is parsed but once.
    /// - Throws: `GrammarError` when libtree-sitter has no memory for a parser.
    package func examine(_ source: [UInt8], path: String) throws -> (report: SyntaxReport, atomized: AtomizedFile?) {
        guard let language = loaded(forPath: path) else {
            let report = Self.report(on: source, path: path)
            return (report, report.isClean ? withoutLanguage(source, path: path) : nil)
        }
        return try language.parsers.withParser { parser in
            let outcome = parser.parse(source, of: language.description)
            let report = Self.report(on: source, path: path, language, outcome)
            guard report.isClean else { return (report, nil) }
            return (report, Self.atomized(source, path: path, language, outcome, with: parser))
        }
    }

    private static func report(
        on source: [UInt8], path: String, _ language: LoadedLanguage? = nil, _ outcome: SyntaxParser.Outcome? = nil
    ) -> SyntaxReport {
        var checker = SyntaxChecker(source)
        switch outcome {
        case .tree(let tree): checker.check(tree)
        case .refused(let row, let column): checker.reportError(row: row, column: column)
        case .unreadable: checker.reportUnreadable()
        case nil: break
        }
        return SyntaxReport(path: path, language: language?.description.name, problems: checker.problems)
    }

    private static func atomized(
        _ source: [UInt8], path: String, _ language: LoadedLanguage, _ outcome: SyntaxParser.Outcome,
        with parser: SyntaxParser, for purpose: Purpose = .storing
    ) -> AtomizedFile {
        guard case .tree(let tree) = outcome else {
            let message =
                if case .refused = outcome {
                    "a syntax error keeps this long text from being cut by its syntax"
                } else {
                    "the text is too long, nested too deeply or too broken to be cut by its syntax"
                }
            let warning = Diagnostic(
                .warning, message, subject: path, remedy: "split it into parts",
                at: SourceLocation(file: path, line: 1, column: 1))
            return cutByLines(source, path: path, [warning])
        }
        let atomizer = Atomizer(
            tree, of: source, masked: language.description.mask?.masking(source), path: path, query: language.atoms)
        var file = AtomizedFile(
            path: path, language: language.description.name, atoms: atomizer.atoms(), definitions: [],
            diagnostics: [], names: nil)
        language.names?.extractNames(of: tree, with: parser, for: purpose, into: &file)
        return file
    }

    /// A file in no known language; its text is kept when it tells how modules are named.
    private func withoutLanguage(
        _ source: [UInt8], path: String, _ diagnostics: [Diagnostic] = []
    ) -> AtomizedFile {
        var file = Self.cutByLines(source, path: path, diagnostics)
        let name = path.split(separator: "/").last.map(String.init) ?? path
        if languages.contains(where: { $0.description.isManifest(name) }) {
            file.manifest = String(decoding: source, as: UTF8.self)
        }
        return file
    }

    private func loaded(forPath path: String) -> LoadedLanguage? {
        languages.first { $0.description.suffixes.contains { path.hasSuffix($0) } }
    }

    private static func cutByLines(
        _ source: [UInt8], path: String, _ diagnostics: [Diagnostic] = []
    ) -> AtomizedFile {
        AtomizedFile(
            path: path, language: nil, atoms: LineAtomizer.atoms(of: source, path: path), definitions: [],
            diagnostics: diagnostics, names: nil)
    }
}
