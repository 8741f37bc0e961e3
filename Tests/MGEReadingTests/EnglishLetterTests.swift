import MGELayers
import Testing

@testable import MGEReading

/// English as people write it in letters, tickets and briefs: requests, rules in passing, and what is said of some.
@Suite struct EnglishLetterTests {
    typealias Case = SentenceCase

    static let entities = [
        Case(
            "Each crate has a label. Please make sure that every crate comes from one orchard, and record the "
                + "orchard's name, its town and its licence number.",
            "crate", ["label: string", "orchard>orchard"]),
        Case(
            "Each crate has a label. Please make sure that every crate comes from one orchard, and record the "
                + "orchard's name, its town and its licence number.",
            "orchard", ["name: string(..100)", "town: string", "licence_number: string"]),
        Case(
            "New leases have the status draft. A lease joins one hut and one tenant. It has a fee and a "
                + "status: draft, signed or ended. Huts have a name. Tenants have a name.",
            "lease", ["fee: decimal", "status: enum(draft, signed, ended)", "hut>hut", "tenant>tenant"]),
        Case(
            "A duty assigns a guard to a gate. Its kind is day or night. Guards have a name. Gates have a "
                + "code.",
            "duty", ["kind: enum(day, night)", "guard>guard", "gate>gate"]),
        Case(
            "Tents have a name. Visitors fill in a request. A request starts out as open. On each request we "
                + "note the tent and a reason.",
            "request", ["reason: string(..300)", "tent>tent"]),
        Case(
            "Each coat has a tag. There is never more than one farewell for a coat; it has a date and a note.",
            "farewell", ["date: date", "note: text", "coat>coat unique"]),
    ]

    static let relations = [
        Case(
            "Tours have a date. A voucher pays exactly one tour. It has a code.",
            "voucher", ["code: string(..50)", "tour>tour"]),
        Case(
            "Each raid has a name. Rangers have a name. Each raid has one ranger as its leader and may have "
                + "another as its deputy.",
            "raid", ["name: string(..100)", "leader>ranger", "deputy>ranger optional"]),
    ]

    static let uniqueness = []

    static let fields = [
        Case(
            "A room has a name and a code, never longer than six characters. It comes in several colours.",
            "room", ["name: string(..100)", "code: string(..6)"]),
        Case(
            "A lamp has a name, a remark, which we may not have, and a dimmable flag, normally false.",
            "lamp", ["name: string(..100)", "remark: string optional", "dimmable: boolean = false"]),
    ]

    static let deletions = []

    @Test("Entities that are asked for, counted, or new", arguments: entities)
    func entitiesAreRead(_ expected: Case) throws { try expected.check() }

    @Test("What belongs to what, by what is done", arguments: relations)
    func relationsAreRead(_ expected: Case) throws { try expected.check() }

    @Test("What is not there twice", arguments: uniqueness)
    func uniquenessIsRead(_ expected: Case) throws { try expected.check() }

    @Test("What is said of fields in passing", arguments: fields)
    func fieldsAreRead(_ expected: Case) throws { try expected.check() }

    @Test("Rules of deletion that go on", arguments: deletions)
    func deletionsAreRead(_ expected: Case) throws { try expected.check() }
}
