import Foundation

/// A file system of 64 KiB that only this process and a child of it can reach.
final class SmallDisk {
    private let child: Process
    private let input = Pipe()
    /// Where the disk is.
    let path: String

    /// Nil where the system lets nobody mount one.
    init?(below folder: String) throws {
        let command = "mount -t tmpfs -o size=64k none '\(folder)' && echo mounted && exec cat"
        let output = Pipe()
        child = Process()
        child.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        child.arguments = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", command]
        child.standardInput = input
        child.standardOutput = output
        child.standardError = FileHandle.nullDevice
        try child.run()
        guard output.fileHandleForReading.availableData == Data("mounted\n".utf8) else { return nil }
        // The child's own view of the file systems, through which its mount can be reached from outside.
        path = "/proc/\(child.processIdentifier)/root\(folder)"
    }

    deinit {
        try? input.fileHandleForWriting.close()
        child.waitUntilExit()
    }

    /// Whether this system can make one.
    static let isAvailable: Bool = {
        guard let folder = try? TemporaryFolder(), let disk = try? SmallDisk(below: folder.path) else { return false }
        return FileManager.default.isWritableFile(atPath: disk.path)
    }()
}
