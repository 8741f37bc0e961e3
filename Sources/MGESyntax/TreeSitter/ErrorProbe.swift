import CTreeSitter

/// A trial parse that stops when so many tokens are skipped as errors, are open, or are comments behind each other, that
/// one node may get too many children, or when it takes too much time.
///
/// The parser tells its logger of every step; a cancellation flag then stops it within a hundred steps. An error found at
/// the end of the text would be handled in one step, so statements follow the text here: errors are found in these.
final class ErrorProbe {
    /// Where the first error is, in rows and bytes from 0, when errors made it stop; else nil.
    private(set) var place: (row: Int, column: Int)?
    private var run = 0
    private var skipped = 0
    /// How many nodes of the first reading wait to become children.
    private var open = 0
    private var isFirstReading = true
    private var firstError: (row: Int, column: Int)?
    private var suspect: (row: Int, column: Int)?
    private var position: (row: Int, column: Int) = (0, 0)
    private var steps = 0
    /// When the thread has worked too long, in milliseconds of its time.
    private var deadline = Int.max
    private let isCancelled = UnsafeMutablePointer<size_t>.allocate(capacity: 1)

    init() { isCancelled.initialize(to: 0) }

    deinit { isCancelled.deallocate() }

    /// Parses a text to its end; false when it was stopped.
    func run(_ source: ArraySlice<UInt8>, statement: String, with parser: OpaquePointer) -> Bool {
        let padded = Self.padded(source, statement)
        deadline = SyntaxParser.processorTime + SyntaxParser.budget(of: source.count)
        let context = Unmanaged.passUnretained(self).toOpaque()
        let log: @convention(c) (UnsafeMutableRawPointer?, TSLogType, UnsafePointer<CChar>?) -> Void = {
            guard let context = $0, let message = $2, $1 == TSLogTypeParse else { return }
            Unmanaged<ErrorProbe>.fromOpaque(context).takeUnretainedValue().note(message)
        }
        ts_parser_set_logger(parser, TSLogger(payload: context, log: log))
        ts_parser_set_timeout_micros(parser, 0)
        ts_parser_set_cancellation_flag(parser, isCancelled)
        defer {
            ts_parser_set_cancellation_flag(parser, nil)
            ts_parser_set_logger(parser, TSLogger(payload: nil, log: nil))
            ts_parser_reset(parser)
        }
        let tree = padded.withUnsafeBufferPointer { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
                ts_parser_parse_string(parser, nil, $0.baseAddress, UInt32($0.count))
            }
        }
        guard let tree else { return false }
        ts_tree_delete(tree)
        return isCancelled.pointee == 0
    }

    private func note(_ message: UnsafePointer<CChar>) {
        guard isCancelled.pointee == 0 else { return }
        switch Step(message) {
        case .process:
            steps += 1
            if steps % 1_024 == 0, SyntaxParser.processorTime > deadline { isCancelled.pointee = 1 }
            guard let (version, row, column) = Self.reading(in: message) else { return }
            position = (row, column)
            isFirstReading = version == 0
        case .reduce: if isFirstReading { push(1 - Self.lastNumber(in: message)) }
        // It may end one of several readings of a text; it is an error when recovery follows.
        case .detectError: suspect = position
        case .error:
            firstError = firstError ?? suspect ?? position
            skipped += 1
            if skipped > TextParts.soundNumberOfTokens {
                place = firstError
                isCancelled.pointee = 1
            }
        case .shift, .shiftExtra:
            run = Step(message) == .shiftExtra ? run + 1 : 0
            if isFirstReading { push(1) }
            if run > TextParts.soundNumberOfTokens { isCancelled.pointee = 1 }
        case nil: break
        }
    }

    private func push(_ count: Int) {
        open = max(0, open + count)
        if open > TextParts.soundNumberOfTokens { isCancelled.pointee = 1 }
    }

    private static func lastNumber(in message: UnsafePointer<CChar>) -> Int {
        var end = 0
        while message[end] != 0 { end += 1 }
        var number = 0
        var digit = 1
        while end > 0, (48...57).contains(message[end - 1]) {
            number += Int(message[end - 1] - 48) * digit
            digit *= 10
            end -= 1
        }
        return number
    }

    /// Reads "process version:0, version_count:1, state:1, row:0, col:0".
    private static func reading(in message: UnsafePointer<CChar>) -> (version: Int, row: Int, column: Int)? {
        var numbers: [Int] = []
        var number: Int?
        var index = 0
        while message[index] != 0 {
            let digit = Int(message[index]) - 48
            if (0...9).contains(digit) {
                number = (number ?? 0) * 10 + digit
            } else if let complete = number {
                numbers.append(complete)
                number = nil
            }
            index += 1
        }
        if let number { numbers.append(number) }
        return numbers.count >= 5 ? (numbers[0], numbers[3], numbers[4]) : nil
    }

    /// A text with statements behind it.
    static func padded(_ source: ArraySlice<UInt8>, _ statement: String) -> ArraySlice<UInt8> {
        source + Array(String(repeating: "\n\(statement)", count: 400).utf8)
    }
}

extension ErrorProbe {
    /// What a message of the parser is about, as far as it matters.
    enum Step {
        /// "process version:…" begins a step.
        case process
        /// "reduce sym:…, child_count:…"
        case reduce
        /// "detect_error lookahead:…"
        case detectError
        /// "resume", "recover…" and "skip_token".
        case error
        /// "shift state:…"
        case shift
        /// "shift_extra": a comment.
        case shiftExtra

        init?(_ message: UnsafePointer<CChar>) {
            func letter(_ index: Int) -> Unicode.Scalar { Unicode.Scalar(UInt8(bitPattern: message[index])) }
            switch (letter(0), letter(1), letter(2)) {
            case ("p", "r", _): self = .process
            case ("r", "e", "d"): self = .reduce
            case ("d", "e", "t"): self = .detectError
            case ("r", "e", "s"), ("r", "e", "c"), ("s", "k", _): self = .error
            case ("s", "h", _): self = letter(5) == "_" ? .shiftExtra : .shift
            default: return nil
            }
        }
    }
}
