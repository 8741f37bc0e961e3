import Testing

@testable import mge

@Suite("The settings file")
struct SettingsFileTests {
    private let known = ["workspace", "concurrency", "json"]

    @Test("Strings, numbers and truth values are settings")
    func values() throws {
        let text =
            "\u{FEFF}{ \"workspace\" : \"a\\u00e9\\ud83d\\ude00\\n\\\"\\\\\",\r\n \"concurrency\":12,\"json\":true }\n"
        let file = try SettingsFile(parsing: text, known: known)
        #expect(file["workspace"] == SettingsFile.Entry(text: "aé😀\n\"\\", place: "mge.json:1:17"))
        #expect(file["concurrency"] == SettingsFile.Entry(text: "12", place: "mge.json:2:16"))
        #expect(file["json"]?.text == "true")
        #expect(try SettingsFile(parsing: "{}", known: known)["json"] == nil)
    }

    @Test(
        "What is wrong is told with its place",
        arguments: [
            ("", "mge.json:1:1: '{' is missing"),
            ("[]", "mge.json:1:1: '{' is missing"),
            ("{\n  \"wrokspace\": \"x\"}", "mge.json:2:3: there is no setting 'wrokspace'"),
            ("{\"json\": true, \"json\": false}", "mge.json:1:16: 'json' is given twice"),
            ("{\"json\": null}", "mge.json:1:10: a value is a string, a number, true or false"),
            ("{\"json\": [1]}", "mge.json:1:10: a value is a string, a number, true or false"),
            ("{\"json\" true}", "mge.json:1:9: ':' is missing"),
            ("{\"json\": true", "mge.json:1:14: '}' is missing"),
            ("{\"json\": true,}", "mge.json:1:15: a string is missing"),
            ("{\"json\": true} x", "mge.json:1:16: something follows the object"),
            ("{\"json\": \"a", "mge.json:1:12: a string has no end"),
            ("{\"json\": \"a\n\"}", "mge.json:1:12: a string ends at the end of its line"),
            ("{\"json\": \"\\x\"}", "mge.json:1:11: an escape that JSON does not have"),
            ("{\"json\": \"\\ud800x\"}", "mge.json:1:17: an escape that JSON does not have"),
            ("{\"json\": \"\\udc00\"}", "mge.json:1:17: half of a character"),
        ])
    func refusals(_ text: String, _ message: String) {
        let error = #expect(throws: UsageError.self) { try SettingsFile(parsing: text, known: known) }
        #expect(error?.message == message)
    }

    @Test("A setting that was mistyped is suggested")
    func suggestion() {
        let error = #expect(throws: UsageError.self) {
            try SettingsFile(parsing: "{\"wrokspace\": \"x\"}", known: known)
        }
        #expect(error?.remedy == "did you mean 'workspace'?")
    }
}
