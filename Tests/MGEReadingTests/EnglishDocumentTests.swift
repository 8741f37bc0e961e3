import MGELayers
import Testing

@testable import MGEReading

/// English as it stands in requirements, minutes, wiki pages and chats.
@Suite struct EnglishDocumentTests {
    typealias Case = SentenceCase

    private static let requirements = [
        Case(
            "The system shall record the name and the address of each school. It is in English.",
            "school", ["name: string(..100)", "address: string(..300)"]),
        Case(
            "Each school has a city. The register shall hold, for every school, its name, its phone and its "
                + "roll number, which shall be unique.",
            "school",
            ["city: string(..100)", "name: string(..100)", "phone: string(..30)", "roll_number: string unique"]),
        Case(
            "Each school has a city. The system stores the name and the phone of each school.",
            "school", ["city: string(..100)", "name: string(..100)", "phone: string(..30)"]),
        Case(
            "We keep pupils with a name. The form also asks for their address.",
            "pupil", ["name: string(..100)", "address: string(..300)"]),
        Case(
            "Each form has a title. The form belongs to one clinic, and the form has a number. Clinics have a "
                + "name.",
            "form", ["title: string", "number: string", "clinic>clinic"]),
    ]

    private static let lists = [
        Case(
            "We keep plants with a name. Waterings are logged for a plant: the day, the litres and an "
                + "optional note.",
            "watering", ["day: date", "litres: decimal", "note: text optional", "plant>plant"]),
        Case(
            "We keep flags and accounts. Every change is logged: the account behind it, a timestamp and a "
                + "reason. Accounts have a name.",
            "change", ["timestamp: datetime", "reason: string(..300)", "account>account"]),
        Case(
            "A roost has a code. Surveyors. All volunteers. Name, email and licence class, the latter empty "
                + "for trainees.",
            "surveyor", ["name: string(..100)", "email: email", "licence_class: string"]),
        Case(
            "We have cakes with a shape. And bakers? First name and surname. A cake is baked by one baker.",
            "baker", ["first_name: string(..100)", "surname: string(..100)"]),
    ]

    private static let subjects = [
        Case(
            "Tools have an asset tag and a name. Inductions have a score. Asset tags are unique.",
            "tool", ["asset_tag: string unique", "name: string(..100)"]),
        Case(
            "Members have a name and a tier. Inductions have a score. Tier is one of basic, plus and staff.",
            "member", ["name: string(..100)", "tier: enum(basic, plus, staff)"]),
        Case(
            "A zone has a code. A street can be added to a zone. It has a name and a number of bays.",
            "street", ["name: string(..100)", "number_of_bays: integer", "zone>zone optional"]),
        Case(
            "Streets belong to a zone. They have a name and a length. Zones have a code.",
            "street", ["name: string(..100)", "length: float", "zone>zone"]),
        Case(
            "A resident can file an appeal. It has a date and grounds. Residents have a name.",
            "appeal", ["date: date", "grounds: string", "resident>resident"]),
    ]

    private static let values = [
        Case(
            "Instructors need a name and the date on which their badge runs out.",
            "instructor", ["name: string(..100)", "date_badge_runs_out: date"]),
        Case(
            "A loan has the day on which it is due and the day the book came back. Books have a title.",
            "loan", ["day_due: date", "day_came_back: date", "book>book restrict"]),
        Case(
            "A car has a plate and a mileage, with 0 as its default.",
            "car", ["plate: string(..20)", "mileage: integer = 0"]),
        Case(
            "A trip has a date, whether it has been paid (no, until somebody ticks it) and a price.",
            "trip", ["date: date", "paid: boolean = false", "price: decimal"]),
        Case(
            "A quote has a total and accepted yes or no, which is no at first.",
            "quote", ["total: decimal", "accepted: boolean = false"]),
        Case(
            "A client is known by a tax number of 9 characters that identifies it alone, and an email.",
            "client", ["tax_number: string(9..9) unique", "email: email"]),
    ]

    private static let deletions = [
        Case(
            "Each site has a name. An order has a number and is for a site. Sites with orders in them are not "
                + "deletable.",
            "order", ["number: string", "site>site restrict"]),
        Case(
            "Each site has a name. An order has a number and is for a site. A site cannot be taken off while "
                + "orders point at it.",
            "order", ["number: string", "site>site restrict"]),
        Case(
            "Each site has a name. An order has a number and is for a site. Nobody may delete a site which "
                + "has orders.",
            "order", ["number: string", "site>site restrict"]),
        Case(
            "Each site has a name. An order has a number and is for a site. A site with orders shall not be "
                + "removable.",
            "order", ["number: string", "site>site restrict"]),
    ]

    @Test("What the system shall keep", arguments: requirements)
    func requirementsAreRead(_ expected: Case) throws { try expected.check() }

    @Test("Lists behind a colon, or behind a sentence that only names something", arguments: lists)
    func listsAreRead(_ expected: Case) throws { try expected.check() }

    @Test("What a sentence goes on to speak of", arguments: subjects)
    func subjectsAreFound(_ expected: Case) throws { try expected.check() }

    @Test("Times that are named by what happens then, and defaults", arguments: values)
    func valuesAreRead(_ expected: Case) throws { try expected.check() }

    @Test("What may not be deleted", arguments: deletions)
    func deletionsAreRead(_ expected: Case) throws { try expected.check() }

    @Test("Messages of a chat, without their stamps")
    func messagesAreRead() throws {
        let chat = """
            [21:02] Milo: a room has a name and a theme
            [21:03] Jas K.: and bookings?
            [21:05] Milo: a booking is for one room. it has a start time and a price
            """
        let document = try ReadingSupport.read(chat)
        #expect(document.entities.map(\.name) == ["room", "booking"])
        #expect(try ReadingSupport.read(chat).shown("booking") == ["start_time: time", "price: decimal", "room>room"])
    }

    @Test(
        "Where a stamp ends",
        arguments: [
            ("[21:02] Milo: rooms", 14), ("14/3/24, 9:15 - Ana María: los", 27),
            ("[12/03/2024, 9:15:30 PM] J. K.: ok", 32),
            ("21:02 to 23:00: closed", nil), ("[21:02] rooms", nil), ("10:30", nil), ("2 rooms: one", nil), ("[", nil),
        ] as [(String, Int?)])
    func stampsAreMeasured(_ line: String, _ length: Int?) {
        #expect(MessageStamp.length(Array(line)[...]) == length)
    }
}
