/// A type of PostgreSQL by its number in `pg_type`, with the number of its arrays.
package struct PostgresType: Hashable, Sendable {
    /// The type's own number; 0 leaves the choice to the server.
    package let oid: UInt32
    /// The number of the type of its arrays.
    package let arrayOID: UInt32

    /// The type of arrays of this type; an array of arrays is of the same type as the inner one.
    package var array: PostgresType { PostgresType(oid: arrayOID, arrayOID: arrayOID) }

    var isArray: Bool { oid == arrayOID }

    package static let bool = PostgresType(oid: 16, arrayOID: 1000)
    package static let bytea = PostgresType(oid: 17, arrayOID: 1001)
    package static let int8 = PostgresType(oid: 20, arrayOID: 1016)
    package static let int2 = PostgresType(oid: 21, arrayOID: 1005)
    package static let int4 = PostgresType(oid: 23, arrayOID: 1007)
    package static let text = PostgresType(oid: 25, arrayOID: 1009)
    package static let float8 = PostgresType(oid: 701, arrayOID: 1022)
    package static let timestamptz = PostgresType(oid: 1184, arrayOID: 1185)
    package static let numeric = PostgresType(oid: 1700, arrayOID: 1231)
    package static let uuid = PostgresType(oid: 2950, arrayOID: 2951)
    package static let jsonb = PostgresType(oid: 3802, arrayOID: 3807)
}
