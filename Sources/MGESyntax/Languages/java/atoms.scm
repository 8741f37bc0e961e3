; Atoms of Java, for the tree-sitter grammar of languages.so (tree-sitter-languages 1.10.2).

; ---- definitions: each begins an atom
(class_declaration name: (identifier) @name body: (class_body) @body) @atom.class
(record_declaration name: (identifier) @name body: (class_body) @body) @atom.class
(interface_declaration name: (identifier) @name body: (interface_body) @body) @atom.interface
(annotation_type_declaration name: (identifier) @name body: (annotation_type_body) @body) @atom.interface
(enum_declaration name: (identifier) @name body: (enum_body) @body) @atom.enum
(method_declaration name: (identifier) @name body: (block) @body) @atom.method
(method_declaration !body name: (identifier) @name) @atom.method
(constructor_declaration name: (identifier) @name body: (constructor_body) @body) @atom.method
(compact_constructor_declaration name: (identifier) @name body: (block) @body) @atom.method
(static_initializer (block) @body) @atom.method

; ---- packed together with their like
(import_declaration) @atom.import

; ---- between the children of these a line may end an atom
[
  (program)
  (class_body)
  (interface_body)
  (annotation_type_body)
  (enum_body)
  (enum_body_declarations)
  (module_body)
  (block)
  (constructor_body)
  (switch_block)
  (switch_block_statement_group)
] @cut
; the same where nothing better is near: between elements
[
  (argument_list)
  (annotation_argument_list)
  (element_value_array_initializer)
  (array_initializer)
  (formal_parameters)
  (resource_specification)
  (type_list)
] @cut.element
(method_invocation "." @cut.before)
(binary_expression operator: _ @cut.before right: (_) @cut.before)
(ternary_expression ["?" ":"] @cut.before)
(lambda_expression body: (_) @cut.before)
(assignment_expression right: (_) @cut.before)
(variable_declarator value: (_) @cut.before)
(if_statement alternative: (_) @cut.before)
(try_statement [(catch_clause) (finally_clause)] @cut.before)
(try_with_resources_statement [(catch_clause) (finally_clause)] @cut.before)
(class_declaration [(superclass) (super_interfaces)] @cut.before)

; ---- taken along
[
  (line_comment)
  (block_comment)
] @comment
