import Foundation

/// What a server notes about itself in `postmaster.pid` (PostgreSQL's `miscadmin.h`, "LOCK_FILE_LINE").
struct PostmasterFile {
    let process: pid_t
    let started: Date
    let port: Int
    let socketDirectory: String

    /// Nil when there is no such file, or it is incomplete because the server is just starting.
    init?(dataDirectory: String) {
        guard let text = try? String(contentsOfFile: dataDirectory + "/postmaster.pid", encoding: .utf8) else {
            return nil
        }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count > 5, let process = pid_t(lines[0]), let seconds = Double(lines[2]), let port = Int(lines[3]),
            !lines[4].isEmpty
        else { return nil }
        self.process = process
        started = Date(timeIntervalSince1970: seconds)
        self.port = port
        socketDirectory = String(lines[4])
    }
}
