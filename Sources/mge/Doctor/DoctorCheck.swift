import MGECore

/// What `mge doctor` found about one thing.
struct DoctorCheck: Sendable, Hashable {
    /// Whether it is as it should be.
    enum State: String, Sendable {
        case good
        /// Something can't be done without it, but `mge submit` works.
        case lacking
        /// `mge submit` does not work without it.
        case broken
    }

    let name: String
    let state: State
    /// What was found.
    let finding: String
    /// What can't be done; nil when nothing is lacking.
    let cost: String?
    /// What to type or do; nil when nothing is lacking.
    let remedy: String?

    static func good(_ name: String, _ finding: String) -> DoctorCheck {
        DoctorCheck(name: name, state: .good, finding: finding, cost: nil, remedy: nil)
    }

    static func lacking(_ name: String, _ finding: String, cost: String, remedy: String) -> DoctorCheck {
        DoctorCheck(name: name, state: .lacking, finding: finding, cost: cost, remedy: remedy)
    }

    static func broken(_ name: String, _ finding: String, remedy: String) -> DoctorCheck {
        DoctorCheck(
            name: name, state: .broken, finding: finding, cost: "mge submit does not work", remedy: remedy)
    }

    var json: JSONValue {
        [
            "check": .string(name), "state": .string(state.rawValue), "finding": .string(finding),
            "cost": cost.map { .string($0) } ?? nil, "remedy": remedy.map { .string($0) } ?? nil,
        ]
    }
}
