import Testing

@testable import MGEPostgres

@Suite struct ArrayTextTests {
    @Test(
        "reads the server's forms",
        arguments: [
            ("{}", []), ("{a}", ["a"]), ("{NULL,\"NULL\"}", [nil, "NULL"]), ("[2:3]={x,y}", ["x", "y"]),
            ("{\"a\\\"b\",\"c\\\\d\"}", ["a\"b", "c\\d"]), ("{{1,2},{3,4}}", ["{1,2}", "{3,4}"]),
            ("{{\"}\"},{\"\\\"\"}}", ["{\"}\"}", "{\"\\\"\"}"]),
        ] as [(String, [String?])])
    func parses(text: String, elements: [String?]) {
        #expect(ArrayText.parse(text) == elements)
    }

    @Test("refuses what is no array", arguments: ["", "{", "a", "{a", "{a,}", "{,a}", "{\"a}", "{\"a\"b}", "{{1}"])
    func refuses(text: String) {
        #expect(ArrayText.parse(text) == nil)
    }

    @Test(
        "writes what it reads",
        arguments: [
            [], [nil], [""], ["NULL"], ["\\", "\"", "\\\"\\", "a\\", "\"b", "é,{}\n"], ["x", nil, "y"],
        ] as [[String?]])
    func writes(elements: [String?]) throws {
        let text = try #require(try elements.postgresText())
        #expect(ArrayText.parse(text) == elements)
    }
}
