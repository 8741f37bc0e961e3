import Foundation

/// The folder with PostgreSQL's server programs.
package struct ServerPrograms: Sendable, Hashable {
    /// The folder that holds `initdb` and `postgres`.
    package let directory: String
    /// The major version, such as 15.
    package let version: Int

    var initdb: String { directory + "/initdb" }
    var postgres: String { directory + "/postgres" }

    /// Finds the programs.
    /// - Parameters:
    ///   - directory: the folder to take; nil searches `/usr/lib/postgresql/*/bin` and then `searchPath`.
    ///   - version: the major version that is needed; nil takes the newest.
    ///   - searchPath: further folders.
    /// - Returns: the programs of that version.
    /// - Throws: `PostgresError` of kind `cluster` that says what to install.
    package static func locate(
        directory: String? = nil, version: Int? = nil,
        searchPath: [String] = ["/usr/local/pgsql/bin", "/usr/local/bin", "/usr/bin"]
    ) throws(PostgresError) -> ServerPrograms {
        let found = (directory.map { [$0] } ?? debianDirectories() + searchPath).compactMap(ServerPrograms.init)
        if let match = found.first(where: { version == nil || $0.version == version }) { return match }
        let package = version.map { "postgresql-\($0)" } ?? "postgresql"
        let others = found.map { "\($0.version) in \($0.directory)" }.joined(separator: ", ")
        throw PostgresError(
            .cluster,
            "PostgreSQL \(version ?? 15) server programs not found"
                + (directory.map { " in \($0)" } ?? "") + (others.isEmpty ? "" : " (there is \(others))"),
            hint: "apt-get install \(package), or set DATABASE_URL to a database of your own")
    }

    /// Newest version first.
    private static func debianDirectories() -> [String] {
        let root = "/usr/lib/postgresql"
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
        return versions.compactMap { Int($0) }.sorted(by: >).map { "\(root)/\($0)/bin" }
    }

    /// Nil when the folder does not hold the programs.
    private init?(directory: String) {
        let programs = ["initdb", "postgres"].map { "\(directory)/\($0)" }
        guard programs.allSatisfy({ access($0, X_OK) == 0 }) else { return nil }
        self.directory = directory
        let parts = directory.split(separator: "/")
        if parts.count >= 2, parts.last == "bin", let version = Int(parts[parts.count - 2]) {
            self.version = version
        } else if let version = Self.askVersion(of: "\(directory)/postgres") {
            self.version = version
        } else {
            return nil
        }
    }

    /// Reads `postgres (PostgreSQL) 15.4`.
    private static func askVersion(of program: String) -> Int? {
        guard let pipe = popen("'\(program.replacing("'", with: "'\\''"))' --version", "re") else { return nil }
        defer { pclose(pipe) }
        var line = [CChar](repeating: 0, count: 256)
        guard fgets(&line, Int32(line.count), pipe) != nil else { return nil }
        let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return text.firstMatch(of: /\(PostgreSQL\) (\d+)/).flatMap { Int($0.1) }
    }
}
