import Foundation
import MGECore

/// Why a path can't be a file of a repository.
package struct RepositoryPathError: Error, Hashable, Sendable {
    package let path: String
    package let reason: String
}

extension RepositoryPathError: CustomStringConvertible {
    package var description: String { "the path '\(path)' \(reason)" }
}

/// Rules for the paths of generated files: relative, inside the tree, and valid on every usual file system.
///
/// They look at scalars, as file systems look at bytes: a slash with a combining mark after it is one `Character`.
package enum RepositoryPath {
    /// Names that Windows reserves for devices, with any ending and in any case.
    private static let deviceNames: Set<String> = Set(
        ["con", "prn", "aux", "nul"] + (1...9).flatMap { ["com\($0)", "lpt\($0)"] })

    private static let slash = UInt8(ascii: "/")

    /// What Windows refuses in names.
    private static let unportable: Set<Unicode.Scalar> = ["<", ">", ":", "\"", "|", "?", "*"]

    /// Checks one path.
    /// - Throws: `RepositoryPathError` with the first rule that the path breaks.
    package static func check(_ path: String) throws(RepositoryPathError) {
        if isPlain(path) { return }
        func refuse(_ reason: String) -> RepositoryPathError { RepositoryPathError(path: path, reason: reason) }
        let scalars = path.unicodeScalars
        guard let first = scalars.first else { throw refuse("is empty") }
        guard first != "/" else { throw refuse("is absolute") }
        guard path.utf8.count <= 1_024 else { throw refuse("is longer than 1024 bytes") }
        guard !scalars.contains("\\") else { throw refuse("contains a backslash") }
        guard !scalars.contains(where: { $0.properties.generalCategory == .control }) else {
            throw refuse("contains a control character")
        }
        for component in scalars.split(separator: "/", omittingEmptySubsequences: false) {
            if let reason = reasonAgainst(component) { throw refuse(reason) }
        }
    }

    /// Whether a path is well-formed at first sight, as most are: ASCII words, `.`, `-` and `_`, no component that begins
    /// or ends with a dot, and none that is the name of a device.
    private static func isPlain(_ path: String) -> Bool {
        let bytes = path.utf8
        guard bytes.count <= 255 else { return false }
        return bytes.split(separator: slash, omittingEmptySubsequences: false).allSatisfy { component in
            let dot = UInt8(ascii: ".")
            guard let first = component.first, first != dot, component.last != dot else { return false }
            return component.allSatisfy { $0.isWordPart || $0 == dot || $0 == UInt8(ascii: "-") }
                && !isDevice(component.prefix { $0 != dot })
        }
    }

    private static func isDevice(_ stem: Substring.UTF8View) -> Bool {
        (stem.count == 3 || stem.count == 4) && deviceNames.contains(Substring(stem).lowercased())
    }

    private static func reasonAgainst(_ component: Substring.UnicodeScalarView) -> String? {
        guard let last = component.last else { return "has an empty component" }
        let text = Substring(component)
        if text == "." || text == ".." { return "contains '\(text)'" }
        if isRepositoryFolder(component) { return "lies in .git" }
        if text.utf8.count > 255 { return "has a component of more than 255 bytes" }
        if last == "." || last == " " { return "has a component that ends in a dot or a blank" }
        if component.contains(where: { unportable.contains($0) }) {
            return "contains a character that not every file system allows"
        }
        // Windows takes blanks before an ending for nothing.
        let stem = component.prefix { $0 != "." }.reversed().drop { $0 == " " }.reversed()
        let name = String(String.UnicodeScalarView(stem)).lowercased()
        return deviceNames.contains(name) ? "has a component that is a device's name" : nil
    }

    /// Whether some file system takes a name for `.git`: in any case, with characters that it skips, or by the short
    /// name that Windows gives it.
    private static func isRepositoryFolder(_ component: Substring.UnicodeScalarView) -> Bool {
        let seen = component.filter { !$0.properties.isDefaultIgnorableCodePoint }
        return [".git", "git~1"].contains(String(String.UnicodeScalarView(seen)).lowercased())
    }

    /// Checks all paths of a repository together.
    /// - Throws: `RepositoryPathError` for a path that breaks a rule, that stands twice, that differs from another, or
    ///   whose folder differs from another, in case only, or that is a folder of another.
    package static func check(all paths: [String]) throws(RepositoryPathError) {
        var seen: [String: String] = [:]
        var folders: [String: (spelling: Substring, path: String)] = [:]
        for path in paths {
            try check(path)
            let folded = fold(path)
            if let other = seen.updateValue(path, forKey: folded) {
                throw RepositoryPathError(
                    path: path,
                    reason: other.utf8.elementsEqual(path.utf8)
                        ? "is written twice" : "differs from '\(other)' in case or accents only")
            }
            var (folder, spelling) = (folded[...], path[...])
            while let end = folder.utf8.lastIndex(of: slash), let own = spelling.utf8.lastIndex(of: slash) {
                (folder, spelling) = (folder[..<end], spelling[..<own])
                guard let other = folders.updateValue((spelling, path), forKey: String(folder)) else { continue }
                guard other.spelling.utf8.elementsEqual(spelling.utf8) else {
                    let reason = "lies in a folder that differs from that of '\(other.path)' in case or accents only"
                    throw RepositoryPathError(path: path, reason: reason)
                }
                break
            }
        }
        for path in paths {
            if let inside = folders[fold(path)] {
                throw RepositoryPathError(path: path, reason: "is a file and the folder of '\(inside.path)' at once")
            }
        }
    }

    /// The form in which two paths are the same on a file system that ignores case.
    private static func fold(_ path: String) -> String {
        if isPlain(path) { return path.lowercased() }
        return path.precomposedStringWithCanonicalMapping.lowercased()
    }
}
