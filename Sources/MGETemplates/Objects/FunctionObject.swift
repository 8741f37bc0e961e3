/// A function that templates can call.
package final class FunctionObject: TemplateObject {
    /// What the function does.
    package typealias Body = @Sendable (CallArguments, RenderState) throws -> Value

    private let name: String
    private let body: Body

    /// A function of any arguments.
    package init(_ name: String, _ body: @escaping Body) {
        self.name = name
        self.body = body
    }

    package var typeName: String { "function" }
    package var isCallable: Bool { true }
    package func call(_ arguments: CallArguments, _ state: RenderState) throws -> Value {
        try body(arguments, state)
    }
    package func text() throws -> String { "<function \(name)>" }
}

/// A method of a value, taken without being called.
final class BoundMethod: TemplateObject {
    private let receiver: Value
    private let name: String

    init(_ receiver: Value, _ name: String) {
        self.receiver = receiver
        self.name = name
    }

    var typeName: String { "builtin_function_or_method" }
    var isCallable: Bool { true }
    func call(_ arguments: CallArguments, _ state: RenderState) throws -> Value {
        try receiver.callingMethod(name, arguments, state)
            ?? { throw Failure(.type, "'\(receiver.typeName)' object has no method '\(name)'") }()
    }
    func text() throws -> String { "<built-in method \(name) of \(receiver.typeName) object>" }
}
