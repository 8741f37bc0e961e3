/// The probe's command line: a command, its operands, and `--name value` options.
struct ProbeArguments {
    struct Problem: Error, CustomStringConvertible {
        let description: String
    }

    let command: String
    let operands: [String]
    private let options: [String: String]

    init(_ arguments: [String]) throws {
        var operands: [String] = []
        var options: [String: String] = [:]
        var rest = arguments[...]
        while let word = rest.popFirst() {
            guard word.hasPrefix("--") else {
                operands.append(word)
                continue
            }
            guard let value = rest.popFirst() else { throw Problem(description: "\(word) needs a value") }
            options[String(word.dropFirst(2))] = value
        }
        guard let command = operands.first else { throw Problem(description: "submit, work, status or bench") }
        self.command = command
        self.operands = Array(operands.dropFirst())
        self.options = options
    }

    func value<Value: LosslessStringConvertible>(_ name: String, _ fallback: Value) throws -> Value {
        guard let text = options[name] else { return fallback }
        guard let value = Value(text) else { throw Problem(description: "--\(name) can't be '\(text)'") }
        return value
    }

    func text(_ name: String) -> String? { options[name] }

    /// The settings of a run to be submitted.
    func settings() throws -> ProbeSettings {
        var settings = ProbeSettings()
        settings.items = try value("items", settings.items)
        settings.seed = try value("seed", settings.seed)
        settings.batch = try value("batch", settings.batch)
        settings.delay = try value("delay", settings.delay)
        settings.padding = try value("padding", settings.padding)
        if let shape = text("shape") {
            guard let shape = ProbeSettings.Shape(rawValue: shape) else {
                throw Problem(description: "--shape can't be '\(shape)'")
            }
            settings.shape = shape
        }
        if text("poison") != nil { settings.poison = try value("poison", 0) }
        return settings
    }
}
