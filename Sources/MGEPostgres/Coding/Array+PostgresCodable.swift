extension Array: PostgresEncodable where Element: PostgresEncodable {
    package static var postgresType: PostgresType { Element.postgresType.array }

    package func postgresText() throws(PostgresError) -> String? {
        var text = "{"
        for (index, element) in self.enumerated() {
            if index > 0 { text += "," }
            if let value = try element.postgresText() {
                text += Element.postgresType.isArray ? value : ArrayText.quote(value)
            } else {
                text += "NULL"
            }
        }
        return text + "}"
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
