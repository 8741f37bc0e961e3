import MGECore
import MGELayers
import Testing

@testable import MGEReading

@Suite struct ChangeOptionTests {
    private static func text(_ items: String) -> String {
        "## Entities\n### Thing\n- title: string\n\(items)\n### User\n- email: email, unique\n"
    }

    typealias Case = (item: String, isReadOnly: Bool?, isSoftDeleted: Bool?)

    private static let cases: [Case] = [
        ("- read only", true, nil), ("- Read-only.", true, nil), ("- solo lectura", true, nil),
        ("- soft delete", nil, true), ("- soft deleted", nil, true), ("- borrado lógico", nil, true),
        ("- read only: boolean", nil, nil), ("- soft delete: datetime, optional", nil, nil),
    ]

    @Test("Items say that an entity is only read, or that its deleted rows are kept", arguments: cases)
    func options(_ expected: Case) throws {
        let document = try ReadingSupport.read(Self.text(expected.item))
        let entity = try #require(document.entities.first)
        #expect(entity.isReadOnly == expected.isReadOnly)
        #expect(entity.isSoftDeleted == expected.isSoftDeleted)
        let useCases = document.useCases.count { $0.entity == "thing" }
        #expect(useCases == (expected.isReadOnly == true ? 2 : 5))
    }

    @Test("What is kept has the moment of its deletion already, and keeps what refers to it")
    func kept() throws {
        let document = try ReadingSupport.read(
            Self.text("- deleted at: datetime, optional\n- soft delete\n- user: User\n- parent: Thing, optional"))
        #expect(document.entities[0].fields.map(\.name) == ["title"])
        #expect(
            document.assumptions == [
                "a deleted `thing` is kept, so what refers to it stays as it is: `parent` of `thing`"
            ])
    }

    typealias ErrorCase = (items: String, message: String, line: Int)

    private static let errors: [ErrorCase] = [
        ("- read only\n- login: title", "`thing` is read only, so that nobody could register", 4),
        ("- read only\n- soft delete", "`thing` is read only, so that nothing could be deleted", 4),
        ("- a: enum(x, y), x → y\n- read only", "`thing` is read only, so that no state could follow", 5),
    ]

    @Test("Each error has its place and a remedy", arguments: errors)
    func error(_ expected: ErrorCase) throws {
        let diagnostics = ReadingSupport.diagnostics(Self.text(expected.items))
        let found = try #require(diagnostics.first { $0.message.contains(expected.message) }, "\(diagnostics)")
        #expect(found.severity == .error && found.remedy != nil)
        #expect(found.location == SourceLocation(line: expected.line, column: 3))
    }
}
