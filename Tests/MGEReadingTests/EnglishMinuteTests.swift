import MGELayers
import Testing

@testable import MGEReading

/// English of minutes, annexes and chats, where what is kept often comes before or after its verb.
@Suite struct EnglishMinuteTests {
    typealias Case = SentenceCase

    private static let kept = [
        Case(
            "A pump has a code. Wanted for a pump: a serial number, unique for good; the length in metres; and a remark.",
            "pump", ["code: string(..50)", "serial_number: string(..50) unique", "length: float", "remark: string"]),
        Case(
            "A shelf has a code. A box stands on one shelf. Stored on a box are its label, the height in metres and a colour.",
            "box", ["label: string", "height: decimal", "colour: string", "shelf>shelf"]),
        Case(
            "A house has a code. Then the rooms, of which a house can have several. I fill in a label and a height "
                + "in metres.",
            "room", ["label: string", "height: decimal", "house>house"]),
        Case(
            "A shop has a code. For a shop I put the shape (round, square) and the price in pounds.",
            "shop", ["code: string(..50)", "shape: enum(round, square)", "price: decimal"]),
        Case(
            "A wall has a code. A wall has one paint. A paint is a brand, a shade and an expiry date.",
            "paint", ["brand: string", "shade: string", "expiry_date: date"]),
    ]

    private static let rules = [
        Case(
            "A train has a code. A train breaks down into wagons. A wagon has a position. Positions may not collide "
                + "inside one train.",
            "wagon", ["position: integer", "train>train", "unique position + train"]),
        Case(
            "A rope has a batch code that never comes round again.",
            "rope", ["batch_code: string(..50) unique"]),
        Case(
            "A tool has a weight in kilos and a grade: minor, major or grave, minor being presumed.",
            "tool", ["weight: decimal", "grade: enum(minor, major, grave) = minor"]),
    ]

    @Test("What is kept, in whichever place it stands", arguments: kept)
    func keptIsRead(_ expected: Case) throws { try expected.check() }

    @Test("What must differ and what is presumed", arguments: rules)
    func rulesAreRead(_ expected: Case) throws { try expected.check() }
}
