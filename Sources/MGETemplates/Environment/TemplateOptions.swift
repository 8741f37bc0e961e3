/// How templates are read and rendered.
package struct TemplateOptions: Sendable {
    /// Whether the first line break after a block tag goes.
    package var trimBlocks = false
    /// Whether blanks between the start of a line and a block tag go.
    package var lstripBlocks = false
    /// Whether a single line break at the end of a template stays.
    package var keepTrailingNewline = false
    /// What the line breaks of template text become.
    package var newline = Newline.lineFeed
    /// What undefined values allow.
    package var undefined = UndefinedPolicy.strict
    /// Which templates escape what they print for HTML.
    package var autoescape = Autoescape.off
    /// How deep macros, includes, blocks and recursive loops may call one another.
    package var recursionLimit = 200
    /// The greatest size of a rendered text, in bytes, and of any one value, in bytes or elements.
    package var sizeLimit = 64 << 20
    /// The greatest number of loop iterations of one render, those of all loops together.
    package var iterationLimit = 50_000_000

    /// Jinja's defaults, but strict about undefined values.
    package init() {}

    /// The line breaks of template text.
    package enum Newline: String, Sendable {
        case lineFeed = "\n"
        case carriageReturn = "\r"
        case both = "\r\n"
    }

    /// Which templates escape what they print.
    package enum Autoescape: Sendable {
        case off, on
        /// Those whose name ends in one of these.
        case suffixes([String])

        func applies(to name: String) -> Bool {
            switch self {
            case .off: false
            case .on: true
            case .suffixes(let suffixes): suffixes.contains { name.hasSuffix($0) }
            }
        }
    }
}

/// What undefined values allow.
package enum UndefinedPolicy: Sendable {
    /// Only to be tested and defaulted.
    case strict
    /// Also to be printed, looped over, compared for equality and taken as false.
    case lenient
    /// As lenient, and attributes of an undefined value are undefined.
    case chainable
}
