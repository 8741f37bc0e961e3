import MGECore
import MGELayers
import Testing

@testable import MGEReading

/// What is made of sentences that say nothing which is understood but what they name.
@Suite struct UnusedSentenceTests {
    private static let fields: [(text: String, entity: String, field: String)] = [
        (
            "A car has a plate. Stuart wants the mileage as well, with 0 as its default.", "car",
            "mileage: integer = 0"
        ),
        (
            "A crate has a label. A label has a text and a colour. Right, for the crate the amount and the date.",
            "crate",
            "date: date"
        ),
        (
            "The people are testers: a username that's theirs alone, an email. A tester has a phone.", "tester",
            "email: email"
        ),
        (
            "Una salida tiene una hora. Aparte, siempre el instante de publicación y los centímetros de nieve.",
            "salida",
            "instante_de_publicación: datetime"
        ),
    ]

    @Test("Usual fields that are only listed are those of what is spoken of, which is told", arguments: fields)
    func fieldsAreTaken(_ text: String, _ entity: String, _ field: String) throws {
        let document = try ReadingSupport.read(text)
        #expect(document.shown(entity).contains(field), "\(document.shown(entity))")
        #expect(document.diagnostics.contains { $0.message.hasPrefix("taken for fields of `\(entity)`") })
    }

    @Test(
        "They are nobody's where something else is named that may have them",
        arguments: [
            "Each hut has a name. Wardens leave us their phone and email.",
            "Each device has a name. Service is made to a device, with date and notes.",
        ])
    func othersFields(_ text: String) throws {
        let document = try ReadingSupport.read(text)
        #expect(!document.diagnostics.contains { $0.message.hasPrefix("taken for fields") })
        #expect(!document.shown("hut").contains { $0.hasPrefix("phone") })
        #expect(!document.shown("device").contains { $0.hasPrefix("date") })
    }

    @Test("A list is looked for behind a few false beginnings, not behind many", arguments: [(2, true), (40, false)])
    func beginnings(_ count: Int, _ isFound: Bool) throws {
        let lead = String(repeating: "a zork blim, ", count: count)
        let document = try ReadingSupport.read(
            "A car has a plate. Stuart wants \(lead)the mileage, the phone and the email.")
        #expect(document.shown("car").contains("phone: string(..30)") == isFound, "\(document.shown("car"))")
    }

    private static let rules: [(text: String, entity: String, group: [String])] = [
        (
            "Un buzo tiene nombre. Una salida tiene fecha. Una reserva es de un buzo y de una salida. Un buzo reserva una "
                + "sola vez la misma salida.", "reserva", ["buzo", "salida"]
        ),
        (
            "A musician has a name. A part has a title. A concert has a date. An entry is for one musician, one part and one "
                + "concert. It must fail if we enter the same musician again for the same part and concert.", "entry",
            ["concert", "musician", "part"]
        ),
    ]

    @Test("What must not come twice is unique together in the one entity that has it all", arguments: rules)
    func rulesAreTaken(_ text: String, _ entity: String, _ group: [String]) throws {
        let document = try ReadingSupport.read(text)
        let groups = document.entities.first { $0.name == entity }?.uniqueTogether.map { $0.sorted() }
        #expect(groups == [group])
    }

    @Test("What several may have, or nobody has all of, is no rule")
    func noRules() throws {
        let text = "An item belongs to an order. A medicine has a name. Two items can be of the same order."
        let document = try ReadingSupport.read(text)
        #expect(document.entities.allSatisfy { $0.uniqueTogether.isEmpty })
        let other = try ReadingSupport.read(
            "A pupil has a name. A bus has a plate. The same pupil must not be told twice of a bus.")
        #expect(other.entities.allSatisfy { $0.uniqueTogether.isEmpty })
    }

    private static let club =
        "A member has a name and an email. A boat has a name and a length. A berth has a number. A boat lies in one berth. "
        + "A trip has a date. A trip is made by a member in a boat."

    @Test("What a text names and says nothing of is no entity, where it tells of the others, and that is told")
    func untold() throws {
        let document = try ReadingSupport.read(Self.club + " Twelve screens glow.")
        #expect(document.names.sorted() == ["berth", "boat", "member", "trip"], "\(document.names)")
        #expect(document.diagnostics.contains { $0.message == "`screen` is not made an entity: nothing is said of it" })
        let asked = try ReadingSupport.read("The system manages members, boats, trips and harbours. " + Self.club)
        #expect(asked.names.contains("harbour"))
        let short = try ReadingSupport.read("There are members and rooms. Rooms have a name. Twelve screens glow.")
        #expect(short.names.contains("screen"))
    }

    @Test("What a heading names is an entity")
    func heading() throws {
        let text = "We lend a bow to one archer or to nobody. Each archer has a name."
        #expect(try ReadingSupport.read("Bows. " + text).names.sorted() == ["archer", "bow"])
        #expect(try ReadingSupport.read(text).names == ["archer"])
    }
}
