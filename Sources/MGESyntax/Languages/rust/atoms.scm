; Atoms of Rust, for the tree-sitter grammar of languages.so (tree-sitter-languages 1.10.2).

; ---- definitions: each begins an atom. An impl is a class by the name of its type
(function_item name: (identifier) @name body: (block) @body) @atom.function
(function_signature_item name: (identifier) @name) @atom.function
(struct_item name: (type_identifier) @name body: (_)? @body) @atom.class
(union_item name: (type_identifier) @name body: (_)? @body) @atom.class
(enum_item name: (type_identifier) @name body: (enum_variant_list) @body) @atom.enum
(trait_item name: (type_identifier) @name body: (declaration_list) @body) @atom.interface
(impl_item
  type: [
    (type_identifier) @name
    (primitive_type) @name
    (scoped_type_identifier name: (type_identifier) @name)
    (generic_type type: (type_identifier) @name)
    (generic_type type: (scoped_type_identifier name: (type_identifier) @name))
    (reference_type type: (type_identifier) @name)
    (reference_type type: (primitive_type) @name)
    (reference_type type: (scoped_type_identifier name: (type_identifier) @name))
    (reference_type type: (generic_type type: (type_identifier) @name))
    (reference_type type: (generic_type type: (scoped_type_identifier name: (type_identifier) @name)))
    (dynamic_type trait: (type_identifier) @name)
    (dynamic_type trait: (scoped_type_identifier name: (type_identifier) @name))
    (dynamic_type trait: (generic_type type: (type_identifier) @name))
  ]
  body: (declaration_list) @body) @atom.class
(impl_item
  type: [
    (array_type)
    (bounded_type)
    (empty_type)
    (function_type)
    (pointer_type)
    (tuple_type)
    (unit_type)
    (macro_invocation)
  ] @name
  body: (declaration_list) @body) @atom.class
(mod_item name: (identifier) @name body: (declaration_list) @body) @atom.namespace
(macro_definition name: (identifier) @name) @atom.function

; ---- packed together with their like
[
  (use_declaration)
  (extern_crate_declaration)
] @atom.import
(const_item name: (identifier) @name) @atom.const
(static_item name: (identifier) @name) @atom.const
(type_item name: (type_identifier) @name) @atom.const
(associated_type name: (type_identifier) @name) @atom.const

; ---- between the children of these a line may end an atom
[
  (source_file)
  (block)
  (declaration_list)
  (field_declaration_list)
  (enum_variant_list)
  (match_block)
] @cut
; the same where nothing better is near: between elements
[
  (arguments)
  (parameters)
  (type_parameters)
  (type_arguments)
  (array_expression)
  (tuple_expression)
  (field_initializer_list)
  (ordered_field_declaration_list)
  (use_list)
  (struct_pattern)
  (tuple_pattern)
  (tuple_struct_pattern)
  (slice_pattern)
  (where_clause)
  (token_tree)
  (token_tree_pattern)
  (token_repetition)
  (token_repetition_pattern)
  (macro_definition)
  (match_arm)
  (let_declaration)
] @cut.element
(field_expression "." @cut.before)
(binary_expression right: (_) @cut.before)
(binary_expression operator: _ @cut.before)
(or_pattern ["|" (_)] @cut.before)
(trait_bounds (_) @cut.before)
(where_clause) @cut.before
(if_expression alternative: (_) @cut.before)
(token_tree
  [
    "#"
    "."
    "|"
    "const"
    "enum"
    "fn"
    "for"
    "if"
    "impl"
    "let"
    "match"
    "mod"
    "pub"
    "static"
    "struct"
    "trait"
    "type"
    "unsafe"
    "use"
    "while"
  ] @cut.before)
(token_repetition ["#" "const" "fn" "impl" "let" "pub"] @cut.before)

; ---- taken along
[
  (line_comment)
  (block_comment)
] @comment
(source_file (attribute_item) @prefix)
(declaration_list (attribute_item) @prefix)
(field_declaration_list (attribute_item) @prefix)
(enum_variant_list (attribute_item) @prefix)
(block (attribute_item) @prefix)
