import Foundation
import MGECore
import Testing

@Suite struct JSONValueTests {
    @Test(
        "reads and writes every kind of value",
        arguments: [
            ("null", .null), ("true", .bool(true)), ("false", .bool(false)), ("0", .integer(0)), ("1", .integer(1)),
            ("-1", .integer(-1)), ("9223372036854775807", .integer(.max)), ("-9223372036854775808", .integer(.min)),
            ("0.5", .number(0.5)), ("-2.25", .number(-2.25)),
            ("1.7976931348623157e+308", .number(.greatestFiniteMagnitude)),
            ("5e-324", .number(.leastNonzeroMagnitude)), (#""""#, ""), (#""a b""#, "a b"), ("[]", []), ("{}", [:]),
            ("[1,[2,[]],{}]", [1, [2, []], [:]]),
            (#"{"a":{"b":[null,true]},"c":"/"}"#, ["a": ["b": [nil, true]], "c": "/"]),
        ] as [(String, JSONValue)])
    func roundTrip(text: String, value: JSONValue) throws {
        #expect(try JSONValue(parsing: Data(text.utf8)) == value)
        #expect(value.text == text)
    }

    @Test(
        "reads what is written otherwise",
        arguments: [
            (" [ 1 ,\t2\r\n] ", [1, 2]), ("1.0", 1), ("1e2", 100), ("-0", 0), ("1E-1", .number(0.1)),
            (#""\u0041\n\t\\\"\/\b\f\r""#, "A\n\t\\\"/\u{8}\u{c}\r"), (#""\ud83d\ude00""#, "😀"),
            (#""\u0000""#, "\u{0}"),
            (#"{"a":1,"b":2}"#, ["b": 2, "a": 1]),
        ] as [(String, JSONValue)])
    func reads(text: String, value: JSONValue) throws {
        #expect(try JSONValue(parsing: Data(text.utf8)) == value)
    }

    @Test("keeps the nearest fraction of a whole number that is too big")
    func bigNumbers() throws {
        #expect(try JSONValue(parsing: Data("9223372036854775808".utf8)) == .number(9_223_372_036_854_775_808))
        #expect(try JSONValue(parsing: Data("-1e300".utf8)) == .number(-1e300))
    }

    @Test(
        "carries text of every script",
        arguments: ["é", "e\u{301}", "日本語", "👩‍👩‍👧", "\u{2028}\u{feff}", "\u{1}\u{1f}\u{7f}", "\r\n"])
    func scripts(text: String) throws {
        let value = JSONValue.object([text: .array([.string(text)])])
        let read = try JSONValue(parsing: Data(value.text.utf8))
        #expect(read == value)
        guard case .array(let elements)? = read[text], case .string(let back)? = elements.first else {
            Issue.record("\(read)")
            return
        }
        #expect(Array(back.utf8) == Array(text.utf8))
    }

    @Test(
        "refuses what is no JSON",
        arguments: [
            "", " ", "nul", "tru", "01", "1.", ".5", "+1", "1e", "-", "NaN", "[1,]", "[1 2]", "{\"a\"}", "{\"a\":}",
            "{a:1}",
            "{\"a\":1,}", "[", "\"", "\"\\x\"", "\"\\u12\"", "\"\n\"", "1 2", "]", "'a'", "\"\\ud800\"",
        ])
    func refused(text: String) {
        #expect(throws: DecodingError.self) { try JSONValue(parsing: Data(text.utf8)) }
    }

    @Test("refuses bytes that are not UTF-8")
    func encoding() {
        #expect(throws: DecodingError.self) { try JSONValue(parsing: Data([0x22, 0xff, 0x22])) }
    }

    @Test("refuses nesting that would exhaust the stack, and reads what is nested deeply")
    func nesting() throws {
        let deep = String(repeating: "[", count: 100_000)
        #expect(throws: DecodingError.self) { try JSONValue(parsing: Data(deep.utf8)) }
        let nested = String(repeating: "[", count: 200) + String(repeating: "]", count: 200)
        #expect(try JSONValue(parsing: Data(nested.utf8)).text == nested)
    }

    @Test("is decoded as a member of another value, and by any decoder")
    func member() throws {
        struct Holder: Codable, Equatable {
            var value: JSONValue
            var optional: JSONValue?
        }
        let text = #"{"value":{"a":[1,1.5,"x",true,null,{"b":{}}]}}"#
        let holder = try JSONDecoder().decode(Holder.self, from: Data(text.utf8))
        #expect(holder.value == ["a": [1, .number(1.5), "x", true, nil, ["b": [:]]]])
        #expect(holder.optional == nil)
        let list = try PropertyListEncoder().encode(["a": ["b": 1]])
        #expect(try PropertyListDecoder().decode(JSONValue.self, from: list) == ["a": ["b": 1]])
    }

    @Test("comes from a value and becomes one")
    func conversion() throws {
        let location = MGECore.SourceLocation(file: "brief.md", line: 3, column: 7)
        let value = try JSONValue(encoding: location)
        #expect(value == ["file": "brief.md", "line": 3, "column": 7])
        #expect(try value.decoded(as: MGECore.SourceLocation.self) == location)
        #expect(throws: DecodingError.self) { try JSONValue.null.decoded(as: MGECore.SourceLocation.self) }
    }

    @Test("gives the member of an object only")
    func members() {
        let value: JSONValue = ["a": 1, "a": 2]
        #expect(value["a"] == 2)
        #expect(value["b"] == nil)
        #expect(JSONValue.array([])["a"] == nil)
    }
}
