import MGELayers
import Testing

@testable import MGEReading

/// English as engineers write it in tickets and specifications: terse clauses, signs, and rules in passing.
@Suite struct EnglishSpecificationTests {
    typealias Case = SentenceCase

    static let lists = [
        Case(
            "Blots belong to a ledger: a caption, a size and a colour, which is red or blue. A ledger has a title.",
            "blot", ["caption: string(..300)", "size: integer", "colour: enum(red, blue)", "ledger>ledger"]),
        Case(
            "A lap is of one rider on one track: seconds integer, finished at timestamp, video link optional. A "
                + "rider has a name. A track has a title.",
            "lap",
            [
                "seconds: integer", "finished_at: datetime", "video_link: url optional", "rider>rider", "track>track",
            ]),
        Case(
            "A goal belongs to a team: a title, and a state, which is on track, at risk or done. A team has a name.",
            "goal", ["title: string", "state: enum(on track, at risk, done)", "team>team"]),
        Case(
            "A list has a title, sort direction up or down, and a limit from 1 to 50.",
            "list", ["title: string", "sort_direction: enum(up, down)", "limit: integer(1..50)"]),
        Case(
            "A visit has a purpose and status planned, on site, left or gone, default planned. A site has a name.",
            "visit", ["purpose: text", "status: enum(planned, on site, left, gone) = planned"]),
        Case(
            "A tour has a start date, between 3 and 9 stops, and a status: open or full.",
            "tour", ["start_date: date", "stops: integer(3..9)", "status: enum(open, full)"]),
        Case(
            "A kit has an active flag, at least 2 screws and a weight, from 1 to 20 kilos.",
            "kit", ["active: boolean", "screws: integer(2..)", "weight: decimal(1..20)"]),
        Case(
            "A ward has a label and max guests from 10 to 90.",
            "ward", ["label: string", "max_guests: integer(10..90)"]),
        Case(
            "A driver has a name. A tram has a number. A driver, who has a licence, steers the tram; until it is "
                + "built it has no driver.",
            "tram", ["number: string", "driver>driver optional"]),
        Case(
            "Every clerk has a badge and a deputy, also a clerk, except the director, who has none.",
            "clerk", ["badge: string", "deputy>clerk optional"]),
        Case(
            "For each boat a name and a hull (wood, steel or plastic; steel by default) are stored.",
            "boat", ["name: string(..100)", "hull: enum(wood, steel, plastic) = steel"]),
    ]

    static let fields = [
        Case(
            "A lamp has a colour and a dimmed flag that starts out true.",
            "lamp", ["colour: string", "dimmed: boolean = true"]),
        Case(
            "A lamp has a wattage from 5 to 60, 20 if you don't change it, and a label.",
            "lamp", ["wattage: integer(5..60) = 20", "label: string"]),
        Case(
            "A lamp has a state (off, dim or bright, starting with dim) and a label.",
            "lamp", ["state: enum(off, dim, bright) = dim", "label: string"]),
        Case(
            "A guest has a nickname of 4 or more characters and a code of 6 or fewer letters.",
            "guest", ["nickname: string(4..)", "code: string(..6)"]),
        Case(
            "A call has a check in datetime, a check out datetime that are both null at begin, and a topic.",
            "call", ["check_in: datetime optional", "check_out: datetime optional", "topic: string"]),
        Case(
            "A step has an order (integer, >= 0), a size (<= 20) and a length ≥ 3.",
            "step", ["order: integer(0..)", "size: integer(..20)", "length: float(3..)"]),
    ]

    static let relations = [
        Case(
            "A stamp marks one parcel with one tariff. A parcel has a weight. A tariff has a name. A stamp has a "
                + "date.",
            "stamp", ["date: date", "parcel>parcel", "tariff>tariff"]),
        Case(
            "A crew holds several sailors, just as a sailor serves in many crews. It has a motto. A sailor has a "
                + "name.",
            "crew", ["motto: string"]),
        Case(
            "Farms get an inspection each year. A farm has a name. An inspection is of one farm and has a date.",
            "inspection", ["date: date", "farm>farm"]),
        Case(
            "Farms get an inspection each year. A farm has a name. An inspection is of one farm and has a date.",
            "farm", ["name: string(..100)"]),
        Case(
            "A clerk has a name. A page has a slug and remembers the clerk who wrote it as its author.",
            "page", ["slug: string(..100)", "author>clerk"]),
        Case(
            "A leaflet has a title, an author and, once checked, a reviewer, both of them clerks. A clerk has a name.",
            "leaflet", ["title: string", "author>clerk", "reviewer>clerk optional"]),
        Case(
            "A run has a seed and a starter, who is a clerk with a code and an email. A clerk has a name.",
            "clerk", ["code: string(..50)", "email: email", "name: string(..100)"]),
    ]

    static let groups: [(text: String, entity: String, names: [String])] = [
        ("Plots have a row, a column and a soil, where row plus column is unique.", "plot", ["row", "column"]),
        (
            "A river has a name. A reading belongs to a river and has a day and a level; (river, day) is unique.",
            "reading", ["day", "river"]
        ),
        (
            "A farm has a name. Barns belong to a farm and have a code. Cows belong to a farm and have a tag. A stay "
                + "ties one cow to one barn: it has a start date. Cow and barn are unique together.", "stay",
            ["cow", "barn"]
        ),
        (
            "A tenant has a name. A bill belongs to a tenant and has a due date. No tenant has two bills with the "
                + "same due date.", "bill", ["tenant", "due_date"]
        ),
        (
            "A league has a title. Teams belong to a league. A team has a name (unique within its league) and a size.",
            "team", ["name", "league"]
        ),
        (
            "Client: name, unique. Project: belongs to one client; code, max 10 characters, unique per client; name.",
            "project", ["client", "code"]
        ),
    ]

    @Test("Lists behind colons, with signs, and of what has no name alone", arguments: lists)
    func listsAreRead(_ expected: Case) throws { try expected.check() }

    @Test("Defaults and bounds in passing", arguments: fields)
    func fieldsAreRead(_ expected: Case) throws { try expected.check() }

    @Test("What refers to what, said in passing", arguments: relations)
    func relationsAreRead(_ expected: Case) throws { try expected.check() }

    @Test("What is unique together", arguments: groups)
    func groupsAreRead(_ expected: (text: String, entity: String, names: [String])) throws {
        let document = try ReadingSupport.read(expected.text)
        let entity = try #require(document.entities.first { $0.name == expected.entity })
        #expect(entity.uniqueTogether.map(Set.init).contains(Set(expected.names)))
    }

    @Test("Labelled sentences with a type and with cases behind a verb")
    func labelledSentencesAreRead() throws {
        let text =
            "Client: name, unique. Timesheet: belongs to a client; week start, a date; state is draft, sent or paid, "
            + "initially draft; comment, optional."
        #expect(
            try ReadingSupport.read(text).shown("timesheet") == [
                "week_start: date", "state: enum(draft, sent, paid) = draft", "comment: text optional",
                "client>client",
            ])
    }
}
