struct FileNames: Sendable {}
