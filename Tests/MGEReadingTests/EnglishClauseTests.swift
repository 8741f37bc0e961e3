import MGECore
import MGELayers
import Testing

@testable import MGEReading

/// English sentences as people write them: clauses within lists, verbs behind them, questions and pronouns.
@Suite struct EnglishClauseTests {
    typealias Case = SentenceCase

    static let clauses = [
        Case(
            "Fitters have a name, an email (no two fitters may use the same one), a phone and a start date.",
            "fitter", ["name: string(..100)", "email: email unique", "phone: string(..30)", "start_date: date"]),
        Case(
            "A lamp has a code, all different, a colour, which may be absent, and a price, never under 2 euros.",
            "lamp", ["code: string(..50) unique", "colour: string optional", "price: decimal(2..)"]),
        Case(
            "Each orchard song has a village, a choir, a capacity and a title. No two orchard songs of the same village "
                + "share their capacity. The capacity of an orchard song must be at least 9. No two orchard songs of the "
                + "same choir share their capacity. No two orchard songs share their capacity.",
            "orchard song",
            [
                "village: string", "choir: string", "capacity: integer(9..) unique", "title: string",
                "unique village + capacity", "unique choir + capacity",
            ]),
        Case(
            "Each winter depot has a name and each day pass has a colour. Each month a bill is sent.",
            "winter depot", ["name: string(..100)"]),
        Case(
            "A diver has a name and whether they've passed the test.",
            "diver", ["name: string(..100)", "passed_test: boolean"]),
        Case(
            "A gallery has paintings. Paintings have a title and the style can be oil, watercolour or "
                + "print and also the width in centimetres.",
            "painting", ["title: string", "style: enum(oil, watercolour, print)", "width: decimal", "gallery>gallery"]),
        Case(
            "A subscriber has a name, the phone is optional and an email, it has to be unique.",
            "subscriber", ["name: string(..100)", "phone: string(..30) optional", "email: email unique"]),
        Case(
            "Each machine has a serial number and a mode, being manual or automatic, the default being "
                + "manual.",
            "machine", ["serial_number: string(..50)", "mode: enum(manual, automatic) = manual"]),
        Case(
            "A kite has a colour, a line length in metres, which is 30 unless we say otherwise, and the "
                + "staff are friendly.",
            "kite", ["colour: string", "line_length: float = 30.0"]),
        Case(
            "A tutor has a name and teaches in a room. Rooms have a number.",
            "tutor", ["name: string(..100)", "room>room"]),
        Case(
            "Lawyers have a name. Most lawyers have written to a judge. Judges have an email.",
            "lawyer", ["name: string(..100)", "judge>judge"]),
        Case(
            "A crate has a weight and the number of bottles we own. Crates have a colour.",
            "crate", ["weight: decimal", "number_of_bottles: integer", "colour: string"]),
        Case(
            "Each contract has a number, signed by both sides, with a start date and an end date.",
            "contract", ["number: string", "start_date: date", "end_date: date"]),
        Case(
            "A trophy has a name, a metal such as silver and a height like 20 cm. Trophies have a year.",
            "trophy", ["name: string(..100)", "metal: string", "height: decimal", "year: integer"]),
        Case(
            "A seal has a name, a species which is grey, harbour or other, birth date is mostly unknown "
                + "so it can be empty.",
            "seal", ["name: string(..100)", "species: enum(grey, harbour, other)", "birth_date: date optional"]),
    ]

    static let questions = [
        Case(
            "A shed has a number. What do I need about a tenant? The full name, the home address and a phone. "
                + "A tenant rents a shed.",
            "tenant",
            ["full_name: string", "home_address: string(..300)", "phone: string(..30)", "shed>shed"]),
        Case(
            "Volunteers do shifts. Volunteers! Name, mobile and email.",
            "volunteer", ["name: string(..100)", "mobile: string", "email: email"]),
        Case(
            "Guitars have a brand. We store when it was bought, what we paid for it, and how heavy it is.",
            "guitar", ["brand: string", "date_bought: date", "price_paid: decimal", "weight: decimal"]),
        Case(
            "Guitars have a brand. I want to know when I bought it, and its length in centimetres.",
            "guitar", ["brand: string", "date_bought: date", "length: float"]),
        Case(
            "A job has a title. For each job we note how long it takes, what was wrong and on what day it "
                + "is due.",
            "job", ["title: string", "duration: integer", "what_was_wrong: string", "day_due: date"]),
        Case(
            "Each hive has a colour and the year it was built.",
            "hive", ["colour: string", "year_built: integer"]),
        Case(
            "Tenants have a name and the date they moved in.",
            "tenant", ["name: string(..100)", "date_moved_in: date"]),
        Case(
            "A stall has a number. We note how much it costs, how long it is open and when it was "
                + "cleaned.",
            "stall", ["number: string", "price: decimal", "duration: integer", "date_cleaned: date"]),
    ]

