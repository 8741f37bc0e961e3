import Foundation

/// An exclusive lock on a file, held until the end of this value; the system ends it with the process.
struct FileLock: ~Copyable {
    private let descriptor: Int32

    /// Calls the body while holding the lock, waiting for it on the calling thread.
    /// - Throws: what the body throws; `PostgresError` of kind `cluster` when the file cannot be made.
    static func with<Result>(path: String, _ body: () throws -> Result) throws -> Result {
        let lock = try FileLock(path: path)
        let result = try body()
        lock.end()
        return result
    }

    /// Waits for the lock, on the calling thread.
    /// - Throws: `PostgresError` of kind `cluster` when the file cannot be made.
    private init(path: String) throws(PostgresError) {
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw PostgresError(
                .cluster, "\(path) cannot be written: \(String(cString: strerror(errno)))",
                hint: "use a folder on a local disk that you may write to and that has room")
        }
        while flock(descriptor, LOCK_EX) != 0 {
            guard errno == EINTR else {
                let reason = String(cString: strerror(errno))
                close(descriptor)
                throw PostgresError(.cluster, "\(path) cannot be locked: \(reason)", hint: "use a local disk")
            }
        }
    }

    /// Ends the lock, and keeps it until here.
    private consuming func end() {}

    deinit {
        close(descriptor)
    }
}
