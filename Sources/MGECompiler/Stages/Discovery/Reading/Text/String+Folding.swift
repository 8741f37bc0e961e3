import Foundation

extension String {
    /// In lower case and without accents, so that `Préstamo` and `prestamo` are the same.
    var foldedForComparison: String {
        let lower = lowercased()
        guard !lower.utf8.allSatisfy({ $0 < 0x80 }) else { return lower }
        let scalars = lower.decomposedStringWithCanonicalMapping.unicodeScalars
        let folded = String(String.UnicodeScalarView(scalars.filter { !(0x300...0x36F).contains($0.value) }))
        return folded.isEmpty ? lower : folded
    }
}
