/// What sentences say of how rows behave, in the order in which it is applied.
struct ToldBehaviours {
    /// All of it, as the text says it.
    let all: [Behaviour]
    /// Where login is said, with who logs in and with what.
    let logins: [(behaviour: Behaviour, people: [Behaviour.Noun], field: Located?)]

    init(_ statements: [Statement]) {
        all = statements.compactMap { statement in
            if case .behaviour(let behaviour) = statement { behaviour } else { nil }
        }
        logins = all.compactMap { behaviour in
            guard case .login(let people, let field) = behaviour.kind else { return nil }
            return (behaviour, people, field)
        }
    }
}
