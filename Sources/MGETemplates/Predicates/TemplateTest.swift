/// A test, as after `is`: a condition on a value and arguments.
package struct TemplateTest: Sendable {
    /// The condition, given the value and the arguments.
    package typealias Body = @Sendable (Value, [Value], RenderState) throws -> Bool

    private let argumentCount: Int
    private let body: Body

    /// A test of a value and a number of further arguments, given by position.
    package init(arguments: Int = 0, _ body: @escaping Body) {
        argumentCount = arguments
        self.body = body
    }

    func holds(_ value: Value, _ arguments: CallArguments, name: String, _ state: RenderState) throws -> Bool {
        let values = arguments.positional + arguments.named.map(\.value)
        guard values.count == argumentCount else {
            throw Failure(.type, "test '\(name)' takes \(argumentCount) argument(s), got \(values.count)")
        }
        return try body(value, values, state)
    }
}
