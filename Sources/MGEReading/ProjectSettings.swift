import MGECore
import MGELayers

/// Name, stack and language as the user has asked for them, outside of the text itself.
struct ProjectSettings {
    var name: String?
    var language: Description.Language?
    private var stack: (name: String, place: LocatedText.Place?)?

    /// What was asked for beside the text, which counts before what the text says.
    init(_ description: Description) {
        name = description.requestedName
        stack = description.requestedStack.map { ($0, nil) }
    }

    /// Reads the settings at the beginning of the text, and says which are unknown.
    mutating func read(_ source: inout SourceDocument, keywords: PhraseTable<Keyword>) {
        for setting in source.settings {
            let tokens = Tokenizer.tokenize(LocatedText(setting.key)).tokens
            let known: Set<Keyword> = [.nameSetting, .stackSetting, .languageSetting]
            let meaning = keywords.meaning(of: tokens, where: known.contains)
            if meaning == .nameSetting {
                name = name ?? (setting.value.isEmpty ? nil : setting.value)
            } else if meaning == .stackSetting {
                stack = stack ?? (setting.value, setting.valuePlace)
            } else if meaning == .languageSetting {
                readLanguage(setting, keywords, &source.findings)
            } else {
                source.findings.add(
                    .warning, "the setting `\(setting.key)` is unknown and not used", subject: setting.key,
                    remedy: "use name, stack or language", at: setting.keyPlace)
            }
        }
    }

    private mutating func readLanguage(
        _ setting: SourceDocument.Setting, _ keywords: PhraseTable<Keyword>, _ findings: inout Findings
    ) {
        let tokens = Tokenizer.tokenize(LocatedText(setting.value)).tokens
        switch keywords.meaning(of: tokens, where: { $0 == .english || $0 == .spanish }) {
        case .english: language = .english
        case .spanish: language = .spanish
        default:
            findings.add(
                .error, "the language `\(setting.value)` is unknown", subject: "language", remedy: "use en or es",
                at: setting.valuePlace)
        }
    }

    /// The stack: asked for, else named in the text, else the default.
    func stack(
        of statements: [Statement], finder: StackFinder, otherwise defaultStack: String, _ findings: inout Findings
    ) -> String {
        if let stack {
            let tokens = Tokenizer.tokenize(LocatedText(stack.name)).tokens
            if let known = finder.stack(named: tokens) { return known }
            let near = NearestName.of(stack.name, among: finder.names)
            findings.add(
                .error, "the stack `\(stack.name)` is unknown", subject: stack.name,
                remedy: near.map { "did you mean `\($0)`?" } ?? "use one of " + finder.names.joined(separator: ", "),
                at: stack.place)
            return defaultStack
        }
        var first: (name: String, words: Located)?
        var told: Set<String> = []
        for case .stack(let name, let words) in statements {
            guard let chosen = first else {
                first = (name, words)
                continue
            }
            guard chosen.name != name, told.insert(name).inserted else { continue }
            findings.add(
                .warning, "`\(words.text)` is not used: the project is built with `\(chosen.words.text)`",
                subject: name,
                remedy: "name one stack only", at: words.place)
        }
        if first == nil {
            findings.add(
                .note, "no stack is named, so it is `\(defaultStack)`", subject: "stack",
                remedy: "name one of " + finder.names.joined(separator: ", "), at: nil)
        }
        return first?.name ?? defaultStack
    }
}
