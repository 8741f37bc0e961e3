import Foundation
import MGECore

/// What may be kept of a written name as a name on the wire and as a label.
package enum WireName {
    /// The name as it was written, in composed form; nil when it holds what a member of a JSON object should not.
    ///
    /// Kept are letters, marks and digits of every script and `_ - . $ @`, up to 100 characters.
    package static func kept(_ written: String) -> String? {
        if isPlain(written) { return written }
        let name = written.precomposedStringWithCanonicalMapping
        guard !name.isEmpty, name.unicodeScalars.count <= NameLimits.wire,
            name.unicodeScalars.allSatisfy(isAllowed)
        else { return nil }
        return name
    }

    /// The text for people: on one line, without control and format characters.
    package static func label(_ written: String) -> String {
        if isPlain(written, separator: UInt8(ascii: " ")) { return written }
        let scalars = written.precomposedStringWithCanonicalMapping.unicodeScalars.map { scalar in
            isInvisible(scalar) ? " " : String(scalar)
        }
        return scalars.joined().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The words of a name on the wire for people: `due date` for `due_date` and `dueDate`.
    package static func spelledOut(_ wire: String) -> String {
        var text = ""
        var previous: Character = " "
        for character in label(wire) {
            if character == "_" || character == "-" || character == "." {
                text.append(" ")
            } else if character.isUppercase, previous.isLowercase {
                text += " " + character.lowercased()
            } else {
                text.append(character)
            }
            previous = character
        }
        return text.split(separator: " ").joined(separator: " ")
    }

    /// Whether a name is nothing but words of ASCII letters, digits and `_`, with one separator between two of them, and
    /// not too long: most names are.
    private static func isPlain(_ name: String, separator: UInt8 = UInt8(ascii: "_")) -> Bool {
        guard !name.isEmpty, name.utf8.count <= NameLimits.wire else { return false }
        var isInside = false
        for byte in name.utf8 {
            guard byte.isWordPart || byte == separator && isInside else { return false }
            isInside = byte != separator || byte == UInt8(ascii: "_")
        }
        return isInside
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .decimalNumber, .letterNumber:
            true
        default: "_-.$@".unicodeScalars.contains(scalar)
        }
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate: true
        default: false
        }
    }
}
