import Foundation
import MGECore
import MGEPostgres
import MGETestSupport
import Synchronization
import Testing

@testable import MGECompiler

@Suite("Following events")
struct EventFollowerTests {
    private final class Collector: Recorder {
        private let kept = Mutex<[String]>([])
        var messages: [String] { kept.withLock { $0 } }
        func record(_ events: [StoredEvent]) {
            kept.withLock { $0 += events.map { EventText($0).summary } }
        }
        func finish() {}
    }
}
