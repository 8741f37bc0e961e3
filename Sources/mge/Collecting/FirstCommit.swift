import Foundation

/// Makes a tree a Git repository with one commit, whose identity depends on the files only.
struct FirstCommit: Sendable {
    private static let author = ["MGE", "mge@localhost"]
    private static let date = "2000-01-01T00:00:00+0000"

    let message: String

    /// Commits everything that the tree's own rules do not ignore.
    /// - Returns: the commit's name.
    /// - Throws: `CommandFailure`.
    func make(in tree: URL, _ settings: Settings) async throws -> String {
        let git = try ExternalProgram.required("git", in: settings)
        // Neither the user's configuration nor their hooks and signatures belong to a reproducible commit.
        let environment = [
            "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1", "HOME": tree.path,
            "GIT_AUTHOR_NAME": Self.author[0], "GIT_AUTHOR_EMAIL": Self.author[1], "GIT_AUTHOR_DATE": Self.date,
            "GIT_COMMITTER_NAME": Self.author[0], "GIT_COMMITTER_EMAIL": Self.author[1],
            "GIT_COMMITTER_DATE": Self.date,
        ]
        try await git.run(
            ["init", "--quiet", "--initial-branch=main", "--template="], in: tree, environment: environment)
        try await git.run(["add", "--all"], in: tree, environment: environment)
        try await git.run(["commit", "--quiet", "--message", message], in: tree, environment: environment)
        return try await git.run(["rev-parse", "HEAD"], in: tree, environment: environment)
    }
}
