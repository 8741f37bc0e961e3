import Foundation
import MGECompiler
import MGECore

/// `mge collect`: takes a finished repository out of the workspace.
struct CollectCommand: Command {
    private static let into = Option<String>(
        "into", "DIR", fallback: "the project's name, in the current folder", help: "the folder to copy into")
    private static let archive = Option<String>(
        "archive", "FILE.tar.gz", help: "pack an archive instead, the same bytes whenever the files are the same")
    private static let git = Flag("git", help: "make the copy a Git repository with one commit")
    private static let force = Flag(
        "force", help: "copy into a folder that holds files, replace an archive, and take files as they were edited")

    static let declaration = CommandDeclaration(
        "collect", in: .build, summary: "copy a finished repository out of the workspace",
        discussion: """
            Copies the files that the run published, after comparing each with its digest; files that were edited in \
            the workspace since are named and stop it. Prints the path of the copy on standard output. Nothing is \
            ever left half-written.

            With --force, files of the build replace those of the same name, and all others stay. A partial run is \
            collected too; what is missing is told on standard error.
            """,
        positionals: [RunReference.argument],
        options: [AnyOption(into), AnyOption(archive), AnyOption(git), AnyOption(force)],
        conflicts: [
            .init("into", "archive", remedy: "give one of them, or collect twice"),
            .init("git", "archive", remedy: "collect into a folder with --git, or leave it out"),
        ],
        examples: [
            .init("mge collect last --into ~/projects/tasks --git", "copy it and make the first commit"),
            .init("mge collect last --archive tasks.tar.gz", "pack it"),
        ])

    private let run: String
    private let into: String?
    private let archive: String?
    private let makesCommit: Bool
    private let isForced: Bool

    init(_ arguments: ParsedArguments) throws {
        run = arguments[RunReference.argument].first ?? ""
        into = arguments[Self.into]
        archive = arguments[Self.archive]
        makesCommit = arguments[Self.git]
        isForced = arguments[Self.force]
    }

    func run(in context: CommandContext) async throws -> ExitCode {
        let (run, tree) = try await context.withRun(run) { run, database in
            let name = RunAdvice.shortName(of: run.id)
            guard let published = try await database.pool.publishedRepository(of: run.id) else {
                throw CommandFailure(
                    .failure, "run \(name) has published nothing: it is \(run.state.rawValue)",
                    next: try await RunAdvice(run, in: database.pool).next)
            }
            let root = URL(fileURLWithPath: context.settings.workspace.path).appendingPathComponent(published.path)
            guard FileManager.default.fileExists(atPath: root.path) else {
                throw CommandFailure(
                    .environment, "\(root.path) is not there: it was published into another workspace, or removed",
                    next: "mge resume \(name) --from file_writing, or name its --workspace")
            }
            try await tellWhatIsMissing(run, database, context.console)
            return (run, try PublishedTree(at: root, next: "mge resume \(name) --from file_writing"))
        }
        try check(tree, of: run, context.console)
        return try await context.interruption.heeding { stop in
            if let archive {
                return try await pack(tree, of: run, archive, context, until: stop)
            }
            return try await copy(tree, of: run, context, until: stop)
        }
    }

    private func tellWhatIsMissing(_ run: Run, _ database: Database, _ console: Console) async throws {
        switch run.state {
        case .succeeded: return
        case .partial: console.warn("run \(RunAdvice.shortName(of: run.id)) is partial")
        default: console.warn("the run is \(run.state.rawValue); this is what it published last")
        }
        for item in try await database.pool.failedItems(of: run.id) {
            console.warn("missing: \(item.stage) \(item.key): \(item.failure?.message ?? "the item failed")")
        }
    }

    private func check(_ tree: PublishedTree, of run: Run, _ console: Console) throws {
        let differences = tree.differences()
        if differences.isEmpty { return }
        guard isForced else {
            throw CommandFailure(
                .failure, "\(tree.root.path) is not as it was published", details: differences.lines,
                next: "take it as it is with --force, or publish it anew: "
                    + "mge resume \(RunAdvice.shortName(of: run.id)) --from file_writing")
        }
        for line in differences.lines { console.warn(line) }
    }

    private func copy(
        _ tree: PublishedTree, of run: Run, _ context: CommandContext, until stop: StopSignal
    ) async throws -> ExitCode {
        let place = context.settings.resolve(into ?? tree.root.lastPathComponent)
        let target = try CollectTarget(place)
        if target.state == .filled, !isForced {
            throw CommandFailure(
                .usage, "\(place.path) is not empty",
                next: "choose another place with --into DIR, or copy into it with --force")
        }
        if target.state == .filled, makesCommit {
            throw CommandFailure(
                .usage, "--git makes the first commit of a new folder, and \(place.path) is not empty",
                next: "choose another place with --into DIR, or leave --git out")
        }
        let copy = StagedCopy(beside: target.url, named: target.url.lastPathComponent)
        defer { copy.remove() }
        try copy.fill(from: tree, until: stop)
        var commit: String?
        if makesCommit {
            let title = tree.root.lastPathComponent
            commit = try await FirstCommit(message: "Add \(title) as it was generated").make(
                in: copy.tree, context.settings)
        }
        try target.receive(copy, tree, with: makesCommit ? [".git"] : [])
        tell(target.url.path, of: run, files: tree.paths.count, commit: commit, context.console)
        return .done
    }

    private func pack(
        _ tree: PublishedTree, of run: Run, _ path: String, _ context: CommandContext, until stop: StopSignal
    ) async throws -> ExitCode {
        let archive = try Archive(context.settings.resolve(path), replaces: isForced)
        let copy = StagedCopy(beside: archive.file, named: tree.root.lastPathComponent)
        defer { copy.remove() }
        try copy.fill(from: tree, until: stop)
        try await archive.pack(copy, context.settings)
        tell(archive.file.path, of: run, files: tree.paths.count, commit: nil, context.console)
        return .done
    }

    private func tell(_ path: String, of run: Run, files: Int, commit: String?, _ console: Console) {
        guard console.isJSON else { return console.result(path) }
        console.result([
            "run": .string(run.id.uuidString.lowercased()), "path": .string(path), "files": .integer(files),
            "commit": commit.map { .string($0) } ?? nil,
        ])
    }
}
