; Atoms of Go, for the tree-sitter grammar of languages.so (tree-sitter-languages 1.10.2).

; ---- definitions: each begins an atom
(function_declaration name: (identifier) @name body: (block)? @body) @atom.function
(method_declaration
  receiver: (parameter_list
    (parameter_declaration
      type: [
        (type_identifier) @extended
        (generic_type type: (type_identifier) @extended)
        (pointer_type (type_identifier) @extended)
        (pointer_type (generic_type type: (type_identifier) @extended))
      ]))
  name: (field_identifier) @name
  body: (block)? @body) @atom.method
(type_spec name: (type_identifier) @name type: (struct_type (field_declaration_list) @body)) @atom.class
(type_spec name: (type_identifier) @name type: (interface_type) @body) @atom.interface
(type_spec
  name: (type_identifier) @name
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
  ]) @atom.type
(type_alias name: (type_identifier) @name) @atom.type

; ---- packed together with their like
(import_declaration) @atom.import
(const_spec name: (identifier) @name) @atom.const
(var_spec name: (identifier) @name) @atom.const

; ---- whole statements around a definition; a group of several types is none
(type_declaration . (type_spec) @inner .) @wrap
(type_declaration . (type_alias) @inner .) @wrap

; ---- between the children of these a line may end an atom
[
  (source_file)
  (block)
  (field_declaration_list)
  (interface_type)
  (type_declaration)
  (const_declaration)
  (var_declaration)
  (import_spec_list)
  (expression_switch_statement)
  (type_switch_statement)
  (select_statement)
  (expression_case)
  (type_case)
  (communication_case)
  (default_case)
] @cut
; the same where nothing better is near: between elements
[
  (literal_value)
  (argument_list)
  (parameter_list)
  (type_parameter_list)
  (expression_list)
  (union_type)
] @cut.element
(binary_expression right: (_) @cut.before)
(selector_expression field: (_) @cut.before)
(keyed_element (literal_element) (literal_element) @cut.before)
(short_var_declaration right: (_) @cut.before)
(assignment_statement right: (_) @cut.before)

; ---- taken along
(comment) @comment
