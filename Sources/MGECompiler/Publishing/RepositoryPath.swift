import Foundation

/// Why a path can't be a file of a repository.
package struct RepositoryPathError: Error, Hashable, Sendable {
    package let path: String
    package let reason: String
}

extension RepositoryPathError: CustomStringConvertible {
    package var description: String { "the path '\(path)' \(reason)" }
}

/// Rules for the paths of generated files: relative, inside the tree, and valid on every usual file system.
package enum RepositoryPath {
    /// Names that Windows reserves for devices, with any ending and in any case.
    private static let deviceNames: Set<String> = Set(
        ["con", "prn", "aux", "nul"] + (1...9).flatMap { ["com\($0)", "lpt\($0)"] })

    /// Checks one path.
    /// - Throws: `RepositoryPathError` with the first rule that the path breaks.
    package static func check(_ path: String) throws(RepositoryPathError) {
        func refuse(_ reason: String) -> RepositoryPathError { RepositoryPathError(path: path, reason: reason) }
        guard !path.isEmpty else { throw refuse("is empty") }
        guard !path.hasPrefix("/") else { throw refuse("is absolute") }
        guard path.utf8.count <= 1_024 else { throw refuse("is longer than 1024 bytes") }
        guard !path.contains("\\") else { throw refuse("contains a backslash") }
        guard !path.unicodeScalars.contains(where: { $0.value < 32 || $0.value == 127 }) else {
            throw refuse("contains a control character")
        }
        for component in path.split(separator: "/", omittingEmptySubsequences: false) {
            if let reason = reasonAgainst(component) { throw refuse(reason) }
        }
    }

    private static func reasonAgainst(_ component: Substring) -> String? {
        if component.isEmpty { return "has an empty component" }
        if component == "." || component == ".." { return "contains '\(component)'" }
        let name = component.lowercased()
        if name == ".git" { return "lies in .git" }
        if component.utf8.count > 255 { return "has a component of more than 255 bytes" }
        if component.hasSuffix(".") || component.hasSuffix(" ") {
            return "has a component that ends in a dot or a blank"
        }
        if component.contains(where: { "<>:\"|?*".contains($0) }) {
            return "contains a character that not every file system allows"
        }
        let stem = name.prefix { $0 != "." }
        return deviceNames.contains(String(stem)) ? "has a component that is a device's name" : nil
    }

    /// Checks all paths of a repository together.
    /// - Throws: `RepositoryPathError` for a path that breaks a rule, that stands twice, that differs from another in
    ///   case only, or that is a folder of another.
    package static func check(all paths: [String]) throws(RepositoryPathError) {
        var seen: [String: String] = [:]
        var folders: [String: String] = [:]
        for path in paths {
            try check(path)
            let folded = fold(path)
            if let other = seen.updateValue(path, forKey: folded) {
                throw RepositoryPathError(
                    path: path,
                    reason: other == path ? "is written twice" : "differs from '\(other)' in case or accents only")
            }
            var folder = folded[...]
            while let slash = folder.lastIndex(of: "/") {
                folder = folder[..<slash]
                if folders.updateValue(path, forKey: String(folder)) != nil { break }
            }
        }
        for path in paths {
            if let inside = folders[fold(path)] {
                throw RepositoryPathError(path: path, reason: "is a file and the folder of '\(inside)' at once")
            }
        }
    }

    /// The form in which two paths are the same on a file system that ignores case.
    private static func fold(_ path: String) -> String {
        path.precomposedStringWithCanonicalMapping.lowercased()
    }
}
