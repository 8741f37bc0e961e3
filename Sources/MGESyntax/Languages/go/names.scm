; Names of Go, for the tree-sitter grammar of languages.so (tree-sitter-languages 1.10.2).

(package_clause (package_identifier) @package)

; ---- scopes, and what they define
(function_declaration name: (identifier) @def.function (#not-eq? @def.function "_")) @scope.function
(function_declaration name: (identifier) @_blank (#eq? @_blank "_")) @scope.function
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
(method_spec parameters: (parameter_list) @scope.block)
(method_spec result: (parameter_list) @scope.block)
[
  (function_type)
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
  type: (struct_type (field_declaration_list (field_declaration name: (field_identifier) @def.field))
    (#not-eq? @def.field "_")))
(type_spec
  type: (interface_type (method_spec name: (field_identifier) @def.method)))
; an embedded field has the name of its type: the token binds and refers
(field_declaration !name type: (type_identifier) @def.embedded @typed.name @typed.type)
(field_declaration !name type: (qualified_type name: (type_identifier) @def.embedded @typed.name) @typed.type)
(field_declaration !name type: (generic_type type: (type_identifier) @def.embedded @typed.name) @typed.type)
(field_declaration
  !name
  type: (generic_type type: (qualified_type name: (type_identifier) @def.embedded @typed.name)) @typed.type)
(type_spec type: (struct_type (field_declaration_list (field_declaration !name type: (_) @base)))) @span
(type_spec type: (interface_type (constraint_elem . (_) @base .))) @span
(type_spec
  type: [
    (generic_type)
    (qualified_type)
    (type_identifier)
  ] @base) @span
(type_alias type: (_) @base) @span

; ---- parameters
; (not seen in their own list: func f(setter setter))
(parameter_list (parameter_declaration name: (identifier) @def.parameter)) @after
(parameter_list (variadic_parameter_declaration name: (identifier) @def.parameter)) @after
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
; … also of literals inside literals, which leave their type out
(composite_literal
  type: (_) @ref.object
  body: (literal_value
    (literal_element
      (literal_value (keyed_element . (literal_element (identifier) @ref.key))) @elided)))
(composite_literal
  type: (_) @ref.object
  body: (literal_value
    (keyed_element
      (literal_element)
      (literal_element
        (literal_value (keyed_element . (literal_element (identifier) @ref.key))) @elided))))
(composite_literal
  type: (_) @ref.object
  body: (literal_value
    (literal_element
      (literal_value
        (literal_element
          (literal_value (keyed_element . (literal_element (identifier) @ref.key))) @elided)) @elided)))
(composite_literal
  type: (_) @ref.object
  body: (literal_value
    (keyed_element
      (literal_element)
      (literal_element
        (literal_value
          (literal_element
            (literal_value (keyed_element . (literal_element (identifier) @ref.key))) @elided)) @elided))))
(composite_literal
  type: (_) @ref.object
  body: (literal_value
    (keyed_element
      (literal_element)
      (literal_element
        (literal_value
          (keyed_element
            (literal_element)
            (literal_element
              (literal_value (keyed_element . (literal_element (identifier) @ref.key))) @elided))) @elided))))

; ---- stated types: of fields, parameters, variables, of what functions give, of the elements of named types
(type_spec
  type: (struct_type
    (field_declaration_list (field_declaration name: (field_identifier) @typed.name type: (_) @typed.type))))
(parameter_declaration name: (identifier) @typed.name type: (_) @typed.type)
(variadic_parameter_declaration name: (identifier) @typed.name) @typed.type
(var_spec name: (identifier) @typed.name type: (_) @typed.type)
(const_spec name: (identifier) @typed.name type: (_) @typed.type)
(function_declaration name: (identifier) @typed.name result: (_) @typed.type)
(method_declaration name: (field_identifier) @typed.name result: (_) @typed.type)
(method_spec name: (field_identifier) @typed.name result: (_) @typed.type)
(type_spec
  name: (type_identifier) @typed.name
  type: [
    (array_type)
    (channel_type)
    (map_type)
    (slice_type)
  ] @typed.type)
(type_alias
  name: (type_identifier) @typed.name
  type: [
    (array_type)
    (channel_type)
    (map_type)
    (slice_type)
  ] @typed.type)
(type_switch_statement
  alias: (expression_list (identifier) @typed.name)
  (type_case . type: (_) @typed.type . ":") @typed.within)

; … of variables, by what they are first
(var_spec . name: (identifier) @typed.name !type value: (expression_list . (_) @typed.expression))
(var_spec
  . name: (identifier)
  . ","
  . name: (identifier) @typed.name
  !type
  value: (expression_list . (_) . (_) @typed.expression))
(short_var_declaration
  left: (expression_list . (identifier) @typed.name)
  right: (expression_list . (_) @typed.expression))
(short_var_declaration
  left: (expression_list . (_) . (identifier) @typed.name)
  right: (expression_list . (_) . (_) @typed.expression))
(range_clause
  left: (expression_list . (_) . (identifier) @typed.name)
  right: (_) @typed.expression) @typed.element

; … of expressions that a chain goes on from
(call_expression function: (_) @value.same) @value
(call_expression
  function: (identifier) @_new
  arguments: (argument_list . (_) @value.type)
  (#eq? @_new "new")) @value
(index_expression operand: (_) @value.element) @value
(slice_expression operand: (_) @value.same) @value
(parenthesized_expression . (_) @value.same .) @value
(unary_expression operator: "&" operand: (_) @value.same) @value
(unary_expression operator: "*" operand: (_) @value.same) @value
(unary_expression operator: "<-" operand: (_) @value.element) @value
(composite_literal type: (_) @value.type) @value
(type_assertion_expression type: (_) @value.type) @value
