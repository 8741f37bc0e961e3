import Foundation
import Glibc
import MGECompiler
import MGEPostgres
import MGEReading

/// Looks whether everything is there that MGE needs, and changes nothing.
struct Examination: Sendable {
    private let root: CompositionRoot

    init(_ root: CompositionRoot) {
        self.root = root
    }

    private var settings: Settings { root.settings }

    /// All checks, in the order in which they build on each other.
    func checks() async -> [DoctorCheck] {
        var checks = files()
        checks += [workspace(), space(), server(), await database()]
        checks += [
            program("git", cost: "mge collect --git does not work", install: "apt-get install git"),
            program("tar", cost: "mge collect --archive does not work", install: "apt-get install tar"),
            program("gzip", cost: "mge collect --archive does not work", install: "apt-get install gzip"),
        ]
        return checks
            + ["ruff", "mypy", "pytest"].map { name in
                program(
                    name, cost: "generated Python can't be checked by hand with \(name)", install: "pip install \(name)"
                )
            }
    }

    private func files() -> [DoctorCheck] {
        let home: Home
        do {
            home = try root.home()
        } catch {
            return [.broken("home", error.message, remedy: error.next)]
        }
        return [.good("home", home.url.path), migrations(), grammars(home), templates()]
    }

    private func migrations() -> DoctorCheck {
        do {
            return .good("migrations", "\(try root.migrator().migrations.count) of them")
        } catch {
            return .broken("migrations", "\(error)", remedy: "restore the folder migrations of MGE's sources")
        }
    }

    private func grammars(_ home: Home) -> DoctorCheck {
        let folders = root.grammarFolders(home.url)
        let file = "languages.so"
        if let folder = folders.first(where: { access($0.appendingPathComponent(file).path, R_OK) == 0 }) {
            return .good("grammars", folder.appendingPathComponent(file).path)
        }
        return .broken(
            "grammars", "\(file) is in none of \(folders.map(\.path).joined(separator: ", "))",
            remedy: "run ./mge in the folder of MGE's sources, which fetches it, or set MGE_GRAMMARS to its folder")
    }

    private func templates() -> DoctorCheck {
        do {
            let names = try root.tools().stacks.names
            _ = try Vocabulary(directory: root.home().url.appending(path: "templates/vocabulary"))
            return .good("templates", "stacks \(names.joined(separator: ", "))")
        } catch {
            return .broken(
                "templates", CommandFailure(describing: error).message,
                remedy: "restore the folder templates of MGE's sources")
        }
    }

    private func workspace() -> DoctorCheck {
        let path = settings.workspace.path
        let existing = Self.nearestFolder(of: path)
        guard access(existing, W_OK | X_OK) == 0 else {
            return .broken(
                "workspace", "\(existing): \(String(cString: strerror(errno)))",
                remedy: "choose a folder that you may write to with --workspace DIR or MGE_WORKSPACE")
        }
        return .good("workspace", existing == path ? path : "\(path), to be made")
    }

    /// What a private database and a few repositories take, in bytes.
    private static let neededSpace: UInt64 = 200 << 20

    private func space() -> DoctorCheck {
        var status = statvfs()
        let folder = Self.nearestFolder(of: settings.workspace.path)
        guard statvfs(folder, &status) == 0 else {
            return .broken(
                "space", "\(folder): \(String(cString: strerror(errno)))", remedy: "choose another workspace")
        }
        let free = UInt64(status.f_bavail) * UInt64(status.f_frsize)
        guard free >= Self.neededSpace else {
            return .broken(
                "space", "\(free >> 20) MiB free in \(folder), \(Self.neededSpace >> 20) needed",
                remedy: "free some disk space, or choose another workspace")
        }
        return .good("space", "\(free >> 20) MiB free in \(folder)")
    }

    private func server() -> DoctorCheck {
        if settings.database != nil { return .good("server", "not needed: a database was named") }
        do {
            let programs = try ServerPrograms.locate()
            return .good("server", "PostgreSQL \(programs.version) in \(programs.directory)")
        } catch {
            return .broken("server", error.message, remedy: error.hint ?? "apt-get install postgresql")
        }
    }

    private func database() async -> DoctorCheck {
        do {
            let configuration: PostgresConfiguration
            if let url = settings.database {
                configuration = try PostgresConfiguration(url: url)
            } else {
                switch await root.cluster.status() {
                case .absent: return .good("database", "to be made by the first mge submit")
                case .stopped: return .good("database", "stopped; every command starts it")
                case .running: configuration = try await root.cluster.start()
                }
            }
            let connection = try await PostgresConnection.connect(configuration)
            do {
                let status = try await root.migrator().status(on: connection)
                await connection.close()
                let pending = status.pending.isEmpty ? "up to date" : "\(status.pending.count) migrations pending"
                return .good("database", "\(configuration), \(pending)")
            } catch {
                await connection.close()
                throw error
            }
        } catch {
            let failure = CommandFailure(describing: error)
            return .broken("database", failure.message, remedy: failure.next)
        }
    }

    private func program(_ name: String, cost: String, install: String) -> DoctorCheck {
        if let program = ExternalProgram(name, in: settings.searchPath) { return .good(name, program.path) }
        return .lacking(name, "not installed", cost: cost, remedy: install)
    }

    private static func nearestFolder(of path: String) -> String {
        var url = URL(fileURLWithPath: path)
        while !FileManager.default.fileExists(atPath: url.path), url.path != "/" {
            url = url.deletingLastPathComponent()
        }
        return url.path
    }
}