    static let recorded = [
        Case(
            "For each berth the number, which must be unique, the length and the depth shall be recorded. "
                + "A berth belongs to one harbour. A harbour has a name.",
            "berth", ["number: string unique", "length: float", "depth: float", "harbour>harbour"]),
        Case(
            "A course is taught by one tutor, of whom the full name, the year of birth and, for those who "
                + "have left, the leaving date are recorded. A course has a title.",
            "tutor", ["full_name: string", "year_of_birth: integer", "leaving_date: date optional"]),
        Case(
            "Posters may be attached to a stand; a title and, optionally, a caption shall be kept for "
                + "each. A stand has a number.",
            "poster", ["title: string", "caption: string(..300) optional", "stand>stand optional"]),
        Case(
            "A book has a title. The year it was printed is noted as well. A book belongs to one shelf. "
                + "Each shelf has a letter.",
            "book", ["title: string", "year_printed: integer", "shelf>shelf"]),
        Case(
            "A lease is held by a leaseholder, whose full name and telephone are written down; an email "
                + "address may be supplied as well.",
            "leaseholder", ["full_name: string", "telephone: string", "email_address: email optional"]),
        Case(
            "Penalties are imposed on a driver; their amount and their due date shall be stored. A driver "
                + "has a name.",
            "penalty", ["amount: decimal", "due_date: date", "driver>driver"]),
        Case(
            "An artist is represented by a gallery; their name and year of birth are recorded. A gallery "
                + "has an address.",
            "artist", ["name: string(..100)", "year_of_birth: integer", "gallery>gallery"]),
        Case(
            "Each coach, whose name and licence number are required, trains several teams. Teams have a "
                + "name.",
            "coach", ["name: string(..100)", "licence_number: string"]),
    ]

    static let units = [
        Case(
            "A trail has a walking time in minutes, a length in kilometres and a toll in euros.",
            "trail", ["walking_time: integer", "length: float", "toll: decimal"]),
        Case(
            "Each tank has a depth in metres, a filling time in hours between 1 and 12 and a code.",
            "tank", ["depth: float", "filling_time: integer(1..12)", "code: string(..50)"]),
        Case(
            "A crate has a width in inches, a weight in kilos, never below 2, and a rental time in days.",
            "crate", ["width: decimal", "weight: decimal(2..)", "rental_time: integer"]),
    ]

    static let flags = [
        Case(
            "A patient has a name. Some have insurance and some don't.",
            "patient", ["name: string(..100)", "insurance: boolean"]),
        Case(
            "Gardens have a name. Some have a pond and others don't; assume they don't.",
            "garden", ["name: string(..100)", "pond: boolean = false"]),
        Case(
            "Each donor has a name. A separate flag says whether the donor is rhesus positive.",
            "donor", ["name: string(..100)", "rhesus_positive: boolean"]),
        Case(
            "A film has a title and whether it is a comedy, a drama or a western.",
            "film", ["title: string", "kind: enum(comedy, drama, western)"]),
        Case(
            "A defect has a severity between 1 and 5 and whether work was halted, which is presumed not "
                + "to be the case.",
            "defect", ["severity: integer(1..5)", "work_halted: boolean = false"]),
        Case(
            "Benches have a number. Some have a roof and others don't.",
            "bench", ["number: string", "roof: boolean"]),
    ]

    static let previous = [
        Case(
            "A sample has a barcode and a result. Until the result is in, it stays empty.",
            "sample", ["barcode: string(..50)", "result: string optional"]),
        Case(
            "A visit has a start date and an end date. As long as it goes on, the latter remains empty.",
            "visit", ["start_date: date", "end_date: date optional"]),
        Case(
            "A parcel has a weight and a recipient, for whom we keep the name and the address. The "
                + "recipient has a phone.",
            "recipient", ["name: string(..100)", "address: string(..300)", "phone: string(..30)"]),
        Case(
            "A rental has a start date and a return date. Until then that stays blank.",
            "rental", ["start_date: date", "return_date: date optional"]),
    ]

    static let topics = [
        Case(
            "A wine is made by one producer and has a name. As for the producers, just the name, the "
                + "region and maybe a website.",
            "producer", ["name: string(..100)", "region: string", "website: url optional"]),
        Case(
            "Recitals are planned early. For a recital one enters a date, a venue and the name of the "
                + "pianist. Recitals have a fee.",
            "recital", ["date: date", "venue: string", "name_of_the_pianist: string(..100)", "fee: decimal"]),
        Case(
            "An outage affects a line and has a code, and what is stored is the cause and a comment. "
                + "Lines have a number.",
            "outage", ["code: string(..50)", "cause: string", "comment: text", "line>line"]),
        Case(
            "An animal is treated at one clinic. An animal has a name. clinic only name and telephone",
            "clinic", ["name: string(..100)", "telephone: string"]),
        Case(
            "A match is led by one referee and has a date. As for the referees, only a name and a licence "
                + "number.",
            "referee", ["name: string(..100)", "licence_number: string"]),
    ]

    @Test("Clauses in a list of fields say something of a field, or end the list", arguments: clauses)
    func clausesInLists(_ expected: Case) throws {
        try expected.check()
    }

