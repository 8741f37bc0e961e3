import MGECore
import MGELayers
import Testing

@testable import MGEReading

@Suite struct ListOptionTests {
    private static func text(_ items: String) -> String {
        "## Entities\n### Thing\n- title: string\n- due date: date\n- extra: json\n\(items)\n"
    }

    typealias Case = (item: String, searched: [String]?, sorted: [String]?)

    private static let cases: [Case] = [
        ("- search: title", ["title"], nil), ("- search: title and body\n- body: text", ["title", "body"], nil),
        ("- búsqueda: título\n- título: string", ["título"], nil), ("- sort: due date", nil, ["due_date"]),
        ("- sort by: title, due_date, created at", nil, ["title", "due_date", "created_at"]),
        ("- ordenar por: title", nil, ["title"]), ("- sort: title\n- sort: due date", nil, ["title", "due_date"]),
        (
            "- search: terms and conditions, title\n- terms and conditions: text", ["terms_and_conditions", "title"],
            nil
        ),
        ("- search: string", nil, nil), ("- sort: integer, optional", nil, nil), ("- orden: entero", nil, nil),
    ]

    @Test("Items say what lists are searched in and sorted by", arguments: cases)
    func options(_ expected: Case) throws {
        let entity = try #require(try ReadingSupport.read(Self.text(expected.item)).entities.first)
        #expect(entity.searched == expected.searched)
        #expect(entity.sorted == expected.sorted)
    }

    typealias ErrorCase = (items: String, message: String, line: Int, column: Int)

    private static let errors: [ErrorCase] = [
        ("- search: titel", "`search` of `thing` names `titel`, which is no field of it", 6, 11),
        ("- search: title, due date", "`search` names `due_date`, which is of type date", 6, 18),
        ("- sort: title, extra", "`sort` names `extra`, which is of type json", 6, 16),
        ("- sort: title, title", "`sort` names `title` twice", 6, 16),
    ]

    @Test("Each error has its place and a remedy", arguments: errors)
    func error(_ expected: ErrorCase) throws {
        let diagnostics = ReadingSupport.diagnostics(Self.text(expected.items))
        let found = try #require(diagnostics.first { $0.message.contains(expected.message) }, "\(diagnostics)")
        #expect(found.severity == .error && found.remedy != nil)
        #expect(found.location == SourceLocation(line: expected.line, column: expected.column))
    }
}
