import MGECore
import MGELayers
import Testing

@testable import MGEReading

/// What engineers write who describe a product: terse, with labels, states, and slips of the pen.
@Suite struct ProductSentenceTests {
    typealias Case = SentenceCase

    static let states = [
        Case(
            "A task has a title and a status: open, done or dropped. It is open when created.", "task",
            ["title: string", "status: enum(open, done, dropped) = open"]),
        Case(
            "Invoices have a number and a state: draft, sent or paid. An invoice is a draft when it is created.",
            "invoice",
            ["number: string", "state: enum(draft, sent, paid) = draft"]),
        Case(
            "Un artículo tiene título y estado: disponible, reservado o cambiado. Al publicarlo está disponible.",
            "artículo", ["título: string", "estado: enum(disponible, reservado, cambiado) = disponible"]),
        Case(
            "A page has a title and a theme that's light or dark (light by default).", "page",
            ["title: string", "theme: enum(light, dark) = light"]),
        Case(
            "A badge has a number unique, color red, yellow or green, and returned flag default false.", "badge",
            ["number: string unique", "color: enum(red, yellow, green)", "returned: boolean = false"]),
        Case(
            "Un sorteo tiene titulo y estado abierto, cerrado o sorteado, empieza en abierto.", "sorteo",
            ["titulo: string", "estado: enum(abierto, cerrado, sorteado) = abierto"]),
        // Names joined by a word are no cases.
        Case(
            "A user has a first name, nickname or alias, and an email.", "user",
            ["first_name: string(..100)", "nickname: string(..50)", "alias: string", "email: email"]),
    ]

    static let things = [
        Case(
            "A recipe line belongs to a recipe, refers to one ingredient and has a quantity; an ingredient appears at most "
                + "once per recipe. A recipe has a title. An ingredient has a name.",
            "recipe line",
            ["quantity: integer", "recipe>recipe", "ingredient>ingredient", "unique ingredient + recipe"]),
        Case(
            "An incident affects one or more components, and a component goes through many incidents. It has a title. A "
                + "component has a name.", "incident", ["title: string"]),
        Case(
            "A photo belongs to an album and has a position. No two photos of one album shall have the same position. An "
                + "album has a title.", "photo", ["position: integer", "album>album", "unique album + position"]),
        Case(
            "A worker has a login, which is unique, a display name and an active flag, true by default.", "worker",
            [
                "login: string unique", "display_name: string(..100)", "active: boolean = true",
                "manager>worker optional",
            ]),
    ]

    static let names = [
        Case(
            "A tool belongs to one categry and has a code. A category has a name.", "tool",
            ["code: string(..50)", "category>category"]),
        Case(
            "A user has a unique login and a full name. Posts have a title.", "user",
            ["login: string unique", "full_name: string"]),
        Case(
            "A patient has a medical record number, which is unique, and a first name.", "patient",
            ["medical_record_number: string unique", "first_name: string(..100)"]),
        Case(
            "A person can record notes. Notes have a text. A person has a name.", "note",
            ["text: text", "person>person"]),
    ]

    static let labels = [
        Case(
            "Client: name, unique; billing address (text). Project: belongs to one client; code, max 10 characters; budget "
                + "in hours, optional. Clients can be searched by name.", "project",
            ["code: string(..10)", "budget_in_hours: decimal optional", "client>client"]),
        Case(
            "Cliente: nombre, NIF único; dirección opcional. Obra: pertenece a un cliente; nombre; estado (abierta o "
                + "cerrada). Si se borra un cliente se borran sus obras.",
            "obra", ["nombre: string(..100)", "estado: enum(abierta, cerrada)", "cliente>cliente"]),
        Case(
            "Host: full name, e-mail unique, extension of 4 characters (optional), works at one site. Site: name, address.",
            "site", ["name: string(..100)", "address: string(..300)"]),
    ]

    static let slips = [
        Case(
            "A tenancy has a start date, an end date (can be emtpy), a code (uniqe), a note wich is optinal and a status: "
                + "open or closed, defualt open.", "tenancy",
            [
                "start_date: date", "end_date: date optional", "code: string(..50) unique", "note: text optional",
                "status: enum(open, closed) = open",
            ]),
        Case(
            "A player belongs to a team and has a number betwen 1 and 99. A team has a name.", "player",
            ["number: integer(1..99)", "team>team"]),
        // A word that is another one is not taken for a slip.
        Case(
            "A tank has anthers and an ether flag. A tank has a code.", "tank",
            ["anthers: string", "ether: boolean", "code: string(..50)"]),
    ]

    @Test("States, and the first of them", arguments: states)
    func statesAreRead(_ expected: Case) throws {
        try expected.check()
    }

    @Test("What there is, and what it goes with", arguments: things)
    func thingsAreRead(_ expected: Case) throws {
        try expected.check()
    }

    @Test("What is misspelt, called like a login, or has what may be a verb in it", arguments: names)
    func namesAreRead(_ expected: Case) throws {
        try expected.check()
    }

    @Test("A name, a colon and the fields of it", arguments: labels)
    func labelsAreRead(_ expected: Case) throws {
        try expected.check()
    }

    @Test("Words with a slip within", arguments: slips)
    func slipsAreMended(_ expected: Case) throws {
        try expected.check()
    }

    @Test("What has few values is not made unique, and this is told", arguments: ["boolean", "enum(on, off)"])
    func fewValuesAreNotUnique(type: String) throws {
        let document = try ReadingSupport.read("## Entities\n\n### Lamp\n\n- name: string\n- lit: \(type), unique\n")
        #expect(document.shown("lamp") == ["name: string", "lit: \(type)"])
        #expect(document.diagnostics.contains { $0.message.contains("`lit` is not made unique: with 2 values") })
    }
}
