package import Foundation
package import MGECore
package import MGELayers

/// What lies beside a published repository as `report.json`: all that differs between two compilations of one
/// description, and so has no place in the tree.
package struct BuildReport: Codable, Hashable, Sendable {
    /// One file of the repository.
    package struct File: Codable, Hashable, Sendable {
        package var path: String
        package var digest: SHA256Digest
        /// The number of the task that made it; nil for infrastructure.
        package var task: Int?
        /// Where its text came from.
        package var origin: GeneratedCode.Origin
    }

    /// How much there is of what.
    package struct Counts: Codable, Hashable, Sendable {
        package var tasks: Int
        package var atoms: Int
        package var waves: Int
        /// Atoms that passed every check of the run's level, and those that did not.
        package var passedAtoms: Int
        package var failedAtoms: Int
        package var files: Int
        package var bytes: Int
    }

    /// What the models' answers cost, in US dollars.
    package struct Costs: Codable, Hashable, Sendable {
        package var discovery: Decimal
        package var masterplan: Decimal
        package var code: Decimal
        package var total: Decimal

        package init(discovery: MicroUSD, masterplan: MicroUSD, code: MicroUSD) {
            self.discovery = discovery.dollars
            self.masterplan = masterplan.dollars
            self.code = code.dollars
            total = (discovery + masterplan + code).dollars
        }
    }

    /// When it happened.
    package struct Times: Codable, Hashable, Sendable {
        package var submitted: Date
        /// When somebody first worked on the run.
        package var started: Date?
        package var published: Date
    }

    /// The version of this form.
    package var version = 1
    package var run: UUID
    /// The digest of the description as it was submitted.
    package var description: SHA256Digest
    package var stack: String
    /// Where the repository is, relative to the workspace.
    package var repository: String
    /// The digest of the repository's manifest.
    package var digest: SHA256Digest
    package var counts: Counts
    package var costs: Costs
    package var times: Times
    /// In the order of the manifest.
    package var files: [File]

    private enum CodingKeys: String, CodingKey {
        case version, run, description = "description_digest", stack, repository, digest = "repository_digest", counts
        case costs = "costs_usd", times, files
    }

    /// The report as it is written.
    /// - Throws: whatever the encoder throws.
    package func data() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .iso8601
        return try encoder.encode(self) + Data("\n".utf8)
    }
}

extension BuildReport.Counts {
    private enum CodingKeys: String, CodingKey {
        case tasks, atoms, waves, passedAtoms = "passed_atoms", failedAtoms = "failed_atoms", files, bytes
    }
}

extension MicroUSD {
    /// The exact amount in dollars, which has six decimals at most.
    fileprivate var dollars: Decimal { Decimal(amount) / 1_000_000 }
}
