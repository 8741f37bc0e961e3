import CTreeSitter
package import Foundation

/// A shared library of tree-sitter grammars: one C function `tree_sitter_<name>` for each.
// Unchecked, because the handle is a raw pointer: it is set once, and the dynamic loader is thread-safe.
package final class GrammarLibrary: @unchecked Sendable {
    /// The file name of the library in a directory of the search path.
    package static let fileName = "languages.so"

    /// Where the library was found.
    package let path: String
    private let handle: UnsafeMutableRawPointer

    /// Loads the first `languages.so` of some directories.
    /// - Throws: `GrammarError` when no directory holds the library, or the system refuses to load it.
    package init(searchPath: [URL]) throws {
        let candidates = searchPath.map { $0.appendingPathComponent(Self.fileName).path }
        guard let path = candidates.first(where: { FileManager.default.fileExists(atPath: $0) }) else {
            throw GrammarError(.libraryMissing(searchPath.map(\.path)), library: Self.fileName)
        }
        guard !SharedObject.isCutShort(path) else {
            throw GrammarError(.libraryUnloadable(reason: "the file is cut short"), library: path)
        }
        guard let handle = dlopen(path, RTLD_NOW | RTLD_LOCAL) else {
            let reason = dlerror().map { String(cString: $0) } ?? "unknown reason"
            throw GrammarError(.libraryUnloadable(reason: reason), library: path)
        }
        self.path = path
        self.handle = handle
    }

    deinit { dlclose(handle) }

    /// The grammar of a name such as `python`.
    /// - Throws: `GrammarError` when the library has no such grammar, or one for another version of libtree-sitter.
    package func grammar(named name: String) throws -> Grammar {
        guard let symbol = dlsym(handle, "tree_sitter_\(name)") else {
            throw GrammarError(.grammarMissing(name), library: path)
        }
        typealias Function = @convention(c) () -> OpaquePointer?
        guard let pointer = unsafeBitCast(symbol, to: Function.self)() else {
            throw GrammarError(.grammarMissing(name), library: path)
        }
        let supported = Int(TREE_SITTER_MIN_COMPATIBLE_LANGUAGE_VERSION)...Int(TREE_SITTER_LANGUAGE_VERSION)
        let version = Int(ts_language_version(pointer))
        guard supported.contains(version) else {
            throw GrammarError(
                .versionUnsupported(grammar: name, version: version, supported: supported), library: path)
        }
        return Grammar(name: name, pointer: pointer, library: self)
    }
}
