/// Quoting of names, as section 4.1.1 of PostgreSQL's manual describes it.
enum Identifier {
    /// The name in double quotes, whatever it holds.
    static func quote(_ name: String) -> String {
        "\"" + name.replacing("\"", with: "\"\"") + "\""
    }

    /// A table's name, in which a dot separates schema and table, with each part quoted.
    static func quote(table name: String) -> String {
        name.split(separator: ".", omittingEmptySubsequences: false).map { quote(String($0)) }.joined(separator: ".")
    }

    /// A text as a literal, safe whatever `standard_conforming_strings` says.
    static func literal(_ text: String) -> String {
        " E'" + text.replacing("\\", with: "\\\\").replacing("'", with: "''") + "'"
    }
}
