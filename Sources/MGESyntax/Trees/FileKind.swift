import Glibc

/// What is at a place of the file system.
enum FileKind {
    case file, directory, link
    /// A pipe, a socket, a device.
    case other

    /// What a path leads to; nil when nothing is there.
    init?(at path: String, followingLinks: Bool) {
        var information = stat()
        guard (followingLinks ? stat(path, &information) : lstat(path, &information)) == 0 else { return nil }
        switch information.st_mode & S_IFMT {
        case S_IFREG: self = .file
        case S_IFDIR: self = .directory
        case S_IFLNK: self = .link
        default: self = .other
        }
    }

    /// What the entry of a directory says; nil when its file system does not tell.
    init?(type: UInt8) {
        switch Int(type) {
        case Int(DT_REG): self = .file
        case Int(DT_DIR): self = .directory
        case Int(DT_LNK): self = .link
        case Int(DT_UNKNOWN): return nil
        default: self = .other
        }
    }
}
