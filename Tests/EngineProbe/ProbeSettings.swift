/// What a run of the probe consists of; stored as the run's settings.
struct ProbeSettings: Codable, Sendable {
    /// How the items of the first stage depend on each other.
    enum Shape: String, Codable {
        /// Each on up to three earlier ones, chosen by the seed.
        case random
        /// Layers of twenty, each item on the whole layer before.
        case dense
        /// None on any other.
        case independent
    }

    var items = 100
    var seed = 1
    var shape = Shape.random
    var batch = 1
    /// How long performing an item takes, in milliseconds.
    var delay = 0
    /// How many bytes of ballast an item carries.
    var padding = 0
    /// The number of an item that kills its process; nil for none.
    var poison: Int?
}

/// Numbers that follow from a seed (SplitMix64, by Sebastiano Vigna).
struct SeededNumbers {
    private var state: UInt64

    init(seed: Int, _ number: Int) {
        state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: number) << 17
    }

    mutating func next(below bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        mixed ^= mixed >> 31
        return Int(mixed % UInt64(max(1, bound)))
    }
}
