/// A value with behaviour of its own; what it cannot do has a default.
package protocol TemplateObject: AnyObject, Sendable {
    /// The type's name as messages show it.
    var typeName: String { get }
    /// The number of elements; nil when it has no length.
    var count: Int? { get }
    /// Whether it counts as true.
    var isTrue: Bool { get }
    /// Whether it can be called.
    var isCallable: Bool { get }
    /// Whether it maps keys to values.
    var isMapping: Bool { get }
    /// Whether it has a length and elements by index.
    var isSequence: Bool { get }
    /// What a loop runs through; nil when it is not iterable.
    func elements() throws -> [Value]?
    /// Whether it can be iterated, without iterating it.
    var isIterable: Bool { get }
    /// The attribute of a name; nil if there is none.
    func attribute(_ key: AttributeKey) throws -> Value?
    /// The item of a key; nil if there is none.
    func item(_ key: Value) throws -> Value?
    /// Calls it.
    func call(_ arguments: CallArguments, _ state: RenderState) throws -> Value
    /// Whether it holds an element; nil to look through `elements()`.
    func contains(_ element: Value) throws -> Bool?
    /// Whether it equals another object that is not the same one.
    func isEqual(to other: any TemplateObject) -> Bool
    /// What printing it gives.
    func text() throws -> String
}

extension TemplateObject {
    package var count: Int? { nil }
    package var isTrue: Bool { count.map { $0 > 0 } ?? true }
    package var isCallable: Bool { false }
    package var isMapping: Bool { false }
    package var isSequence: Bool { false }
    package var isIterable: Bool { false }
    package func elements() throws -> [Value]? { nil }
    package func attribute(_ key: AttributeKey) throws -> Value? { nil }
    package func item(_ key: Value) throws -> Value? { nil }
    package func call(_ arguments: CallArguments, _ state: RenderState) throws -> Value {
        throw Failure(.type, "'\(typeName)' object is not callable")
    }
    package func contains(_ element: Value) throws -> Bool? { nil }
    package func isEqual(to other: any TemplateObject) -> Bool { false }
    package func text() throws -> String { "<\(typeName)>" }
}
