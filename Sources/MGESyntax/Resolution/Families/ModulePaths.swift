/// Where a project's own configuration says that modules without a relative path are.
struct ModulePaths: Sendable {
    /// One entry of `paths` in a `tsconfig.json`, or the package of a `package.json`.
    struct Rule: Sendable {
        /// The directory that the rule holds in.
        let scope: String
        /// What a module's name begins with, and whether anything may follow.
        let prefix: String
        let isPattern: Bool
        let suffix: String
        /// What the path begins and ends with instead.
        let target: String
        let targetSuffix: String
    }

    var rules: [Rule] = []

    /// The paths that a module's name may stand for, the most particular ones first.
    func candidates(for name: String, from directory: String) -> [String] {
        var found: [(length: Int, path: String)] = []
        for rule in rules where rule.scope.isEmpty || directory == rule.scope || directory.hasPrefix(rule.scope + "/") {
            if !rule.isPattern {
                if name == rule.prefix { found.append((Int.max, rule.target)) }
                continue
            }
            guard name.hasPrefix(rule.prefix), name.hasSuffix(rule.suffix),
                name.utf8.count >= rule.prefix.utf8.count + rule.suffix.utf8.count
            else { continue }
            let middle = name.dropFirst(rule.prefix.count).dropLast(rule.suffix.count)
            found.append((rule.prefix.utf8.count, rule.target + middle + rule.targetSuffix))
        }
        return found.enumerated().sorted { ($1.element.length, $0.offset) < ($0.element.length, $1.offset) }
            .map(\.element.path)
    }
}
