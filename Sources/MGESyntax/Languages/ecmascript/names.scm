; Names that JavaScript and TypeScript have in common, for the grammars of languages.so (tree-sitter-languages 1.10.2).
; What a capture means is in NameCapture.swift.

; ---- scopes. The whole node is the scope: parameters and their defaults are inside
(function_declaration name: (identifier) @def.function) @scope.function
(generator_function_declaration name: (identifier) @def.function) @scope.function
[
  (function)
  (generator_function)
  (method_definition)
] @scope.function
(arrow_function) @scope.lambda
(function name: (identifier) @def.inner) @scope.function
(generator_function name: (identifier) @def.inner) @scope.function
(class_declaration name: (_) @def.class) @scope.class
(class) @scope.class
(class name: (_) @def.inner) @scope.class
[
  (statement_block)
  (for_statement)
  (for_in_statement)
  (catch_clause)
  (switch_body)
  (class_static_block)
] @scope.block

; ---- bindings
(lexical_declaration (variable_declarator name: (identifier) @def.variable) @span.assignment)
(variable_declaration (variable_declarator name: (identifier) @def.hoisted) @span.assignment)
(variable_declarator name: [(object_pattern) (array_pattern)] @pattern) @span.assignment
(for_in_statement kind: _ left: (identifier) @def.loop)
(for_in_statement kind: _ left: [(object_pattern) (array_pattern)] @pattern)
(catch_clause parameter: (identifier) @def.parameter)
(catch_clause parameter: [(object_pattern) (array_pattern)] @pattern)
(arrow_function parameter: (identifier) @def.parameter)
; in a pattern, at any depth. They bind in declarations and parameters; in an assignment they refer
(shorthand_property_identifier_pattern) @pattern.name
(pair_pattern value: (identifier) @pattern.name)
(pair_pattern value: (assignment_pattern left: (identifier) @pattern.name))
(object_assignment_pattern left: (shorthand_property_identifier_pattern) @pattern.name)
(array_pattern (identifier) @pattern.name)
(array_pattern (assignment_pattern left: (identifier) @pattern.name))
(rest_pattern (identifier) @pattern.name)

; ---- members; a computed name is none
(class_body
  (method_definition name: [(property_identifier) (private_property_identifier) (string) (number)] @def.method)
  @scope.function
  (#not-eq? @def.method "constructor"))
(class_body
  (method_definition name: (property_identifier) @def.constructor) @scope.function
  (#eq? @def.constructor "constructor"))
(class_body (decorator) @owned.by_next)

; ---- imports and exports
(program [(import_statement) (export_statement)] @module)
(import_statement
  (import_clause (identifier) @import.default)
  source: (string) @import.path)
(import_statement
  (import_clause (namespace_import (identifier) @import.namespace))
  source: (string) @import.path)
(import_statement
  (import_clause (named_imports (import_specifier !alias name: (identifier) @import.name)))
  source: (string) @import.path)
(import_statement
  (import_clause (named_imports (import_specifier name: (identifier) @import.name alias: (identifier) @import.alias)))
  source: (string) @import.path)
(export_statement declaration: (_) @exported)
(export_statement "default" declaration: (_) @exported.default)
(export_statement "default" value: (_) @export.default)
(export_statement (export_clause (export_specifier !alias name: (identifier) @export.name)) !source)
(export_statement
  (export_clause (export_specifier name: (identifier) @export.name alias: (identifier) @export.alias)) !source)
(export_statement
  (export_clause (export_specifier !alias name: (identifier) @export.name)) source: (string) @export.from)
(export_statement
  (export_clause (export_specifier name: (identifier) @export.name alias: (identifier) @export.alias))
  source: (string) @export.from)
(export_statement "*" source: (string) @export.star)
(export_statement (namespace_export (identifier) @export.namespace) source: (string) @export.from)
(export_statement declaration: (_) @decorated) @span.decorated
(export_statement value: (_) @decorated) @span.decorated
(program (comment) @import.reference (#match? @import.reference "<reference path="))

; ---- references
(identifier) @ref
(shorthand_property_identifier) @ref
(shorthand_property_identifier_pattern) @ref
(this) @ref.self
(super) @ref.super
(member_expression object: (_) @ref.object property: (_) @ref.attribute) @ref.member.value
(labeled_statement label: (statement_identifier) @ref.not)

; ---- stated classes
(variable_declarator name: (identifier) @typed.name value: (new_expression constructor: (_) @typed.value))
