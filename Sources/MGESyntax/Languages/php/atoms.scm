; Atoms of PHP, for the tree-sitter grammar of languages.so (tree-sitter-languages 1.10.2).

; ---- definitions: each begins an atom
(class_declaration name: (name) @name body: (declaration_list) @body) @atom.class
(trait_declaration name: (name) @name body: (declaration_list) @body) @atom.class
(interface_declaration name: (name) @name body: (declaration_list) @body) @atom.interface
(enum_declaration name: (name) @name body: (enum_declaration_list) @body) @atom.enum
(function_definition name: (name) @name body: (compound_statement) @body) @atom.function
(method_declaration name: (name) @name body: (compound_statement) @body) @atom.method
(method_declaration !body name: (name) @name) @atom.method
(namespace_definition name: (namespace_name) @name body: (compound_statement) @body) @atom.namespace

; ---- packed together with their like
(namespace_use_declaration) @atom.import
(const_declaration (const_element . (name) @name)) @atom.const
(expression_statement (assignment_expression left: (variable_name) @name)) @atom.const

; ---- between the children of these a line may end an atom
[
  (program)
  (compound_statement)
  (declaration_list)
  (enum_declaration_list)
  (switch_block)
  (case_statement)
  (default_statement)
] @cut
; the same where nothing better is near: between elements
[
  (arguments)
  (formal_parameters)
  (array_creation_expression)
  (list_literal)
  (match_block)
  (namespace_use_group)
  (attribute_list)
] @cut.element
(member_call_expression ["->" "?->"] @cut.before)
(nullsafe_member_call_expression "?->" @cut.before)
(binary_expression operator: _ @cut.before right: (_) @cut.before)
(conditional_expression ["?" ":"] @cut.before)
(assignment_expression right: (_) @cut.before)
(array_element_initializer "=>" (_) @cut.before)
(if_statement [(else_clause) (else_if_clause)] @cut.before)
(try_statement [(catch_clause) (finally_clause)] @cut.before)

; ---- taken along
(comment) @comment
