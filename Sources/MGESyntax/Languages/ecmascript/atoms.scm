; Atoms that JavaScript and TypeScript have in common, for the grammars of languages.so (tree-sitter-languages 1.10.2).

; ---- definitions: each begins an atom
(class_declaration name: (_) @name body: (class_body) @body) @atom.class
(function_declaration name: (identifier) @name body: (statement_block) @body) @atom.function
(generator_function_declaration name: (identifier) @name body: (statement_block) @body) @atom.function
(class_body (method_definition name: (_) @name body: (statement_block) @body) @atom.method)
(class_body (class_static_block body: (_) @body) @atom.method)
(lexical_declaration
  (variable_declarator name: (identifier) @name value: (arrow_function))) @atom.function
(lexical_declaration
  (variable_declarator name: (identifier) @name value: (function))) @atom.function
(lexical_declaration
  (variable_declarator name: (identifier) @name value: (generator_function))) @atom.function
(variable_declaration
  (variable_declarator name: (identifier) @name value: (function))) @atom.function

; ---- packed together with their like
(import_statement) @atom.import
(export_statement source: (string)) @atom.import
(lexical_declaration (variable_declarator name: (identifier) @name)) @atom.const
(variable_declaration (variable_declarator name: (identifier) @name)) @atom.const

; ---- whole statements around a definition
(export_statement declaration: (_) @inner) @wrap
(export_statement value: (_) @inner) @wrap

; ---- between the children of these a line may end an atom
[
  (program)
  (statement_block)
  (class_body)
  (switch_body)
  (switch_case)
  (switch_default)
] @cut
; the same where nothing better is near: between elements
[
  (object)
  (array)
  (arguments)
  (formal_parameters)
  (named_imports)
  (export_clause)
  (lexical_declaration)
  (variable_declaration)
] @cut.element
(if_statement alternative: (_) @cut.before)
(try_statement [(catch_clause) (finally_clause)] @cut.before)

; ---- taken along
(comment) @comment
(class_body (decorator) @prefix)
(export_statement (decorator) @prefix)
