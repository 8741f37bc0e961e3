import Foundation
import MGECore
import MGELayers
import Testing

@testable import MGEReading

/// Measures the reader against descriptions as people write them.
///
/// `swift test --disable-xctest --filter CorpusTests` prints the table; with `MGE_CORPUS_DETAILS` set, it also prints
/// what was missed and what is wrong in each description.
@Suite struct CorpusTests {
    /// What the reader was made with.
    static let entries = entries(in: "tuned")
    /// What was written when the reader was finished, by somebody who did not know it, and what nobody reads.
    static let heldOut = entries(in: "heldout")
    /// What engineers and product owners write, with which the reader was made further.
    static let plain = entries(in: "plain")
    /// What was written when that was done, in the same way, and what nobody reads.
    static let later = entries(in: "later")

    private static func entries(in folder: String) -> [CorpusEntry] {
        do {
            return try CorpusEntry.all(in: folder)
        } catch {
            Issue.record("\(error)")
            return []
        }
    }

    @Test("The corpus has the descriptions that it should have")
    func counts() {
        #expect(Self.entries.count == 32)
        let expected: [CorpusEntry.Form: Int] = [.prose: 11, .list: 2, .table: 1, .structured: 2]
        for language in CorpusEntry.Language.allCases {
            for form in CorpusEntry.Form.allCases {
                let count = Self.entries.count { $0.language == language && $0.form == form }
                #expect(count == expected[form], "\(language) \(form)")
            }
        }
        #expect(Self.entries.count(where: \.clumsy) == 8)
        #expect(Self.entries.map(\.entities.count).min() == 1)
        #expect(Self.entries.map(\.entities.count).max() == 40)
    }

    @Test("What is held out has the descriptions that it should have", arguments: CorpusEntry.Language.allCases)
    func heldOutCounts(language: CorpusEntry.Language) {
        let expected: [CorpusEntry.Form: Int] = [.prose: 7, .list: 2, .table: 1, .structured: 2]
        for form in CorpusEntry.Form.allCases {
            let count = Self.heldOut.count { $0.language == language && $0.form == form }
            #expect(count == expected[form], "\(form)")
        }
        #expect(Self.heldOut.count { $0.language == language && $0.clumsy } == 3)
    }

    @Test("What is plain, and what came later, has the descriptions that it should have")
    func plainCounts() {
        #expect(Self.plain.count { $0.language == .english && $0.form == .prose } == 202)
        #expect(Self.plain.count { $0.language == .spanish && $0.form == .prose } == 187)
        for language in CorpusEntry.Language.allCases {
            #expect(Self.plain.count { $0.language == language && $0.form == .list } == 50)
            #expect(Self.plain.count { $0.language == language && $0.form == .table } == 26)
            #expect(Self.later.count { $0.language == language } == 7)
            #expect(Self.later.count { $0.language == language && $0.clumsy } == 2)
        }
        #expect(Self.later.allSatisfy { $0.form == .prose })
    }

    @Test("What is expected of a description holds together", arguments: entries + heldOut + plain + later)
    func consistent(entry: CorpusEntry) {
        #expect(entry.text.split(whereSeparator: \.isWhitespace).count >= 40)
        let names = entry.entities.flatMap(\.names) + entry.ignored
        #expect(Set(names.map(CorpusReading.folded)).count == names.count)
        #expect(names.allSatisfy { $0 == $0.lowercased() })
        let entities = Set(entry.entities.map(\.name))
        for relation in entry.relations {
            #expect(entities.contains(relation.from) && entities.contains(relation.to), "\(relation)")
            let deletions = ["cascade", "restrict", "set_null"]
            #expect(relation.onDelete.map(deletions.contains) ?? true, "\(relation)")
            let beside = entry.relations.filter(relation.isBeside)
            #expect(beside.count { $0.role == relation.role } == 1, "\(relation)")
        }
        for entity in entry.entities {
            let relations = entry.relations.filter { $0.from == entity.name }.map { $0.role ?? $0.to }
            #expect(Set(entity.fields.map(\.name)).count == entity.fields.count, "\(entity.name)")
            let members = Set(entity.fields.map(\.name) + relations)
            #expect((entity.unique ?? []).allSatisfy { $0.count > 1 && members.isSuperset(of: $0) }, "\(entity.name)")
            for field in entity.fields { Self.check(field) }
        }
    }

