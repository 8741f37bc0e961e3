; Names of Java, for the tree-sitter grammar of languages.so (tree-sitter-languages 1.10.2).

; ---- the file
(package_declaration [(identifier) (scoped_identifier)] @package)
(import_declaration [(identifier) (scoped_identifier)] @import.path .)
(import_declaration [(identifier) (scoped_identifier)] @import.path (asterisk) @import.star)

; ---- types. Members are seen in the body alone, type parameters also in the head
(class_declaration name: (identifier) @def.class body: (class_body) @scope.class) @span
(record_declaration name: (identifier) @def.record body: (class_body) @scope.class) @span
(interface_declaration name: (identifier) @def.interface body: (interface_body) @scope.class) @span
(annotation_type_declaration name: (identifier) @def.annotation body: (annotation_type_body) @scope.class) @span
(enum_declaration name: (identifier) @def.enum body: (enum_body) @scope.class) @span
(class_declaration type_parameters: (_)) @scope.block
(record_declaration type_parameters: (_)) @scope.block
(interface_declaration type_parameters: (_)) @scope.block
(type_parameter (type_identifier) @def.type_parameter)

(class_declaration superclass: (superclass (_) @base) body: (class_body) @scope.class)
(class_declaration interfaces: (super_interfaces (type_list) @bases) body: (class_body) @scope.class)
(record_declaration interfaces: (super_interfaces (type_list) @bases) body: (class_body) @scope.class)
(enum_declaration interfaces: (super_interfaces (type_list) @bases) body: (enum_body) @scope.class)
(interface_declaration (extends_interfaces (type_list) @bases) body: (interface_body) @scope.class)
; a class without a name: its members are nobody's, but what it inherits is seen inside
(object_creation_expression type: (_) @base (class_body) @scope.class)
(enum_constant body: (class_body) @scope.class)

; ---- members
(method_declaration name: (identifier) @def.method) @scope.function
(annotation_type_element_declaration name: (identifier) @def.method) @scope.function
(constructor_declaration name: (identifier) @def.constructor) @scope.function
(compact_constructor_declaration name: (identifier) @def.constructor) @scope.function
; the first of several declarators owns their type
(field_declaration type: (_) . declarator: (variable_declarator name: (identifier) @def.field)) @span
(field_declaration (variable_declarator) . (variable_declarator name: (identifier) @def.field) @span)
(constant_declaration type: (_) . declarator: (variable_declarator name: (identifier) @def.field)) @span
(constant_declaration (variable_declarator) . (variable_declarator name: (identifier) @def.field) @span)
(enum_constant name: (identifier) @def.enum_member) @span
; a record's components are fields and, called, methods
(record_declaration parameters: (formal_parameters) @parameters body: (class_body) @scope.class)
(record_declaration parameters: (formal_parameters (formal_parameter name: (identifier) @def.property) @span))

; what other classes do not inherit
(class_declaration (modifiers "private") name: (identifier) @private)
(interface_declaration (modifiers "private") name: (identifier) @private)
(enum_declaration (modifiers "private") name: (identifier) @private)
(record_declaration (modifiers "private") name: (identifier) @private)
(method_declaration (modifiers "private") name: (identifier) @private)
(field_declaration (modifiers "private") declarator: (variable_declarator name: (identifier) @private))

; ---- locals
[
  (block)
  (for_statement)
  (enhanced_for_statement)
  (try_with_resources_statement)
  (catch_clause)
  (switch_block)
  (switch_block_statement_group)
  (switch_rule)
] @scope.block
(lambda_expression) @scope.lambda
(lambda_expression parameters: (identifier) @def.parameter)
(lambda_expression parameters: (inferred_parameters (identifier) @def.parameter))
(lambda_expression parameters: (formal_parameters (formal_parameter name: (identifier) @def.parameter)))
(method_declaration parameters: (formal_parameters (formal_parameter name: (identifier) @def.parameter)))
(constructor_declaration parameters: (formal_parameters (formal_parameter name: (identifier) @def.parameter)))
(spread_parameter (variable_declarator name: (identifier) @def.parameter))
(local_variable_declaration declarator: (variable_declarator name: (identifier) @def.local) @after)
(enhanced_for_statement name: (identifier) @def.loop)
(resource name: (identifier) @def.local)
(catch_formal_parameter name: (identifier) @def.except)
(instanceof_expression name: (identifier) @def.local @after)
(type_pattern (identifier) @def.local @after)

