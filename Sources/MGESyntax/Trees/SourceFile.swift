import Glibc

/// A file that is read as a whole, if it is a text of bearable length.
enum SourceFile {
    /// Why a file is not read.
    enum Failure: Error {
        case unreadable
        case tooLong
        /// A NUL byte stands near its beginning, as git tells what is no text.
        case binary
    }

    /// The length of the longest text that is read, in bytes: 1 GiB.
    static let longest = 1 << 30
    private static let probed = 8000
    private static let chunk = 1 << 16

    /// The bytes of a regular file; a pipe would never end.
    ///
    /// - Parameters:
    ///   - path: where it is.
    ///   - mayBeBinary: whether a NUL byte is an error inside a text like any other.
    /// - Returns: what it holds.
    /// - Throws: `Failure`.
    static func bytes(of path: String, mayBeBinary: Bool) throws(Failure) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw .unreadable }
        defer { close(descriptor) }
        var information = stat()
        guard fstat(descriptor, &information) == 0, information.st_mode & S_IFMT == S_IFREG else { throw .unreadable }
        var source = try read(descriptor, upTo: min(probed, Int(information.st_size) + 1))
        if !mayBeBinary, source.contains(0) { throw .binary }
        guard information.st_size <= longest else { throw .tooLong }
        // The size is that of a moment ago, and files of the kernel have none.
        var remaining = max(Int(information.st_size) - source.count + 1, 1)
        while true {
            let further = try read(descriptor, upTo: remaining)
            if source.isEmpty { source = further } else { source += further }
            if further.count < remaining { return source }
            if source.count > longest { throw .tooLong }
            remaining = chunk
        }
    }

    /// So many bytes, or fewer at the end of the file.
    private static func read(_ descriptor: Int32, upTo limit: Int) throws(Failure) -> [UInt8] {
        var isBroken = false
        let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
            while count < limit {
                let result = Glibc.read(descriptor, buffer.baseAddress.map { $0 + count }, limit - count)
                if result < 0, errno == EINTR { continue }
                isBroken = result < 0
                if result <= 0 { return }
                count += result
            }
        }
        if isBroken { throw .unreadable }
        return bytes
    }
}
