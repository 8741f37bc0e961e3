/// How text may look where it is shown.
package struct TerminalStyle: Sendable {
    /// Colours that events and reports are told apart by.
    package enum Colour: Int, Sendable {
        case red = 31
        case green = 32
        case yellow = 33
        case cyan = 36
    }

    /// Whether lines can be redrawn.
    package var isTerminal: Bool
    package var isColoured: Bool
    /// The width in columns, asked each time, since a window may be resized.
    package var width: @Sendable () -> Int

    package init(isTerminal: Bool, isColoured: Bool, width: @escaping @Sendable () -> Int) {
        self.isTerminal = isTerminal
        self.isColoured = isColoured
        self.width = width
    }

    /// A text in a colour, where there are colours.
    package func paint(_ text: String, _ colour: Colour) -> String {
        isColoured ? "\u{1B}[\(colour.rawValue)m\(text)\u{1B}[0m" : text
    }

    /// A text in bold, where there are colours.
    package func bold(_ text: String) -> String {
        isColoured ? "\u{1B}[1m\(text)\u{1B}[0m" : text
    }
}
