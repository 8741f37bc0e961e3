import Foundation
import Testing

/// The commands that look into sources, as they are typed: without a database.
@Suite struct AtomizeTests {
    private func withSources(_ body: (Site) async throws -> Void) async throws {
        try await Site.with { site in
            let folder = site.folder.appending(path: "src/p")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data("def f():\n    return 1\n".utf8).write(to: folder.appending(path: "a.py"))
            try Data("from p.a import f\n\ndef g():\n    return f()\n".utf8).write(to: folder.appending(path: "b.py"))
            try Data().write(to: folder.appending(path: "__init__.py"))
            try Data("def broken(:\n".utf8).write(to: folder.appending(path: "c.py"))
            try await body(site)
        }
    }

    private struct Line: Decodable {
        let type: String
        let path, how, from, toPath: String?
    }

    private struct Unit: Decodable {
        let atoms: [String]
    }

    private func lines<Line: Decodable>(_ text: some Sequence<Substring>, as type: Line.Type) throws -> [Line] {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try text.map { try decoder.decode(Line.self, from: Data($0.utf8)) }
    }

    @Test func atomizePrintsLinesOfJSON() async throws {
        try await withSources { site in
            let result = try await site.mge("atomize", "--json", "src")
            #expect(result.status == 0, "\(result.errors)")
            let lines = try lines(result.output.split(separator: "\n"), as: Line.self)
            let types = lines.map(\.type)
            #expect(types.last == "summary")
            #expect(Set(types) == ["atom", "definition", "reference", "diagnostic", "summary"])
            let uses = lines.filter { $0.how == "name" }
            #expect(uses.map(\.from) == ["g"])
            #expect(uses.map(\.toPath) == ["p/a.py"])
            #expect(lines.filter { $0.type == "diagnostic" }.map(\.path) == ["p/c.py"])
        }
    }

    @Test func wavesAreShownAsTableLinesAndPictures() async throws {
        try await withSources { site in
            let table = try await site.mge("waves", "src/p/a.py", "src/p/b.py")
            #expect(table.status == 0, "\(table.errors)")
            #expect(table.output.hasPrefix("WAVE"))
            let output = try await site.mge("waves", "--json", "src").output.split(separator: "\n")
            let units = try lines(output.filter { $0.contains("\"unit\"") }, as: Unit.self)
            let order = units.compactMap(\.atoms.first)
            let used = try #require(order.firstIndex(of: "p/a.py::f"))
            let user = try #require(order.firstIndex(of: "p/b.py::g"))
            #expect(used < user)
            #expect(try await site.mge("waves", "--dot", "src").output.hasPrefix("digraph"))
            #expect(try await site.mge("waves", "--mermaid", "src").output.hasPrefix("flowchart"))
        }
    }

    @Test(arguments: [
        (["atomize"], "nothing to look into"), (["atomize", "nowhere"], "no file or directory nowhere"),
        (["waves", "--dot", "--mermaid", "."], "--mermaid"), (["waves", ".", "--run", "last"], "together"),
        (["atomize", "--threads", "0", "."], "--threads"),
    ])
    func wrongUseIsTold(arguments: [String], message: String) async throws {
        try await Site.with { site in
            let result = try await site.start(arguments).outcome()
            #expect(result.status == 2)
            #expect(result.errors.contains(message), "\(result.errors)")
            #expect(result.output.isEmpty)
        }
    }

    /// Runs a line of the shell in which `mge` is the program.
    private func shell(_ line: String, at site: Site) async throws -> Outcome {
        try await RunningProgram(
            URL(fileURLWithPath: "/bin/sh"), ["-c", "mge() { \"\(Installation.program.path)\" \"$@\"; }\n" + line],
            in: site.folder, environment: Installation.processEnvironment
        ).outcome()
    }

