import MGECore
import Testing

@testable import MGEReading

/// How clauses hang together: who owns what, what goes on behind `and`, what stands in parentheses and between commas.
@Suite struct ProseClauseTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var text: String
        /// All that the entities have, as far as the text says it.
        var shown: [String: [String]]
        var testDescription: String { text }
    }

    static let clauses = [
        Case(
            text: "Courses have a title and a level, either beginner or advanced. The price of a course is at least 5. "
                + "The title has at most 80 characters. The level defaults to beginner.",
            shown: [
                "course": ["title: string(..80)", "level: enum(beginner, advanced) = beginner", "price: decimal(5..)"]
            ]),
        Case(
            text:
                "A shipment has a reference and a status. The status of a shipment is pending, shipped or delivered, and "
                + "starts out as pending.",
            shown: ["shipment": ["reference: string", "status: enum(pending, shipped, delivered) = pending"]]),
        Case(
            text:
                "Each bed has a number and belongs to a ward. A bed's number is unique within its ward. Wards have a name.",
            shown: ["bed": ["number: string", "ward>ward", "unique number + ward"], "ward": ["name: string(..100)"]]),
        Case(
            text:
                "A vessel has a name. Its length may not exceed 400. Its price is set by the owner. Its colour is red.",
            shown: ["vessel": ["name: string(..100)", "length: float(..400)"]]),
        Case(
            text: "Bookings have a date. For each booking we need the number of guests and a comment.",
            shown: ["booking": ["date: date", "number_of_guests: integer", "comment: text"]]),
        Case(
            text: "Each lamp has a price. The price of each lamp is paid by a member. Members have a name.",
            shown: ["lamp": ["price: decimal"], "member": ["name: string(..100)"]]),
        Case(
            text: "Each gate has a code and a level. The maximum level is 40.",
            shown: ["gate": ["code: string(..50)", "level: integer(..40)"]]),
        Case(
            text:
                "A judge has a name and a project has a title. Each score belongs to a judge and to a project and has a "
                + "comment. One judge can't score the same project twice.",
            shown: ["score": ["comment: text", "judge>judge", "project>project", "unique judge + project"]]),
        Case(
            text: "Each boat has a code and a colour, the last being unique. Some boats have no colour.",
            shown: ["boat": ["code: string(..50)", "colour: string unique optional"]]),
        Case(
            text: "Each project has a title, the link to the repository and an email of its own.",
            shown: ["project": ["title: string", "link_to_the_repository: url", "email: email unique"]]),
        Case(
            text: "A member has an email. We take the member's name and phone number.",
            shown: [
                "member": ["email: email", "name: string(..100)", "phone_number: string(..30)"]
            ]),
        Case(
            text: "Each tenant has an email. We write down a tenant's full name and birthday, plus a short "
                + "biography.",
            shown: [
                "tenant": ["email: email", "full_name: string", "birthday: date", "short_biography: text"]
            ]),
        Case(
            text: "Each guide has an email. Note the guide's name and the guide's phone number.",
            shown: [
                "guide": ["email: email", "name: string(..100)", "phone_number: string(..30)"]
            ]),
        Case(
            text: "Each test is carried out on one sample and follows one method. A sample has a code and a "
                + "method has a title.",
            shown: [
                "sample": ["code: string(..50)"],
                "method": ["title: string"],
            ]),
        Case(
            text: "A show has a title. Each show runs in one hall and needs one director. A hall has a name, "
                + "and each director has a name.",
            shown: [
                "show": ["title: string", "hall>hall", "director>director"],
                "hall": ["name: string(..100)"],
                "director": ["name: string(..100)"],
            ]),
        Case(
            text: "An audit is led by one inspector and approved by another. Each audit has a date, and "
                + "inspectors have a name.",
            shown: [
                "audit": ["date: date", "inspector>inspector", "approved_by>inspector"],
                "inspector": ["name: string(..100)"],
            ]),
        Case(
            text: "A translation is written by one editor and checked by a second one. Each translation has a "
                + "title. Editors have a name.",
            shown: [
                "translation": ["title: string", "editor>editor", "checked_by>editor"],
                "editor": ["name: string(..100)"],
            ]),
        Case(
            text: "Each driver has a name. A trip has a date, is driven by one driver and may be finished by "
                + "another.",
            shown: [
                "driver": ["name: string(..100)"],
                "trip": ["date: date", "driver>driver", "finished_by>driver optional"],
            ]),
        Case(
            text: "Each method has a title, a code and a unit, no two methods having the same code.",
            shown: [
                "method": ["title: string", "code: string(..50) unique", "unit: string"]
            ]),
        Case(
            text: "Each locker belongs to a gym and has a number, no two lockers of a gym having the same "
                + "number. Each gym has a name.",
            shown: [
                "locker": ["number: string", "gym>gym", "unique gym + number"],
                "gym": ["name: string(..100)"],
            ]),
        Case(
            text: "Customers have a phone number (no two customers have the same phone number) and a name.",
            shown: [
                "customer": ["phone_number: string(..30) unique", "name: string(..100)"]
            ]),
        Case(
            text: "A sensor has a name. A reading has a value and a timestamp, and a sensor can never have "
                + "two readings with the same timestamp. Each reading belongs to a sensor.",
            shown: [
                "sensor": ["name: string(..100)"],
                "reading": ["value: decimal", "timestamp: datetime", "sensor>sensor", "unique sensor + timestamp"],
            ]),
        Case(
            text: "Each member has a nickname if they like one and an email.",
            shown: [
                "member": ["nickname: string(..50) optional", "email: email"]
            ]),
        Case(
            text: "Each member has a nickname, once there is one, and an email.",
            shown: [
                "member": ["nickname: string(..50) optional", "email: email"]
            ]),
        Case(
            text: "Each member has an email, and, if they have one, a website.",
            shown: [
                "member": ["email: email", "website: url optional"]
            ]),
        Case(
            text: "Each plot has a nickname and the date when it was sold.",
            shown: [
                "plot": ["nickname: string(..50)", "date_sold: date"]
            ]),
        Case(
            text: "Each gate is either open or closed. Each gate has a code.",
            shown: [
                "gate": ["status: enum(open, closed)", "code: string(..50)"]
            ]),
        Case(
            text: "A donor is either a person or a shop. Each donor has an email.",
            shown: [
                "donor": ["kind: enum(person, shop)", "email: email"]
            ]),
        Case(
            text: "Each ticket is either paid or not. Each ticket has a price.",
            shown: [
                "ticket": ["paid: boolean", "price: decimal"]
            ]),
        Case(
            text: "A squad has a name and a coach, the coach being a member. Each member belongs to one squad "
                + "and has a name.",
            shown: [
                "squad": ["name: string(..100)", "coach>member"],
                "member": ["name: string(..100)", "squad>squad optional"],
            ]),
        Case(
            text: "A house has an address. Its owner is one of the tenants. Tenants have a name.",
            shown: [
                "house": ["address: string(..300)", "owner>tenant"],
                "tenant": ["name: string(..100)"],
            ]),
        Case(
            text: "An account has a name and a manager, who is one of our employees. Employees have a name.",
            shown: [
                "account": ["name: string(..100)", "manager>employee"],
                "employee": ["name: string(..100)"],
            ]),
        Case(
            text: "Each rack has a code. A boat lives on a rack, and no rack holds more than one boat. Boats "
                + "have a name.",
            shown: [
                "rack": ["code: string(..50)"],
                "boat": ["name: string(..100)", "rack>rack unique"],
            ]),
        Case(
            text: "A language is simply a name with a code of two letters. A book is written in one language "
                + "and has a title.",
            shown: [
                "language": ["name: string(..100)", "code: string(2..2)"],
                "book": ["title: string", "language>language"],
            ]),
        Case(
            text: "When a bike comes in, we open a job. A bike has a brand and a job has a date.",
            shown: [
                "bike": ["brand: string"],
                "job": ["date: date", "bike>bike"],
            ]),
        Case(
            text: "When a room is deleted, its bookings are deleted too. Each room has a name. Each booking "
                + "has a date.",
            shown: [
                "room": ["name: string(..100)"],
                "booking": ["date: date", "room>room"],
            ]),
        Case(
            text: "A curator cannot delete a painting. Each curator has a name and each painting has a title.",
            shown: [
                "curator": ["name: string(..100)"],
                "painting": ["title: string"],
            ]),
        Case(
            text: "Projects go into a track, one track per project. A track has a name, and projects have a "
                + "title.",
            shown: [
                "project": ["title: string", "track>track"],
                "track": ["name: string(..100)"],
            ]),
        Case(
            text: "A line says which part it was and how many we used. Parts have a name. Each line belongs "
                + "to a job. A job has a date.",
            shown: [
                "line": ["quantity: integer", "part>part", "job>job"],
                "part": ["name: string(..100)"],
                "job": ["date: date"],
            ]),
        Case(
            text: "Each fridge, described by its label and its target temperature, stands in a lab. Each lab "
                + "has a name. A sample is kept in a fridge, described by its colour.",
            shown: [
                "fridge": ["label: string", "target_temperature: float", "colour: string", "lab>lab"],
                "lab": ["name: string(..100)"],
            ]),
        Case(
            text: "A turbine is identified within its site by a position number. Each site has a name.",
            shown: [
                "turbine": ["position_number: string", "site>site", "unique position_number + site"],
                "site": ["name: string(..100)"],
            ]),
        Case(
            text: "A site is known by its code, which is unique, and by a display name; its latitude and "
                + "longitude are recorded too.",
            shown: [
                "site": [
                    "code: string(..50) unique", "display_name: string(..100)", "latitude: float", "longitude: float",
                ]
            ]),
        Case(
            text: "For a method, the catalogue holds the code and the title. A test follows one method and "
                + "has a date.",
            shown: [
                "method": ["code: string(..50)", "title: string"],
                "test": ["date: date", "method>method"],
            ]),
        Case(
            text: "Each boat has a crew weight it is meant for, the year it was built and a price charged.",
            shown: [
                "boat": ["crew_weight: decimal", "year_built: integer", "price_charged: decimal"]
            ]),
        Case(
            text: "Each client is registered under a name, a VAT number, which must be unique, and a billing "
                + "address.",
            shown: [
                "client": ["name: string(..100)", "vat_number: string(..30) unique", "billing_address: string(..300)"]
            ]),
        Case(
            text: "Each pump has a rated power, a whole number not above 15000, and a label.",
            shown: [
                "pump": ["rated_power: integer(..15000)", "label: string"]
            ]),
        Case(
            text: "Each visit has a fee, whether it was paid in cash, and, not always, some remarks.",
            shown: [
                "visit": ["fee: decimal", "paid_in_cash: boolean", "remarks: text optional"]
            ]),
        Case(
            text: "Items get put on a shelf. Each shelf has a code, and each item has a name.",
            shown: [
                "item": ["name: string(..100)", "shelf>shelf"],
                "shelf": ["code: string(..50)"],
            ]),
        Case(
            text: "Mechanics have an email, of whom we only keep the first name. A job is done by one of our "
                + "mechanics, of whom we note the hourly rate. Each job has a date.",
            shown: [
                "mechanic": ["email: email", "first_name: string(..100)", "hourly_rate: decimal"],
                "job": ["date: date", "mechanic>mechanic"],
            ]),
        Case(
            text: "To each test belong the measured value and its state: pending, running or validated. A "
                + "test has a code.",
            shown: [
                "test": ["measured_value: decimal", "state: enum(pending, running, validated)", "code: string(..50)"]
            ]),
        Case(
            text: "There are tracks (they have a name and a prize) and judges. Judges have a name.",
            shown: [
                "track": ["name: string(..100)", "prize: string"],
                "judge": ["name: string(..100)"],
            ]),
        Case(
            text: "A boat belongs to a club. We sell the club's flag. Each club has a name. Each boat has a "
                + "code.",
            shown: [
                "boat": ["code: string(..50)", "club>club"],
                "club": ["name: string(..100)"],
            ]),
        Case(
            text: "A donor is either a person or a shop. Each donor has an email.",
            shown: [
                "donor": ["kind: enum(person, shop)", "email: email"]
            ]),
        Case(
            text: "A turbine is identified within its site by a position number. Each site has a name.",
            shown: [
                "turbine": ["position_number: string", "site>site", "unique position_number + site"],
                "site": ["name: string(..100)"],
            ]),
        Case(
            text: "A site has a code. Its height and weight are recorded too.",
            shown: [
                "site": ["code: string(..50)", "height: decimal", "weight: decimal"]
            ]),
        Case(
            text: "A room has a code. A patient and his doctor share a room. Patients have a name. Doctors "
                + "have an email.",
            shown: [
                "room": ["code: string(..50)"],
                "patient": ["name: string(..100)"],
                "doctor": ["email: email", "room>room"],
            ]),
    ]

    @Test("What clauses say of one another", arguments: clauses)
    func clausesAreRead(_ expected: Case) throws {
        let document = try ReadingSupport.read(expected.text)
        for (name, lines) in expected.shown { #expect(document.shown(name) == lines, "\(name)") }
    }
}
