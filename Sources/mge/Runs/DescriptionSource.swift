import Foundation
import Glibc

/// The text of a description: from a file, from standard input, or from the command line.
struct DescriptionSource: Sendable {
    let text: String
    /// The file as the user named it; nil for the command line and standard input.
    let file: String?

    /// The greatest size of a description, in bytes.
    static let limit = 1 << 20

    /// Finds and reads the description.
    /// - Throws: `CommandFailure` that says what is wrong with it.
    init(_ words: [String], directory: URL) throws(CommandFailure) {
        // An empty word names the current folder, and is no file either.
        guard let first = words.first, words.count == 1, !first.isEmpty else {
            text = try Self.text(of: Data(words.joined(separator: " ").utf8), called: "the description")
            file = nil
            return
        }
        if first == "-" {
            text = try Self.text(of: try Self.read(STDIN_FILENO, called: "standard input"), called: "standard input")
            file = nil
            return
        }
        var status = stat()
        let path = URL(fileURLWithPath: first, relativeTo: directory).path
        guard stat(path, &status) == 0 else {
            if let reason = Self.reasonToBeAFile(first) {
                throw CommandFailure(.usage, "\(first): \(reason)", next: "give the path of a file that is there")
            }
            text = try Self.text(of: Data(first.utf8), called: "the description")
            file = nil
            return
        }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw CommandFailure(
                .usage, "\(first): \(String(cString: strerror(errno)))", next: "give a file that you may read")
        }
        defer { close(descriptor) }
        text = try Self.text(of: try Self.read(descriptor, called: first), called: first)
        file = first
    }

    /// Why one word that names no file was surely meant to: it has no blank, but a folder or an ending.
    private static func reasonToBeAFile(_ word: String) -> String? {
        guard !word.contains(where: \.isWhitespace) else { return nil }
        let endings = [".md", ".markdown", ".txt", ".text"]
        guard
            endings.contains(where: word.lowercased().hasSuffix) || word.hasPrefix("/") || word.hasPrefix("./")
                || word.hasPrefix("../")
        else { return nil }
        return "there is no such file"
    }

    private static func read(_ descriptor: Int32, called name: String) throws(CommandFailure) -> Data {
        var data = Data()
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else {
                throw CommandFailure(
                    .usage, "\(name): \(String(cString: strerror(errno)))", next: "give a file that can be read")
            }
            if count == 0 { return data }
            data.append(contentsOf: buffer[..<count])
            guard data.count <= limit else {
                throw CommandFailure(
                    .usage, "\(name) is longer than \(limit) bytes, the most a description may have",
                    next: "shorten the description")
            }
        }
    }

    /// The text of bytes that are a description.
    /// - Throws: `CommandFailure` that names the offset of the first byte that can't be text.
    static func text(of data: Data, called name: String) throws(CommandFailure) -> String {
        guard data.count <= limit else {
            throw CommandFailure(
                .usage, "\(name) is longer than \(limit) bytes, the most a description may have",
                next: "shorten the description")
        }
        if let offset = data.firstIndex(of: 0) {
            throw CommandFailure(
                .usage, "\(name) is no text: there is a NUL at byte \(offset)", next: "give a text file in UTF-8")
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw CommandFailure(
                .usage, "\(name) is not UTF-8: the first invalid byte is byte \(invalidOffset(in: data))",
                next: "convert it, for example with: iconv -f latin1 -t utf-8")
        }
        guard text.contains(where: { !$0.isWhitespace && $0 != "\u{FEFF}" }) else {
            throw CommandFailure(.usage, "\(name) is empty", next: "say what to build: mge help submit")
        }
        return text
    }

    /// The offset from 0 of the first byte that is no part of valid UTF-8.
    private static func invalidOffset(in data: Data) -> Int {
        var decoder = UTF8()
        var offset = 0
        var iterator = data.makeIterator()
        while case .scalarValue(let scalar) = decoder.decode(&iterator) { offset += UTF8.width(scalar) }
        return offset
    }
}
