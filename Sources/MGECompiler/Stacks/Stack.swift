package import Foundation

/// A stack with all its files read, so that everything made of it is a pure function of it.
package struct Stack: Sendable {
    package let definition: StackDefinition
    package let reserved: ReservedWords
    /// The files of the stack's folder by their path in it, `stack.json` among them.
    package let files: [String: Data]
    /// The kinds of the blueprint in the order that their tasks are numbered in.
    package let kinds: [BlueprintKind]
    private let fingerprints: [String: TemplateFingerprint]

    /// Reads a stack.
    /// - Parameters:
    ///   - folder: the name of the stack's folder.
    ///   - files: its files by their path.
    /// - Throws: `StackError` with every place of `stack.json` that is wrong.
    package init(folder: String, files: [String: Data]) throws {
        let file = "\(folder)/stack.json"
        guard let data = files["stack.json"] else {
            throw StackError(file: file, problems: [.init("", "the stack has no such file")])
        }
        definition = try StrictJSON.decode(StackDefinition.self, from: data, file: file)
        let problems = definition.problems(folder: folder) + Self.missing(definition, files)
        guard problems.isEmpty else { throw StackError(file: file, problems: problems) }
        if let path = definition.reserved, let words = files[path] {
            reserved = try StrictJSON.decode(ReservedWords.self, from: words, file: "\(folder)/\(path)")
        } else {
            reserved = .none
        }
        self.files = files
        kinds = try definition.orderedKinds()
        let sources = files.filter { $0.key.hasSuffix(".j2") }.mapValues {
            TemplateSource(String(decoding: $0, as: UTF8.self))
        }
        var fingerprints: [String: TemplateFingerprint] = [:]
        for path in sources.keys { fingerprints[path] = TemplateFingerprint(of: path, among: sources) }
        self.fingerprints = fingerprints
    }

    /// The name of the stack.
    package var name: String { definition.name }

    /// The text of a template; nil when there is none or it is not UTF-8.
    package func template(_ path: String) -> String? {
        files[path].flatMap { String(data: $0, encoding: .utf8) }
    }

    /// What a template is made of; nil for a file that is none.
    package func fingerprint(of template: String) -> TemplateFingerprint? { fingerprints[template] }

    private static func missing(_ definition: StackDefinition, _ files: [String: Data]) -> [StackError.Problem] {
        var named = definition.blueprint.enumerated().map { ("blueprint[\($0)].template", $1.template, true) }
        for (index, file) in definition.infrastructure.enumerated() {
            if let path = file.template { named.append(("infrastructure[\(index)].template", path, true)) }
            if let path = file.copy { named.append(("infrastructure[\(index)].copy", path, false)) }
        }
        if let path = definition.reserved { named.append(("reserved", path, true)) }
        return named.compactMap { place, path, isText in
            guard let data = files[path] else { return .init(place, "there is no file \(path) in the stack's folder") }
            return isText && String(data: data, encoding: .utf8) == nil ? .init(place, "\(path) is not UTF-8") : nil
        }
    }
}
