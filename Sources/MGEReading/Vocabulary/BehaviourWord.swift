/// What a phrase says of how rows behave: who may do what, which states follow, how lists are read; data of a language.
package enum BehaviourWord: String, Codable, Sendable, CaseIterable {
    // Login.
    /// What people do who log in, and who register.
    case logsIn, signsUp
    /// The same only where an email address or a password follows: `get in with`.
    case entersWith
    case hasAccount, loggedIn, loginRequired
    /// What one logs in with besides the password, and the words before it.
    case password, loginWith
    /// The people that every system has; the first is the entity that is made.
    case user
    /// Entities that people of several kinds are: `employee`.
    case commonAccount
    /// Words for people of any kind: `staff`.
    case people
    /// What denies a clause, besides the negations of sentences: `without`, `nobody`.
    case denied
    // Roles.
    case administrator, everything, roles, role
    /// The case of an account that is no administrator.
    case ordinaryRole
    /// The truth value of an administrator: `is admin`.
    case administratorField
    // Ownership.
    /// What somebody does to a row, what was done to it by somebody, and what only reads it.
    case handles, handled, reads
    case own, ownerWord, made, only
    // States.
    case goesFrom, fromState, toState, then, first, becomes, reopened, open, startsAs
    /// The names of fields that hold a state; the first is the one that is made.
    case status
    /// Endings of words that differ between genders.
    case genderEndings
    // Requests.
    case search, sort, list, filter, newestFirst, by, inField
    // Changes.
    case kept, really, nothing, deleted, readOnly, unchangeable, throughAPI
    // What the stack does not do.
    case howMany, totalOf, asks, timeZone, zone
}