; ---- stated types
(formal_parameter type: (_) @typed.type name: (identifier) @typed.name)
((local_variable_declaration type: (_) @typed.type declarator: (variable_declarator name: (identifier) @typed.name))
  (#not-eq? @typed.type "var"))
((local_variable_declaration
  type: (_) @_type
  declarator: (variable_declarator name: (identifier) @typed.name value: (_) @typed.expression))
  (#eq? @_type "var"))
(field_declaration type: (_) @typed.type declarator: (variable_declarator name: (identifier) @typed.name))
(constant_declaration type: (_) @typed.type declarator: (variable_declarator name: (identifier) @typed.name))
((enhanced_for_statement type: (_) @typed.type name: (identifier) @typed.name)
  (#not-eq? @typed.type "var"))
((enhanced_for_statement type: (_) @_type name: (identifier) @typed.name value: (_) @typed.expression) @typed.element
  (#eq? @_type "var"))
((resource type: (_) @typed.type name: (identifier) @typed.name)
  (#not-eq? @typed.type "var"))
((resource type: (_) @_type name: (identifier) @typed.name value: (_) @typed.expression)
  (#eq? @_type "var"))
(catch_formal_parameter (catch_type . (_) @typed.type .) name: (identifier) @typed.name)
(instanceof_expression right: (_) @typed.type name: (identifier) @typed.name)
(type_pattern . (_) @typed.type (identifier) @typed.name)
; what a method returns, and the bound of a type parameter
(method_declaration type: (_) @typed.type name: (identifier) @typed.name)
(annotation_type_element_declaration type: (_) @typed.type name: (identifier) @typed.name)
(type_parameter (type_identifier) @typed.name (type_bound . (_) @typed.type))
(enum_declaration
  name: (identifier) @typed.type
  body: (enum_body (enum_constant name: (identifier) @typed.name)))
; values whose type is written where they are
(object_creation_expression type: (_) @value.type arguments: (_) .) @value
(object_creation_expression (class_body) @scope.class) @value
(cast_expression type: (_) @value.type value: (_)) @value
(parenthesized_expression (_) @value.same) @value
(generic_type . (_) @value.same) @value
(annotated_type (_) @value.same .) @value
(method_invocation !object name: (identifier) @value.same) @value
(field_access object: (_) @value.same field: (this)) @value
(array_access array: (_) @value.element) @value

; ---- references
(identifier) @ref
((type_identifier) @ref.type
  (#not-eq? @ref.type "var"))
(annotation name: (identifier) @ref.type)
(marker_annotation name: (identifier) @ref.type)
(method_invocation !object name: (identifier) @ref.call)
; before a dot may stand a value or a type
(field_access object: (identifier) @ref.left)
(method_invocation object: (identifier) @ref.left)
(method_reference . (identifier) @ref.left "::")
(scoped_identifier scope: (identifier) @ref.left)
(this) @ref.self
(super) @ref.super

(field_access object: (_) @ref.object field: (identifier) @ref.attribute) @ref.member.uncalled
(method_invocation object: (_) @ref.object name: (identifier) @ref.attribute) @ref.member.call
(method_reference . (_) @ref.object (identifier) @ref.attribute .) @ref.member.call
(scoped_identifier scope: (_) @ref.object name: (identifier) @ref.attribute) @ref.member.type
(scoped_type_identifier . (_) @ref.object (type_identifier) @ref.attribute .) @ref.member.type

; a case label: a member of what is switched over, when its type is known
(switch_expression
  condition: (_) @ref.object
  body: (switch_block (switch_block_statement_group (switch_label (identifier) @ref.case))))
(switch_expression
  condition: (_) @ref.object
  body: (switch_block (switch_rule (switch_label (identifier) @ref.case))))

; the constructor that is called
(object_creation_expression type: (_) @ref.constructed)
(explicit_constructor_invocation constructor: (_) @ref.constructed)
(method_reference . (_) @ref.constructed "::" "new")

(labeled_statement . (identifier) @ref.not)
(break_statement (identifier) @ref.not)
(continue_statement (identifier) @ref.not)
(element_value_pair key: (identifier) @ref.not)

; ---- what is needed when a class is initialised
(superclass) @eager
(super_interfaces) @eager
(extends_interfaces) @eager
(static_initializer) @eager
(constant_declaration declarator: (variable_declarator value: (_) @eager))
(field_declaration (modifiers "static") declarator: (variable_declarator value: (_) @eager))
(enum_constant arguments: (_) @eager)
