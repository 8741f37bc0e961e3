package import Foundation
package import MGECore
import MGELayers

extension Vocabulary {
    /// Reads every `*.json` of a directory, one language each, and checks that it can be used.
    /// - Throws: `VocabularyError` with the file and what is wrong in it.
    package init(directory: URL) throws(VocabularyError) {
        (self, _) = try Self.load(directory)
        for language in languages { _ = try lexicon(for: language.language) }
    }

    /// The vocabulary of a directory and the digest of its files.
    ///
    /// What a language's file holds is checked when a description in that language is read.
    package static func load(
        _ directory: URL
    ) throws(VocabularyError) -> (vocabulary: Vocabulary, digest: SHA256Digest) {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: directory.path)
        } catch {
            throw VocabularyError(
                path: directory.path,
                message: "the vocabulary's directory cannot be read: \(error.localizedDescription)",
                remedy: "check the installation, or point MGE_HOME at it")
        }
        var languages: [LanguageVocabulary] = []
        var digests: [String] = []
        let files = names.sorted().filter { $0.hasSuffix(".json") }.map(directory.appendingPathComponent)
        for (file, outcome) in zip(files, files.parallelMap(read)) {
            let (language, digest) = try outcome.get()
            digests.append("\(file.lastPathComponent) \(digest)\n")
            guard !languages.contains(where: { $0.language == language.language }) else {
                throw VocabularyError(
                    path: file.path, message: "the language `\(language.language.rawValue)` is there twice",
                    remedy: "keep one file a language")
            }
            languages.append(language)
        }
        guard !languages.isEmpty else {
            throw VocabularyError(
                path: directory.path, message: "the directory holds no vocabulary", remedy: "put `en.json` there")
        }
        return (Vocabulary(languages: languages, directory: directory), SHA256Digest(of: digests.joined()))
    }

    private static func read(_ file: URL) -> Result<(LanguageVocabulary, SHA256Digest), VocabularyError> {
        do {
            let data = try Data(contentsOf: file)
            return .success((try JSONDecoder().decode(LanguageVocabulary.self, from: data), SHA256Digest(of: data)))
        } catch let error as DecodingError {
            return .failure(VocabularyError(path: file.path, message: error.summary, remedy: "see Docs/briefs.md"))
        } catch {
            return .failure(
                VocabularyError(
                    path: file.path, message: "the file cannot be read: \(error.localizedDescription)",
                    remedy: "check that it is there and readable"))
        }
    }

    static func check(
        _ language: LanguageVocabulary, lexicon: Lexicon, path: String
    ) throws(VocabularyError) {
        for name in language.keywords.keys.sorted() where Keyword(rawValue: name) == nil {
            throw VocabularyError(
                path: path, message: "`\(name)` in `keywords` is no keyword",
                remedy: "use one of " + Keyword.allCases.map(\.rawValue).joined(separator: ", "))
        }
        for name in language.prose.keys.sorted() where ProseWord(rawValue: name) == nil {
            throw VocabularyError(
                path: path, message: "`\(name)` in `prose` is no word of sentences",
                remedy: "use one of " + ProseWord.allCases.map(\.rawValue).joined(separator: ", "))
        }
        for name in language.behaviour.keys.sorted() where BehaviourWord(rawValue: name) == nil {
            throw VocabularyError(
                path: path, message: "`\(name)` in `behaviour` is no word of how rows behave",
                remedy: "use one of " + BehaviourWord.allCases.map(\.rawValue).joined(separator: ", "))
        }
        for name in language.types.keys.sorted() where FieldTypeName(rawValue: name) == nil {
            throw VocabularyError(
                path: path, message: "`\(name)` in `types` is no type of field",
                remedy: "use one of " + FieldTypeName.allCases.map(\.rawValue).joined(separator: ", "))
        }
        let known = Set(language.entities.flatMap { [$0.name] + ($0.aliases ?? []) })
        var seen: Set<String> = []
        for name in language.entities.flatMap({ [$0.name] + ($0.aliases ?? []) }) {
            guard !seen.insert(name.foldedForComparison).inserted else { continue }
            throw VocabularyError(
                path: path, message: "`\(name)` is there twice in `entities`", remedy: "keep one of the two")
        }
        for entity in language.entities {
            try check(entity, known: known, lexicon: lexicon, path: path)
        }
        for (name, text) in language.fields.merging(language.fieldPrefixes, uniquingKeysWith: { first, _ in first }) {
            try check(item: "field: " + text, of: name, lexicon: lexicon, path: path)
        }
        let deeds = (language.deeds ?? [:]).merging(language.acts ?? [:], uniquingKeysWith: { first, _ in first })
        for (deed, name) in deeds where !known.contains(name) {
            throw VocabularyError(
                path: path, message: "the deed `\(deed)` makes the unknown entity `\(name)`",
                remedy: "add it to `entities`")
        }
        for (domain, entities) in language.domains {
            for name in entities where !known.contains(name) {
                throw VocabularyError(
                    path: path, message: "the domain `\(domain)` names the unknown entity `\(name)`",
                    remedy: "add it to `entities`")
            }
        }
    }

    private static func check(
        _ entity: VocabularyEntity, known: Set<String>, lexicon: Lexicon, path: String
    ) throws(VocabularyError) {
        var members: Set<String> = []
        for item in entity.fields {
            let field = try check(item: item, of: entity.name, lexicon: lexicon, path: path)
            try add(field.name, to: &members, of: entity.name, path: path)
        }
        for relation in entity.relations ?? [] {
            try add(relation.name, to: &members, of: entity.name, path: path)
        }
        for name in (entity.unique ?? []).joined() where !members.contains(name) {
            throw VocabularyError(
                path: path, message: "`unique` of `\(entity.name)` names `\(name)`, which it has not",
                remedy: "name its fields and relations")
        }
        for relation in entity.relations ?? [] {
            for target in relation.to + [relation.through].compactMap({ $0 }) where !known.contains(target) {
                throw VocabularyError(
                    path: path, message: "`\(entity.name)` relates to the unknown entity `\(target)`",
                    remedy: "add it to `entities`")
            }
            if relation.onDelete == .setNull, relation.optional != true {
                throw VocabularyError(
                    path: path, message: "`\(relation.name)` of `\(entity.name)` is required and set to null",
                    remedy: "make it optional")
            }
        }
    }

    private static func add(
        _ name: String, to members: inout Set<String>, of entity: String, path: String
    ) throws(VocabularyError) {
        guard !members.insert(name).inserted else { return }
        throw VocabularyError(
            path: path, message: "`\(entity)` has `\(name)` twice", remedy: "keep one of the two")
    }

    @discardableResult
    private static func check(
        item: String, of subject: String, lexicon: Lexicon, path: String
    ) throws(VocabularyError) -> Field {
        var findings = Findings()
        let field = VocabularyItem.field(item, lexicon: lexicon, findings: &findings)
        let problem = findings.diagnostics.first { $0.severity > .note }
        if let field, problem == nil { return field }
        throw VocabularyError(
            path: path, message: "`\(item)` of `\(subject)` is no field: \(problem?.message ?? "no type")",
            remedy: problem?.remedy ?? "write `name: type`")
    }
}

extension DecodingError {
    /// What is wrong and where, in one sentence.
    fileprivate var summary: String {
        switch self {
        case .keyNotFound(let key, let context):
            "`\(key.stringValue)` is missing in \(Self.path(context))"
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            "\(Self.path(context)) has another type: \(context.debugDescription)"
        case .dataCorrupted(let context):
            "\(Self.path(context)) cannot be read: \(context.debugDescription)"
        @unknown default: "the file is no vocabulary"
        }
    }

    private static func path(_ context: Context) -> String {
        let keys = context.codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue }
        return keys.isEmpty ? "the file" : "`" + keys.joined(separator: ".") + "`"
    }
}
