import Foundation

extension Migration {
    /// Reads the `NNNN_name.sql` files of a folder, in order; other kinds of files are left alone.
    /// - Throws: `MigrationError` when the folder or a file cannot be read, or a name is wrong.
    static func read(directory: String) throws -> [Migration] {
        let folder = URL(fileURLWithPath: directory, isDirectory: true)
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: directory)
        } catch {
            throw MigrationError(
                directory, "folder cannot be read: \(error.localizedDescription)", remedy: "give the migrations' folder"
            )
        }
        return try names.filter { $0.hasSuffix(".sql") }.sorted().map { name in
            guard let match = name.wholeMatch(of: /(\d{4})_(\w+)\.sql/), let number = Int(match.1) else {
                throw MigrationError(name, "is not named like a migration", remedy: "name it NNNN_name.sql")
            }
            guard let data = try? Data(contentsOf: folder.appendingPathComponent(name)),
                let sql = String(validating: data, as: UTF8.self)
            else {
                throw MigrationError(name, "cannot be read as UTF-8 text", remedy: "check the file and its permissions")
            }
            return Migration(number: number, name: String(match.2), sql: sql)
        }
    }
}
