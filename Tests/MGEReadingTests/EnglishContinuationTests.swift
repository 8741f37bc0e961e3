import Testing

@testable import MGEReading

/// Clauses of English sentences that go on with what was said before them.
@Suite struct EnglishContinuationTests {
    typealias Case = SentenceCase

    static let missing = [
        Case(
            "A parcel has a weight. A parcel can be insured by a broker, but that's optional. Brokers have a name.",
            "parcel", ["weight: decimal", "broker>broker optional"]),
        Case(
            "A diver belongs to a club, but divers without a club are allowed. Divers have a name. Clubs have a name.",
            "diver", ["name: string(..100)", "club>club optional"]),
        Case(
            "Goats live in barns and have a name. A barn has a number. Some goats live in the garden and aren't "
                + "in any barn.",
            "goat", ["name: string(..100)", "barn>barn optional"]),
        Case(
            "A vase has a colour. When the auction ends, the vase gets a buyer. Buyers have a name.",
            "vase", ["colour: string", "buyer>buyer optional"]),
        Case(
            "A licence has a start date. It also records the inspector who approved it, which is empty until then. "
                + "Inspectors have a name.",
            "licence", ["start_date: date", "approved_by>inspector optional"]),
    ]

    static let clauses = [
        Case(
            "A silo is identified by a short code, which no other silo may share, and it also has a name and a height. "
                + "Lorries stand at a silo. A lorry has a plate.",
            "silo", ["short_code: string(..50) unique", "name: string(..100)", "height: decimal"]),
        Case(
            "A ballot refers to a proposal and its answer is yes, no or abstain. Proposals have a title.",
            "ballot", ["answer: enum(yes, no, abstain)", "proposal>proposal"]),
        Case(
            "A loom has a serial number and a frame colour. The serial number is unique; frame colour may be left blank.",
            "loom", ["serial_number: string(..50) unique", "frame_colour: string optional"]),
        Case(
            "A quarry has an opening date and, once work there has finished, a closing date.",
            "quarry", ["opening_date: date", "closing_date: date optional"]),
        Case(
            "A poster has a title. It moves through the states drafted, printed and hung.",
            "poster", ["title: string", "state: enum(drafted, printed, hung)"]),
        Case(
            "A robe has a size, and it goes through cut, sewn and ironed.",
            "robe", ["size: integer", "status: enum(cut, sewn, ironed)"]),
        Case(
            "A trial has a name. There is a single verdict for each trial. It has a date and, after the appeal, a note.",
            "verdict", ["date: date", "note: text optional", "trial>trial unique"]),
        Case(
            "The heart of it all is the barge, with a name and a length. A barge belongs to one wharf. Wharfs have a name.",
            "barge", ["name: string(..100)", "length: float", "wharf>wharf"]),
        Case(
            "A bill is issued for one stay and a stay has at most one bill: number (unique, 12 characters at most), issue "
                + "date and total. A stay has a date.",
            "bill", ["number: string(..12) unique", "issue_date: date", "total: decimal", "stay>stay unique"]),
        Case(
            "We hold fairs for a village. A fair has a date. A village has a name.",
            "fair", ["date: date", "village>village"]),
    ]

    static let relations = [
        Case(
            "A field is let under a lease, and over the years there may be several leases for one field. A field has a "
                + "name. A lease has a date.",
            "lease", ["date: date", "field>field"]),
        Case(
            "A lap belongs to a heat and to a start and has a time. There is at most one lap for each start. A start has a "
                + "number. A heat has a number.",
            "lap", ["time: time", "heat>heat", "start>start unique"]),
        Case(
            "Rowers have a name. Regattas have a name. Rowers are entered in regattas. A start refers to a rower and a "
                + "regatta and has a number.",
            "rower", ["name: string(..100)"]),
        Case(
            "A song has a title and a lyricist, who is also kept as a musician. Musicians have a name.",
            "song", ["title: string", "lyricist>musician"]),
        Case(
            "A pier has a letter. A mooring has a mooring number and is at a pier. Mooring numbers don't repeat within a "
                + "pier.",
            "mooring", ["mooring_number: string", "pier>pier", "unique mooring_number + pier"]),
        Case(
            "A house has a name. A flat has a flat number and is in a house. The flat number may not be repeated inside "
                + "a house.",
            "flat", ["flat_number: string", "house>house", "unique flat_number + house"]),
    ]

    static let values = [
        Case(
            "A kiosk has a code of two to four characters and a name with 3 until 30 characters.",
            "kiosk", ["code: string(2..4)", "name: string(3..30)"]),
        Case(
            "A bundle has a JSON body and a deposit.",
            "bundle", ["json_body: json", "deposit: decimal"]),
    ]

    @Test("References that may be missing, in a clause of its own", arguments: missing)
    func missingReferencesAreRead(_ expected: Case) throws { try expected.check() }

    @Test("Clauses that go on with what is spoken of", arguments: clauses)
    func clausesAreRead(_ expected: Case) throws { try expected.check() }

    @Test("What refers to what, and in what it is unique", arguments: relations)
    func relationsAreRead(_ expected: Case) throws { try expected.check() }

    @Test("Bounds and types in words", arguments: values)
    func valuesAreRead(_ expected: Case) throws { try expected.check() }
}
