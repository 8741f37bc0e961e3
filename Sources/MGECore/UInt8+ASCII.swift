/// What an ASCII character is; inlined, because whole texts are asked byte by byte.
extension UInt8 {
    /// A blank, or one of the control characters from the tab to the carriage return.
    @inlinable package var isBlank: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
    /// One of `0` to `9`.
    @inlinable package var isDigit: Bool { (0x30...0x39).contains(self) }
    /// One of `A` to `Z`.
    @inlinable package var isCapital: Bool { (0x41...0x5A).contains(self) }
    /// One of `a` to `z`.
    @inlinable package var isSmall: Bool { (0x61...0x7A).contains(self) }
    /// A letter, a digit or an underscore.
    @inlinable package var isWordPart: Bool { isSmall || isCapital || isDigit || self == UInt8(ascii: "_") }
    /// The small letter of a capital; anything else stays as it is.
    @inlinable package var lowercase: UInt8 { isCapital ? self | 0x20 : self }
}