    @Test(arguments: ["atomize", "waves"])
    func whatIsNoFileIsLeftOutAndTold(command: String) async throws {
        try await withSources { site in
            let made = try await shell(
                "cd src && mkfifo pipe.py && ln -s nowhere gone.py && ln -s .. up && cp p/a.py \"new\nline.py\"",
                at: site)
            try #require(made.status == 0)
            for paths in [["src"], ["src", "./src", "src/p", "src/p/a.py"]] {
                let result = try await site.start([command] + paths).outcome()
                #expect(result.status == 0, "\(result.errors)")
                #expect(result.errors.contains("gone.py is a link that leads nowhere and is left out"))
                #expect(result.errors.components(separatedBy: "pipe.py is no file").count == 2)
            }
            for path in ["src/pipe.py", "/dev/zero", "/proc/self/mem", "/proc/self/fdinfo"] {
                #expect(try await site.mge(command, path).status == 0)
            }
            for path in ["src/gone.py", "src/p/a.py/", ""] {
                let result = try await site.mge(command, path)
                #expect(result.status == 2)
                #expect(result.errors.contains("next: "), "\(result.errors)")
            }
        }
    }

    @Test(arguments: ["atomize --json", "atomize", "waves --json", "waves", "waves --dot", "waves --mermaid"])
    func outputThatEndsIsNoCrash(command: String) async throws {
        try await withSources { site in
            #expect(try await shell("mge \(command) src | head -n 1", at: site).status == 0)
            let closed = try await shell("{ mge \(command) src; echo $? >&2; } | :", at: site)
            #expect(closed.errors.split(separator: "\n").last == "0", "\(closed.errors)")
            for place in [">/dev/full", ">&-"] {
                let result = try await shell("mge \(command) src \(place)", at: site)
                #expect(result.status == 8)
                #expect(result.errors.contains("standard output can't be written"), "\(result.errors)")
            }
        }
    }

    /// Whether the program can be run as somebody who may read nothing of others.
    private static let canBeNobody: Bool = {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/setpriv")
        process.arguments = ["--reuid=65534", "--clear-groups", Installation.program.path, "--version"]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }()

    @Test(.enabled(if: canBeNobody, "needs the right to be nobody"), arguments: ["atomize", "waves"])
    func whatMayNotBeReadIsLeftOutAndTold(command: String) async throws {
        try await withSources { site in
            let result = try await shell(
                """
                mkdir src/locked && chmod 700 src/locked && chmod 600 src/p/b.py && chmod 755 . src src/p
                exec setpriv --reuid=65534 --clear-groups "\(Installation.program.path)" \(command) src
                """, at: site)
            #expect(result.status == 0, "\(result.errors)")
            #expect(result.errors.contains("p/b.py can't be read and is left out (check its permissions)"))
            #expect(result.errors.contains("locked/ can't be listed and is left out (check its permissions)"))
        }
    }

    @Test(arguments: ["atomize", "waves"])
    func aPartOfTheGrammarsIsRefused(command: String) async throws {
        try await withSources { site in
            let folder = site.folder.appending(path: "grammars")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let whole = URL(fileURLWithPath: Installation.grammars).appending(path: "languages.so")
            let part = try #require(try FileHandle(forReadingFrom: whole).read(upToCount: 1_000_000))
            try part.write(to: folder.appending(path: "languages.so"))
            let result = try await site.with(["MGE_GRAMMARS": folder.path]).mge(command, "src")
            #expect(result.status == 8)
            #expect(result.errors.contains("languages.so: the file is cut short"), "\(result.errors)")
            #expect(result.errors.contains("next: "))
        }
    }

    @Test(
        .enabled(if: Installation.isExhaustive, "exhaustive: set MGE_TEST_ALL=1"), .timeLimit(.minutes(20)),
        arguments: [
            ("py", ""), ("ts", ""), ("tsx", ""), ("js", ""), ("go", "package a\n"), ("java", "class A { void f() {\n"),
            ("rs", "fn f() {\n"), ("php", "<?php\n"), ("txt", ""),
        ])
    func extremeFilesEnd(suffix: String, head: String) async throws {
        try await withSources { site in
            let levels = 10_000
            for text in [
                "", "x = [" + String(repeating: "1, ", count: 3_500_000) + "]",
                String(repeating: "x;\n", count: 100_000),
                "x = " + String(repeating: "(", count: levels) + "1" + String(repeating: ")", count: levels),
            ] {
                try Data((head + text).utf8).write(to: site.folder.appending(path: "extreme.\(suffix)"))
                for command in ["atomize", "waves"] {
                    let result = try await site.mge(command, "extreme.\(suffix)")
                    #expect(result.status == 0, "\(result.errors.prefix(400))")
                }
            }
        }
    }
}
