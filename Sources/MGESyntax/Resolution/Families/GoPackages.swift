/// The packages of Go that a project has, and which of them others import.
struct GoPackages {
    struct Package: Hashable {
        let directory: String
        let name: String
    }

    let all: [Package]
    /// The files of each package.
    let files: [[Int]]
    /// The package of each file; -1 for those of other languages.
    let ofFile: [Int]
    /// The package that others import, by directory.
    let imported: [String: Int]

    init(_ names: CommonNames) {
        var all: [Package] = []
        var files: [[Int]] = []
        var numbers: [Package: Int] = [:]
        var ofFile = [Int](repeating: -1, count: names.files.count)
        for (file, own) in names.files.enumerated() {
            guard let own, own.rules.family == .go else { continue }
            let package = Package(directory: PythonModules.directory(names.paths[file]), name: own.package ?? "")
            let number = numbers[package] ?? all.count
            if number == all.count {
                all.append(package)
                files.append([])
                numbers[package] = number
            }
            ofFile[file] = number
            files[number].append(file)
        }
        (self.all, self.files, self.ofFile) = (all, files, ofFile)
        imported = Self.imported(all, files, names.paths)
    }

    /// Of several packages in one directory, others import the one with the most files, and rather not a program.
    private static func imported(_ all: [Package], _ files: [[Int]], _ paths: [String]) -> [String: Int] {
        var imported: [String: Int] = [:]
        for (number, package) in all.enumerated() {
            guard files[number].contains(where: { !paths[$0].hasSuffix("_test.go") }) else { continue }
            if let other = imported[package.directory] {
                let (count, otherCount) = (files[number].count, files[other].count)
                guard count > otherCount || count == otherCount && all[other].name == "main" else { continue }
            }
            imported[package.directory] = number
        }
        return imported
    }
}
