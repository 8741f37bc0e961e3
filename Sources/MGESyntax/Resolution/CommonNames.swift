import MGECore

/// The names of all files of a project, under numbers that they have in common.
struct CommonNames: Sendable {
    /// The names of each file, by file number; nil for files without.
    let files: [FileNames?]
    /// The path of each file.
    let paths: [String]
    let table: NameTable
    /// The numbers of the words that a path begins with at the top of all packages, and in the file's own.
    let rootName, packageName: Int32
    /// For each file the common number of each of its names, and the other way round.
    let global: [[Int32]]
    let local: [NumberMap]
    /// For each file the scopes of a class or namespace by its qualified name.
    let classes: [NumberMap]

    /// `width` says how many threads take part: as many as there are processors when it is nil.
    init(files: [FileNames?], paths: [String], width: Int? = nil) {
        var table = NameTable(capacity: 4096)
        rootName = table.number(of: FileNames.rootWord)
        packageName = table.number(of: FileNames.packageWord)
        var global: [[Int32]] = []
        global.reserveCapacity(files.count)
        for file in files {
            guard let file else {
                global.append([])
                continue
            }
            global.append((0..<Int32(file.table.count)).map { table.number(of: file.table.bytes(of: $0)) })
        }
        let maps = Array(zip(files, global)).parallelMap(inPartsOf: 64, width: width) { file, numbers in
            (
                local: NumberMap(numbers.enumerated().map { (key: $1, value: Int32($0)) }),
                classes: NumberMap(
                    file.map { file in
                        file.scopes.enumerated().compactMap { index, scope in
                            scope.symbol >= 0 ? (key: scope.symbol, value: Int32(index)) : nil
                        }
                    } ?? [])
            )
        }
        self.files = files
        self.paths = paths
        self.table = table
        self.global = global
        local = maps.map(\.local)
        classes = maps.map(\.classes)
    }
}
