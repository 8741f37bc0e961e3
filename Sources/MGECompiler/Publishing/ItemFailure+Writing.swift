import Glibc

extension ItemFailure {
    /// A failure to write into the workspace.
    init(writing error: FileTreeError) {
        let remedies: [Int32: String] = [
            ENOSPC: "make room on the disk, then resume the run", EDQUOT: "make room on the disk, then resume the run",
            EACCES: "make the workspace writable, then resume the run",
            EROFS: "make the workspace writable, then resume the run",
        ]
        self.init(
            "\(error)", subject: error.path, remedy: remedies[error.code], disposition: .stopRun, cause: .environment)
    }
}
