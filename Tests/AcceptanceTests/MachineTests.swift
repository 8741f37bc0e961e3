import Foundation
import Glibc
import MGEPostgres
import Testing

/// A machine that does not play along: full and read-only disks, and people who interrupt.
@Suite struct MachineTests {
    @Test(.enabled(if: Installation.canMount, "needs the right to mount"))
    func aReadOnlyWorkspaceIsNamed() async throws {
        try await Site.with { site in
            let outcome = try await site.unshared(
                """
                mount -t tmpfs -o ro,size=1m tmpfs "$M" || exit 99
                mge submit "\(Installation.sentence)" --yes --workspace "$M/ws"
                """)
            #expect(outcome.status == 8, "\(outcome.errors)")
            #expect(outcome.output.isEmpty)
            #expect(outcome.errors.contains("Read-only file system"), "\(outcome.errors)")
            #expect(outcome.errors.contains("next: "), "\(outcome.errors)")
        }
    }

    @Test(.enabled(if: Installation.canMount, "needs the right to mount"))
    func aReadOnlyWorkspaceHasNoPrivateServer() async throws {
        try await Site.with { site in
            let outcome = try await site.unshared(
                """
                mount -t tmpfs -o ro,size=1m tmpfs "$M" || exit 99
                "$MGE" submit "\(Installation.sentence)" --yes --workspace "$M/ws"
                """)
            #expect(outcome.status == 8, "\(outcome.errors)")
            #expect(outcome.errors.contains(site.folder.path), "\(outcome.errors)")
            #expect(outcome.errors.contains("next: "), "\(outcome.errors)")
        }
    }

    /// The disk is too small for the repository; when there is room, the run goes on and gives the same as elsewhere.
    @Test(.enabled(if: Installation.canMount, "needs the right to mount"))
    func aFullDiskIsNamedAndTheRunGoesOnWhenThereIsRoom() async throws {
        let reference = try await Reference.small.value
        try await Site.with { site in
            let outcome = try await site.unshared(
                """
                mount -t tmpfs -o size=200k tmpfs "$M" || exit 99
                mge submit '\(Installation.example("task-manager.md"))' --yes --workspace "$M" 2>first
                echo "$?" >>codes
                find "$M" -type f | wc -l >>codes
                mount -o remount,size=100m "$M" || exit 99
                mge resume last --workspace "$M" 2>second
                echo "$?" >>codes
                cp -r "$(mge status last --json --workspace "$M" | sed 's/.*"repository":"\\([^"]*\\)".*/\\1/')" copy
                """)
            let text = { (name: String) in
                (try? String(contentsOf: site.folder.appending(path: name), encoding: .utf8)) ?? ""
            }
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(text("codes").split(separator: "\n") == ["8", "0", "0"], "\(text("first"))\(text("second"))")
            #expect(text("first").contains("No space left on device"))
            // Not with --retry-dead: any resume tries again what the machine was to blame for.
            #expect(text("first").contains(#/next: mge resume [0-9a-f]{8}\n/#), "\(text("first"))")
            #expect(try tree(at: site.folder.appending(path: "copy")) == reference.tree)
        }
    }

    @Test(arguments: [SIGINT, SIGTERM])
    func anInterruptionStopsCleanly(signal: Int32) async throws {
        let reference = try await Reference.small.value
        try await Site.with { site in
            let process = try site.start(["submit", Installation.example("task-manager.md"), "--yes"])
            try await site.waitForRun(by: process)
            try await site.wait(
                until: "SELECT count(*) > 0 FROM work_items WHERE stage = 'code_generation'", by: process)
            process.send(signal)
            let outcome = try await process.outcome()
            #expect(outcome.status == 130, "\(outcome.errors)")
            #expect(outcome.output.isEmpty)
            #expect(outcome.errors.contains("resume with: mge resume "), "\(outcome.errors)")
            #expect(try await site.value("SELECT count(*) FROM work_items WHERE state = 'leased'", as: Int.self) == 0)
            #expect(try await site.mge("resume", "last").status == 0)
            try await site.expectSame(as: reference)
        }
    }

    @Test func twoInterruptionsStopAtOnce() async throws {
        let reference = try await Reference.small.value
        try await Site.with { site in
            let process = try site.start(["submit", Installation.example("task-manager.md"), "--yes"])
            try await site.waitForRun(by: process)
            try await site.wait(
                until: "SELECT count(*) > 0 FROM work_items WHERE stage = 'code_generation'", by: process)
            process.send(SIGSTOP)
            process.send(SIGINT)
            // A stopped process takes both signals when it goes on; equal ones would become one.
            process.send(SIGTERM)
            process.send(SIGCONT)
            let outcome = try await process.outcome()
            #expect(outcome.status == 130, "\(outcome.errors)")
            #expect(outcome.errors.contains("interrupted\nresume with: mge resume "), "\(outcome.errors)")
            #expect(try await site.mge("resume", "last").status == 0)
            try await site.expectSame(as: reference)
        }
    }

    @Test func anInterruptionBeforeTheRunLeavesNothing() async throws {
        try await Site.with { site in
            let process = try site.start(["submit", "-", "--yes"], input: Data("users and tasks".utf8))
            process.send(SIGTERM)
            let outcome = try await process.outcome()
            #expect([130, 2, 128 + SIGTERM].contains(outcome.status), "\(outcome.errors)")
            #expect(site.runFolders.isEmpty)
        }
    }
}
