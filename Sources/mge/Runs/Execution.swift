import MGECore

/// One time that an item was worked on.
struct Execution: Sendable {
    /// One step of it.
    struct Step: Sendable {
        let number: Int
        let kind: String
        let action: String
        let reasoning: String?
        let input: JSONValue?
        let output: JSONValue?
        let code: String?
        let seconds: Double?
    }

    let id: String
    let stage: String
    let item: String
    let worker: String
    let status: String
    let seconds: Double?
    let error: String?
    var steps: [Step] = []

    var json: JSONValue {
        [
            "execution": .string(id), "stage": .string(stage), "item": .string(item), "worker": .string(worker),
            "status": .string(status), "seconds": seconds.map { .number($0) } ?? nil,
            "error": error.map { .string($0) } ?? nil,
            "steps": .array(
                steps.map { step in
                    [
                        "step": .integer(step.number), "type": .string(step.kind), "action": .string(step.action),
                        "reasoning": step.reasoning.map { .string($0) } ?? nil, "input": step.input ?? nil,
                        "output": step.output ?? nil, "code": step.code.map { .string($0) } ?? nil,
                        "seconds": step.seconds.map { .number($0) } ?? nil,
                    ]
                }),
        ]
    }
}
