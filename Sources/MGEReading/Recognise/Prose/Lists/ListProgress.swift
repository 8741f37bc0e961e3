/// How far a list has been read, and what its next part may go on with.
struct ListProgress {
    /// Whose the list is.
    var owner: Mention
    /// Where the list ends.
    let upperBound: Int
    /// How many lists this one is in.
    let depth: Int
    /// Whether what is in the list need not be there.
    let isPossible: Bool
    /// The field that the part before named.
    var last: String?
    /// The entity that the part before named.
    var owned: Mention?
    /// The fields of the owner that were named.
    var names: [String] = []
    /// Up to where parts were read together with one before them.
    var end = 0
    /// Whether an aside said that what follows need not be there.
    var isOptional = false
    var isExample = false
    /// Whether the part before was an indirect question.
    var wasAsked = false

    /// Ends the list, as what follows in it was read.
    mutating func finish() { end = upperBound }
}
