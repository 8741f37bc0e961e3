/// Why a grammar cannot be used.
package struct GrammarError: Error, Sendable, Equatable {
    /// What is wrong with the grammar library or with one grammar in it.
    package enum Problem: Sendable, Equatable {
        /// No directory of the search path holds the library; carries the directories.
        case libraryMissing([String])
        /// The library is there, but the system refuses to load it.
        case libraryUnloadable(reason: String)
        /// The library has no such grammar.
        case grammarMissing(String)
        /// The grammar was made for another version of libtree-sitter.
        case versionUnsupported(grammar: String, version: Int, supported: ClosedRange<Int>)
        /// A query of the language does not fit its grammar.
        case queryInvalid(file: String, line: Int, column: Int, reason: String)
        /// libtree-sitter could not set up a parser.
        case parserUnavailable(String)
    }

    package let problem: Problem
    /// The library's file, or the file name looked for.
    package let library: String

    package init(_ problem: Problem, library: String) {
        self.problem = problem
        self.library = library
    }
}

extension GrammarError: CustomStringConvertible {
    package var description: String {
        switch problem {
        case .libraryMissing(let directories):
            "no \(library) in \(directories.isEmpty ? "an empty search path" : directories.joined(separator: ", ")); "
                + Self.remedy
        case .libraryUnloadable(let reason): "cannot load the grammars from \(library): \(reason); \(Self.remedy)"
        case .grammarMissing(let name): "\(library) holds no grammar for \(name); \(Self.remedy)"
        case .versionUnsupported(let grammar, let version, let supported):
            "the grammar for \(grammar) in \(library) has version \(version), supported are "
                + "\(supported.lowerBound) to \(supported.upperBound); \(Self.remedy)"
        case .queryInvalid(let file, let line, let column, let reason):
            "\(file):\(line):\(column): \(reason); restore the file or fit it to the grammar in \(library)"
        case .parserUnavailable(let grammar): "libtree-sitter made no parser for \(grammar) of \(library)"
        }
    }

    private static let remedy = "run ./mge once at the root of the checkout: it sets the grammars up"
}
