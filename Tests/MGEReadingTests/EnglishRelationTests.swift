import MGECore
import Testing

@testable import MGEReading

/// English sentences that say what there is, and who does what to it.
@Suite struct EnglishRelationTests {
    typealias Case = SentenceCase

    static let entities = [
        Case(
            "An appeal is lodged against a decision. A decision has a number and a date.",
            "decision", ["number: string", "date: date"]),
        Case(
            "An appeal is lodged against a decision. It has a reason and a date. A decision has a number.",
            "appeal", ["reason: string(..300)", "date: date", "decision>decision"]),
        Case(
            "A bird has a ring. There will be thousands of readings, each of a single bird and each made "
                + "by one warden. Wardens have a name.",
            "reading", ["value: float", "unit: string(..20)", "measured_at: datetime", "bird>bird", "warden>warden"]),
        Case(
            "What we call a ticket ties one visitor to one show. It has a price. A visitor has a name and "
                + "a show has a title.",
            "ticket", ["price: decimal", "visitor>visitor", "show>show"]),
        Case(
            "A placement is when a dog goes to a family, it has a start date. Dogs have a name. A family "
                + "has an address.",
            "placement", ["start_date: date", "dog>dog", "family>family"]),
        Case(
            "Piers have a code and a name. A trip goes from a departure pier to an arrival pier and has a "
                + "number.",
            "trip", ["number: string", "departure_pier>pier", "arrival_pier>pier"]),
        Case(
            "Astronomers submit proposals. A proposal has a title. Each proposal has an abstract. "
                + "Accepted proposals are printed.",
            "proposal", ["title: string", "abstract: text", "astronomer>astronomer"]),
        Case(
            "A neighbour told me that you build programs, and my wife says that it becomes a gym. A wine "
                + "has a name.",
            "wine", ["name: string(..100)"]),
        Case(
            "A kennel has several dogs. Each one has a name and a collar number. No two collar numbers in "
                + "the world are the same.",
            "dog", ["name: string(..100)", "collar_number: string unique", "kennel>kennel"]),
        Case(
            "An excavation is carried out on a site, and it has a depth. A site has a name.",
            "excavation", ["depth: float", "site>site"]),
        Case(
            "Permits may be issued for a stall. For each permit the number and the fee shall be stored. A "
                + "stall has a colour.",
            "permit", ["number: string", "fee: decimal", "stall>stall optional"]),
    ]

    static let relations = [
        Case(
            "A member has a name. A class has a title. A booking has a date and belongs to a member and to a class. A member "
                + "has at most one booking per class.",
            "booking", ["date: date", "member>member", "class>class", "unique member + class"]),
        Case(
            "A vault has a name and lockers with a number and an area. Each locker has a key.", "locker",
            ["number: string", "area: float", "key: string", "vault>vault"]),
        Case(
            "A vault has lockers with a number, and an address. Each locker has a key.", "vault",
            ["address: string(..300)"]),
        Case(
            "There are guides, and guides have a name. They lead tours, which have a date and a price.", "tour",
            ["date: date", "price: decimal", "guide>guide"]),
        Case(
            "We have mechanics, and what they fix are bikes, which have a frame number and a colour. Mechanics have a name.",
            "bike", ["frame_number: string", "colour: string"]),
        Case(
            "Each shelter is looked after by one warden. A shelter has a name. A warden has a phone.",
            "shelter", ["name: string(..100)", "warden>warden"]),
        Case(
            "Wardens have a name. A warden visits a shelter, and when she goes there she writes a report. "
                + "A report has a date. A shelter has a name.",
            "report", ["date: date", "warden>warden"]),
        Case(
            "Shops have a name. Every morning shops send us orders. An order has a date.",
            "order", ["date: date", "shop>shop"]),
        Case(
            "Each invoice line covers one product, the quantity and the agreed price. Products have a "
                + "name.",
            "invoice line", ["quantity: integer", "agreed_price: decimal", "product>product"]),
        Case(
            "A band plays pieces. Within a piece there is just one score for each instrument. A score has "
                + "a page count. Instruments have a name. A piece has a title.",
            "score", ["page_count: integer", "piece>piece", "instrument>instrument", "unique piece + instrument"]),
        Case(
            "A checkout is recorded, stating which part was taken by which player, on what day it is due "
                + "and on what day it was returned. Parts have a title. Players have a name.",
            "checkout", ["day_due: date", "day_returned: date", "part>part", "player>player"]),
        Case(
            "Works are held in editions: an edition is of one work and has a year. A work has a title.",
            "edition", ["year: integer", "work>work"]),
        Case(
            "Sheep are kept in flocks. A flock has a name. Each sheep has a tag.",
            "sheep", ["tag: string", "flock>flock"]),
        Case(
            "A baptism has a date and up to four godparents. Godparents have a name.",
            "godparent", ["name: string(..100)", "baptism>baptism"]),
        Case(
            "Deleting a warehouse that has pallets must fail. A pallet belongs to a warehouse. Pallets "
                + "have a weight. Warehouses have a name.",
            "pallet", ["weight: decimal", "warehouse>warehouse restrict"]),
        Case(
            "A loan is made for one member and keeps a due date. Tools have a name. Members have a name. "
                + "A loan is of one tool.",
            "loan", ["due_date: date", "member>member", "tool>tool"]),
        Case(
            "Each category has a name and can be inside of another category. Each product is in one "
                + "category.",
            "category", ["name: string(..100)", "parent_category>category optional"]),
        Case(
            "Horses have a name. A stable has a number. Horses are kept in a stable.",
            "horse", ["name: string(..100)", "stable>stable"]),
    ]

    static let needs = [
        Case(
            "A pallet has a code. We need the weight of every pallet in kilograms. Pallets have a colour.",
            "pallet", ["code: string(..50)", "weight: decimal", "colour: string"])
    ]

    @Test("Entities are found where they are made, defined or spoken of in the plural", arguments: entities)
    func entitiesAreFound(_ expected: Case) throws {
        try expected.check()
    }

    @Test("Who does something to what relates them", arguments: relations)
    func doersAreRelated(_ expected: Case) throws {
        try expected.check()
    }

    @Test("What is needed of each one is a field, and asks for no system", arguments: needs)
    func needsAreFields(_ expected: Case) throws {
        try expected.check()
    }
}
