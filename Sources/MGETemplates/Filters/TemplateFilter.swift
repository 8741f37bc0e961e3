/// A filter: a function of a value and arguments.
package struct TemplateFilter: Sendable {
    /// A filter of known parameters.
    package typealias Body = @Sendable (Value, BoundArguments, RenderState) throws -> Value
    /// A filter that takes any arguments.
    package typealias VariadicBody = @Sendable (Value, CallArguments, RenderState) throws -> Value

    private enum Kind: Sendable {
        case fixed([String], required: Int, Body)
        case variadic(VariadicBody)
    }

    private let kind: Kind

    /// A filter with named parameters, the first `required` of which must be given.
    package init(_ parameters: [String] = [], required: Int = 0, _ body: @escaping Body) {
        kind = .fixed(parameters, required: required, body)
    }

    private init(kind: Kind) { self.kind = kind }

    /// A filter that looks at its arguments itself.
    package static func variadic(_ body: @escaping VariadicBody) -> TemplateFilter {
        TemplateFilter(kind: .variadic(body))
    }

    /// The parameters; nil when it takes any arguments.
    var parameters: [String]? {
        if case .fixed(let parameters, _, _) = kind { return parameters }
        return nil
    }

    func apply(to value: Value, inOrder values: [Value?], name: String, _ state: RenderState) throws -> Value {
        guard case .fixed(let parameters, let required, let body) = kind else {
            return try apply(to: value, CallArguments(values.compactMap { $0 }), name: name, state)
        }
        for index in 0..<required where index >= values.count || values[index] == nil {
            throw Failure(.type, "filter '\(name)' is missing its argument '\(parameters[index])'")
        }
        return try body(value, BoundArguments(values: values, names: parameters), state)
    }

    func apply(to value: Value, _ arguments: CallArguments, name: String, _ state: RenderState) throws -> Value {
        switch kind {
        case .fixed(let parameters, let required, let body):
            let bound = try arguments.bound(to: parameters, required: required, of: "filter '\(name)'")
            return try body(value, bound, state)
        case .variadic(let body): return try body(value, arguments, state)
        }
    }
}
