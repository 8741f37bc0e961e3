import MGECore

/// How long names may be, and how a longer one is shortened.
package enum NameLimits {
    /// Bytes of a name in PostgreSQL.
    package static let sql = 63
    /// Characters of an identifier or a file's name without its extension.
    package static let code = 60
    /// Characters of a name on the wire.
    package static let wire = 100
    /// Characters of a value of an enumeration.
    package static let enumerationValue = 255

    /// An ASCII name cut to a length, ending with eight digits of its digest when it had to be cut.
    package static func shortened(_ name: String, to limit: Int, separator: String = "_") -> String {
        guard name.utf8.count > limit else { return name }
        let suffix = separator + digest(of: name, digits: 8)
        return String(name.prefix(limit - suffix.utf8.count)).trimmingSuffix(while: { $0 == "_" || $0 == "-" }) + suffix
    }

    /// The first hexadecimal digits of a name's digest.
    package static func digest(of name: String, digits: Int) -> String {
        String(SHA256Digest(of: name).hexadecimal.prefix(digits))
    }
}

extension String {
    fileprivate func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> String {
        var rest = self[...]
        while let last = rest.last, isTrimmed(last) { rest.removeLast() }
        return String(rest)
    }
}
