import MGELayers
import Testing

@testable import MGEReading

/// English that goes on with what it spoke of, and that says in other words what something has.
@Suite struct EnglishRephrasedTests {
    typealias Case = SentenceCase

    static let sentences = [
        Case(
            "Zones have a name. A street can be added to a zone. It is saved with its name and the number of "
                + "bays.",
            "street", ["name: string(..100)", "number_of_bays: integer", "zone>zone optional"]),
        Case(
            "A ward has a name. Beds live inside a ward as well. Each has a number and a colour.",
            "bed", ["number: string", "colour: string", "ward>ward"]),
        Case(
            "A hall has a name. A stage stands in a hall. It's got a number and a width.",
            "stage", ["number: string", "width: decimal", "hall>hall"]),
        Case(
            "An event has a date. One event gets one quote and that's it. On the quote there's a total.",
            "quote", ["total: decimal", "event>event unique"]),
        Case(
            "A pressing has a date. For every pressing there is one analysis and not more. It has a level and "
                + "a comment.",
            "analysis", ["level: string", "comment: text", "pressing>pressing unique"]),
        Case(
            "A duel has a date. A verdict has a text. One verdict per duel never two.",
            "verdict", ["text: text", "duel>duel unique"]),
        Case(
            "A lesson has a title. To be written on it: the price and, should the teacher care to, a comment.",
            "lesson", ["title: string", "price: decimal", "comment: text optional"]),
        Case(
            "Guides have a name. A tour is led by one guide, and on it there's the date, the cost and a note.",
            "tour", ["date: date", "cost: decimal", "note: text", "guide>guide"]),
        Case(
            "Customers is name, mobile, and an email if they got one.",
            "customer", ["name: string(..100)", "mobile: string", "email: email optional"]),
        Case(
            "Owners, that's name, phone and an emergency contact.",
            "owner", ["name: string(..100)", "phone: string(..30)", "emergency_contact: string"]),
        Case(
            "A horse has a name. For a horse I want the sex, so mare, gelding or stallion, and the birth "
                + "date.",
            "horse", ["name: string(..100)", "sex: enum(mare, gelding, stallion)", "birth_date: date"]),
        Case(
            "A horse has a name. Height in hands, too, if we've measured it.",
            "horse", ["name: string(..100)", "height: decimal optional"]),
        Case(
            "A guide has a name. A tour is led by one guide, its got a title, a date and the ground (grass, "
                + "gravel, tarmac).",
            "tour", ["title: string", "date: date", "ground: enum(grass, gravel, tarmac)", "guide>guide"]),
    ]

    @Test("What goes on with what was spoken of, and what there is one of", arguments: sentences)
    func sentencesAreRead(_ expected: Case) throws { try expected.check() }
}
