/// Tells the titles of parts that have a letter or a number from entities with their fields.
///
/// `A) The records` above `· Season: number, title`, and `Article I. Teams` above `(a) A team has a name.`, are titles: what is below
/// holds several things behind a name each, or is a sentence.
enum PartTitles {
    /// Words that stand before the number of a part.
    private static let nouns: Set<String> = [
        "article", "section", "part", "chapter", "artículo", "articulo", "sección", "seccion", "parte", "capítulo",
        "capitulo", "apartado",
    ]

    /// How long the labels before such titles are, by their lines.
    static func find(in lines: [[Character]]) -> [Int: Int] {
        var labels: [(line: Int, length: Int, kind: String)] = []
        for (index, line) in lines.enumerated() {
            guard let label = label(line[...]) else { continue }
            labels.append((index, label.length, label.kind))
        }
        var found: [Int: Int] = [:]
        for kind in Set(labels.map(\.kind)) {
            let own = labels.filter { $0.kind == kind }
            let titles = own.indices.filter { number in
                let end = number + 1 < own.count ? own[number + 1].line : lines.count
                return isTitle(lines[own[number].line].dropFirst(own[number].length))
                    && holdsMore(lines[own[number].line + 1..<end])
            }
            guard titles.count > 1, titles.count * 2 > own.count else { continue }
            for number in titles { found[own[number].line] = own[number].length }
        }
        return found
    }

    /// The letter or number of a part with what is before and behind it, and how it is written.
    private static func label(_ line: ArraySlice<Character>) -> (length: Int, kind: String)? {
        let start = line.prefix { $0.isBlank }.count
        var rest = line.dropFirst(start)
        let word = rest.prefix { $0.isLetter }
        var kind = ""
        if nouns.contains(String(word).lowercased()), rest.dropFirst(word.count).first?.isBlank == true {
            kind = String(word).lowercased()
            rest = rest.dropFirst(word.count).drop { $0.isBlank }
        }
        let number = rest.prefix { $0.isLetter || $0.isDigit }
        guard (1...5).contains(number.count) else { return nil }
        let isRoman = number.allSatisfy { "IVX".contains($0) }
        if number.allSatisfy(\.isDigit) {
            kind += "1"
        } else if isRoman, !kind.isEmpty || number.count > 1 || number.first == "I" {
            kind += "I"
        } else if number.count == 1, number.allSatisfy(\.isUppercase) {
            kind += "A"
        } else {
            return nil
        }
        rest = rest.dropFirst(number.count)
        guard let mark = rest.first, [")", ".", ":"].contains(mark), rest.dropFirst().first?.isBlank == true else {
            return nil
        }
        let length = rest.startIndex + 2 - line.startIndex
        return (length, "\(start)\(kind)\(mark)")
    }

    private static func isTitle(_ words: ArraySlice<Character>) -> Bool {
        let title = String(words).trimmed
        return !title.isEmpty && title.split(separator: " ").count <= 7
            && !title.dropLast().contains { [",", ":", ";", "(", "."].contains($0) } && title.last != "."
    }

    /// Whether most items below hold several things behind a name, or are sentences.
    private static func holdsMore(_ lines: ArraySlice<[Character]>) -> Bool {
        var items: [String] = []
        for line in lines {
            let content = line.drop { $0.isBlank }
            if content.isEmpty {
                // A part ends where text follows that is no item.
                continue
            } else if isItem(content) {
                items.append(String(content))
            } else if line.first?.isBlank == true, !items.isEmpty {
                items[items.count - 1] += " " + String(content)
            } else if items.isEmpty {
                return false
            } else {
                break
            }
        }
        let full = items.count { item in
            let words = item.split(separator: " ")
            let isSentence = item.trimmed.last == "." && words.count > 5
            return isSentence || item.contains(": ") && item.count { $0 == "," } > 1
        }
        return !items.isEmpty && full * 2 > items.count
    }

    /// Whether a line begins with the mark of an item that no part has.
    private static func isItem(_ content: ArraySlice<Character>) -> Bool {
        let rest = content.dropFirst()
        if let first = content.first, "-*+•‣–·◦▪●○►".contains(first) { return rest.first?.isBlank == true }
        if content.first == "(" { return rest.dropFirst().first == ")" }
        return content.first?.isLowercase == true && [")", "."].contains(rest.first)
            && rest.dropFirst().first?.isBlank == true
    }
}
