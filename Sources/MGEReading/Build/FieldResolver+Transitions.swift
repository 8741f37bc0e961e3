import MGECore
import MGELayers

extension FieldResolver {
    /// Makes states of the cases of an enumeration; the findings say what is wrong.
    mutating func addTransitions(_ chains: [[[Located]]], to field: inout Field) {
        guard let place = chains.first?.first?.first?.place else { return }
        guard case .enumeration(let cases) = field.type else {
            findings.add(
                .error, "transitions are said of `\(field.name)`, which is no enumeration", subject: field.name,
                remedy: "give it the type enum with its states as cases", at: place)
            return
        }
        if !field.isRequired || field.isUnique {
            findings.add(
                .error, "`\(field.name)` has transitions, so it can be neither optional nor unique",
                subject: field.name, remedy: "remove the attribute, and add a state for what has none", at: place)
        }
        var following: [String: [String]] = [:]
        for transition in field.transitions ?? [] { following[transition.from] = transition.to }
        for chain in chains {
            for (sources, targets) in zip(chain, chain.dropFirst()) {
                for source in sources {
                    for target in targets { add(source, target, of: field.name, cases, to: &following) }
                }
            }
        }
        field.transitions = cases.map { Transition(from: $0, to: following[$0] ?? []) }
        let initial = field.defaultValue?.string ?? cases[0]
        field.defaultValue = .string(initial)
        warnOfUnreachable(field, from: initial, at: place)
    }

    private mutating func add(
        _ source: Located, _ target: Located, of field: String, _ cases: [String],
        to following: inout [String: [String]]
    ) {
        for state in [source, target] where !cases.contains(state.text) {
            let near = NearestName.of(state.text, among: cases)
            findings.add(
                .error, "`\(state.text)` is no case of `\(field)`", subject: field,
                remedy: near.map { "did you mean `\($0)`?" } ?? "use its cases: "
                    + cases.prefix(20).joined(separator: ", "),
                at: state.place)
            return
        }
        if source.text == target.text {
            findings.add(
                .error, "`\(source.text)` of `\(field)` is followed by itself", subject: field,
                remedy: "remove it: a state may always stay as it is", at: target.place)
        } else if following[source.text]?.contains(target.text) != true {
            following[source.text, default: []].append(target.text)
        }
    }

    private mutating func warnOfUnreachable(_ field: Field, from initial: String, at place: LocatedText.Place) {
        let following = Dictionary(
            (field.transitions ?? []).map { ($0.from, $0.to) }, uniquingKeysWith: { first, _ in first })
        var reached: Set<String> = [initial]
        var open = [initial]
        while let state = open.popLast() {
            for next in following[state] ?? [] where reached.insert(next).inserted { open.append(next) }
        }
        let missing = (field.transitions ?? []).map(\.from).filter { !reached.contains($0) }
        guard !missing.isEmpty else { return }
        let names = missing.prefix(10).map { "`\($0)`" }.joined(separator: ", ")
        findings.add(
            .warning, "`\(field.name)` begins as `\(initial)` and can never become \(names)", subject: field.name,
            remedy: "add a transition to it, or write another `default`", at: place)
    }
}

extension JSONValue {
    /// The text of a string.
    fileprivate var string: String? {
        if case .string(let text) = self { text } else { nil }
    }
}
