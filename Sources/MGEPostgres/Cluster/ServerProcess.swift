import Foundation

/// Looks at processes through `/proc`, because a process number alone may have been given to somebody else since.
enum ServerProcess {
    /// Whether a process lives and works in this folder, as every process of a server does in its data folder.
    static func isRunning(_ process: pid_t, in directory: String) -> Bool {
        reap(process)
        guard process > 0, isAlive(process) else { return false }
        var place = stat()
        var expected = stat()
        guard stat("/proc/\(process)/cwd", &place) == 0, stat(directory, &expected) == 0 else { return false }
        return place.st_ino == expected.st_ino && place.st_dev == expected.st_dev
    }

    /// Whether a process exists and is no zombie.
    static func isAlive(_ process: pid_t) -> Bool {
        guard let line = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8) else { return false }
        // The name in parentheses may itself hold parentheses and blanks.
        let state = line.split(separator: ")").last?.split(separator: " ").first
        return state != "Z" && state != "X"
    }

    /// Whether a process is a PostgreSQL server's.
    static func isPostgres(_ process: pid_t) -> Bool {
        let name = try? String(contentsOfFile: "/proc/\(process)/comm", encoding: .utf8)
        return name == "postgres\n" && isAlive(process)
    }

    /// The processes that work in a folder: what a killed postmaster leaves behind.
    static func all(in directory: String) -> [pid_t] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.compactMap { pid_t($0) }.filter { isPostgres($0) && isRunning($0, in: directory) }
    }

    /// Ends processes for good, first politely.
    static func end(_ processes: [pid_t]) {
        for signal in [SIGQUIT, SIGKILL] {
            for process in processes where isPostgres(process) { kill(process, signal) }
            for _ in 0..<300 {
                processes.forEach(reap)
                if !processes.contains(where: isPostgres) { return }
                usleep(10_000)
            }
        }
    }

    /// Removes the zombie of a server that this process itself had started.
    static func reap(_ process: pid_t) {
        guard process > 0 else { return }
        var status: Int32 = 0
        _ = waitpid(process, &status, WNOHANG)
    }
}
