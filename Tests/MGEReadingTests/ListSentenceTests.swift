import Testing

@testable import MGEReading

/// Sentences in the items of lists, which say something of what the item is about.
@Suite struct ListSentenceTests {
    typealias Case = SentenceCase

    private static let tours = """
        Tours

        - the **guides**: name, phone
        - the **coaches**: plate, seats
        - the **tours**: day, price. The guide who leads it is noted once it is known. It is driven in one coach
        - the **doors**: tag (unique), opens one locker or more, and a locker can have more than one door
        - the **lockers**: number
        - the **checks**: date. There is only one check per coach and date

        A check covers one coach.
        """

    static let cases: [Case] = [
        Case(
            tours, "tour", ["day: date", "price: decimal", "guide>guide optional", "coach>coach"]),
        Case(
            tours, "door locker", ["door>door", "locker>locker", "unique door + locker"]),
        Case(
            tours, "check", ["date: date", "coach>coach", "unique date + coach"]),
    ]

    @Test("A sentence in an item speaks of what the item is about", arguments: cases)
    func sentence(_ expected: Case) throws { try expected.check() }
}
