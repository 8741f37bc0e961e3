import CPostgres
import Foundation

/// Where a database is and how to log in: what libpq calls connection parameters.
package struct PostgresConfiguration: Sendable, Hashable {
    /// libpq's keywords and values, as given.
    private(set) var parameters: [String: String]

    /// The name shown in `pg_stat_activity`.
    package var applicationName: String? {
        get { parameters["application_name"] }
        set { parameters["application_name"] = newValue }
    }

    /// The schema that unqualified names belong to; nil leaves the server's `search_path`.
    package var schema: String?

    /// How long opening a connection may take.
    package var connectTimeout: Duration = .seconds(10)

    /// Reads a `postgres://` URI or a `keyword=value` text, as section 34.1.1 of PostgreSQL's manual describes.
    /// - Throws: `PostgresError` of kind `configuration`, naming what libpq could not read.
    package init(url: String) throws(PostgresError) {
        var message: UnsafeMutablePointer<CChar>?
        let options = PQconninfoParse(url, &message)
        defer {
            PQconninfoFree(options)
            PQfreemem(message)
        }
        guard let options else {
            let reason = message.map { String(cString: $0).trimmingCharacters(in: .whitespacesAndNewlines) }
            throw PostgresError(
                .configuration, Redaction.redact("database URL is not understood: \(reason ?? "out of memory")"),
                hint: "write it as postgres://user@host:5432/database or as host=… dbname=…")
        }
        parameters = [:]
        var option = options
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val { parameters[String(cString: keyword)] = String(cString: value) }
            option += 1
        }
        if let seconds = parameters["connect_timeout"].flatMap({ Int($0) }), seconds > 0 {
            connectTimeout = .seconds(seconds)
        }
    }

    /// A server on this machine, reached through its socket directory.
    package init(socketDirectory: String, port: Int = 5432, user: String, database: String) {
        parameters = ["host": socketDirectory, "port": String(port), "user": user, "dbname": database]
    }

    /// The name of the database; nil means the user's name, as libpq has it.
    package var database: String? {
        get { parameters["dbname"] }
        set { parameters["dbname"] = newValue }
    }

    /// Everything that libpq is told when a connection opens.
    var connectionParameters: [(keyword: String, value: String)] {
        var all = parameters
        all["client_encoding"] = "UTF8"
        var options = all["options"].map { [$0] } ?? []
        options += ["datestyle=ISO", "timezone=UTC", "bytea_output=hex", "extra_float_digits=1"].map { "-c \($0)" }
        if let schema { options.append("-c search_path=" + Self.escape(option: Identifier.quote(schema))) }
        all["options"] = options.joined(separator: " ")
        return all.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// In `options`, a space ends an option unless a backslash precedes it.
    private static func escape(option text: String) -> String {
        String(text.flatMap { $0 == " " || $0 == "\\" ? ["\\", $0] : [$0] })
    }
}

extension PostgresConfiguration: CustomStringConvertible {
    /// The parameters as `psql` takes them, with secrets masked.
    package var description: String {
        parameters.sorted { $0.key < $1.key }.map { keyword, value in
            let isSecret = keyword.hasSuffix("password")
            let isPlain = !value.isEmpty && value.utf8.allSatisfy { $0 > 32 && $0 != UInt8(ascii: "'") && $0 != 92 }
            let quoted = value.replacing("\\", with: "\\\\").replacing("'", with: "\\'")
            return "\(keyword)=" + (isSecret ? "***" : isPlain ? value : "'\(quoted)'")
        }.joined(separator: " ")
    }
}
