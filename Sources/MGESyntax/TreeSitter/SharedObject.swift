import Glibc

/// The file of a shared library.
enum SharedObject {
    /// Whether a file ends before a segment that its own header tells of: the system would load it and stop the process
    /// when it looks there.
    ///
    /// Of a file that is no such library nothing is known.
    /// Source: System V Application Binary Interface, chapter 5, "Program Header".
    static func isCutShort(_ path: String) -> Bool {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        let size = UInt64(max(0, lseek(descriptor, 0, SEEK_END)))
        guard let header = bytes(of: descriptor, at: 0, count: 64), header.starts(with: [0x7f, 0x45, 0x4c, 0x46, 2, 1])
        else { return false }
        let table = number(header[32..<40])
        let entry = number(header[54..<56])
        for index in 0..<number(header[56..<58]) {
            let (start, isBeyond) = table.addingReportingOverflow(index * entry)
            guard entry >= 56, !isBeyond, let segment = bytes(of: descriptor, at: start, count: 56) else { return true }
            guard number(segment[0..<4]) == UInt64(PT_LOAD) else { continue }
            let (end, overflow) = number(segment[8..<16]).addingReportingOverflow(number(segment[32..<40]))
            if overflow || end > size { return true }
        }
        return false
    }

    private static func bytes(of descriptor: Int32, at offset: UInt64, count: Int) -> [UInt8]? {
        guard let offset = off_t(exactly: offset) else { return nil }
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, length in
            length = max(0, pread(descriptor, buffer.baseAddress, count, offset))
        }
        return bytes.count == count ? bytes : nil
    }

    /// A number whose least byte is the first.
    private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
}
