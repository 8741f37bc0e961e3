extension Bool: PostgresEncodable, PostgresDecodable {
    package static var postgresType: PostgresType { .bool }

    package func postgresText() throws(PostgresError) -> String? { self ? "t" : "f" }

    package func appendPostgresBinary(to bytes: inout [UInt8]) throws(PostgresError) -> Bool {
        bytes.append(self ? 1 : 0)
        return true
    }

    package init(postgresText text: String) throws(PostgresError) {
        switch text {
        case "t", "true": self = true
        case "f", "false": self = false
        default: throw Self.refusal(of: text)
        }
    }
}

extension PostgresEncodable where Self: FixedWidthInteger {
    package func postgresText() throws(PostgresError) -> String? { String(self) }

    package func appendPostgresBinary(to bytes: inout [UInt8]) throws(PostgresError) -> Bool {
        bytes.append(bigEndian: self)
        return true
    }
}

extension PostgresDecodable where Self: FixedWidthInteger {
    package init(postgresText text: String) throws(PostgresError) {
        guard let value = Self(text, radix: 10) else { throw Self.refusal(of: text) }
        self = value
    }
}

extension Int: PostgresEncodable, PostgresDecodable {
    package static var postgresType: PostgresType { .int8 }
}

extension Int16: PostgresEncodable, PostgresDecodable {
    package static var postgresType: PostgresType { .int2 }
}

extension Int32: PostgresEncodable, PostgresDecodable {
    package static var postgresType: PostgresType { .int4 }
}

extension Int64: PostgresEncodable, PostgresDecodable {
    package static var postgresType: PostgresType { .int8 }
}

extension Double: PostgresEncodable, PostgresDecodable {
    package static var postgresType: PostgresType { .float8 }

    package func postgresText() throws(PostgresError) -> String? {
        isNaN ? "NaN" : isInfinite ? (self < 0 ? "-Infinity" : "Infinity") : description
    }

    package func appendPostgresBinary(to bytes: inout [UInt8]) throws(PostgresError) -> Bool {
        bytes.append(bigEndian: bitPattern)
        return true
    }

    package init(postgresText text: String) throws(PostgresError) {
        guard let value = Double(text) else { throw Self.refusal(of: text) }
        self = value
    }
}
