/// The box of a tuple, whose elements may have names.
package final class TupleValue: Sendable {
    /// The elements, in order.
    package let elements: [Value]
    /// The elements' names, as in the groups of `groupby`; empty for a plain tuple.
    let names: [String]
    let nesting: Int

    /// A tuple.
    package init(_ elements: [Value]) {
        self.elements = elements
        names = []
        nesting = Nesting.above(elements)
    }

    init(_ elements: [Value], names: [String]) {
        self.elements = elements
        self.names = names
        nesting = Nesting.above(elements)
    }
}
