/// An attribute's name with what is known of it before any value is.
package struct AttributeKey: Sendable {
    /// The name as written.
    package let name: String
    let isDictMethod: Bool
    let isStringMethod: Bool
    let isListMethod: Bool
    let loopField: LoopField?

    /// Classifies a name.
    package init(_ name: String) {
        self.name = name
        isDictMethod = DictMethods.names.contains(name)
        isStringMethod = StringMethods.names.contains(name)
        isListMethod = ListMethods.names.contains(name)
        loopField = LoopField(rawValue: name)
    }
}
