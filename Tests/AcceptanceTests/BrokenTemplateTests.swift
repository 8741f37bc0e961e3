import Foundation
import MGEPostgres
import Testing

/// Templates that are wrong, and what it takes to go on when they are mended.
@Suite struct BrokenTemplateTests {
    /// A copy of what the program reads, which a test may break.
    private struct Home {
        let site: Site
        private let folder: URL

        init(_ site: Site) throws {
            folder = site.folder.appending(path: "home")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            for name in ["templates", "migrations"] {
                try FileManager.default.copyItem(
                    at: Installation.root.appending(path: name).resolvingSymlinksInPath(),
                    to: folder.appending(path: name))
            }
            self.site = site.with(["MGE_HOME": folder.path])
        }

        /// Changes a file of the stack.
        /// - Returns: its former bytes.
        func change(_ path: String, _ body: (inout String) -> Void) throws -> Data {
            let file = folder.appending(path: "templates/stacks/fastapi/\(path)")
            let former = try Data(contentsOf: file)
            var text = String(decoding: former, as: UTF8.self)
            body(&text)
            try Data(text.utf8).write(to: file)
            return former
        }

        func restore(_ path: String, _ former: Data) throws {
            try former.write(to: folder.appending(path: "templates/stacks/fastapi/\(path)"))
        }
    }

    /// What is wrong with the vocabulary is no fault of the description, and of no concern to other languages.
    @Test func aBrokenVocabularyIsToldAsTheInstallationsFault() async throws {
        try await Site.with { site in
            let home = try Home(site)
            _ = try home.change("../../vocabulary/es.json") { text in
                text = text.replacing("\"integer\": [", with: "\"integr\": [")
            }
            let broken = try await home.site.mge(
                "submit", "Una aplicación para gestionar mascotas y dueños", "--detach")
            #expect(broken.status != 2 && broken.status != 0, "\(broken.errors)")
            #expect(broken.errors.contains("es.json: `integr` in `types` is no type of field"), "\(broken.errors)")
            #expect(broken.errors.contains("mge doctor"), "\(broken.errors)")
            #expect(try await home.site.mge("submit", "An application for pets and owners", "--detach").status == 0)
        }
    }

