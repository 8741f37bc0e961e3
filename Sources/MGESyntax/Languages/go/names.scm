; Names of Go, for the tree-sitter grammar of languages.so (tree-sitter-languages 1.10.2).

(package_clause (package_identifier) @package)

; ---- scopes, and what they define
(function_declaration name: (identifier) @def.function) @scope.function
(method_declaration
  receiver: (parameter_list (parameter_declaration type: (_) @extended))
  name: (field_identifier) @def.method) @scope.function
(func_literal) @scope.lambda
(type_spec name: (type_identifier) @def.struct type: (struct_type)) @scope.class
(type_spec name: (type_identifier) @def.interface type: (interface_type)) @scope.class
(type_spec
  name: (type_identifier) @def.type
  type: [
    (array_type)
    (channel_type)
    (function_type)
    (generic_type)
    (map_type)
    (parenthesized_type)
    (pointer_type)
    (qualified_type)
    (slice_type)
    (type_identifier)
  ]) @scope.class
(type_alias name: (type_identifier) @def.type) @scope.class
[
  (function_type)
  (method_spec)
  (block)
  (if_statement)
  (for_statement)
  (expression_switch_statement)
  (type_switch_statement)
  (expression_case)
  (type_case)
  (communication_case)
  (default_case)
] @scope.block

; ---- members of structs and interfaces, and what they have from others
(type_spec
  type: (struct_type (field_declaration_list (field_declaration name: (field_identifier) @def.field))))
(type_spec
  type: (interface_type (method_spec name: (field_identifier) @def.method)))
; an embedded field has the name of its type: the token binds and refers
(type_spec
  type: (struct_type
    (field_declaration_list
      (field_declaration
        !name
        type: [
          (type_identifier) @def.embedded
          (qualified_type name: (type_identifier) @def.embedded)
          (generic_type type: (type_identifier) @def.embedded)
          (generic_type type: (qualified_type name: (type_identifier) @def.embedded))
        ] @base)))) @scope.class
(type_spec type: (interface_type (constraint_elem . (_) @base .))) @scope.class
(type_spec
  type: [
    (generic_type)
    (qualified_type)
    (type_identifier)
  ] @base) @scope.class
(type_alias type: (_) @base) @scope.class

; ---- parameters
(parameter_list (parameter_declaration name: (identifier) @def.parameter))
(parameter_list (variadic_parameter_declaration name: (identifier) @def.parameter))
(type_parameter_list (parameter_declaration name: (identifier) @def.type_parameter))
(method_declaration
  receiver: (parameter_list
    (parameter_declaration
      type: (generic_type type_arguments: (type_arguments (type_identifier) @def.type_parameter)))))
(method_declaration
  receiver: (parameter_list
    (parameter_declaration
      type: (pointer_type (generic_type type_arguments: (type_arguments (type_identifier) @def.type_parameter))))))

; ---- variables and constants; a local one is seen from the end of its statement on
(var_spec name: (identifier) @def.variable (#not-eq? @def.variable "_")) @span @after
(const_spec name: (identifier) @def.constant (#not-eq? @def.constant "_")) @span @after
(short_var_declaration left: (expression_list (identifier) @def.local)) @after
(for_statement
  (range_clause left: (expression_list (identifier) @def.loop) ":=" right: (_) @after))
(receive_statement left: (expression_list (identifier) @def.local) ":=") @after
(type_switch_statement alias: (expression_list (identifier) @def.local) value: (_) @after)

; ---- imports
(import_spec !name path: (_) @import.path)
(import_spec name: (package_identifier) @import.alias path: (_) @import.path)
(import_spec name: (dot) @import.star path: (_) @import.path)

; ---- references
(identifier) @ref
(type_identifier) @ref.type
(package_identifier) @ref
(selector_expression operand: (_) @ref.object field: (field_identifier) @ref.attribute) @ref.member
(qualified_type package: (package_identifier) @ref.object name: (type_identifier) @ref.attribute) @ref.member

; fields named in literals
(composite_literal
  type: (_) @ref.object
  body: (literal_value (keyed_element . (literal_element (identifier) @ref.key))))
; … also of literals inside literals, which leave the type out
(composite_literal
  type: [
    (array_type element: (_) @ref.object)
    (implicit_length_array_type element: (_) @ref.object)
    (slice_type element: (_) @ref.object)
    (map_type value: (_) @ref.object)
  ]
  body: (literal_value
    (literal_element (literal_value (keyed_element . (literal_element (identifier) @ref.key))))))
(composite_literal
  type: [
    (array_type element: (_) @ref.object)
    (implicit_length_array_type element: (_) @ref.object)
    (slice_type element: (_) @ref.object)
    (map_type value: (_) @ref.object)
  ]
  body: (literal_value
    (keyed_element
      (literal_element)
      (literal_element (literal_value (keyed_element . (literal_element (identifier) @ref.key)))))))

; ---- stated types
(type_spec
  type: (struct_type
    (field_declaration_list (field_declaration name: (field_identifier) @typed.name type: (_) @typed.type))))
(parameter_declaration name: (identifier) @typed.name type: (_) @typed.type)
(var_spec name: (identifier) @typed.name type: (_) @typed.type)
(const_spec name: (identifier) @typed.name type: (_) @typed.type)
(function_declaration name: (identifier) @typed.name result: (_) @typed.type)
(method_declaration name: (field_identifier) @typed.name result: (_) @typed.type)
(method_spec name: (field_identifier) @typed.name result: (_) @typed.type)
(type_switch_statement
  alias: (expression_list (identifier) @typed.name)
  (type_case . type: (_) @typed.type . ":") @typed.within)

; … of variables, by the value that they begin with
(var_spec
  . name: (identifier) @typed.name
  !type
  value: (expression_list . (call_expression function: (_) @typed.value)))
(var_spec
  . name: (identifier) @typed.name
  !type
  value: (expression_list . (composite_literal type: (_) @typed.type)))
(var_spec
  . name: (identifier) @typed.name
  !type
  value: (expression_list . (unary_expression operator: "&" operand: (composite_literal type: (_) @typed.type))))
(short_var_declaration
  left: (expression_list . (identifier) @typed.name)
  right: (expression_list . (call_expression function: (_) @typed.value)))
(short_var_declaration
  left: (expression_list . (identifier) @typed.name)
  right: (expression_list . (composite_literal type: (_) @typed.type)))
(short_var_declaration
  left: (expression_list . (identifier) @typed.name)
  right: (expression_list . (unary_expression operator: "&" operand: (composite_literal type: (_) @typed.type))))
(short_var_declaration
  left: (expression_list . (identifier) @typed.name)
  right: (expression_list
    . (call_expression function: (identifier) @callee arguments: (argument_list . (_) @typed.type .)))
  (#eq? @callee "new"))
(short_var_declaration
  left: (expression_list . (identifier) @typed.name)
  right: (expression_list . (type_assertion_expression type: (_) @typed.type)))

; … of expressions that a chain goes on from
(parenthesized_expression . (_) @value.same .) @value
(unary_expression operator: "&" operand: (_) @value.same) @value
(unary_expression operator: "*" operand: (_) @value.same) @value
(composite_literal type: (_) @value.type) @value
(type_assertion_expression type: (_) @value.type) @value
