package import MGECore

/// A discovery that no plan can be made of, with everything that stands against it.
package struct PlanningError: Error, CustomStringConvertible, Sendable {
    /// The diagnostics, at least one of them an error.
    package let diagnostics: [Diagnostic]

    package init(_ diagnostics: [Diagnostic]) {
        self.diagnostics = diagnostics
    }

    /// Throws when an error is among some diagnostics.
    /// - Throws: `PlanningError` with the errors.
    package static func check(_ diagnostics: [Diagnostic]) throws {
        let errors = diagnostics.filter { $0.severity == .error }
        if !errors.isEmpty { throw PlanningError(errors) }
    }

    package var description: String {
        diagnostics.map(\.description).joined(separator: "\n")
    }
}
