package import MGECore

/// What `mge atomize --json` prints: atoms, definitions, references and diagnostics of a tree, and a summary.
package struct AtomizationReport {
    private let project: ProjectNames

    /// - Parameter project: resolved with its references kept.
    package init(_ project: ProjectNames) { self.project = project }

    /// Gives each line to `write`, file by file, and then the references.
    package func forEachLine(_ write: ([UInt8]) throws -> Void) rethrows {
        for file in project.files {
            let names = AtomNames(of: file, uses: nil)
            for diagnostic in file.diagnostics { try write(Self.line(of: diagnostic)) }
            for (number, atom) in file.atoms.enumerated() {
                try write(Self.line(atom, path: file.path, defines: names.defined(by: number)))
            }
            for definition in file.definitions { try write(Self.line(definition, path: file.path)) }
        }
        for reference in project.references { try write(line(reference)) }
    }

    /// How much there is of a language.
    package struct LanguageCount: Sendable {
        /// `text` for files of none that is known.
        package let name: String
        package var files = 0
        package var lines = 0
        package var atoms = 0
        package var definitions = 0
    }

    /// How much there is of each language, the one with the most lines first.
    package var languages: [LanguageCount] {
        var counts: [String: LanguageCount] = [:]
        for file in project.files {
            let name = file.language?.rawValue ?? "text"
            counts[name, default: LanguageCount(name: name)].files += 1
            counts[name]?.lines += file.atoms.last.map(\.lines.upperBound) ?? 0
            counts[name]?.atoms += file.atoms.count
            counts[name]?.definitions += file.definitions.count
        }
        return counts.values.sorted { ($1.lines, $0.name) < ($0.lines, $1.name) }
    }

    /// The closing line.
    package func summary(bytes: Int, seconds: Double) -> [UInt8] {
        var line = JSONLine(type: "summary")
        line.add("files", project.files.count)
        line.add("bytes", bytes)
        line.add("atoms", project.atomCount)
        line.add("definitions", project.files.reduce(0) { $0 + $1.definitions.count })
        line.add("references", project.references.count)
        line.add("seconds", seconds: seconds)
        return line.finished()
    }

    private static func line(_ atom: SourceAtom, path: String, defines: [String]) -> [UInt8] {
        var line = JSONLine(type: "atom")
        line.add("id", atom.identity)
        line.add("path", path)
        line.add("kind", atom.kind.rawValue)
        line.add("start", atom.lines.lowerBound)
        line.add("end", atom.lines.upperBound)
        line.add("offset", atom.offset)
        line.add("length", atom.length)
        line.add("defines", defines)
        return line.finished()
    }

    private static func line(_ definition: Definition, path: String) -> [UInt8] {
        var line = JSONLine(type: "definition")
        line.add("path", path)
        line.add("name", definition.name)
        line.add("kind", definition.kind.rawValue)
        line.add("start", definition.lines.lowerBound)
        line.add("end", definition.lines.upperBound)
        line.add("line", definition.line)
        return line.finished()
    }

    private func line(_ reference: NameEdge) -> [UInt8] {
        var line = JSONLine(type: "reference")
        line.add("path", project.files[reference.file].path)
        line.add("from", reference.source)
        line.add("to_path", project.files[reference.targetFile].path)
        line.add("to", reference.target)
        line.add("line", reference.line)
        line.add("how", reference.how.rawValue)
        line.add("eager", reference.isEager)
        if reference.isAmbiguous { line.add("ambiguous", true) }
        return line.finished()
    }

    /// A diagnostic as a line.
    package static func line(of diagnostic: Diagnostic) -> [UInt8] {
        var line = JSONLine(type: "diagnostic")
        if let path = diagnostic.location?.file ?? diagnostic.subject { line.add("path", path) }
        line.add("severity", diagnostic.severity.rawValue)
        line.add("message", diagnostic.message)
        if let location = diagnostic.location {
            line.add("line", location.line)
            line.add("column", location.column)
        }
        if let remedy = diagnostic.remedy { line.add("remedy", remedy) }
        return line.finished()
    }
}
