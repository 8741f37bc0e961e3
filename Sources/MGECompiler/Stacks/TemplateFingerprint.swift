package import MGECore

/// What the output of a template depends on besides its values: its own text and that of the files it draws in.
package struct TemplateFingerprint: Hashable, Sendable {
    /// The digest of all these texts.
    package let digest: SHA256Digest
    /// Whether one of them may use the list of all entities, because it holds the word.
    package let usesEntities: Bool

    /// Follows a template's includes, imports and parents; one that is named by an expression stands for every file.
    package init(of template: String, among sources: [String: TemplateSource]) {
        var seen: Set<String> = []
        var pending = [template]
        while let path = pending.popLast() {
            guard seen.insert(path).inserted, let source = sources[path] else { continue }
            pending += source.drawnIn ?? Array(sources.keys)
        }
        let drawn = seen.sorted().compactMap { path in sources[path].map { (path, $0) } }
        digest = SHA256Digest(of: drawn.map { "\($0)\n\($1.digest)\n" }.joined())
        usesEntities = drawn.contains { $0.1.mentionsEntities }
    }
}
