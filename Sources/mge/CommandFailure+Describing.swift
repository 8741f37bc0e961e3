import Foundation
import MGECompiler
import MGEPostgres

extension CommandFailure {
    /// What any error that reaches the top means to the user.
    init(describing error: any Error) {
        switch error {
        case let failure as CommandFailure: self = failure
        case let error as UsageError:
            self.init(.usage, error.message, details: error.remedy.map { [$0] } ?? [], next: error.next)
        case let error as PostgresError: self.init(database: error)
        case let error as PostgresTransactionError:
            let next = "check the database with: mge doctor"
            self.init(error.isConnectionFailure ? .environment : .failure, "\(error)", next: next)
        case let error as MigrationError:
            self.init(.environment, "migration \(error.subject): \(error.message)", next: error.remedy)
        case let error as EngineError: self.init(engine: error)
        case let error as FileTreeError:
            self.init(.environment, "\(error)", next: Self.advice(forSystemError: error.code))
        case let error as ItemFailure: self.init(item: error)
        case let error as DecodingError:
            let message = "something that this version of mge can't read is stored: \(Self.place(of: error))"
            self.init(.failure, message, next: "check the versions with: mge doctor")
        case let error as CocoaError: self.init(file: error)
        default:
            self.init(.failure, "\(error)", next: "mge doctor")
        }
    }

    /// What a failed call of the system means; `verb` says what was tried with the file at `path`.
    init(systemError code: Int32, _ verb: String, _ path: String) {
        let reason = String(cString: strerror(code))
        self.init(.environment, "can't \(verb) \(path): \(reason)", next: Self.advice(forSystemError: code))
    }

    private init(database error: PostgresError) {
        // The place in our source is for whoever debugs with --verbose, not for the user of a database that is down.
        let hint = error.hint.map { [$0] } ?? []
        switch error.kind {
        case .connection, .closed:
            self.init(
                .environment, "the database can't be reached: \(error.message)", details: hint,
                next: "check --database and DATABASE_URL, then: mge doctor")
        case .configuration:
            self.init(.usage, error.message, details: hint, next: "correct --database or DATABASE_URL")
        case .cluster:
            self.init(
                .environment, "the workspace's private database: \(error.message)", details: hint, next: "mge doctor")
        case .server where error.isConnectionFailure:
            self.init(
                .environment, "the database went away: \(error.message)", details: hint,
                next: "start it, then repeat the command: what was done is kept")
        case .server where error.sqlState?.errorClass == "53":
            self.init(
                .environment, "the database lacks resources: \(error.message)", details: hint,
                next: "free disk space or connections of the database, then repeat the command")
        case .server
        where error.sqlState?.errorClass == "28" || error.sqlState?.errorClass == "3D"
            || error.sqlState?.rawValue == "42501":
            self.init(
                .environment, "the database refuses: \(error.message)", details: hint,
                next: "check user, password and name in --database or DATABASE_URL")
        case .server, .decoding, .encoding:
            self.init(.environment, "\(error)", next: "mge database status")
        }
    }

    private init(engine error: EngineError) {
        switch error {
        case .unknownRun: self.init(.usage, "\(error)", next: "mge status")
        case .unknownKind: self.init(.environment, "\(error)", next: "use the version of mge that made the run")
        case .unknownStage: self.init(.usage, "\(error)", next: "mge help resume")
        case .notAllowed(_, let state, let run):
            self.init(.failure, "\(error)", next: RunAdvice(run, state).next)
        case .takenOver(let run): self.init(.environment, "\(error)", next: RunAdvice(run, .running).next)
        }
    }

    private init(item error: ItemFailure) {
        let code: ExitCode =
            switch error.cause {
            case .input: .usage
            case .environment: .environment
            case .validation: .validation
            case .other: .failure
            }
        self.init(code, error.message, next: error.remedy ?? "mge doctor")
    }

    private init(file error: CocoaError) {
        let path = error.filePath ?? error.url?.path ?? "a file"
        let underlying = error.userInfo[NSUnderlyingErrorKey] as? NSError
        let code = underlying?.domain == NSPOSIXErrorDomain ? Int32(underlying?.code ?? 0) : 0
        let reason =
            switch error.code {
            case .fileWriteOutOfSpace: "the disk is full"
            case .fileWriteNoPermission, .fileReadNoPermission: "permission denied"
            case .fileWriteVolumeReadOnly: "the file system is read-only"
            case .fileNoSuchFile, .fileReadNoSuchFile: "it is not there"
            default: code == 0 ? error.localizedDescription : String(cString: strerror(code))
            }
        self.init(.environment, "\(path): \(reason)", next: Self.advice(forSystemError: code))
    }

    private static func advice(forSystemError code: Int32) -> String {
        switch code {
        case ENOSPC, EDQUOT: "free some disk space, then repeat the command"
        case EACCES, EPERM, EROFS: "choose a folder that you may write to with --workspace DIR"
        default: "mge doctor"
        }
    }

    private static func place(of error: DecodingError) -> String {
        let context: DecodingError.Context? =
            switch error {
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .keyNotFound(_, let context),
                .dataCorrupted(let context):
                context
            @unknown default: nil
            }
        guard let context else { return "\(error)" }
        return (context.codingPath.map(\.stringValue) + [context.debugDescription]).joined(separator: ": ")
    }
}
