import MGECore
import MGELayers
import Testing

@testable import MGEReading

@Suite struct LoginTests {
    private static func text(user: String, task: String) -> String {
        "# P\n## Entities\n### User\n\(user)\n### Task\n- title: string\n\(task)\n"
    }

    @Test(
        "An item names the field that an account logs in with",
        arguments: [
            "- email: email, unique\n- login: email", "- login: email\n- email: email, unique",
            "- email: email, unique\n- logs in with: email.", "- email: email, unique\n- inicia sesión: email",
        ])
    func login(_ user: String) throws {
        let document = try ReadingSupport.read(Self.text(user: user, task: "- author: User, owner"))
        let authentication = try #require(document.authentication)
        #expect(authentication.account == "user" && authentication.login == "email")
        #expect(authentication.administrator == nil)
        #expect(document.entities[0].fields.map(\.name) == ["email"])
        #expect(document.entities.map(\.owner) == [nil, "author"])
        #expect(document.assumptions.isEmpty)
    }

    @Test(
        "A field may be called like such an item",
        arguments: [
            "- login: email", "- login: string", "- login: email, unique", "- admin: boolean",
            "- admin: Task, optional",
            "- email: email\n- login: email, unique", "- administrador: booleano",
        ])
    func fields(_ user: String) throws {
        let document = try ReadingSupport.read(Self.text(user: user, task: ""))
        #expect(document.authentication == nil)
        let members = document.entities[0].fields.count + document.relationships.count
        #expect(members == user.split(separator: "\n").count)
    }

    @Test("What one logs in with is unique, and a password is always there")
    func implied() throws {
        let document = try ReadingSupport.read(
            Self.text(user: "- name: string\n- login: name\n- password: string\n- password_hash: text", task: ""))
        #expect(document.entities[0].fields.map(\.name) == ["name"])
        #expect(document.entities[0].fields[0].isUnique)
        #expect(document.diagnostics.contains { $0.message.contains("`name` of `user` is unique") })
        #expect(document.diagnostics.count { $0.message.contains("an account has a password") } == 2)
    }

    typealias AdministratorCase = (items: String, field: String, value: JSONValue)

    private static let administrators: [AdministratorCase] = [
        ("- role: enum(admin, member), default member\n- admin: role admin", "role", "admin"),
        ("- role: enum(big boss, member), default member\n- administrators: role = big boss", "role", "big boss"),
        ("- is admin: boolean\n- admin: is admin", "is_admin", true),
        ("- jefe: booleano\n- administrador: jefe", "jefe", true),
    ]

    @Test("An item tells administrators", arguments: administrators)
    func administrator(_ expected: AdministratorCase) throws {
        let document = try ReadingSupport.read(
            Self.text(user: "- email: email, unique\n- login: email\n\(expected.items)", task: ""))
        let administrator = try #require(document.authentication?.administrator)
        #expect(administrator.field == expected.field && administrator.value == expected.value)
        let field = try #require(document.entities[0].fields.first { $0.name == expected.field })
        #expect(field.defaultValue != nil && field.defaultValue != expected.value)
    }

    typealias ErrorCase = (user: String, task: String, message: String, line: Int, column: Int)

    private static let login = "- email: email, unique\n- login: email"

    private static let role = login + "\n- role: enum(a, b), default "

    private static let errors: [ErrorCase] = [
        ("- email: email\n- login: emial", "", "`login` of `user` names `emial`, which is no field of it", 5, 10),
        ("- age: integer\n- login: age", "", "nobody can log in with `age`, which is of type integer", 5, 10),
        ("- email: email, optional\n- login: email", "", "one logs in with `email`", 5, 10),
        (login, "- name: string\n- login: name", "`user` logs in already, at 5:3, and `task` at 9:3", 9, 3),
        (login, "- a: boolean\n- admin: a", "is said of `task`, which does not log in", 9, 3),
        (role + "b\n- admin: role c", "", "`role c` does not tell an administrator", 7, 15),
        (role + "a\n- admin: role a", "", "it needs a default that is none of an", 7, 10),
        (login + "\n- role: enum(a, b)\n- admin: role a", "", "it needs a default that is none of an", 7, 10),
        (login + "\n- boss: boolean\n- admin: bos", "", "`admin` of `user` names `bos`", 7, 10),
        (login + "\n- task: Task", "", "`user` logs in and requires `task`", 6, 3),
        ("- email: email", "- author: User, owner", "`owner` is said of `task`, but nobody logs in", 7, 17),
        (login, "- parent: Task, optional, owner", "`task` can belong to `user` only", 8, 27),
        (login, "- a: User, owner\n- b: User, owner", "`task` has two owners", 9, 12),
        (login, "- a: string, owner", "`owner` is said of `a`, which is no relation", 8, 14),
        (login, "- a: many User, owner", "nor `owner` can be said of it", 8, 17),
        (login + "\n- boss: User, optional, owner", "", "`user` logs in, so each belongs to itself", 6, 25),
    ]

    @Test("Each error has its place and a remedy", arguments: errors)
    func error(_ expected: ErrorCase) throws {
        let diagnostics = ReadingSupport.diagnostics(Self.text(user: expected.user, task: expected.task))
        let found = try #require(diagnostics.first { $0.message.contains(expected.message) }, "\(diagnostics)")
        #expect(found.severity == .error && found.remedy != nil)
        #expect(found.location == SourceLocation(line: expected.line, column: expected.column))
    }
}
