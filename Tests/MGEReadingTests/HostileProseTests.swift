import MGECore
import MGELayers
import Testing

@testable import MGEReading

/// What people put into sentences besides words: a text that is read without it is read with it.
@Suite struct HostileProseTests {
    static let quotations: [(opening: String, closing: String)] = [
        ("«", "»"), ("“", "”"), ("\"", "\""), ("`", "`"), ("'", "'"), ("(", ")"),
    ]
    static let oddities = ["🎉", "->", "§", "&", "%", "*", "=", "#", "<b>", "{{ x }}", "…", "\u{202E}", "¿", "№", "²"]

    /// A text in which some words are quoted, and something odd follows others.
    private static func disturbed(_ text: String, seed: UInt64) -> String {
        var random = HostileTextTests.Seeded(state: seed)
        var words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        for _ in 0..<(words.count / 12) {
            let index = Int.random(in: 0..<words.count, using: &random)
            guard words[index].allSatisfy({ $0.isLetter }) else { continue }
            if Bool.random(using: &random), let quotation = quotations.randomElement(using: &random) {
                words[index] = quotation.opening + words[index] + quotation.closing
            } else if let oddity = oddities.randomElement(using: &random) {
                words[index] += " " + oddity
            }
        }
        return words.joined(separator: " ")
    }

    @Test("Quotations and odd characters do not make a text one that is refused", arguments: CorpusTests.entries)
    func disturbed(_ entry: CorpusEntry) throws {
        // What has one entity has none when its name is taken apart.
        guard entry.form == .prose, entry.entities.count > 1 else { return }
        for seed in 0..<12 {
            let text = Self.disturbed(entry.text, seed: UInt64(seed))
            let errors = ReadingSupport.diagnostics(text).filter { $0.severity == .error }
            #expect(errors.isEmpty, "\(errors.first.map(String.init(describing:)) ?? "") in \(seed)")
        }
    }

    static let quoted = [
        SentenceCase(
            "Each proof has a date and a boolean \"approved\". Every proof is of a job. Jobs have a title.", "proof",
            ["date: date", "approved: boolean", "job>job"]),
        SentenceCase(
            "Cada prueba tiene una fecha y un booleano «aprobada». Las pruebas tienen un color.", "prueba",
            ["fecha: date", "aprobada: boolean", "color: string(..30)"]),
        SentenceCase(
            "Each parcel has a \"drop point\" and a weight, in kilograms.", "parcel",
            ["drop_point: string", "weight: decimal"]),
    ]

    @Test("A quoted word in a list of fields is the name of one", arguments: quoted)
    func readsQuoted(_ example: SentenceCase) throws {
        try example.check()
    }

    @Test(
        "What ends too early, or begins with what goes on, is refused or read, and never a trap",
        arguments: [
            "los dos", "ambas", "uno y otro",
            "Las cosas, que son dos, no, salvo las que 9 en el taller, esas no tienen ruta.",
            "y", "si", "¿no?", "dado", "they have", "it", "Surveyors.", "Surveyors. Name,", "[21:02] A: ",
            "for each, ,",
        ])
    func fragmentsAreNoTrap(_ text: String) {
        for lead in ["", "Un pedido tiene fecha y total. ", "An order has a date and a total. "] {
            let document = try? ReadingSupport.read(lead + text)
            #expect(!lead.hasPrefix("Un ") || document?.entities.isEmpty == false)
        }
    }
}
