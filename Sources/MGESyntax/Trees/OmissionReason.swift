import MGECore

/// Why something in a tree is left out.
enum OmissionReason {
    case unreadable, unlistable, tooLong
    /// It has a NUL byte.
    case noText
    /// A pipe, a socket, a device.
    case noFile
    /// A link that leads nowhere.
    case broken
    /// Its name is no UTF-8, so that no result could name it.
    case nameless

    /// What is told of it: a note when nothing is wrong with it, else a warning.
    func diagnostic(of path: String) -> Diagnostic {
        Diagnostic(
            isAsItShouldBe ? .note : .warning, "\(path) \(reason) and is left out", subject: path, remedy: remedy)
    }

    private var isAsItShouldBe: Bool { self == .noText || self == .noFile }

    private var reason: String {
        switch self {
        case .unreadable: "can't be read"
        case .unlistable: "can't be listed"
        case .tooLong: "is longer than \(SourceFile.longest) bytes"
        case .noText: "is no text"
        case .noFile: "is no file and no directory"
        case .broken: "is a link that leads nowhere"
        case .nameless: "has a name that is no UTF-8"
        }
    }

    private var remedy: String? {
        switch self {
        case .unreadable, .unlistable: "check its permissions"
        case .tooLong: "split it into parts"
        case .noText, .noFile: nil
        case .broken: "remove the link or restore what it leads to"
        case .nameless: "rename it"
        }
    }
}
