extension NameChecker {
    /// Calls of functions of the project that give more or fewer arguments than these take.
    func callFindings(in file: Int, _ path: String, _ names: FileNames) -> [NameFinding] {
        names.references.compactMap { reference in
            guard reference.arguments != FileNames.Reference.noCall, let last = names.names(of: reference.chain).last,
                signed.contains(resolver.global[file][Int(last)]),
                let signature = signature(of: resolver.resolve(reference, in: file))
            else { return nil }
            let given = Int(reference.arguments)
            guard given < signature.least || given > signature.most else { return nil }
            return NameFinding(
                kind: .wrongArguments(given: given, least: Int(signature.least), most: Int(signature.most)), path: path,
                line: Int(reference.nameLine), column: Int(reference.nameColumn), name: names.text(of: reference.chain))
        }
    }

    /// The signature of the one function that is certainly meant.
    private func signature(of meant: Meant) -> FileNames.Signature? {
        guard meant.entities.count == 1, case .symbol(let file, let symbol) = meant.entities[0],
            meant.how == .name || meant.how == .moduleMember, let names = files[file].names, !names.hasError,
            let signature = names.signatures[symbol],
            case let first = names.firstBinding(of: signature.name, in: 0), first >= 0,
            names.bindings[Int(first)].next < 0
        else { return nil }
        return signature
    }

    /// The common numbers of the names of functions whose signature is known.
    static func signed(in names: CommonNames) -> Set<Int32> {
        var signed: Set<Int32> = []
        for (number, file) in names.files.enumerated() {
            for signature in (file?.signatures ?? [:]).values {
                signed.insert(names.global[number][Int(signature.name)])
            }
        }
        return signed
    }
}
