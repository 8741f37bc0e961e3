import MGECore
import Synchronization

/// Tells people how a run goes: one line a stage, redrawn in place on a terminal, plain lines elsewhere.
///
/// When many items fail for one reason, the first failure is shown at once, and at the end of the stage how many
/// followed.
package final class ConsoleRecorder: Recorder {
    /// How much is told.
    package enum Verbosity: Sendable {
        /// Errors only.
        case quiet
        case normal
        /// Every event.
        case verbose
    }

    private let style: TerminalStyle
    private let verbosity: Verbosity
    private let diagnostics: DiagnosticText
    private let now: @Sendable () -> ContinuousClock.Instant
    private let write: @Sendable (String) -> Void
    private let state = Mutex(State())

    private struct State {
        var line: StageLine?
        var isDrawn = false
        /// What the line shows, so that the same is not drawn again.
        var drawn = ""
        var drawnAt: ContinuousClock.Instant?
        var failures = RepeatedFailures()
    }

    /// At most ten redraws a second.
    private static let redrawInterval: Duration = .milliseconds(100)

    /// - Parameters:
    ///   - style: where it is shown.
    ///   - verbosity: how much is told.
    ///   - diagnostics: how warnings and errors are shown.
    ///   - now: the clock that redrawing is thinned by.
    ///   - write: takes text as it is.
    package init(
        style: TerminalStyle, verbosity: Verbosity = .normal, diagnostics: DiagnosticText? = nil,
        now: @escaping @Sendable () -> ContinuousClock.Instant = { .now },
        write: @escaping @Sendable (String) -> Void
    ) {
        self.style = style
        self.verbosity = verbosity
        self.diagnostics = diagnostics ?? DiagnosticText(style: style)
        self.now = now
        self.write = write
    }

    package func record(_ events: [StoredEvent]) {
        state.withLock { state in
            for event in events { show(EventText(event), &state) }
        }
    }

    package func finish() {
        state.withLock { state in
            putRepeatedFailures(&state)
            if state.line != nil, style.isTerminal { draw(&state) }
            if state.isDrawn { write("\n") }
            state = State()
        }
    }

    private func show(_ text: EventText, _ state: inout State) {
        if state.failures.end(with: text) { putRepeatedFailures(&state) }
        if verbosity != .verbose, state.failures.repeats(text) { return }
        if let diagnostic = text.diagnostic {
            guard verbosity != .quiet || diagnostic.severity == .error else { return }
            return put(diagnostics.render(diagnostic), &state)
        }
        guard verbosity != .quiet else { return }
        if verbosity == .verbose {
            let stage = text.stage ?? "run"
            return put("\(StageLine.padded(stage)) \(text.summary)\n", &state)
        }
        guard let stage = text.stage else {
            return put(style.bold(text.summary) + "\n", &state)
        }
        if text.endsStage {
            put(StageLine.done(stage, text.summary, style), &state, replacing: stage)
        } else if text.isProgress {
            advance(stage, text, &state)
        } else if text.event.type == "status" {
            put("\(StageLine.padded(stage)) \(text.summary)\n", &state)
        } else {
            advance(stage, text, &state)
        }
    }

    private func advance(_ stage: String, _ text: EventText, _ state: inout State) {
        guard style.isTerminal else {
            if !text.isProgress { write("\(StageLine.padded(stage)) \(text.summary)\n") }
            return
        }
        if let line = state.line, line.stage != stage {
            draw(&state)
            write("\n")
            state.line = nil
            state.isDrawn = false
            state.drawnAt = nil
        }
        var line = state.line ?? StageLine(stage: stage)
        line.update(text)
        state.line = line
        let instant = now()
        if let drawnAt = state.drawnAt, instant - drawnAt < Self.redrawInterval { return }
        draw(&state)
        state.drawnAt = instant
    }

    private func putRepeatedFailures(_ state: inout State) {
        for summary in state.failures.takeSummaries() { put(diagnostics.render(summary), &state) }
    }

    /// Writes whole lines above the line that is redrawn, or in place of it when it is its stage's.
    private func put(_ lines: String, _ state: inout State, replacing stage: String? = nil) {
        if state.isDrawn { write(Self.eraseLine) }
        state.isDrawn = false
        write(lines)
        if let stage, state.line?.stage == stage { state.line = nil }
        if state.line != nil { draw(&state) }
    }

    private func draw(_ state: inout State) {
        guard let line = state.line else { return }
        let text = line.render(style)
        if !state.isDrawn || text != state.drawn { write(Self.eraseLine + text) }
        state.drawn = text
        state.isDrawn = true
    }

    private static let eraseLine = "\r\u{1B}[2K"
}
