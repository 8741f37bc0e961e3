
; ---- TypeScript alone
(abstract_class_declaration name: (type_identifier) @name body: (class_body) @body) @atom.class
(function_signature name: (identifier) @name) @atom.function
(interface_declaration name: (type_identifier) @name body: (object_type) @body) @atom.interface
(type_alias_declaration name: (type_identifier) @name) @atom.type
(enum_declaration name: (identifier) @name body: (enum_body) @body) @atom.enum
(internal_module name: (_) @name body: (statement_block) @body) @atom.namespace
(module name: (_) @name body: (statement_block) @body) @atom.namespace
(class_body (public_field_definition name: (_) @name value: [(arrow_function) (function)]) @atom.method)
(import_alias) @atom.import
(class_body (public_field_definition name: (_) @name) @atom.field)
(class_body (method_signature name: (_) @name) @atom.field)
(class_body (abstract_method_signature name: (_) @name) @atom.field)
(ambient_declaration (_) @inner) @wrap
(expression_statement (internal_module) @inner) @wrap
[
  (object_type)
  (enum_body)
] @cut
[
  (type_parameters)
  (type_arguments)
  (tuple_type)
] @cut.element
(union_type "|" @cut.before)
(intersection_type "&" @cut.before)
(conditional_type ["?" ":"] @cut.before)
(conditional_type alternative: (conditional_type) @cut.before)
