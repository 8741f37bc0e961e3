package import Foundation
import MGECore
import Synchronization

/// The stacks in a folder: every folder below it with a `stack.json` is one.
///
/// A stack is read once and stays as it was, whatever happens to its folder later: the digest of what a process works
/// with is taken when it starts.
package struct StackCatalog: Sendable {
    private let directory: URL
    private let loaded = LoadedStacks()

    /// A catalogue of `templates/stacks` or a folder like it.
    package init(directory: URL) {
        self.directory = directory
    }

    /// The names of the stacks, sorted.
    /// - Throws: `StackCatalogError` when the folder cannot be read.
    package var names: [String] {
        get throws {
            let entries: [String]
            do {
                entries = try FileManager.default.contentsOfDirectory(atPath: directory.path)
            } catch {
                throw StackCatalogError(message: "the stacks' folder \(directory.path) cannot be read: \(error)")
            }
            return entries.filter { name in
                FileManager.default.fileExists(atPath: file("stack.json", of: name).path)
            }.sorted()
        }
    }

    /// Loads a stack.
    /// - Throws: `StackCatalogError` for an unknown name and for a file that cannot be read; `StackError` for a stack
    ///   that is wrong in itself.
    package func stack(named name: String) throws -> Stack {
        if let stack = loaded[name] { return stack }
        let known = try names
        guard known.contains(name) else {
            let nearest = NearestName.of(name, among: known).map { "; did you mean \($0)?" } ?? ";"
            throw StackCatalogError(
                message: "there is no stack \(name)\(nearest) known are \(known.joined(separator: ", "))")
        }
        let stack = try Stack(folder: name, files: files(of: name))
        loaded[name] = stack
        return stack
    }

    /// Loads every stack.
    /// - Throws: what `stack(named:)` throws for the first that cannot be loaded.
    package func all() throws -> [Stack] {
        try names.map { try stack(named: $0) }
    }

    private func files(of stack: String) throws -> [String: Data] {
        let root = directory.appending(path: stack)
        var files: [String: Data] = [:]
        do {
            for path in try FileManager.default.subpathsOfDirectory(atPath: root.path) {
                let url = root.appending(path: path)
                let type = try FileManager.default.attributesOfItem(atPath: url.path)[.type] as? FileAttributeType
                if type == .typeRegular { files[path] = try Data(contentsOf: url) }
            }
        } catch {
            throw StackCatalogError(message: "the stack \(stack) cannot be read: \(error)")
        }
        return files
    }

    private func file(_ path: String, of stack: String) -> URL {
        directory.appending(path: stack).appending(path: path)
    }
}

/// The stacks that were read so far, by name.
private final class LoadedStacks: Sendable {
    private let stacks = Mutex<[String: Stack]>([:])

    subscript(name: String) -> Stack? {
        get { stacks.withLock { $0[name] } }
        set { stacks.withLock { $0[name] = newValue } }
    }
}

/// A stack that cannot be found or read.
package struct StackCatalogError: Error, CustomStringConvertible, Sendable {
    package let message: String
    package var description: String { message }
}
