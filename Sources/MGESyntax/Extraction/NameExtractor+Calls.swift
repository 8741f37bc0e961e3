extension NameExtractor {
    /// Notes how many arguments the functions of the module take, where their parameters are all of a plain kind.
    mutating func addSignatures() {
        for (name, parameters) in matches.signatures {
            // A decorator may give another function.
            guard scope(at: name) == 0, let function = name.parent, matches.decorated[function.index] == nil else {
                continue
            }
            var signature = FileNames.Signature(name: self.name(name.bytes))
            var isPlain = true
            parameters.forEachChild { child in
                guard child.isNamed, !tree.records[child.index].flags.contains(.comment) else { return }
                let flags = matches.marks[child.index].flags
                if flags.contains(.requiredParameter) {
                    signature.least += 1
                } else if !flags.contains(.optionalParameter) {
                    isPlain = false
                }
                signature.most += 1
            }
            if isPlain { names.signatures[qualified(text(name.bytes))] = signature }
        }
    }

    /// Tells each call how many arguments it gives, by the node that is called.
    mutating func countArguments() {
        for (function, arguments) in matches.calls {
            var count = 0
            var isKnown = true
            arguments.forEachChild { child in
                guard child.isNamed, !tree.records[child.index].flags.contains(.comment) else { return }
                count += 1
                if matches.marks[child.index].flags.contains(.manyArguments) { isKnown = false }
            }
            if isKnown, count < Int(FileNames.Reference.noCall) { argumentCounts[function.index] = UInt8(count) }
        }
    }
}
