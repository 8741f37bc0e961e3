import Glibc

/// What a directory holds, as the system tells it.
struct DirectoryListing {
    struct Item {
        /// With replacement characters where it is no UTF-8.
        let name: String
        /// Whether `name` is the true one: names are bytes.
        let isUTF8: Bool
        /// Nil when it is gone again.
        let kind: FileKind?
    }

    /// In no particular order.
    let items: [Item]

    /// Nil when the directory can't be listed to its end.
    init?(of directory: String) {
        guard let stream = opendir(directory) else { return nil }
        defer { closedir(stream) }
        var items: [Item] = []
        errno = 0
        while let entry = readdir(stream) {
            let item = withUnsafePointer(to: &entry.pointee.d_name) { field in
                field.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: field.pointee)) {
                    let exact = String(validatingCString: $0)
                    let name = exact ?? String(cString: $0)
                    let kind =
                        FileKind(type: entry.pointee.d_type)
                        ?? FileKind(at: directory + "/" + name, followingLinks: false)
                    return Item(name: name, isUTF8: exact != nil, kind: kind)
                }
            }
            if item.name != ".", item.name != ".." { items.append(item) }
            errno = 0
        }
        guard errno == 0 else { return nil }
        self.items = items
    }
}
