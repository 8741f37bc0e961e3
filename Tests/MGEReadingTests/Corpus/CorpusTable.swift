import Foundation

/// The scores of a corpus as one table for the terminal.
struct CorpusTable {
    private var rows: [[String]] = []
    private let scores: [(entry: CorpusEntry, score: CorpusScore)]

    init(_ scores: [(entry: CorpusEntry, score: CorpusScore)]) {
        self.scores = scores
        for language in CorpusEntry.Language.allCases {
            for form in CorpusEntry.Form.allCases {
                add("\(language) \(form)") { $0.language == language && $0.form == form }
            }
        }
        for form in CorpusEntry.Form.allCases { add("all \(form)") { $0.form == form } }
        add("clumsy", \.clumsy)
        add("all") { _ in true }
    }

    private mutating func add(_ title: String, _ isIncluded: (CorpusEntry) -> Bool) {
        let sum = CorpusScore.sum(scores.filter { isIncluded($0.entry) }.map(\.score))
        guard sum.descriptions > 0 else { return }
        let figures = [sum.entities, sum.relations, sum.attributes]
        rows.append([title, "\(sum.descriptions)"] + figures.flatMap { [$0.recall, $0.precision].map(Self.share) })
    }

    private static func share(_ share: Double?) -> String {
        share.map { String(format: "%.3f", $0) } ?? "-"
    }

    /// The table; shares are of all points of the row's descriptions together.
    var text: String {
        let groups = ["", "", "entities", "", "relations", "", "attributes", ""]
        let titles = ["", "descriptions"] + Array(repeating: ["recall", "precision"], count: 3).flatMap(\.self)
        return ([groups, titles] + rows).map(Self.line).joined(separator: "\n")
    }

    private static func line(_ cells: [String]) -> String {
        cells.enumerated().map { column, cell in
            let blanks = String(repeating: " ", count: max(0, (column == 0 ? 20 : 12) - cell.count))
            return column == 0 ? cell + blanks : blanks + cell
        }.joined()
    }

    /// What was missed and what is wrong in each description, by name.
    var details: String {
        scores.map { entry, score in
            let misses = score.misses.map { "  missed: \($0)" }
            let mistakes = score.mistakes.map { "  wrong:  \($0)" }
            return ([entry.name] + misses + mistakes).joined(separator: "\n")
        }.joined(separator: "\n")
    }
}
