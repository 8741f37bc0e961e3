import Foundation
import Testing

/// A text with much of what a language has, from `Samples/dense`.
struct DenseSample: Sendable, CustomTestStringConvertible {
    /// The end of its files' names, without the dot; `txt` for a language that is not known.
    let suffix: String

    var testDescription: String { suffix }
    var path: String { "app/sample.\(suffix)" }

    static let all = ["py", "ts", "tsx", "js", "go", "java", "rs", "php", "txt"].map(DenseSample.init)

    func bytes() throws -> [UInt8] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        return try [UInt8](Data(contentsOf: folder.appending(path: "Samples/dense/sample.\(suffix)")))
    }
}
