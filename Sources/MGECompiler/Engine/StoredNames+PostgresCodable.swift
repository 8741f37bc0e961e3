import MGEPostgres

extension StageName: PostgresCodable {}
extension RunState: PostgresCodable {}
extension ItemState: PostgresCodable {}
