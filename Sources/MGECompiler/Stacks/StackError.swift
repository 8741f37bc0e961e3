/// A stack that cannot be used, with every place that is wrong.
package struct StackError: Error, CustomStringConvertible, Sendable {
    /// One thing that is wrong.
    package struct Problem: Hashable, Sendable {
        /// The place in the file: `blueprint[2].depends_on`; empty for the file as a whole.
        package var place: String
        package var message: String

        package init(_ place: String, _ message: String) {
            self.place = place
            self.message = message
        }
    }

    /// The file as the user would name it: `fastapi/stack.json`.
    package let file: String
    package let problems: [Problem]

    package init(file: String, problems: [Problem]) {
        self.file = file
        self.problems = problems
    }

    package var description: String {
        problems.map { problem in
            problem.place.isEmpty ? "\(file): \(problem.message)" : "\(file): \(problem.place): \(problem.message)"
        }.joined(separator: "\n")
    }
}
