import Foundation
import MGECore

extension String {
    /// In lower case and without accents, so that `Préstamo` and `prestamo` are the same.
    var foldedForComparison: String {
        var isFolded = true
        var isASCII = true
        for byte in utf8 {
            isFolded = isFolded && !byte.isCapital
            isASCII = isASCII && byte < 0x80
        }
        if isASCII { return isFolded ? self : lowercased() }
        let lower = lowercased()
        if let folded = lower.withoutLatinAccents { return folded }
        let scalars = lower.decomposedStringWithCanonicalMapping.unicodeScalars
        let folded = String(String.UnicodeScalarView(scalars.filter { !(0x300...0x36F).contains($0.value) }))
        return folded.isEmpty ? lower : folded
    }

    /// The letters that `à` to `ÿ` are without accents; zero for those that have none.
    private static let plainLetters: [UInt8] = Array("aaaaaa\0ceeeeiiii\0nooooo\0\0uuuuy\0y".utf8)

    /// A string in lower case without accents; nil when it has other characters than those of Western Europe.
    private var withoutLatinAccents: String? {
        var folded = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0..<0x80, 0xA1...0xBF, 0xDF, 0x2010...0x2027: folded.append(scalar)
            case 0xE0...0xFF:
                let plain = Self.plainLetters[Int(scalar.value) - 0xE0]
                folded.append(plain == 0 ? scalar : Unicode.Scalar(plain))
            default: return nil
            }
        }
        return String(folded)
    }
}
