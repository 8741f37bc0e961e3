/// What one place of a noun in a sentence says for its being an entity.
struct NounEvidence: Sendable {
    /// The singular, in lower case.
    var name: String
    /// As it was written.
    var words: Located
    /// How strongly the place speaks for it; below zero it counts for nothing.
    var weight: Int
    var isPlural: Bool
    var isListed: Bool
    /// Whether it is counted, or has an article: what is neither, nor in the plural, may be a verb.
    var isDetermined = true
    var isSubject: Bool
    /// Whether it is more of it about one place.
    var isAgain: Bool
    /// Who is told to speak here, which weighs more the first time: `as a member, I want …`.
    var speaker: String?
    /// Whether a sentence begins with it, so that the next one may go on with it.
    var leads = false
    /// Whether it is no noun, but says that the sentence goes on with what the one before began with.
    var goesOn = false
    /// What it is said to be, where it is the role of that: `un responsable, que es un usuario`.
    var roleOf: String?
    /// Whether that is said of several roles in a clause of its own: `mecánico y supervisor son empleados`.
    var isPlayed = false
    /// Whether a clause says what it has or belongs to.
    var owns = false
    /// Whether it has values, or is one: `a grade of minor or serious`, `its state is draft, published or withdrawn`.
    var isValue = false
    /// Whether a list says that a field is of it: `anotamos la altura de la grúa`.
    var isWhole = false
    /// Whether it is not named, but comes of what somebody does: the loan of `members borrow books`.
    var isMade = false
    /// Whether it is only said that something is done by them: `reported by a tester`.
    var isAgent = false
    /// Whether it may be an entity at all.
    var isPossible = true
}
