; Names of Rust, for the tree-sitter grammar of languages.so (tree-sitter-languages 1.10.2).
; What a capture means is in NameCapture.swift.

; ---- modules
(mod_item name: (identifier) @def.namespace body: (declaration_list) @scope.namespace) @span
(mod_item name: (identifier) @module.child !body)
(source_file
  (attribute_item
    (attribute . (identifier) @_attribute value: (string_literal) @module.path (#eq? @_attribute "path")))
  . (mod_item name: (identifier) @module.child !body))
(declaration_list
  (attribute_item
    (attribute . (identifier) @_attribute value: (string_literal) @module.path (#eq? @_attribute "path")))
  . (mod_item name: (identifier) @module.child !body))

; ---- functions: free, of types and traits, foreign
(source_file (function_item name: (identifier) @def.function) @scope.function)
(mod_item body: (declaration_list (function_item name: (identifier) @def.function) @scope.function))
(block (function_item name: (identifier) @def.function) @scope.function)
(foreign_mod_item
  body: (declaration_list (function_signature_item name: (identifier) @def.function) @scope.function))
(impl_item body: (declaration_list (function_item name: (identifier) @def.method) @scope.function))
(trait_item body: (declaration_list (function_item name: (identifier) @def.method) @scope.function))
(trait_item body: (declaration_list (function_signature_item name: (identifier) @def.method) @scope.function))
(closure_expression) @scope.lambda

; ---- types. The whole item is the scope, so that its type parameters lie inside
(struct_item name: (type_identifier) @def.struct) @scope.class
(union_item name: (type_identifier) @def.struct) @scope.class
(enum_item name: (type_identifier) @def.enum) @scope.class
(enum_variant name: (identifier) @def.enum_member) @scope.class
(trait_item name: (type_identifier) @def.trait) @scope.class
(trait_item bounds: (trait_bounds (_) @base)) @span
(field_declaration name: (field_identifier) @def.field)
(associated_type name: (type_identifier) @def.type) @scope.class
(associated_type bounds: (trait_bounds (_) @base)) @span
(type_item name: (type_identifier) @def.type) @scope.class
(type_item type: (_) @base) @span

; ---- members written apart from their type
(impl_item type: (_) @extended) @scope.extension
(impl_item trait: (_) @base) @span

; ---- other scopes
[
  (function_type)
  (block)
  (if_expression)
  (while_expression)
  (for_expression)
  (match_arm)
] @scope.block

; ---- constants and statics
(const_item name: (identifier) @def.constant (#not-eq? @def.constant "_")) @span
(static_item name: (identifier) @def.variable) @span

; ---- type parameters
(type_parameters (type_identifier) @def.type_parameter)
(type_parameters (constrained_type_parameter left: (type_identifier) @def.type_parameter))
(type_parameters (optional_type_parameter name: (type_identifier) @def.type_parameter))
(type_parameters
  (optional_type_parameter name: (constrained_type_parameter left: (type_identifier) @def.type_parameter)))
(const_parameter name: (identifier) @def.parameter)

; ---- locals. In a pattern a name that begins with a capital refers (a variant, a constant), others bind.
; One that a statement binds is seen from its end on
(parameter pattern: (identifier) @def.parameter)
(closure_parameters (identifier) @def.parameter)
(let_declaration pattern: (identifier) @def.local (#match? @def.local "^[^A-Z]")) @after
(let_condition pattern: (identifier) @def.local (#match? @def.local "^[^A-Z]")) @after
(for_expression pattern: (identifier) @def.local value: (_) @after)
(match_pattern . (identifier) @def.pattern (#match? @def.pattern "^[^A-Z]"))
(tuple_pattern (identifier) @def.pattern (#match? @def.pattern "^[^A-Z]"))
(tuple_struct_pattern type: (_) (identifier) @def.pattern (#match? @def.pattern "^[^A-Z]"))
(slice_pattern (identifier) @def.pattern (#match? @def.pattern "^[^A-Z]"))
(or_pattern (identifier) @def.pattern (#match? @def.pattern "^[^A-Z]"))
(reference_pattern (identifier) @def.pattern (#match? @def.pattern "^[^A-Z]"))
(captured_pattern . (identifier) @def.pattern)
(ref_pattern (identifier) @def.pattern)
(mut_pattern (identifier) @def.pattern)
(field_pattern name: (shorthand_field_identifier) @def.pattern)
(field_pattern pattern: (identifier) @def.pattern (#match? @def.pattern "^[^A-Z]"))
; where the names that a pattern binds are seen from
(let_declaration pattern: (_) @pattern) @after
(let_condition pattern: (_) @pattern) @after
(for_expression pattern: (_) @pattern value: (_) @after)

; ---- macros
(macro_definition name: (identifier) @def.macro) @scope.function
(macro_invocation macro: (identifier) @ref.macro)
(macro_invocation
  macro: (scoped_identifier path: (_) @ref.object name: (identifier) @ref.attribute) @ref.member.macro)

; ---- imports
(use_declaration argument: (identifier) @import.path)
(use_declaration argument: (scoped_identifier) @import.path)
(use_as_clause path: (_) @import.path alias: (identifier) @import.alias)
(use_wildcard (_)? @import.path) @import.star
(use_list (identifier) @import.path)
(use_list (scoped_identifier) @import.path)
(use_list (self) @import.path)
(scoped_use_list path: (_) @import.prefix list: (use_list) @import.prefixed)
(extern_crate_declaration name: (identifier) @import.path !alias)
(extern_crate_declaration name: (identifier) @import.path alias: (identifier) @import.alias)

; ---- references: values, types, and the heads of paths, which are types or modules
(identifier) @ref
(type_identifier) @ref.type
(impl_item type: (primitive_type) @ref.type)
(impl_item type: (reference_type type: (primitive_type) @ref.type))
(call_expression function: (primitive_type) @ref)
(field_expression value: (primitive_type) @ref)
(scoped_identifier path: (identifier) @ref.type)
(scoped_type_identifier path: (identifier) @ref.type)
(field_expression value: (self) @ref.self)
(scoped_identifier path: (identifier) @ref.self_type (#eq? @ref.self_type "Self"))
(identifier (#eq? @ref.self_type "Self")) @ref.self_type
(type_identifier (#eq? @ref.self_type "Self")) @ref.self_type
(crate) @ref.head
(super) @ref.head
(metavariable) @ref.head
(scoped_identifier path: (self) @ref.head)
(scoped_type_identifier path: (self) @ref.head)
; what stands left of a `::` is a module or a type
(scoped_identifier
  path: (scoped_identifier path: (_) @ref.object name: (_) @ref.attribute) @ref.member.type)
(scoped_type_identifier
  path: (scoped_identifier path: (_) @ref.object name: (_) @ref.attribute) @ref.member.type)
(scoped_identifier path: (_) @ref.object name: (_) @ref.attribute) @ref.member.callable
(scoped_type_identifier path: (_) @ref.object name: (type_identifier) @ref.attribute) @ref.member.type
; fields and methods are kept apart
(call_expression
  function: (field_expression value: (_) @ref.object field: (field_identifier) @ref.attribute) @ref.member.call)
(call_expression
  function: (generic_function
    function: (field_expression value: (_) @ref.object field: (field_identifier) @ref.attribute) @ref.member.call))
(field_expression value: (_) @ref.object field: (field_identifier) @ref.attribute) @ref.member.value

; fields named in literals and patterns
(struct_expression
  name: (_) @ref.object
  body: (field_initializer_list (field_initializer name: (field_identifier) @ref.field)))
(struct_expression
  name: (_) @ref.object
  body: (field_initializer_list (shorthand_field_initializer (identifier) @ref.field)))
(struct_pattern type: (_) @ref.object (field_pattern name: (_) @ref.field))

; the arguments of macros are tokens: names joined by `::` and `.` make chains
(token_tree (self) @ref.self . ".")
(token_tree (self) @ref.head . "::")
(token_tree
  [
    (crate)
    (identifier)
    (metavariable)
    (self)
    (super)
  ] @ref.object
  . "::"
  . (identifier) @ref.attribute)
(token_tree
  [
    (identifier)
    (self)
  ] @ref.object
  . "."
  . (identifier) @ref.attribute)
(token_tree (identifier) @ref.type . "::")
(token_tree "." . (identifier) @ref.not)
(token_tree (identifier) @ref.not . ":")
(token_tree (identifier) @ref.macro . "!" . (token_tree))
(token_repetition
  [
    (crate)
    (identifier)
    (metavariable)
    (self)
    (super)
  ] @ref.object
  . "::"
  . (identifier) @ref.attribute)
(token_repetition
  [
    (identifier)
    (self)
  ] @ref.object
  . "."
  . (identifier) @ref.attribute)
(token_repetition (identifier) @ref.type . "::")
(token_repetition "." . (identifier) @ref.not)
(token_repetition (identifier) @ref.not . ":")
(token_repetition (identifier) @ref.macro . "!" . (token_tree))

(token_tree (identifier) @ref.object . (token_tree . "{" (identifier) @ref.field . ":"))
(token_repetition (identifier) @ref.object . (token_tree . "{" (identifier) @ref.field . ":"))

; no references, or such as imports have
(use_declaration) @opaque
(extern_crate_declaration) @opaque
(attribute) @opaque
(token_tree_pattern) @opaque
(visibility_modifier) @opaque
(lifetime (identifier) @ref.not)
(label (identifier) @ref.not)

; ---- stated types
(field_declaration name: (field_identifier) @typed.name type: (_) @typed.type)
(parameter pattern: (identifier) @typed.name type: (_) @typed.type)
(parameter pattern: (mut_pattern (identifier) @typed.name) type: (_) @typed.type)
(let_declaration pattern: (identifier) @typed.name type: (_) @typed.type)
(const_item name: (identifier) @typed.name type: (_) @typed.type)
(static_item name: (identifier) @typed.name type: (_) @typed.type)
(function_item name: (identifier) @typed.name return_type: (_) @typed.type)
(function_signature_item name: (identifier) @typed.name return_type: (_) @typed.type)
; a type parameter has the members of its bounds
(function_item
  type_parameters: (type_parameters
    (constrained_type_parameter left: (type_identifier) @typed.name bounds: (trait_bounds (_) @typed.type))))
  @typed.within
(function_item
  (where_clause (where_predicate left: (type_identifier) @typed.name bounds: (trait_bounds (_) @typed.type))))
  @typed.within
(function_signature_item
  type_parameters: (type_parameters
    (constrained_type_parameter left: (type_identifier) @typed.name bounds: (trait_bounds (_) @typed.type))))
  @typed.within
(function_signature_item
  (where_clause (where_predicate left: (type_identifier) @typed.name bounds: (trait_bounds (_) @typed.type))))
  @typed.within
(impl_item
  type_parameters: (type_parameters
    (constrained_type_parameter left: (type_identifier) @typed.name bounds: (trait_bounds (_) @typed.type))))
  @typed.within
(impl_item
  (where_clause (where_predicate left: (type_identifier) @typed.name bounds: (trait_bounds (_) @typed.type))))
  @typed.within
(trait_item
  type_parameters: (type_parameters
    (constrained_type_parameter left: (type_identifier) @typed.name bounds: (trait_bounds (_) @typed.type))))
  @typed.within
(trait_item
  (where_clause (where_predicate left: (type_identifier) @typed.name bounds: (trait_bounds (_) @typed.type))))
  @typed.within

; … of locals, by what they are first
(let_declaration pattern: (identifier) @typed.name !type value: (_) @typed.expression)
(for_expression pattern: (identifier) @typed.name value: (_) @typed.expression) @typed.element

; … of expressions that a chain goes on from
(call_expression function: (_) @value.same) @value
(generic_function function: (_) @value.same) @value
(parenthesized_expression . (_) @value.same .) @value
(reference_expression value: (_) @value.same) @value
(unary_expression "*" . (_) @value.same) @value
(index_expression . (_) @value.element) @value
(struct_expression name: (_) @value.type) @value
(qualified_type alias: (_) @value.same) @value
(bracketed_type . (_) @value.same) @value
(generic_type type: (_) @value.same) @value
(type_cast_expression type: (_) @value.type) @value
