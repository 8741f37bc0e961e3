/// Finds names that are there twice in an object of a JSON text, of which a decoder keeps one without a word.
enum JSONKeys {
    static func duplicates(in text: String) -> [String] {
        var found: [String] = []
        var objects: [Set<String>?] = []
        var last: String?
        var characters = text.makeIterator()
        while let character = characters.next() {
            switch character {
            case "{": objects.append([])
            case "[": objects.append(nil)
            case "}", "]": objects.removeLast()
            case "\"": last = string(&characters)
            case ":":
                guard let key = last, var keys = objects.last ?? nil else { continue }
                if !keys.insert(key).inserted { found.append(key) }
                objects[objects.count - 1] = keys
            default: continue
            }
        }
        return found
    }

    /// The rest of a string whose opening quotation mark was read.
    private static func string(_ characters: inout String.Iterator) -> String {
        var text = ""
        while let character = characters.next(), character != "\"" {
            text.append(character)
            if character == "\\", let escaped = characters.next() { text.append(escaped) }
        }
        return text
    }
}
