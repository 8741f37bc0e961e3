import MGEPostgres
import MGETestSupport
import Testing

@Suite struct NotificationTests {
    @Test func arrivesInOrderWithItsPayload() async throws {
        try await TestDatabase.withConfiguration { configuration in
            let listener = try await PostgresConnection.connect(configuration)
            let sender = try await PostgresConnection.connect(configuration)
            try await listener.listen(to: "odd \"channel")
            for number in 0..<3 {
                try await sender.execute("select pg_notify(\("odd \"channel"), \("n\(number)"))")
            }
            for number in 0..<3 {
                let notification = try await listener.nextNotification(timeout: .seconds(600))
                #expect(notification?.payload == "n\(number)")
                #expect(notification?.channel == "odd \"channel")
            }
            #expect(try await listener.nextNotification(timeout: .zero) == nil)
            await listener.close()
            await sender.close()
        }
    }

    @Test func aWaitingTaskCanBeCancelled() async throws {
        try await TestDatabase.withConfiguration { configuration in
            let listener = try await PostgresConnection.connect(configuration)
            try await listener.listen(to: "c")
            let waiting = Task { try await listener.nextNotification(timeout: .seconds(3600)) }
            waiting.cancel()
            await #expect(throws: CancellationError.self) { try await waiting.value }
            #expect(await listener.isOpen)
            try await listener.execute("notify c")
            #expect(try await listener.nextNotification(timeout: .seconds(600)) != nil)
            await listener.close()
        }
    }

    @Test func closingEndsTheWait() async throws {
        try await TestDatabase.withConfiguration { configuration in
            let listener = try await PostgresConnection.connect(configuration)
            let waiting = Task { try await listener.nextNotification(timeout: .seconds(3600)) }
            await listener.close()
            let error = await #expect(throws: PostgresError.self) { try await waiting.value }
            #expect(error?.kind == .closed)
        }
    }

    @Test func aLostConnectionIsAnError() async throws {
        try await TestDatabase.withConfiguration { configuration in
            let listener = try await PostgresConnection.connect(configuration)
            let other = try await PostgresConnection.connect(configuration)
            let row = try await listener.firstRow("select pg_backend_pid()", as: Int.self)
            let waiting = Task { try await listener.nextNotification(timeout: .seconds(3600)) }
            try await other.execute("select pg_terminate_backend(\(try #require(row))::int)")
            let error = await #expect(throws: PostgresError.self) { try await waiting.value }
            #expect(error?.isConnectionFailure == true)
            #expect(await !listener.isOpen)
            await other.close()
        }
    }
}
