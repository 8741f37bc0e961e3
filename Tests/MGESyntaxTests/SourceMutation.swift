/// Small changes to a text, as an editor, a merge or a broken disk makes them.
enum SourceMutation: CaseIterable {
    case delete, insert, overwrite, duplicate, swapBytes, swapLines, truncate
    case unbalance, splice, carriageReturns, crlf, noFinalNewline, tabs, byteOrderMark

    private static let insertions: [[UInt8]] =
        [
            [0], [0xff], [0xc3, 0x28], [0xe2, 0x82], [0xef, 0xbb, 0xbf], [0x0c], [0x0b], [0x85], [0xc2, 0x85],
            [0xe2, 0x80, 0xa8],
        ]
        + [
            "\n", "\r", "\r\n", "\t", "    ", "\\", "\\\n", "\"", "'", "`", "\"\"\"", "'''", "/*", "*/", "//", "#", "@",
            ";", ",", "::", "?>", "<?php", "<<<A\n", "${", "#{", "class A {", "def f():", "#2", "\n\n\n", "日本",
        ].map { Array($0.utf8) }

    /// Changes a text at a place that a generator chooses.
    func apply(to bytes: inout [UInt8], _ random: inout RepeatableGenerator) {
        let place = Int.random(in: 0...bytes.count, using: &random)
        let end = min(bytes.count, place + Int.random(in: 1...40, using: &random))
        switch self {
        case .delete: bytes.removeSubrange(place..<end)
        case .insert: bytes.insert(contentsOf: Self.insertions.randomElement(using: &random) ?? [], at: place)
        case .overwrite: for index in place..<end { bytes[index] = UInt8.random(in: 0...255, using: &random) }
        case .duplicate:
            bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &random))
        case .swapBytes: if end > place { bytes.swapAt(place, end - 1) }
        case .swapLines:
            var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            lines.swapAt(
                Int.random(in: 0..<lines.count, using: &random), Int.random(in: 0..<lines.count, using: &random))
            bytes = Array(lines.joined(separator: [UInt8(ascii: "\n")]))
        case .truncate: bytes.removeSubrange(place...)
        case .unbalance:
            let bracket = "(){}[]<>".utf8.randomElement(using: &random) ?? UInt8(ascii: "(")
            bytes.insert(contentsOf: [UInt8](repeating: bracket, count: end - place + 1), at: place)
        case .splice:
            let other = DenseSample.all.randomElement(using: &random).flatMap { try? $0.bytes() } ?? []
            bytes.insert(contentsOf: other.prefix(place).suffix(end - place + 20), at: place)
        case .carriageReturns: Self.replace("\n", by: "\r", from: place, in: &bytes)
        case .crlf: Self.replace("\n", by: "\r\n", from: place, in: &bytes)
        case .noFinalNewline: while bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
        case .tabs: Self.replace("    ", by: "\t", from: place, in: &bytes)
        case .byteOrderMark: bytes.insert(contentsOf: [0xef, 0xbb, 0xbf], at: 0)
        }
    }

    private static func replace(_ old: String, by new: String, from place: Int, in bytes: inout [UInt8]) {
        let changed = bytes[place...].split(separator: Array(old.utf8), omittingEmptySubsequences: false)
        bytes.replaceSubrange(place..., with: Array(changed.joined(separator: new.utf8)))
    }
}

extension DenseSample {
    /// A text that one number tells: of one case in three its lines in disorder, of one its words in disorder, and
    /// each changed in up to eight places.
    func mutated(seed: UInt64) throws -> [UInt8] {
        var random = RepeatableGenerator(state: seed)
        var bytes = try bytes()
        switch seed % 3 {
        case 1: bytes = Self.shuffled(bytes, at: UInt8(ascii: "\n"), count: 60, &random)
        case 2: bytes = Self.shuffled(bytes, at: UInt8(ascii: " "), count: 200, &random)
        default: break
        }
        for _ in 0..<Int.random(in: 0...8, using: &random) {
            SourceMutation.allCases.randomElement(using: &random)?.apply(to: &bytes, &random)
        }
        return bytes
    }

    private static func shuffled(
        _ bytes: [UInt8], at separator: UInt8, count: Int, _ random: inout RepeatableGenerator
    ) -> [UInt8] {
        let parts = bytes.split(separator: separator, omittingEmptySubsequences: false)
        let chosen = (0..<Int.random(in: 0...count, using: &random)).compactMap { _ in
            parts.randomElement(using: &random)
        }
        return Array(chosen.joined(separator: [separator]))
    }
}
