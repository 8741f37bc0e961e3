import Foundation

/// As whom the server runs: it refuses to be root, and `initdb` wants a user with a name.
enum ServerIdentity: Sendable, Hashable {
    /// As ourselves.
    case own
    /// As ourselves, but seen as this user inside of a user namespace: every file stays ours.
    case namespace(user: UInt32)
    /// As another user, to whom the files are given.
    case user(user: UInt32, group: UInt32)

    /// What goes before a program's arguments to run it so.
    var prefix: [String] {
        switch self {
        case .own: []
        case .namespace(let user): ["unshare", "--user", "--map-user=\(user)"]
        case .user(let user, let group): ["setpriv", "--reuid=\(user)", "--regid=\(group)", "--clear-groups"]
        }
    }

    /// The owner of the server's files as we see it.
    var owner: UInt32 {
        if case .user(let user, _) = self { user } else { geteuid() }
    }

    /// What can be tried for the calling process, best first.
    static func candidates() -> [ServerIdentity] {
        let me = geteuid()
        if me != 0, getpwuid(me) != nil { return [.own] }
        let postgres = getpwnam("postgres").map { ($0.pointee.pw_uid, $0.pointee.pw_gid) }
        let named = postgres?.0 ?? getpwnam("nobody")?.pointee.pw_uid
        var candidates: [ServerIdentity] = named.map { [.namespace(user: $0)] } ?? []
        if me == 0, let (user, group) = postgres { candidates.append(.user(user: user, group: group)) }
        return candidates
    }

    /// Hands a folder and what is in it to the identity, where that is another user.
    func takeOver(_ path: String) {
        guard case .user(let user, let group) = self else { return }
        let inside = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
        for name in [""] + inside { lchown(name.isEmpty ? path : "\(path)/\(name)", user, group) }
    }
}
