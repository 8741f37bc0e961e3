import CPostgres
import Foundation

/// Starts programs with nothing inherited: a session, environment and signal state of their own, no descriptors.
///
/// Foundation's `Process` has no session of its own and passes open descriptors on, so that whoever reads our output
/// through a pipe would wait for the server's end.
struct ProgramRun {
    /// The program, found in `PATH` unless it has a slash, and its arguments.
    let arguments: [String]
    /// The folder it starts in.
    let directory: String
    /// The file that its output is appended to.
    let output: String

    private static let environment = ["PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL=C"]

    /// Starts the program.
    /// - Returns: its process number; it stays our child.
    /// - Throws: `PostgresError` of kind `cluster`.
    func start() throws(PostgresError) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        posix_spawn_file_actions_addchdir_np(&actions, directory)
        posix_spawn_file_actions_addclosefrom_np(&actions, 3)
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        let flags = Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF) | mge_posix_spawn_setsid
        posix_spawnattr_setflags(&attributes, flags)
        guard let program = arguments.first else { throw PostgresError(.cluster, "no program to start") }
        let argv = arguments.map { strdup($0) }
        let envp = Self.environment.map { strdup($0) }
        defer { (argv + envp).forEach { free($0) } }
        var process: pid_t = 0
        let code = posix_spawnp(&process, program, &actions, &attributes, argv + [nil], envp + [nil])
        guard code == 0 else {
            throw PostgresError(
                .cluster, "\(program) cannot be started in \(directory): \(String(cString: strerror(code)))")
        }
        return process
    }

    /// Runs the program to its end.
    /// - Returns: its exit status; 128 and more when a signal ended it.
    /// - Throws: `PostgresError` of kind `cluster` when it cannot be started.
    func run() throws(PostgresError) -> Int32 {
        let process = try start()
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + (status & 0x7F)
    }
}
