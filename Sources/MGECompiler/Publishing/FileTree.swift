import Foundation
import Glibc

/// Why a tree could not be written or moved.
package struct FileTreeError: Error, Sendable {
    package let operation: String
    package let path: String
    /// The number of the system's error.
    package let code: Int32

    package init(operation: String, path: String, code: Int32) {
        self.operation = operation
        self.path = path
        self.code = code
    }
}

extension FileTreeError {
    /// Finds the system's number in an error of Foundation.
    init(operation: String, path: String, cause: any Error) {
        let error = cause as NSError
        let underlying = error.userInfo[NSUnderlyingErrorKey] as? NSError
        let system = [underlying, error].compactMap(\.self).first { $0.domain == NSPOSIXErrorDomain }
        let codes: [CocoaError.Code: Int32] = [
            .fileNoSuchFile: ENOENT, .fileWriteOutOfSpace: ENOSPC, .fileWriteNoPermission: EACCES,
            .fileWriteVolumeReadOnly: EROFS,
        ]
        let other = (cause as? CocoaError).flatMap { codes[$0.code] }
        self.init(operation: operation, path: path, code: system.map { Int32($0.code) } ?? other ?? EIO)
    }
}

extension FileTreeError: CustomStringConvertible {
    package var description: String { "can't \(operation) \(path): \(String(cString: strerror(code)))" }
}

/// Writes a tree of files below a root, without ever following a link.
///
/// Every component of a path is opened relative to its folder with `O_NOFOLLOW`, so that a link that somebody puts into
/// the tree meanwhile leads nowhere.
package struct FileTree: ~Copyable {
    private let root: Int32
    private let path: String
    /// The folders that are known to exist.
    private var folders: Set<String> = []

    /// Makes the root folder, which must not exist, and its parents.
    /// - Throws: `FileTreeError`.
    package init(creating path: String) throws(FileTreeError) {
        let parent = (path as NSString).deletingLastPathComponent
        try Self.makeFolders(parent)
        guard mkdir(path, 0o755) == 0 else {
            throw FileTreeError(operation: "make the folder", path: path, code: errno)
        }
        try self.init(opening: path)
    }

    /// Opens a root folder that exists.
    /// - Throws: `FileTreeError`.
    package init(opening path: String) throws(FileTreeError) {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileTreeError(operation: "open the folder", path: path, code: errno) }
        self.root = descriptor
        self.path = path
    }

    deinit {
        close(root)
    }

    /// Writes a new file with the folders that it needs.
    /// - Throws: `FileTreeError`; `RepositoryPathError` is checked before.
    package mutating func write(_ text: String, to file: String) throws(FileTreeError) {
        let components = file.utf8.split(separator: UInt8(ascii: "/")).compactMap { String($0) }
        guard let name = components.last else { return }
        let folder = try openFolder(components.dropLast())
        defer { if folder != root { close(folder) } }
        let descriptor = openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw failure("create", file) }
        defer { close(descriptor) }
        var text = text
        let written = text.withUTF8 { bytes -> Bool in
            var rest = UnsafeRawBufferPointer(bytes)
            while let base = rest.baseAddress, !rest.isEmpty {
                let count = Glibc.write(descriptor, base, rest.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return false }
                rest = UnsafeRawBufferPointer(rebasing: rest[count...])
            }
            return true
        }
        guard written else { throw failure("write", file) }
    }

    private mutating func openFolder(_ components: ArraySlice<String>) throws(FileTreeError) -> Int32 {
        var current = root
        var walked = ""
        for component in components {
            walked += walked.isEmpty ? component : "/\(component)"
            if folders.insert(walked).inserted, mkdirat(current, component, 0o755) != 0, errno != EEXIST {
                defer { if current != root { close(current) } }
                throw failure("make the folder", walked)
            }
            let next = openat(current, component, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
            let code = errno
            if current != root { close(current) }
            guard next >= 0 else {
                throw FileTreeError(operation: "open the folder", path: "\(path)/\(walked)", code: code)
            }
            current = next
        }
        return current
    }

    private func failure(_ operation: String, _ file: String) -> FileTreeError {
        let code = errno
        return FileTreeError(operation: operation, path: "\(path)/\(file)", code: code)
    }

    /// Makes a folder and its parents; the system's own reason is kept, which Foundation hides.
    private static func makeFolders(_ path: String) throws(FileTreeError) {
        if mkdir(path, 0o755) == 0 { return }
        let code = errno
        let parent = (path as NSString).deletingLastPathComponent
        switch code {
        case EEXIST: return
        case ENOENT where parent != path && !parent.isEmpty:
            try makeFolders(parent)
            if mkdir(path, 0o755) == 0 || errno == EEXIST { return }
            throw FileTreeError(operation: "make the folder", path: path, code: errno)
        default: throw FileTreeError(operation: "make the folder", path: path, code: code)
        }
    }
}
