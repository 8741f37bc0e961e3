import MGELayers

/// The texts of a blueprint's kind, read once for all its tasks.
struct BlueprintTexts {
    let name: BlueprintText
    let target: BlueprintText
    private let per: BlueprintKind.Multiplicity
    private let provisions: [(kind: String, module: BlueprintText, symbol: BlueprintText?)]

    /// Reads the texts of a kind.
    /// - Throws: `BlueprintTextError` for a text that cannot be read.
    init(of kind: BlueprintKind) throws {
        per = kind.per
        name = try BlueprintText(kind.name, per: kind.per)
        target = try BlueprintText(kind.target, per: kind.per)
        provisions = try kind.provides.map { provision in
            (
                provision.kind, try BlueprintText(provision.module, per: kind.per),
                try provision.symbol.map { try BlueprintText($0, per: kind.per) }
            )
        }
    }

    /// What a task of the kind gives to others.
    func provisions(project: ProjectIdentity, entity: PlannedEntity.Names?) -> [Provision] {
        provisions.map { provision in
            Provision(
                kind: provision.kind, module: provision.module.text(project: project, entity: entity),
                symbol: provision.symbol?.text(project: project, entity: entity), entity: entity?.variable)
        }
    }
}
