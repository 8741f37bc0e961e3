import CPostgres
import Foundation
import MGECore

/// Chooses the folder of the server's socket.
///
/// Inside the cluster's folder if that works; but a socket's path has at most 107 bytes, libpq and PostgreSQL take commas
/// for separators, and not every file system has sockets. Then a folder with a short name, which must be ours and
/// closed to others, since anybody could have made it before us.
enum SocketDirectory {
    /// The longest path that fits `sockaddr_un`, without the end.
    static let longestPath = 107
    private static let socketName = "/.s.PGSQL.5432.lock"

    /// Makes the folder and returns its path.
    /// - Throws: `PostgresError` of kind `cluster` when the folder is somebody else's.
    static func make(for cluster: String, below temporary: String, owner: UInt32) throws(PostgresError) -> String {
        let inside = cluster + "/socket"
        if isPlain(inside), inside.utf8.count + socketName.utf8.count <= longestPath,
            (try? claim(inside, owner: owner)) != nil, canBind(in: inside)
        {
            return inside
        }
        let digest = SHA256Digest(of: cluster).hexadecimal.prefix(16)
        let outside = "\(temporary)/mge-\(geteuid())-\(digest)"
        guard isPlain(outside), outside.utf8.count + socketName.utf8.count <= longestPath else {
            throw PostgresError(
                .cluster, "\(temporary) cannot hold the server's socket", hint: "use a short plain path such as /tmp")
        }
        try claim(outside, owner: owner)
        return outside
    }

    /// - Throws: `PostgresError` unless the folder is there, no link, ours, and closed to others.
    private static func claim(_ path: String, owner: UInt32) throws(PostgresError) {
        if mkdir(path, 0o700) == 0 { return }
        let reason = errno
        var status = stat()
        guard reason == EEXIST, lstat(path, &status) == 0 else {
            throw PostgresError(.cluster, "\(path) cannot be made: \(String(cString: strerror(reason)))")
        }
        let isOurs = status.st_uid == geteuid() || status.st_uid == owner
        guard status.st_mode & S_IFMT == S_IFDIR, isOurs, chmod(path, 0o700) == 0 else {
            throw PostgresError(
                .cluster, "\(path) belongs to user \(status.st_uid), who could listen to us there",
                hint: "have it removed")
        }
    }

    private static func isPlain(_ path: String) -> Bool {
        path.hasPrefix("/")
            && path.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "_"),
                    UInt8(ascii: "-"):
                    true
                default: false
                }
            }
    }

    /// Whether the file system has sockets.
    private static func canBind(in directory: String) -> Bool {
        let path = "\(directory)/probe"
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return false }
        unlink(path)
        defer {
            close(descriptor)
            unlink(path)
        }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
            }
        }
    }
}
