/// What the sentences before one speak of, for the pronouns in it.
struct SpokenOf {
    /// The entity that `it` stands for.
    var antecedent: Mention?
    /// The entity that `they` stands for.
    var plural: Mention?
    /// The last entity of the sentence before of which there are several, for `each one`.
    var several: Mention?
}

/// Whether something was asked for, while one thread reads one sentence.
final class AskedFlag {
    var isSet = false
}
