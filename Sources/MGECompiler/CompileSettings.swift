/// The settings of a compilation, stored with its run.
package struct CompileSettings: Codable, Hashable, Sendable {
    /// How much is checked of what is generated; each level includes those before it.
    package enum CheckLevel: String, Codable, Sendable, CaseIterable {
        /// The language's grammar.
        case syntax
        /// Also names and imports inside the project.
        case names
    }

    package var check: CheckLevel
    /// Whether a finding of the checks fails the run instead of making it partial.
    package var isStrict: Bool

    package init(check: CheckLevel = .names, isStrict: Bool = false) {
        self.check = check
        self.isStrict = isStrict
    }
}
