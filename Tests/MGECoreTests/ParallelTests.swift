import Dispatch
import Foundation
import MGECore
import Synchronization
import Testing

@Suite("Work on several threads")
struct ParallelTests {
    private struct Failure: Error, Equatable {
        let number: Int
    }

    @Test(arguments: [0, 1, 2, 63, 64, 65, 1_000], [1, 7, 64])
    func resultsKeepTheOrderOfTheElements(count: Int, part: Int) {
        let slice = Array(-3..<count)[3...]
        #expect(slice.parallelMap(inPartsOf: part) { $0 * $0 } == (0..<count).map { $0 * $0 })
    }

    @Test func everyElementIsTransformedOnce() {
        let seen = Mutex<[Int: Int]>([:])
        _ = Array(0..<500).parallelMap(inPartsOf: 3) { element in seen.withLock { $0[element, default: 0] += 1 } }
        #expect(seen.withLock { $0 } == Dictionary(uniqueKeysWithValues: (0..<500).map { ($0, 1) }))
    }

    @Test(arguments: [0, 1, 2, 63, 64, 65, 1_000], [1, 7, 64])
    func resultsAreConsumedInOrderOnTheCallersThread(count: Int, part: Int) {
        let caller = pthread_self()
        var squares: [Int] = []
        Array(-3..<count)[3...].parallelMap(inPartsOf: part) {
            $0 * $0
        } inOrder: { square in
            #expect(pthread_equal(caller, pthread_self()) != 0)
            squares.append(square)
        }
        #expect(squares == (0..<count).map { $0 * $0 })
    }

    @Test func othersTransformWhileTheCallerConsumes() {
        let isLastMade = DispatchSemaphore(value: 0)
        var sum = 0
        Array(0..<300).parallelMap(inPartsOf: 2, width: 4) { number in
            if number == 299 { isLastMade.signal() }
            return number
        } inOrder: { number in
            if number == 0 { #expect(isLastMade.wait(timeout: .now() + 600) == .success) }
            sum += number
        }
        #expect(sum == 300 * 299 / 2)
    }

    @Test func aLateFirstResultHoldsNoOtherBack() {
        let isLastMade = DispatchSemaphore(value: 0)
        var taken: [Int] = []
        Array(0..<300).parallelMap(inPartsOf: 2, width: 4) { number in
            if number == 0 { #expect(isLastMade.wait(timeout: .now() + 600) == .success) }
            if number == 299 { isLastMade.signal() }
            return number
        } inOrder: {
            taken.append($0)
        }
        #expect(taken == Array(0..<300))
    }

    @Test func twoClosuresGiveTheirResults() {
        let (number, word) = concurrently {
            6 * 7
        } _: {
            "forty-two"
        }
        #expect(number == 42 && word == "forty-two")
    }

    @Test(arguments: [(true, false, 1), (false, true, 2), (true, true, 1)])
    func theFirstFailureIsThrown(first: Bool, second: Bool, expected: Int) {
        #expect(throws: Failure(number: expected)) {
            try concurrently {
                if first { throw Failure(number: 1) }
            } _: {
                if second { throw Failure(number: 2) }
            }
        }
    }
}