    @Test func aBrokenCodeTemplateStopsTheRunAndIsMended() async throws {
        let path = "code/src/app/services/entity.py.j2"
        try await breakAndMend(path, stage: "code_generation") { text in
            text = "{# a line #}\n  {{ broken. }}\n" + text
        } expecting: { errors in
            #expect(errors.contains("\(path):2:"))
            #expect(errors.contains("code_generation, task-"))
            let told = errors.split(separator: "\n").filter { $0.hasPrefix("error: templates/stacks/fastapi/\(path)") }
            #expect(told.count == 1, "\(errors)")
            #expect(errors.contains("error: 7 more items failed alike: \(path):2:"), "\(errors)")
        } status: { status in
            let failures = status.matches(of: #/failed: code_generation task-\d+(.*)\n/#).map(\.1)
            #expect(failures.count == 1)
            #expect(failures.first?.wholeMatch(of: #/ and 7 more, \d+ items wait for them/#) != nil, "\(status)")
        } redone: { outcome, site in
            // Eight services could not be rendered; what uses them waited.
            let counts = try #require(
                outcome.errors.firstMatch(
                    of: #/code_generation  (\d+) to do, 8 of them again because their input changed[^,]*, (\d+) kept/#))
            let tasks = try await site.value("SELECT total_tasks FROM masterplans", as: Int.self)
            #expect(try #require(Int(counts.1)) > 8)
            #expect(try #require(Int(counts.1)) + #require(Int(counts.2)) == tasks)
            let completions = try await site.mostCompletions
            #expect(completions == 1)
        }
    }

    @Test func aBrokenInfrastructureTemplateStopsTheRunAndIsMended() async throws {
        let path = "infra/Dockerfile.j2"
        try await breakAndMend(path, stage: "wave_execution") { text in
            text += "{{ 1 + }}\n"
        } expecting: { errors in
            #expect(errors.contains(#/infra/Dockerfile\.j2:\d+:\d+: /#))
            #expect(errors.contains("wave_execution, acceptance"))
        } redone: { outcome, site in
            #expect(outcome.errors.contains("code_generation  0 to do"), "\(outcome.errors)")
            #expect(outcome.errors.contains("wave_execution   1 to do"), "\(outcome.errors)")
            let completions = try await site.mostCompletions
            #expect(completions == 1)
        }
    }

    /// Submits with a broken template, resumes in vain, mends it, and resumes.
    private func breakAndMend(
        _ path: String, stage: String, by change: (inout String) -> Void, expecting: (String) throws -> Void,
        status expectingOfStatus: (String) -> Void = { _ in }, redone: (Outcome, Site) async throws -> Void
    ) async throws {
        let reference = try await Reference.small.value
        try await Site.with { site in
            let home = try Home(site)
            let former = try home.change(path, change)
            let failed = try await home.site.mge("submit", Installation.example("task-manager.md"), "--yes")
            #expect(failed.status == 1, "\(failed.errors)")
            #expect(failed.output.isEmpty)
            try expecting(failed.errors)
            #expect(failed.errors.contains("next: mge resume "))
            expectingOfStatus(try await home.site.mge("status", "last").output)
            #expect(try await home.site.value("SELECT failure ->> 'stage' FROM runs", as: String.self) == stage)
            #expect(try await home.site.mge("resume", "last").status == 1)
            #expect(try await home.site.mge("collect", "last").status == 1)

            try home.restore(path, former)
            let resumed = try await home.site.mge("resume", "last")
            #expect(resumed.status == 0, "\(resumed.errors)")
            try await redone(resumed, home.site)
            let repository = URL(fileURLWithPath: try #require(resumed.lines.first.map(String.init)))
            #expect(try tree(at: repository) == reference.tree)
        }
    }

    @Test func aBrokenStackIsNamedBeforeAnythingIsStored() async throws {
        try await Site.with { site in
            let home = try Home(site)
            let former = try home.change("stack.json") { $0 += "x" }
            let failed = try await home.site.mge("submit", Installation.sentence, "--yes")
            #expect([1, 8].contains(failed.status))
            #expect(failed.errors.contains("fastapi/stack.json"))
            #expect(failed.errors.contains("next: "))
            #expect(home.site.runFolders.isEmpty)
            try home.restore("stack.json", former)
            let unknown = try home.change("stack.json") { $0 = $0.replacing("\"detect\"", with: "\"detects\"") }
            let misspelt = try await home.site.mge("submit", Installation.sentence, "--yes")
            #expect([1, 8].contains(misspelt.status))
            #expect(misspelt.errors.contains("detect"))
            try home.restore("stack.json", unknown)
            #expect(try await home.site.mge("submit", Installation.sentence, "--yes").status == 0)
        }
    }

    @Test func aFinishedRunIsNotDoneAgain() async throws {
        try await Site.with { site in
            let path = try await site.compile(Installation.sentence).path
            let resumed = try await site.mge("resume", "last")
            #expect(resumed.status == 0, "\(resumed.errors)")
            #expect(resumed.errors.contains("it has succeeded before; nothing is to be done"), "\(resumed.errors)")
            #expect(!resumed.errors.contains("to do,"), "\(resumed.errors)")
            #expect(resumed.lines.first.map(String.init) == path)
            #expect(try await site.mostCompletions == 1)
            let last = try await site.mge("resume", "last", "--json")
            #expect(last.lines.count == 1 && last.output.contains(#""type":"complete""#), "\(last.output)")
            #expect(try await site.value("SELECT count(*) FROM events WHERE type = 'complete'", as: Int.self) == 1)
        }
    }

    @Test func aFinishedRunWhoseRepositoryIsGoneIsPublishedAgain() async throws {
        try await Site.with { site in
            let path = try await site.compile(Installation.sentence)
            let before = try tree(at: path)
            try FileManager.default.removeItem(at: path)
            let resumed = try await site.mge("resume", "last")
            #expect(resumed.status == 0, "\(resumed.errors)")
            #expect(resumed.errors.contains("infrastructure   1 to do, 1 of them again"), "\(resumed.errors)")
            #expect(try tree(at: path) == before)
        }
    }

    @Test func aChangedTemplateRedoesWhatItMakes() async throws {
        try await Site.with { site in
            let home = try Home(site)
            try await home.site.compile(Installation.sentence)
            _ = try home.change("code/src/app/services/entity.py.j2") { $0 += "\n# changed\n" }
            let resumed = try await home.site.mge("resume", "last")
            #expect(resumed.status == 0, "\(resumed.errors)")
            #expect(resumed.errors.contains("code_generation  3 to do, 3 of them again"), "\(resumed.errors)")
            let repository = URL(fileURLWithPath: try #require(resumed.lines.first.map(String.init)))
            let text = try String(contentsOf: repository.appending(path: "src/app/services/users.py"), encoding: .utf8)
            #expect(text.contains("# changed"))
        }
    }
}
