/// The line of a terminal that shows how far a stage is.
struct StageLine: Sendable {
    let stage: String
    private var progress: (done: Int, total: Int)?
    private var summary = ""

    init(stage: String) {
        self.stage = stage
    }

    /// The longest stage's name.
    private static let nameWidth = 16

    static func padded(_ stage: String) -> String {
        stage + String(repeating: " ", count: max(0, nameWidth - stage.count))
    }

    /// The line that a finished stage leaves, with its end.
    static func done(_ stage: String, _ summary: String, _ style: TerminalStyle) -> String {
        "\(style.isColoured ? style.paint(padded(stage), .green) : padded(stage)) \(summary)\n"
    }

    mutating func update(_ text: EventText) {
        progress = text.progress ?? progress
        summary = text.summary
    }

    /// The line without its end, a column narrower than the terminal so that it never wraps.
    func render(_ style: TerminalStyle) -> String {
        let width = max(1, style.width() - 1)
        let name = TextWidth.fit(Self.padded(stage), to: width)
        let rest = width - TextWidth.of(name)
        guard let progress, progress.total > 0 else {
            return style.paint(name, .cyan) + TextWidth.fit(" " + summary, to: rest)
        }
        let count = " \(progress.done)/\(progress.total)"
        let barWidth = min(30, rest - count.count - 3)
        guard barWidth >= 5 else { return style.paint(name, .cyan) + TextWidth.fit(count, to: rest) }
        let bar = Self.bar(progress, width: barWidth)
        let left = rest - count.count - barWidth - 3
        let tail = left > 8 ? TextWidth.fit("  " + summary, to: left) : ""
        return style.paint(name, .cyan) + " [\(bar)]" + count + tail
    }

    private static func bar(_ progress: (done: Int, total: Int), width: Int) -> String {
        let filled = min(width, max(0, progress.done * width / progress.total))
        let isFull = filled == width
        let head = filled == 0 ? "" : String(repeating: "=", count: filled - (isFull ? 0 : 1)) + (isFull ? "" : ">")
        return head + String(repeating: " ", count: width - filled)
    }
}