    @Test("An indirect question asks for a field", arguments: questions)
    func questionsAreFields(_ expected: Case) throws {
        try expected.check()
    }

    @Test("A list of fields may stand before its verb", arguments: recorded)
    func listsBeforeTheirVerb(_ expected: Case) throws {
        try expected.check()
    }

    @Test("What is measured in a unit is a number", arguments: units)
    func unitsAreNumbers(_ expected: Case) throws {
        try expected.check()
    }

    @Test("What is so or not is a flag, and one of several kinds an enumeration", arguments: flags)
    func flagsAndKinds(_ expected: Case) throws {
        try expected.check()
    }

    @Test("A sentence may say something of the field before it", arguments: previous)
    func fieldsBefore(_ expected: Case) throws {
        try expected.check()
    }

    @Test("A topic owns the list that follows it", arguments: topics)
    func topicsOwnLists(_ expected: Case) throws {
        try expected.check()
    }

    private static let requests = [
        Case(
            "Bottles hold one wine. Give every bottle a code of at most 12 characters, and give each a shelf. "
                + "Wines have a name.",
            "bottle", ["code: string(..12)", "shelf: string", "wine>wine"]),
        Case(
            "Whenever a vial is taken out, log a withdrawal: the exact date, the amount and the purpose. "
                + "Vials have a barcode.",
            "withdrawal", ["exact_date: date", "amount: decimal", "purpose: text"]),
        Case(
            "As a climber, I sign up with an email nobody else has and a username between 3 and 20 characters long. "
                + "Climbers have a birthday.",
            "climber", ["email: email unique", "username: string(3..20)", "birthday: date"]),
        Case(
            "Ask researchers for their name, an institute email that no other researcher has, and a leaving date, empty "
                + "for as long as they're with us. Researchers work in labs. Labs have a number of benches, 1 to 24.",
            "researcher",
            ["name: string(..100)", "institute_email: email unique", "leaving_date: date optional", "lab>lab"]),
        Case(
            "Researchers work on projects. Take down a project's title and its cost centre. Researchers have a name.",
            "project", ["title: string", "cost_centre: string"]),
        Case(
            "Could a tenancy then connect one tenant with one plot? It has a start date. Plots have a number.",
            "tenancy", ["start_date: date", "tenant>tenant", "plot>plot"]),
    ]

    @Test("What is asked for in an imperative or a question is read as it were stated", arguments: requests)
    func requestsAreStatements(_ expected: Case) throws {
        try expected.check()
    }

    private static let asides = [
        Case(
            "Each site is divided into plots. Every plot has a plot number (there's a plot 1 everywhere, but never two "
                + "on the same site), an area in square metres and a state, by which I mean cultivated or vacant.",
            "plot",
            ["plot_number: string", "area: float", "state: enum(cultivated, vacant)", "site>site"]),
        Case(
            "Finds are packed in boxes. On a box are written its box number, which occurs once, and the shelf. "
                + "A find has a name.",
            "box", ["box_number: string unique", "shelf: string"]),
        Case(
            "A layer belongs to one trench. It is given a number, which is unique, and a colour. Trenches have a code.",
            "layer", ["number: string unique", "colour: string", "trench>trench"]),
        Case(
            "A vial has a position, 1 to 81, a code that is never used again and a note, which the newer ones tend not to "
                + "have yet. Vials are kept in a box, and a box has a label.",
            "vial", ["position: integer(1..81)", "code: string(..50) unique", "note: text optional", "box>box"]),
    ]

    @Test("A list goes on behind a rule that stands aside, and stands behind its verb", arguments: asides)
    func listsGoOn(_ expected: Case) throws {
        try expected.check()
    }

    @Test(
        "A word without an article is a verb, and no entity",
        arguments: [
            "Routes are set on a wall. Walls have a name, and routes have a grade.",
            "Thawed is thawed, so a wall is closed. Walls have a name, and routes are set on a wall and have a grade.",
        ])
    func verbsAreNoEntities(text: String) throws {
        #expect(try ReadingSupport.read(text).entities.map(\.name).sorted() == ["route", "wall"])
    }

    private static let pairs = [
        Case(
            "A guest has a name, a passport number and a phone, both optional. Guests book a room.",
            "guest",
            [
                "name: string(..100)", "passport_number: string(..20) optional", "phone: string(..30) optional",
            ]),
        Case(
            "A course has the start and end dates and a title. Courses are given in a room.",
            "course", ["start_date: date", "end_date: date", "title: string"]),
    ]

    @Test("Two fields may share their head, and what is said of them", arguments: pairs)
    func twoFieldsAtOnce(_ expected: Case) throws {
        try expected.check()
    }

    @Test("A word that differs by a letter from one that is used more often is that one")
    func misspeltEntitiesAreNoOthers() throws {
        let text =
            "A custumer has a name. Customers place orders. Each order is for one customer and has a date. We delete "
            + "no customer."
        #expect(try ReadingSupport.read(text).entities.map(\.name).sorted() == ["customer", "order"])
    }
}
