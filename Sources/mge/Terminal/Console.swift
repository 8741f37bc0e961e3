import MGECompiler
import MGECore

/// Where a command speaks: results go to standard output, everything else to standard error.
struct Console: Sendable {
    let output: TextOutput
    let errors: TextOutput
    let outputStyle: TerminalStyle
    let errorStyle: TerminalStyle
    let verbosity: ConsoleRecorder.Verbosity
    /// Whether results are lines of JSON.
    let isJSON: Bool

    /// Writes a line of results.
    func result(_ line: String) {
        output.write(line + "\n")
    }

    /// Writes results that are lines already, ends included.
    func write(_ lines: [UInt8]) {
        output.write(lines)
    }

    /// Writes many such lines, some thousand of them at once.
    func writeLines(_ body: (_ write: ([UInt8]) -> Void) -> Void) {
        var buffer: [UInt8] = []
        body { line in
            buffer += line
            guard buffer.count > 1 << 18 else { return }
            output.write(buffer)
            buffer.removeAll(keepingCapacity: true)
        }
        output.write(buffer)
    }

    /// Writes a result as a line of JSON.
    func result(_ value: JSONValue) {
        output.write(value.text + "\n")
    }

    /// Tells people something that they can do without.
    func note(_ text: String) {
        if verbosity != .quiet { errors.write(text + "\n") }
    }

    /// Tells people something that they must know.
    func tell(_ text: String) {
        errors.write(text + "\n")
    }

    /// Warns people; the warning stays when they want quiet.
    func warn(_ text: String) {
        errors.write("\(errorStyle.paint("warning:", .yellow)) \(text)\n")
    }

    /// Tells why a command failed; the last line says what to do next.
    func report(_ failure: CommandFailure) {
        var text = ""
        if !failure.message.isEmpty { text = "\(errorStyle.paint("error:", .red)) \(failure.message)\n" }
        for detail in failure.details { text += "  \(detail)\n" }
        // An interruption is no error that would need words.
        let label = failure.message.isEmpty ? "resume with" : "next"
        errors.write(text + "\(label): \(failure.next)\n")
    }
}
