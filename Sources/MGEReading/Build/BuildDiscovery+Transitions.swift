import MGECore
import MGELayers

extension BuildDiscovery {
    /// Gives the transitions that an item of its own says to the one enumeration that has such cases.
    mutating func readTransitions() {
        for position in entities.indices {
            for option in entities[position].statement.options where option.keyword == .transitions {
                readTransitions(option, of: position)
            }
        }
    }

    private mutating func readTransitions(_ option: OptionItem, of position: Int) {
        let chains = Chains.all(option.source, option.value)
        let states = Set(chains.joined().joined().map(\.text))
        let fields = entities[position].entity.fields
        let enumerations = fields.indices.filter { index in
            if case .enumeration = fields[index].type { true } else { false }
        }
        var candidates = enumerations.filter { index in
            if case .enumeration(let cases) = fields[index].type { states.isSubset(of: cases) } else { false }
        }
        // The one that there is tells which state is wrong.
        if candidates.isEmpty, enumerations.count == 1 { candidates = enumerations }
        guard candidates.count == 1, let index = candidates.first else {
            findings.add(
                .error,
                "`\(entities[position].entity.name)` has \(candidates.isEmpty ? "no" : "more than one") enumeration with "
                    + "the states of its transitions",
                subject: entities[position].entity.name,
                remedy: "write them after the type: `status: enum(open, done), open → done`", at: option.source.place)
            return
        }
        var resolver = FieldResolver(lexicon: lexicon, findings: findings.fresh)
        resolver.addTransitions(chains, to: &entities[position].entity.fields[index])
        findings.absorb(resolver.findings)
    }
}
