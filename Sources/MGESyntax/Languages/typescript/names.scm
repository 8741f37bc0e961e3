
; ---- TypeScript alone: scopes
(function_signature name: (identifier) @def.function) @scope.function
[
  (method_signature)
  (abstract_method_signature)
  (call_signature)
  (construct_signature)
  (function_type)
  (constructor_type)
] @scope.function
(abstract_class_declaration name: (type_identifier) @def.class) @scope.class
(interface_declaration name: (type_identifier) @def.interface) @scope.class
(type_alias_declaration name: (type_identifier) @def.type) @scope.block
(enum_declaration name: (identifier) @def.enum) @scope.enum
(internal_module name: (identifier) @def.namespace) @scope.namespace
(internal_module name: (nested_identifier) @def.namespace) @scope.namespace
(module name: (identifier) @def.namespace) @scope.namespace
(module name: (string)) @scope.namespace
(ambient_declaration "global" (statement_block) @scope.namespace @scope.everywhere)
(conditional_type) @scope.block
(index_signature (mapped_type_clause)) @scope.block

; ---- bindings
(required_parameter pattern: (identifier) @def.parameter)
(optional_parameter pattern: (identifier) @def.parameter)
(required_parameter pattern: (this) @def.parameter)
(required_parameter pattern: (rest_pattern (identifier) @def.parameter))
(required_parameter pattern: [(object_pattern) (array_pattern)] @pattern)
(required_parameter pattern: (rest_pattern [(object_pattern) (array_pattern)] @pattern))
(optional_parameter pattern: [(object_pattern) (array_pattern)] @pattern)
(required_parameter (accessibility_modifier) pattern: (identifier) @def.field)
(required_parameter "readonly" pattern: (identifier) @def.field)
(optional_parameter (accessibility_modifier) pattern: (identifier) @def.field)
(index_signature name: (identifier) @ref.not)
(type_parameter name: (type_identifier) @def.type_parameter)
(infer_type . (type_identifier) @def.type_parameter)
(mapped_type_clause name: (type_identifier) @def.type_parameter)

; ---- members
(class_body
  (method_signature name: [(property_identifier) (private_property_identifier) (string)] @def.method) @scope.function
  (#not-eq? @def.method "constructor"))
(class_body
  (method_signature name: (property_identifier) @def.constructor) @scope.function
  (#eq? @def.constructor "constructor"))
(class_body
  (abstract_method_signature name: [(property_identifier) (private_property_identifier) (string)] @def.method)
  @scope.function)
(class_body
  (public_field_definition name: [(property_identifier) (private_property_identifier) (string)] @def.field) @span)
(enum_body name: [(property_identifier) (string)] @def.enum_member)
(enum_body (enum_assignment name: [(property_identifier) (string)] @def.enum_member) @span)
(class_declaration (class_heritage (extends_clause value: (_) @base))) @span
(abstract_class_declaration (class_heritage (extends_clause value: (_) @base))) @span
(class (class_heritage (extends_clause value: (_) @base))) @span
(interface_declaration (extends_type_clause type: (_) @base)) @span

; ---- imports and exports
(import_statement (import_require_clause (identifier) @import.require source: (string) @import.path))
(import_alias . (identifier) @alias.name (_) @alias.value)
(import_statement "type") @lazy
(export_statement "=" (identifier) @export.equals)
(export_statement "as" "namespace" (identifier) @ref.not)
(ambient_declaration (_) @decorated) @span.decorated

; ---- references
(type_identifier) @ref.type
(nested_type_identifier module: (_) @ref.object name: (type_identifier) @ref.attribute) @ref.member
(nested_identifier [(identifier) (member_expression)] @ref.object . "." . (_) @ref.attribute) @ref.member
(member_expression !object . (_) @ref.object . "." . (property_identifier) @ref.attribute) @ref.member.value
(property_signature name: (_) @ref.not)
(type_query (member_expression object: (identifier) @ref.self) (#eq? @ref.self "this"))
(type_annotation) @type
(type_arguments) @type

; ---- stated classes
(required_parameter pattern: (identifier) @typed.name type: (type_annotation (_) @typed.type))
(optional_parameter pattern: (identifier) @typed.name type: (type_annotation (_) @typed.type))
(required_parameter pattern: (this) @typed.name type: (type_annotation (_) @typed.type))
(variable_declarator name: (identifier) @typed.name type: (type_annotation (_) @typed.type))
(public_field_definition name: (_) @typed.name type: (type_annotation (_) @typed.type))
(class_body (public_field_definition name: (_) @typed.name value: (new_expression constructor: (_) @typed.value)))
