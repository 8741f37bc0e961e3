import MGECore

extension StackDefinition {
    /// Everything in the definition that contradicts itself; files are not looked at.
    func problems(folder: String) -> [StackError.Problem] {
        var problems: [StackError.Problem] = []
        if name != folder { problems.append(.init("name", "is \(name), but the folder is called \(folder)")) }
        problems += phaseProblems() + textProblems()
        let places = milestonePlaces()
        for (index, kind) in blueprint.enumerated() {
            if places[MilestoneKey(phase: kind.phase, milestone: kind.milestone)] == nil {
                problems.append(
                    .init(
                        "blueprint[\(index)]",
                        "the phase \(kind.phase) has no milestone \(kind.milestone); add it "
                            + "to phases"))
            }
        }
        return problems + dependencyProblems(places)
    }

    /// The kinds in the order that their tasks are numbered in: by milestone, then after what they depend on.
    /// - Throws: `TopologicalOrderError` for a definition with problems.
    func orderedKinds() throws -> [BlueprintKind] {
        let nodes = blueprint.map { TopologicalOrder.Node($0.kind, dependsOn: $0.dependsOn) }
        let ranks = Dictionary(
            uniqueKeysWithValues: try TopologicalOrder(nodes).names.enumerated().map { ($1, $0) })
        let places = milestonePlaces()
        return blueprint.sorted { left, right in
            let leftPlace = places[MilestoneKey(phase: left.phase, milestone: left.milestone)] ?? 0
            let rightPlace = places[MilestoneKey(phase: right.phase, milestone: right.milestone)] ?? 0
            return (leftPlace, ranks[left.kind] ?? 0) < (rightPlace, ranks[right.kind] ?? 0)
        }
    }

    private struct MilestoneKey: Hashable {
        var phase: String
        var milestone: String
    }

    /// The position of each milestone in the whole plan.
    private func milestonePlaces() -> [MilestoneKey: Int] {
        let keys = phases.flatMap { phase in phase.milestones.map { MilestoneKey(phase: phase.name, milestone: $0) } }
        return Dictionary(keys.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private func phaseProblems() -> [StackError.Problem] {
        var problems: [StackError.Problem] = []
        var names: Set<String> = []
        for (index, phase) in phases.enumerated() {
            if !names.insert(phase.name).inserted {
                problems.append(.init("phases[\(index)].name", "\(phase.name) is there twice"))
            }
            var milestones: Set<String> = []
            for (position, milestone) in phase.milestones.enumerated() where !milestones.insert(milestone).inserted {
                problems.append(.init("phases[\(index)].milestones[\(position)]", "\(milestone) is there twice"))
            }
        }
        return problems
    }

    private func dependencyProblems(_ places: [MilestoneKey: Int]) -> [StackError.Problem] {
        do {
            _ = try TopologicalOrder(blueprint.map { TopologicalOrder.Node($0.kind, dependsOn: $0.dependsOn) })
        } catch {
            return [.init(dependencyPlace(of: error.problem), error.description)]
        }
        let kinds = Dictionary(blueprint.map { ($0.kind, $0) }, uniquingKeysWith: { first, _ in first })
        var problems: [StackError.Problem] = []
        for (index, kind) in blueprint.enumerated() {
            for (position, name) in kind.dependsOn.enumerated() {
                guard let needed = kinds[name],
                    let place = places[MilestoneKey(phase: kind.phase, milestone: kind.milestone)],
                    let earlier = places[MilestoneKey(phase: needed.phase, milestone: needed.milestone)],
                    earlier > place
                else { continue }
                problems.append(
                    .init("blueprint[\(index)].depends_on[\(position)]", "\(name) is made in a later milestone"))
            }
        }
        return problems
    }

    private func dependencyPlace(of problem: TopologicalOrderError<String>.Problem) -> String {
        switch problem {
        case .duplicate(let kind):
            blueprint.lastIndex { $0.kind == kind }.map { "blueprint[\($0)].kind" } ?? "blueprint"
        case .unknown(_, let kind):
            blueprint.firstIndex { $0.kind == kind }.map { "blueprint[\($0)].depends_on" } ?? "blueprint"
        case .cycles: "blueprint"
        }
    }

    private func textProblems() -> [StackError.Problem] {
        var problems: [StackError.Problem] = []
        func check(_ text: String, _ per: BlueprintKind.Multiplicity, _ place: String) {
            do { _ = try BlueprintText(text, per: per) } catch { problems.append(.init(place, "\(error)")) }
        }
        for (index, kind) in blueprint.enumerated() {
            let place = "blueprint[\(index)]"
            check(kind.name, kind.per, "\(place).name")
            check(kind.target, kind.per, "\(place).target")
            for (position, provision) in kind.provides.enumerated() {
                check(provision.module, kind.per, "\(place).provides[\(position)].module")
                check(provision.symbol ?? "", kind.per, "\(place).provides[\(position)].symbol")
            }
        }
        for (index, file) in infrastructure.enumerated() {
            check(file.target, .project, "infrastructure[\(index)].target")
            if (file.template == nil) == (file.copy == nil) {
                problems.append(.init("infrastructure[\(index)]", "has to have either template or copy"))
            }
        }
        return problems
    }
}
