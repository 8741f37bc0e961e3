import Foundation
import MGECore
import MGEPostgres
import MGETestSupport
import Testing

@testable import MGECompiler

@Suite(.serialized)
struct EventLogTests {
    @Test
    func aReaderMissesNothingAndSeesNothingTwiceWhileFourProcessesWrite() async throws {
        try await ProbeFixture.with { probe in
            let run = try await probe.submit("graph", "--items", "400", "--shape", "dense", "--batch", "3")
            let id = try #require(UUID(uuidString: run))
            let processes = try (0..<4).map { _ in try probe.work(run) }
            let log = EventLog(of: id, in: probe.pool)
            var seen: [StoredEvent] = []
            var position = EventPosition.start
            while try await probe.pool.run(id)?.state.isEnded != true {
                let (events, next) = try await log.events(after: position)
                seen += events
                position = next
                await Task.yield()
            }
            for process in processes { _ = try await process.wait() }
            for _ in 0..<1_000 where seen.count < 400 {
                let (events, next) = try await log.events(after: position)
                seen += events
                position = next
            }
            let stored = try await probe.pool.rows(
                "SELECT id FROM events WHERE run_id = \(id) ORDER BY transaction_id, id", as: Int64.self)
            #expect(seen.map(\.id) == stored)
            let saved = seen.filter { $0.type == "saved" }.compactMap { $0.data["key"] }
            #expect(saved.count == 400)
            #expect(Set(saved).count == 400)
            // In the order of what happened: a layer's events stand behind all of the layer before.
            let layers = saved.compactMap { key -> Int? in
                guard case .string(let text) = key else { return nil }
                return Int(text.dropFirst()).map { $0 / 20 }
            }
            #expect(layers == layers.sorted())
        }
    }

    /// As texts, 10 stands before 9.
    @Test
    func transactionsAreOrderedByTheirNumber() async throws {
        let kind = RunKind(name: "k", stages: [AnyStage(ScriptedStage<First>(planning: { _ in [] }))])
        try await EngineFixture.with { fixture in
            let id = try await fixture.submit(kind)
            try await fixture.pool.execute("DELETE FROM events WHERE run_id = \(id)")
            try await fixture.pool.execute(
                """
                INSERT INTO events (run_id, type, data, transaction_id)
                VALUES (\(id), 'tenth', '{}', '10'), (\(id), 'ninth', '{}', '9')
                """)
            let (events, position) = try await EventLog(of: id, in: fixture.pool).events(after: .start)
            #expect(events.map(\.type) == ["ninth", "tenth"])
            #expect(position.transaction == "10")
            #expect(try await fixture.pool.lastEventPosition(of: id) == position)
            #expect(try await fixture.pool.committedEvents(of: id, after: .start).map(\.type) == ["ninth", "tenth"])
        }
    }

    @Test
    func anEventOfATransactionThatIsOpenHoldsBackLaterOnes() async throws {
        let kind = RunKind(name: "k", stages: [AnyStage(ScriptedStage<First>(planning: { _ in [] }))])
        try await EngineFixture.with { fixture in
            let id = try await fixture.submit(kind)
            let log = EventLog(of: id, in: fixture.pool)
            try await fixture.pool.transaction { early in
                try await early.storeEvents([Event("early", [:])], adding: [:], to: id)
                try await fixture.pool.storeEvents([Event("late", [:])], adding: [:], to: id)
                #expect(try await log.events(after: .start).0.isEmpty)
            }
            var (events, position) = ([StoredEvent](), EventPosition.start)
            for _ in 0..<1_000 where events.count < 2 {
                let (more, next) = try await log.events(after: position)
                events += more
                position = next
            }
            #expect(events.map(\.type) == ["early", "late"])
            #expect(try await log.events(after: position).0.isEmpty)
        }
    }

    @Test
    func anOpenTransactionOfAnotherDatabaseHoldsBackNothing() async throws {
        let kind = RunKind(name: "k", stages: [AnyStage(ScriptedStage<First>(planning: { _ in [] }))])
        try await TestDatabase.withPool(size: 1) { elsewhere in
            try await elsewhere.transaction { open in
                _ = try await open.rows("SELECT pg_current_xact_id()::text", as: String.self)
                try await EngineFixture.with { fixture in
                    let id = try await fixture.submit(kind)
                    try await fixture.pool.storeEvents([Event("late", [:])], adding: [:], to: id)
                    // One that is just ending elsewhere counts until it has ended, so that it takes a few looks.
                    var seen: [StoredEvent] = []
                    for _ in 0..<1_000 where seen.isEmpty {
                        seen = try await EventLog(of: id, in: fixture.pool).events(after: .start).0
                    }
                    #expect(seen.count == 1)
                }
            }
        }
    }

    @Test
    func theContextOfARunIsInEveryLaterEvent() async throws {
        let stage = ScriptedStage<First>(
            planning: { _ in [planned("a")] },
            saving: { _, transaction in
                transaction.post(Event("one", ["x": .integer(1)]))
                transaction.setEventContext("plan", .string("p"))
                return []
            },
            completing: { transaction in transaction.post(Event("two", [:])) })
        try await EngineFixture.with { fixture in
            let (id, _) = try await fixture.run(RunKind(name: "k", stages: [AnyStage(stage)]))
            let one = try await fixture.events(of: id, type: "one")
            #expect(one == [.object(["x": .integer(1), "plan": .string("p"), "session_id": .string("s")])])
            let two = try await fixture.events(of: id, type: "two")
            #expect(two == [.object(["plan": .string("p"), "session_id": .string("s")])])
        }
    }
}
