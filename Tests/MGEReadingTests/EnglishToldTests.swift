import MGELayers
import Testing

@testable import MGEReading

/// What English sentences tell of fields: which case is the usual one, what nothing else has, and what all of something is.
@Suite struct EnglishToldTests {
    typealias Case = SentenceCase

    static let usual = [
        Case(
            "An order has a code and a state open, paid or void, normally open.",
            "order", ["code: string(..50)", "state: enum(open, paid, void) = open"]),
        Case(
            "Every lamp has a code and a mood, one of calm, bright and dark, the first being the default.",
            "lamp", ["code: string(..50)", "mood: enum(calm, bright, dark) = calm"]),
        Case(
            "A partnership has a date and a status: trial, working or retired. New partnerships have the "
                + "status trial.",
            "partnership", ["date: date", "status: enum(trial, working, retired) = trial"]),
        Case(
            "A player has a name. Rating goes from 1 to 5 and begins at 3.",
            "player", ["name: string(..100)", "rating: integer(1..5) = 3"]),
        Case(
            "A log has a request count and an error count, the latter 0 when omitted.",
            "log", ["request_count: integer", "error_count: integer = 0"]),
        Case(
            "An order has a name and an open mark, which is on unless we close it.",
            "order", ["name: string(..100)", "open_mark: boolean = true"]),
        Case(
            "A lamp has a code. A lamp's name is a text, its mood is calm or wild, and a remark may be "
                + "supplied.",
            "lamp", ["code: string(..50)", "name: text", "mood: enum(calm, wild)", "remark: string optional"]),
    ]

    static let unique = [
        Case(
            "A member has a badge number nobody else in the club uses, a name and a phone.",
            "member", ["badge_number: string unique", "name: string(..100)", "phone: string(..30)"]),
        Case(
            "A bike has a colour. The frame number is five characters long, and no other bike has the same "
                + "one.",
            "bike", ["colour: string", "frame_number: string(5..5) unique"]),
        Case(
            "A borehole has a reference and a county, and the two in combination must be unique.",
            "borehole", ["reference: string", "county: string", "unique reference + county"]),
        Case(
            "A bike has a colour. A frame number may occur on one bike only.",
            "bike", ["colour: string", "frame_number: string unique"]),
        Case(
            "Users sign in with a username, 2 to 32 characters long, and nobody can take one that's in use. "
                + "Users have a bio.",
            "user", ["username: string(2..32) unique", "bio: text"]),
        Case(
            "A donor is registered under a donor number, which belongs to that person alone, and has a name.",
            "donor", ["donor_number: string unique", "name: string(..100)"]),
    ]

    static let fields = [
        Case(
            "A theme is nothing but a label, unique. A puzzle has a title. Puzzles carry any number of "
                + "themes.",
            "theme", ["label: string unique", "puzzle>puzzle"]),
        Case(
            "A frame has a code. We note the retail price and, when the supplier tells us, the country of "
                + "origin.",
            "frame", ["code: string(..50)", "retail_price: decimal", "country_of_origin: string(..100) optional"]),
        Case(
            "Every gift belongs to a donor; on it go the date, the amount in euros and a note. A donor has a "
                + "name.",
            "gift", ["date: date", "amount: decimal", "note: text", "donor>donor"]),
        Case(
            "For each gift we store a gift number, unique, a price and the gift date. A gift has a giver.",
            "gift", ["gift_number: string unique", "price: decimal", "gift_date: date", "giver: string"]),
        Case(
            "Give a hike a name and a length. Add a note, optional. Insist on a start time.",
            "hike", ["name: string(..100)", "length: float", "note: text optional", "start_time: time"]),
        Case(
            "A session has a date. Weight before is always measured, weight after may be missing.",
            "session", ["date: date", "weight_before: decimal", "weight_after: decimal optional"]),
        Case(
            "A trip has a date, a mileage before and a mileage after.",
            "trip", ["date: date", "mileage_before: integer", "mileage_after: integer"]),
        Case(
            "A school has a name and, should it wish to be listed, a website.",
            "school", ["name: string(..100)", "website: url optional"]),
        Case(
            "A dog has a name, a nickname chosen by the jury, and a colour picked by the owner.",
            "dog", ["name: string(..100)", "nickname: string(..50)", "colour: string"]),
    ]

    static let types = [
        Case(
            "An annotation has the coordinates as JSON, a status and a note as plain text.",
            "annotation", ["coordinates: json", "status: string", "note: text"]),
        Case(
            "A bulletin has a valid-from and a valid-until timestamp, and a title.",
            "bulletin", ["valid_from: datetime", "valid_until: datetime", "title: string"]),
        Case(
            "A program has a title, and a lowest reward and a highest reward in dollars.",
            "program", ["title: string", "lowest_reward: decimal", "highest_reward: decimal"]),
        Case(
            "A report has a CVSS score from 0.0 to 10.0 and a title.",
            "report", ["cvss_score: float(0..10)", "title: string"]),
        Case(
            "A team has a name, a maximal number of players, this is between 4 and 64, and a colour.",
            "team", ["name: string(..100)", "maximal_number_of_players: integer(4..64)", "colour: string"]),
        Case(
            "A piece has a title, a link to a photo and whether it is for sale, which is no by default.",
            "piece", ["title: string", "link_to_a_photo: url", "for_sale: boolean = false"]),
        Case(
            "A sample has protein, gluten and grade that is A, B, C or feed.",
            "sample", ["protein: decimal", "gluten: string", "grade: enum(A, B, C, feed)"]),
        Case(
            "A tour has a name and a flag that says whether a receipt is required, true by default.",
            "tour", ["name: string(..100)", "receipt_required: boolean = true"]),
    ]

    @Test("Usual cases, and what holds until it is changed", arguments: usual)
    func usualAreRead(_ expected: Case) throws { try expected.check() }

    @Test("What nothing else has", arguments: unique)
    func uniqueAreRead(_ expected: Case) throws { try expected.check() }

    @Test("Fields that are on something, or all of it", arguments: fields)
    func fieldsAreRead(_ expected: Case) throws { try expected.check() }

    @Test("Types behind the name, and of two names", arguments: types)
    func typesAreRead(_ expected: Case) throws { try expected.check() }
}
