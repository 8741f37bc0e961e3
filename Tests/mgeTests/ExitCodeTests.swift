import Foundation
import MGECompiler
import MGECore
import MGEPostgres
import Testing

@testable import mge

@Suite("Exit codes")
struct ExitCodeTests {
    @Test(
        "A run's end decides the code",
        arguments: [
            (.succeeded, nil, .done), (.partial, nil, .partial), (.awaitingApproval, nil, .awaitingApproval),
            (.failed, .input, .usage), (.failed, .environment, .environment), (.failed, .validation, .validation),
            (.failed, .other, .failure), (.failed, nil, .failure), (.cancelled, nil, .failure), (.paused, nil, .budget),
        ] as [(RunState, ItemFailure.Cause?, ExitCode)])
    func runs(_ state: RunState, _ cause: ItemFailure.Cause?, _ code: ExitCode) {
        #expect(ExitCode(of: state, cause: cause) == code)
    }

    @Test("Every error has a code and something to do next")
    func errors() {
        let run = UUID()
        let cases: [(any Error, ExitCode)] = [
            (UsageError("x"), .usage),
            (PostgresError(.connection, "refused"), .environment),
            (PostgresError(.configuration, "bad"), .usage),
            (PostgresError(.cluster, "no server"), .environment),
            (PostgresError(.server, "full", sqlState: SQLState(rawValue: "53100")), .environment),
            (PostgresError(.server, "password", sqlState: SQLState(rawValue: "28P01")), .environment),
            (PostgresTransactionError(closureError: PostgresError(.connection, "gone")), .environment),
            (EngineError.unknownRun(run), .usage),
            (EngineError.unknownStage("x", known: ["y"]), .usage),
            (EngineError.notAllowed(action: "approved", state: .running, run: run), .failure),
            (ItemFailure("x", cause: .validation), .validation),
            (CocoaError(.fileWriteOutOfSpace), .environment),
            (CocoaError(.fileWriteVolumeReadOnly), .environment),
            (CommandFailure(.partial, "x", next: "y"), .partial),
        ]
        for (error, code) in cases {
            let failure = CommandFailure(describing: error)
            #expect(failure.code == code, "\(error)")
            #expect(!failure.next.isEmpty, "\(error)")
            #expect(!failure.message.isEmpty, "\(error)")
        }
    }

    @Test("A database of a newer version is the environment's fault")
    func newerDatabase() async throws {
        let failure = #expect(throws: (any Error).self) {
            try PostgresMigrator(migrations: [Migration(number: 2, name: "x", sql: "")])
        }
        #expect(CommandFailure(describing: try #require(failure)).code == .environment)
    }

    @Test("Only codes that occur are documented, each with its meaning")
    func documented() {
        #expect(ExitCode.documented.map(\.rawValue) == [0, 1, 2, 3, 6, 7, 8, 130])
        #expect(ExitCode.documented.allSatisfy { !$0.meaning.isEmpty })
    }
}