    /// Expects that what is said of a field fits its type.
    private static func check(_ field: ExpectedField) {
        let types = [
            "string", "text", "integer", "bigint", "float", "decimal", "boolean", "date", "datetime", "time", "uuid",
            "email", "url", "enum", "json",
        ]
        #expect((field.type ?? []).allSatisfy(types.contains), "\(field.name)")
        #expect(field.cases == nil || field.type == ["enum"], "\(field.name)")
        if case .string(let value)? = field.defaultValue, let cases = field.cases {
            #expect(cases.contains(value), "\(field.name)")
        }
        if let minimum = field.minimum, let maximum = field.maximum { #expect(minimum <= maximum, "\(field.name)") }
    }

    @Test("The reader's score")
    func score() {
        Self.checkScore(of: Self.entries, titled: "what the reader was made with", Self.least)
    }

    @Test("The reader's score on what is held out")
    func heldOutScore() {
        Self.checkScore(of: Self.heldOut, titled: "held out", Self.leastHeldOut)
    }

    @Test("The reader's score on plain prose")
    func plainScore() {
        Self.checkScore(of: Self.plain, titled: "plain prose", forms: [.prose], Self.leastPlain)
    }

    @Test("The reader's score on lists and tables in free words")
    func freeFormScore() {
        Self.checkScore(of: Self.plain, titled: "lists and tables", forms: [.list, .table], Self.leastFree)
    }

    @Test("The reader's score on plain prose that came later")
    func laterScore() {
        Self.checkScore(of: Self.later, titled: "plain prose, held out", forms: [.prose], Self.leastLater)
    }

    /// Prints the table of some descriptions, and expects that no form is read worse than it was.
    private static func checkScore(
        of entries: [CorpusEntry], titled title: String, forms: [CorpusEntry.Form] = CorpusEntry.Form.allCases,
        _ least: (CorpusEntry.Form) -> [Least]
    ) {
        let scores = entries.map { (entry: $0, score: score(of: $0)) }
        let table = CorpusTable(scores)
        let isDetailed = ProcessInfo.processInfo.environment["MGE_CORPUS_DETAILS"] != nil
        print(([title, table.text] + (isDetailed ? [table.details] : [])).joined(separator: "\n\n"))
        for form in forms {
            let sum = CorpusScore.sum(scores.filter { $0.entry.form == form }.map(\.score))
            for (figure, least) in zip([sum.entities, sum.relations, sum.attributes], least(form)) {
                #expect(figure.expected > 5)
                #expect(figure.recall ?? 0 >= least.recall, "\(form)")
                #expect(figure.precision ?? 0 >= least.precision, "\(form)")
            }
        }
    }

    private typealias Least = (recall: Double, precision: Double)

    /// What the reader has reached, of entities, relations and attributes; it must not fall behind.
    private static func least(of form: CorpusEntry.Form) -> [Least] {
        switch form {
        case .structured: Array(repeating: (1, 1), count: 3)
        case .list, .table: [(0.97, 0.97), (0.95, 0.95), (0.95, 0.95)]
        case .prose: [(0.99, 0.99), (0.91, 0.93), (0.90, 0.97)]
        }
    }

    /// The same of what is held out.
    private static func leastHeldOut(of form: CorpusEntry.Form) -> [Least] {
        switch form {
        case .structured: Array(repeating: (1, 1), count: 3)
        case .table: [(1, 1), (0.91, 0.91), (0.99, 0.99)]
        case .list: [(1, 1), (0.85, 1), (0.85, 0.93)]
        case .prose: [(0.97, 0.92), (0.87, 0.89), (0.82, 0.93)]
        }
    }

    /// The same of plain prose.
    private static func leastPlain(of form: CorpusEntry.Form) -> [Least] { [(0.98, 0.98), (0.88, 0.93), (0.87, 0.96)] }

    /// The same of lists and tables in free words.
    private static func leastFree(of form: CorpusEntry.Form) -> [Least] {
        form == .list ? [(0.98, 0.98), (0.92, 0.95), (0.95, 0.97)] : [(0.98, 0.98), (0.94, 0.93), (0.96, 0.97)]
    }

    /// The same of plain prose that came later.
    private static func leastLater(of form: CorpusEntry.Form) -> [Least] { [(0.94, 0.96), (0.70, 0.81), (0.81, 0.95)] }

    /// The score of one description; one that is refused has the reader's errors as its mistakes.
    private static func score(of entry: CorpusEntry) -> CorpusScore {
        do {
            let document = try ReadingSupport.reader.read(Description(text: entry.text))
            return CorpusComparison.score(document, against: entry)
        } catch {
            var score = CorpusComparison.score(nil, against: entry)
            score.mistakes = error.diagnostics.filter { $0.severity == .error }.map { "refused: \($0)" }
            return score
        }
    }
}
