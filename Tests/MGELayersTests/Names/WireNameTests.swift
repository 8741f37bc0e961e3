import MGELayers
import Testing

@Suite struct WireNameTests {
    @Test(
        "keeps names as they are written", arguments: ["class", "dueDate", "año", "Straße", "due-date", "مهمة", "$ref"])
    func kept(name: String) {
        #expect(WireName.kept(name) == name)
    }

    @Test(
        "keeps no name with blanks, quotes, control or format characters",
        arguments: [
            "", "due date", "a\"b", "a\\b", "a\nb", "a\u{0}", "a\u{202E}b", "🎉", String(repeating: "x", count: 101),
        ])
    func refused(name: String) {
        #expect(WireName.kept(name) == nil)
    }

    @Test(
        "spells names out for people",
        arguments: [
            ("due_date", "due date"), ("dueDate", "due date"), ("año_fiscal", "año fiscal"), ("a\nb\u{202E}c", "a b c"),
        ])
    func spelled(wire: String, label: String) {
        #expect(WireName.spelledOut(wire) == label)
    }
}
