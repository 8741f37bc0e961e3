import Foundation
import Testing

/// A mistake that a reviewer would reject, to be planted in a generated repository.
struct Defect: Sendable, CustomTestStringConvertible {
    let name: String
    /// A file, or the folder of the files in which it may be planted.
    let path: String
    /// What is replaced, an expression whose anchors mean lines, and by what.
    let pattern: String
    let replacement: String
    /// What a file must hold to be one of those.
    var marker = ""
    /// Whether it can only be where somebody logs in.
    var needsLogin = false

    var testDescription: String { name }

    /// Plants it once, somewhere among all places that it could be planted in: 0 is the first of them, 1 the last.
    func plant(in repository: URL, at place: Double) throws {
        let expression = try NSRegularExpression(pattern: pattern, options: .anchorsMatchLines)
        var places: [(file: URL, text: String, match: NSTextCheckingResult)] = []
        for file in try files(in: repository) {
            let text = try String(contentsOf: file, encoding: .utf8)
            guard marker.isEmpty || text.contains(marker) else { continue }
            let whole = NSRange(text.startIndex..., in: text)
            places += expression.matches(in: text, range: whole).map { (file, text, $0) }
        }
        try #require(!places.isEmpty, "\(name): nothing to replace in \(path)")
        let (file, text, match) = places[Int(Double(places.count - 1) * place)]
        let range = try #require(Range(match.range, in: text))
        let replaced = expression.replacementString(for: match, in: text, offset: 0, template: replacement)
        let changed = text.replacingCharacters(in: range, with: replaced)
        try #require(changed != text, "\(name): nothing changed")
        try changed.write(to: file, atomically: true, encoding: .utf8)
    }

    private func files(in repository: URL) throws -> [URL] {
        let root = repository.appending(path: path)
        guard path.hasSuffix("/") else { return [root] }
        return try FileManager.default.subpathsOfDirectory(atPath: root.path).filter { $0.hasSuffix(".py") }.sorted()
            .map { root.appending(path: $0) }
    }
}
