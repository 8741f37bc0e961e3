import Foundation
import MGEPostgres
import Testing

/// A compilation that nothing disturbed, to hold others against.
struct Reference: Sendable {
    let tree: [String: FileFacts]
    let digest: String
    /// From the start of the process to its end.
    let duration: Duration

    /// Compiles a description in a place of its own.
    init(compiling description: String) async throws {
        self = try await Site.with { site in
            let clock = ContinuousClock()
            let start = clock.now
            let repository = try await site.compile(description)
            return Reference(
                tree: try AcceptanceTests.tree(at: repository),
                digest: try await site.value("SELECT digest FROM repositories", as: String.self),
                duration: clock.now - start)
        }
    }

    private init(tree: [String: FileFacts], digest: String, duration: Duration) {
        self.tree = tree
        self.digest = digest
        self.duration = duration
    }

    /// What `examples/large.md` gives: sixty entities, made once for all tests.
    static let large = Task { try await Reference(compiling: Installation.example("large.md")) }
    /// What `examples/task-manager.md` gives.
    static let small = Task { try await Reference(compiling: Installation.example("task-manager.md")) }
}
