package import MGECore

/// The code that one task produced, validated.
package struct GeneratedCode: Codable, Hashable, Sendable {
    /// Where code came from.
    package enum Origin: String, Codable, Sendable {
        case template, cache, model
    }

    /// The number of its task.
    package var task: Int
    package var files: [SourceFile]
    package var origin: Origin
    /// Why it came from there, as one sentence.
    package var reason: String
    package var validation: ValidationReport

    package init(task: Int, files: [SourceFile], origin: Origin, reason: String, validation: ValidationReport) {
        self.task = task
        self.files = files
        self.origin = origin
        self.reason = reason
        self.validation = validation
    }
}

/// One revision of one file of the repository that is being built.
package struct SourceFile: Codable, Hashable, Sendable {
    /// Relative to the repository's root, with `/`.
    package var path: String
    package var text: String

    package init(path: String, text: String) {
        self.path = path
        self.text = text
    }
}

/// What checks said of some files.
package struct ValidationReport: Codable, Hashable, Sendable {
    /// One check by its name: `utf-8`, `syntax`, `names`.
    package struct Check: Codable, Hashable, Sendable {
        package var name: String
        package var passed: Bool

        package init(name: String, passed: Bool) {
            self.name = name
            self.passed = passed
        }
    }

    package var checks: [Check]
    package var diagnostics: [Diagnostic]

    package init(checks: [Check], diagnostics: [Diagnostic]) {
        self.checks = checks
        self.diagnostics = diagnostics
    }

    /// Whether nothing was found that is an error.
    package var isValid: Bool { errorCount == 0 }
    package var errorCount: Int { diagnostics.count { $0.severity == .error } }
    package var warningCount: Int { diagnostics.count { $0.severity == .warning } }
}
