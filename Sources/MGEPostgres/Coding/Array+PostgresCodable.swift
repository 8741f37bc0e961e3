extension Array: PostgresEncodable where Element: PostgresEncodable {
    package static var postgresType: PostgresType { Element.postgresType.array }

    package func postgresText() throws(PostgresError) -> String? {
        let isNested = Element.postgresType.isArray
        var text = [UInt8(ascii: "{")]
        for element in self {
            if text.count > 1 { text.append(UInt8(ascii: ",")) }
            if let value = try element.postgresText() {
                if isNested { text.append(contentsOf: value.utf8) } else { ArrayText.appendQuoted(value, to: &text) }
            } else {
                text.append(contentsOf: "NULL".utf8)
            }
        }
        text.append(UInt8(ascii: "}"))
        return String(decoding: text, as: UTF8.self)
    }
}

extension Array: PostgresDecodable where Element: PostgresDecodable {
    package init(postgresText text: String) throws(PostgresError) {
        guard let elements = ArrayText.parse(text) else { throw Self.refusal(of: text) }
        self = []
        reserveCapacity(elements.count)
        for element in elements { append(try Element.decode(element)) }
    }
}
