import Glibc
import MGECompiler
import Synchronization

/// A stream of text to a file descriptor, written at once and in order, whoever writes.
final class TextOutput: Sendable {
    private let descriptor: Int32
    private let broken = Mutex<Int32?>(nil)

    init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    /// Why writing failed, as the system's error number; nil while it did not.
    ///
    /// A reader that went away, as `head` does, is no failure.
    var failure: Int32? {
        broken.withLock { $0 == EPIPE ? nil : $0 }
    }

    /// Writes a text; after the first failure nothing more.
    func write(_ text: String) {
        broken.withLock { broken in
            guard broken == nil else { return }
            broken = Self.write(text, to: descriptor)
        }
    }

    /// Writes bytes; after the first failure nothing more.
    func write(_ bytes: [UInt8]) {
        broken.withLock { broken in
            guard broken == nil else { return }
            broken = bytes.withUnsafeBytes { Self.write($0, to: descriptor) }
        }
    }

    /// How text may look on this stream.
    func style(isColoured: Bool, environment: [String: String]) -> TerminalStyle {
        let isTerminal = isatty(descriptor) == 1 && environment["TERM"] != "dumb"
        let columns = environment["COLUMNS"].flatMap { Int($0) }
        return TerminalStyle(isTerminal: isTerminal, isColoured: isTerminal && isColoured) { [descriptor] in
            var size = winsize()
            if ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
            return columns.map { max(20, $0) } ?? 80
        }
    }

    private static func write(_ text: String, to descriptor: Int32) -> Int32? {
        var text = text
        return text.withUTF8 { write(UnsafeRawBufferPointer($0), to: descriptor) }
    }

    private static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32? {
        var rest = bytes
        while let base = rest.baseAddress, !rest.isEmpty {
            let count = Glibc.write(descriptor, base, rest.count)
            if count >= 0 {
                rest = UnsafeRawBufferPointer(rebasing: rest[count...])
            } else if errno == EAGAIN {
                var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                poll(&waiting, 1, -1)
            } else if errno != EINTR {
                return errno
            }
        }
        return nil
    }
}
