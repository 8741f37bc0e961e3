import MGECore
import MGELayers
import Testing

@testable import MGEReading

/// What sentences say of login, roles, owners, states, lists and changes.
@Suite struct BehaviourTests {
    typealias Case = BehaviourCases.Case

    /// Entities with all that such sentences may be about.
    static let english =
        "Each user has a name and an email. Each doctor has a name, an email and a badge number. Each "
        + "patient has a name, a phone number and a birthday. Each appointment has a date, a title and a "
        + "status (requested, confirmed, attended or cancelled), and belongs to a doctor and a patient. "
        + "Each recipe has a title and a body. Each order has a total. Each country has a code. "

    static let spanish =
        "Cada usuario tiene un nombre y un email. Cada médico tiene un nombre, un email y una placa. "
        + "Cada paciente tiene un nombre, un teléfono y una fecha de nacimiento. Cada cita tiene una "
        + "fecha, un título y un estado (solicitada, confirmada, atendida o cancelada), y pertenece a un "
        + "médico y a un paciente. Cada receta tiene un título y un texto. Cada pedido tiene un importe. "
        + "Cada país tiene un código. "

    @Test("Login", arguments: BehaviourCases.login + BehaviourCases.spanishLogin)
    func login(_ expected: Case) throws { try check(expected) }

    @Test("Roles and administrators", arguments: BehaviourCases.roles)
    func roles(_ expected: Case) throws { try check(expected) }

    @Test("Owners", arguments: BehaviourCases.owners)
    func owners(_ expected: Case) throws { try check(expected) }

    @Test("States", arguments: BehaviourCases.states)
    func states(_ expected: Case) throws { try check(expected) }

    @Test("Search, sorting and filters", arguments: BehaviourCases.requests)
    func requests(_ expected: Case) throws { try check(expected) }

    @Test("Changes", arguments: BehaviourCases.changes)
    func changes(_ expected: Case) throws { try check(expected) }

    @Test("What cannot be made is told", arguments: BehaviourCases.gaps)
    func gaps(_ expected: Case) throws { try check(expected) }

    @Test("What is said of other things says nothing of these", arguments: BehaviourCases.negatives)
    func negatives(_ text: String) throws { try check(Case(text)) }

    /// Compares all that a text with the usual entities says besides them.
    private func check(_ expected: Case) throws {
        let isSpanish = Self.spanishWords.contains { expected.text.contains($0) }
        let base = isSpanish ? Self.spanish : Self.english
        let document = try ReadingSupport.read(base + expected.text)
        let plain = try ReadingSupport.read(base)
        #expect(document.behaviour == expected.says, "\(document.diagnostics.map(\.message))")
        let names = Set(document.names).symmetricDifference(plain.names)
        #expect(names.isSubset(of: ["user", "usuario"]), "\(names)")
        let place = base.count + 1
        let told = document.diagnostics.filter { $0.location?.column ?? 0 >= place }
        #expect(expected.says.isEmpty || !told.isEmpty && told.allSatisfy { $0.remedy != nil })
    }

    private static let spanishWords = [
        "cita", "receta", "sesión", "médico", "usuario", "paciente", "pedido", "país", "administrador", "buscar",
        "horas",
        "empleado", "borra", "ordenad", "roles:",
    ]

    @Test("Staff are the staff members of the text")
    func staffMembers() throws {
        let document = try ReadingSupport.read(
            "Staff log in with their email. Each staff member has a name and an email. Each room has a number.")
        #expect(document.authentication?.account == "staff member")
        #expect(Set(document.names) == ["staff member", "room"])
    }
}

extension DiscoveryDocument {
    /// What is made of sentences about behaviour, a word for each; `refused` when something is not.
    var behaviour: Set<String> {
        var said: Set<String> = []
        if let authentication {
            said.insert("login \(authentication.account) \(authentication.login)")
            if let administrator = authentication.administrator { said.insert("admin \(administrator.field)") }
        }
        for entity in entities {
            if let owner = entity.owner { said.insert("\(entity.name) owner \(owner)") }
            if let names = entity.searched { said.insert("\(entity.name) search \(names.joined(separator: " "))") }
            if let names = entity.sorted { said.insert("\(entity.name) sort \(names.joined(separator: " "))") }
            if entity.isReadOnly == true { said.insert("\(entity.name) read only") }
            if entity.isSoftDeleted == true { said.insert("\(entity.name) soft delete") }
            for field in entity.fields {
                guard let transitions = field.transitions else { continue }
                let shown = transitions.filter { !$0.to.isEmpty }.map { "\($0.from)>\($0.to.joined(separator: "|"))" }
                said.insert("\(entity.name).\(field.name) \(shown.joined(separator: " "))")
            }
            for field in entity.fields where ["role", "rol"].contains(field.name) {
                if case .enumeration(let cases) = field.type { said.insert("role \(cases.joined(separator: " "))") }
            }
        }
        if diagnostics.contains(where: { $0.message.hasPrefix("not used: ") && $0.message.contains("”: ") }) {
            said.insert("refused")
        }
        if diagnostics.contains(where: { $0.message.contains("can read all of them") }) { said.insert("read by all") }
        if diagnostics.contains(where: { $0.message.contains("have no accounts of their own") }) {
            said.insert("kinds")
        }
        return said
    }
}
