import CTreeSitter

/// A trial parse that looks at some of the parser's steps, to find out whether a node may get too many children.
///
/// A message for each step takes longer than the step. Only an error that goes on or a run of comments makes such a node,
/// and both last: so some steps are looked at every few thousand bytes, and all of those behind the text, where what is
/// still open becomes an error.
final class ErrorSampling {
    /// How far apart in bytes the places are where steps are looked at: no more tokens are passed over.
    private static let distance = 4_096
    /// How many steps are looked at there at least.
    private static let stepsOfSample = 32
    /// How many samples behind each other may hold nothing but comments.
    private static let mostCommentSamples = 4
    /// How many bytes the parser gets at a time while its steps are looked at.
    private static let piece = 64

    private let text: UnsafeBufferPointer<UInt8>
    private let end: Int
    private let parser: OpaquePointer
    private let isCancelled: UnsafeMutablePointer<size_t>
    private var nextSample = 0
    private var isLooking = false
    private var steps = 0
    private var commentSamples = 0
    private var isCommentSample = true

    private init(
        _ text: UnsafeBufferPointer<UInt8>, end: Int, parser: OpaquePointer, flag: UnsafeMutablePointer<size_t>
    ) {
        self.text = text
        self.end = end
        self.parser = parser
        isCancelled = flag
    }

    /// Parses a text and statements behind it; whether no node of the text's tree can get too many children.
    ///
    /// What is not sure is false.
    static func isSound(_ source: ArraySlice<UInt8>, statement: String, with parser: OpaquePointer) -> Bool {
        let padded = ErrorProbe.padded(source, statement)
        var flag: size_t = 0
        return padded.withUnsafeBufferPointer { text in
            withUnsafeMutablePointer(to: &flag) { flag in
                ErrorSampling(text, end: source.count, parser: parser, flag: flag).run()
            }
        }
    }

    private func run() -> Bool {
        let context = Unmanaged.passUnretained(self).toOpaque()
        // Who takes longer has errors.
        ts_parser_set_timeout_micros(parser, UInt64(1_000 * SyntaxParser.budget(of: text.count)))
        ts_parser_set_cancellation_flag(parser, isCancelled)
        defer {
            ts_parser_set_cancellation_flag(parser, nil)
            ts_parser_set_logger(parser, TSLogger(payload: nil, log: nil))
            ts_parser_reset(parser)
        }
        let input = TSInput(
            payload: context,
            read: { context, offset, _, length in
                guard let context, let length else { return nil }
                let sampling = Unmanaged<ErrorSampling>.fromOpaque(context).takeUnretainedValue()
                let bytes = sampling.bytes(from: Int(offset))
                length.pointee = UInt32(bytes.count)
                return UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
            }, encoding: TSInputEncodingUTF8)
        guard let tree = ts_parser_parse(parser, nil, input) else { return false }
        ts_tree_delete(tree)
        return isCancelled.pointee == 0
    }

    /// What the parser reads next; it may go back.
    private func bytes(from offset: Int) -> UnsafeBufferPointer<UInt8> {
        guard offset < text.count else { return UnsafeBufferPointer(rebasing: text[text.count...]) }
        if isLooking, steps >= Self.stepsOfSample, offset < end { finishSample(at: offset) }
        if !isLooking, offset >= min(nextSample, end) { beginSample() }
        let limit = isLooking ? offset + Self.piece : min(nextSample, end)
        return UnsafeBufferPointer(rebasing: text[offset..<min(limit, text.count)])
    }

    private func beginSample() {
        isLooking = true
        steps = 0
        isCommentSample = true
        let log: @convention(c) (UnsafeMutableRawPointer?, TSLogType, UnsafePointer<CChar>?) -> Void = {
            guard let context = $0, let message = $2, $1 == TSLogTypeParse else { return }
            Unmanaged<ErrorSampling>.fromOpaque(context).takeUnretainedValue().note(message)
        }
        ts_parser_set_logger(parser, TSLogger(payload: Unmanaged.passUnretained(self).toOpaque(), log: log))
    }

    private func finishSample(at offset: Int) {
        isLooking = false
        nextSample = offset + Self.distance
        commentSamples = isCommentSample ? commentSamples + 1 : 0
        if commentSamples > Self.mostCommentSamples { isCancelled.pointee = 1 }
        ts_parser_set_logger(parser, TSLogger(payload: nil, log: nil))
    }

    private func note(_ message: UnsafePointer<CChar>) {
        switch ErrorProbe.Step(message) {
        case .process: steps += 1
        case .error: isCancelled.pointee = 1
        case .shift: isCommentSample = false
        case .reduce, .detectError, .shiftExtra, nil: break
        }
    }
}
