import MGELayers
import Testing

@testable import MGEReading

/// The identifiers that requirements have before them.
@Suite struct RequirementLabelTests {
    @Test(
        "The identifier before a requirement is no part of it",
        arguments: [
            "RD-01. Persona\n* nombre\n* correo, único\n\nRD-02. Sala\n* código\n* aforo\n\nRD-03. Borrados\n* al borrar una sala no se borra nada",
            "## REQ-1: Persona\n- nombre\n- correo, único\n\n## REQ-2: Sala\n- código\n- aforo\n\n## REQ-3: Fin\nNada.",
            "REQ1) Una persona tiene nombre y correo, que es único.\nREQ2) Una sala tiene código y aforo.\n"
                + "REQ3) El programa será rápido.",
        ])
    func entities(_ text: String) throws {
        let document = try ReadingSupport.read(text)
        #expect(document.names == ["persona", "sala"])
        #expect(document.shown("persona").contains("correo: email unique"), "\(document.shown("persona"))")
    }

    @Test("Fields with capital letters and numbers are fields")
    func fields() throws {
        let text = """
            ## Entities

            ### Reading
            - PM1: decimal
            - PM2: decimal, optional
            - PM10: decimal
            """
        let document = try ReadingSupport.read(text)
        #expect(document.entities.first?.fields.map(\.name) == ["PM1", "PM2", "PM10"])
    }

    @Test(
        "How long an identifier is",
        arguments: [
            ("RD-01. Persona", 7), ("REQ-7: The", 7), ("RF 1. Algo", nil), ("R-1. Algo", nil), ("PM10: decimal", nil),
            ("PM10: Decimal", nil), ("RD-01.2) Uno", 9), ("RD-", nil), ("RD-1", nil), ("", nil),
        ])
    func length(_ line: String, _ length: Int?) {
        let lines = Array(repeating: Array(line), count: 3)
        let prefixes = RequirementLabel.prefixes(in: lines)
        #expect(RequirementLabel.length(Array(line)[...], prefixes: prefixes) == length)
        #expect(RequirementLabel.prefixes(in: Array(lines.prefix(2))).isEmpty)
    }
}
