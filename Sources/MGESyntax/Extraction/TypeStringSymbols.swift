/// The kinds of node and the fields that decide which of Python's strings are types, and what `__all__` lists.
struct TypeStringSymbols: Sendable {
    let identifier, attribute, call, comment, string, subscription, list, tuple: NodeSymbol?
    let parenthesized, expressionList, listSplat, binaryOperator, genericType, type, typeParameter: NodeSymbol?
    let argumentList, classDefinition, none: NodeSymbol?
    let object, attributeName, value, subscriptField: NodeField?

    init(_ grammar: Grammar) {
        identifier = grammar.symbol("identifier")
        attribute = grammar.symbol("attribute")
        call = grammar.symbol("call")
        comment = grammar.symbol("comment")
        string = grammar.symbol("string")
        subscription = grammar.symbol("subscript")
        list = grammar.symbol("list")
        tuple = grammar.symbol("tuple")
        parenthesized = grammar.symbol("parenthesized_expression")
        expressionList = grammar.symbol("expression_list")
        listSplat = grammar.symbol("list_splat")
        binaryOperator = grammar.symbol("binary_operator")
        genericType = grammar.symbol("generic_type")
        type = grammar.symbol("type")
        typeParameter = grammar.symbol("type_parameter")
        argumentList = grammar.symbol("argument_list")
        classDefinition = grammar.symbol("class_definition")
        none = grammar.symbol("none")
        object = grammar.field("object")
        attributeName = grammar.field("attribute")
        value = grammar.field("value")
        subscriptField = grammar.field("subscript")
    }
}
