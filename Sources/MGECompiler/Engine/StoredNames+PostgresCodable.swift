import MGEPostgres

extension StageName: PostgresCodable {}
extension RunState: PostgresCodable {}
