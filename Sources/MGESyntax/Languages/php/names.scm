; Names of PHP, for the tree-sitter grammar of languages.so (tree-sitter-languages 1.10.2).
; A name with the separator in its text is a path. Variables are never definitions for others.

; ---- the file
(namespace_definition name: (namespace_name) @package)
(namespace_use_clause [(name) (qualified_name)] @import.path .)
(namespace_use_clause [(name) (qualified_name)] @import.path (namespace_aliasing_clause (name) @import.alias))
(namespace_use_group_clause (namespace_name) @import.path .)
(namespace_use_group_clause (namespace_name) @import.path (namespace_aliasing_clause (name) @import.alias))
(namespace_use_declaration (namespace_name) @import.prefix (namespace_use_group) @import.prefixed)

; ---- types
(class_declaration name: (name) @def.class body: (declaration_list) @scope.class) @span
(trait_declaration name: (name) @def.trait body: (declaration_list) @scope.class) @span
(interface_declaration name: (name) @def.interface body: (declaration_list) @scope.class) @span
(enum_declaration name: (name) @def.enum body: (enum_declaration_list) @scope.class) @span
(class_declaration (base_clause (_) @base) body: (declaration_list) @scope.class)
(class_declaration (class_interface_clause (_) @base) body: (declaration_list) @scope.class)
(interface_declaration (base_clause (_) @base) body: (declaration_list) @scope.class)
(enum_declaration (class_interface_clause (_) @base) body: (enum_declaration_list) @scope.class)
; what a trait brings goes before what is inherited
(declaration_list (use_declaration [(name) (qualified_name)] @base.first)) @scope.class
(enum_declaration_list (use_declaration [(name) (qualified_name)] @base.first)) @scope.class
; a class without a name
(object_creation_expression (declaration_list) @scope.class)
(object_creation_expression (base_clause (_) @base) (declaration_list) @scope.class)
(object_creation_expression (class_interface_clause (_) @base) (declaration_list) @scope.class)

; ---- functions and members
(function_definition name: (name) @def.function) @scope.function
((method_declaration name: (name) @def.method) @scope.function
  (#not-eq? @def.method "__construct"))
((method_declaration name: (name) @def.constructor) @scope.function
  (#eq? @def.constructor "__construct"))
(const_declaration (const_element . (name) @def.constant) @span)
(enum_case name: (name) @def.enum_member) @span
; the first of several properties owns their type
(property_declaration
  [(visibility_modifier) (static_modifier) (readonly_modifier) (var_modifier) (union_type) (intersection_type)]
  . (property_element (variable_name (name) @def.property))) @span
(property_declaration (property_element) . (property_element (variable_name (name) @def.property)) @span)
; a constructor's parameter with a modifier is a property too
(property_promotion_parameter name: (variable_name (name) @def.property)) @span

; what other classes do not inherit, but for those that use a trait
((method_declaration (visibility_modifier) @_visibility name: (name) @private)
  (#eq? @_visibility "private"))
((property_declaration (visibility_modifier) @_visibility (property_element (variable_name (name) @private)))
  (#eq? @_visibility "private"))
((property_promotion_parameter visibility: (visibility_modifier) @_visibility name: (variable_name (name) @private))
  (#eq? @_visibility "private"))
((const_declaration (visibility_modifier) @_visibility (const_element . (name) @private))
  (#eq? @_visibility "private"))

; ---- locals
(catch_clause) @scope.block
[
  (anonymous_function_creation_expression)
  (arrow_function)
] @scope.lambda
(simple_parameter name: (variable_name) @def.parameter)
(variadic_parameter name: (variable_name) @def.parameter)
(property_promotion_parameter name: (variable_name) @def.parameter)
(assignment_expression left: (variable_name) @def.local)
(reference_assignment_expression left: (variable_name) @def.local)
(list_literal (variable_name) @def.local)
(foreach_statement (_) (variable_name) @def.loop)
(foreach_statement (pair (variable_name) @def.loop))
(foreach_statement (_) (by_ref (variable_name) @def.loop))
(catch_clause name: (variable_name) @def.except)
(static_variable_declaration name: (variable_name) @def.local)
(global_declaration (variable_name) @def.local)

; ---- stated types
(simple_parameter type: (union_type . (_) @typed.type .) name: (variable_name) @typed.name)
(property_promotion_parameter type: (union_type . (_) @typed.type .) name: (variable_name) @typed.name)
(property_promotion_parameter type: (union_type . (_) @typed.type .) name: (variable_name (name) @typed.name))
(property_declaration
  type: (union_type . (_) @typed.type .)
  (property_element (variable_name (name) @typed.name)))
(catch_clause type: (type_list . (_) @typed.type .) name: (variable_name) @typed.name)
(assignment_expression
  left: (variable_name) @typed.name
  right: (object_creation_expression . [(name) (qualified_name)] @typed.value))
; what functions return
(function_definition name: (name) @typed.name return_type: (union_type . (_) @typed.type .))
(method_declaration name: (name) @typed.name return_type: (union_type . (_) @typed.type .))
(enum_declaration
  name: (name) @typed.type
  body: (enum_declaration_list (enum_case name: (name) @typed.name)))
; values whose type is written where they are
(object_creation_expression . [(name) (qualified_name)] @value.type) @value
(object_creation_expression (declaration_list) @scope.class) @value
(parenthesized_expression (_) @value.same) @value
(clone_expression (_) @value.same) @value
(function_call_expression function: [(name) (qualified_name)] @value.same) @value

; ---- references: constants and variables, classes, functions
(name) @ref
(qualified_name) @ref
(variable_name) @ref
(variable_name (name) @ref.not)
(named_type [(name) (qualified_name)] @ref.type)
(base_clause [(name) (qualified_name)] @ref.type)
(class_interface_clause [(name) (qualified_name)] @ref.type)
(use_declaration [(name) (qualified_name)] @ref.type)
(use_instead_of_clause [(name) (qualified_name)] @ref.type)
(use_as_clause . [(name) (qualified_name)] @ref.call)
(attribute . [(name) (qualified_name)] @ref.type)
(object_creation_expression . [(name) (qualified_name)] @ref.type)
(binary_expression operator: "instanceof" right: [(name) (qualified_name)] @ref.type)
(scoped_call_expression scope: [(name) (qualified_name)] @ref.type)
(scoped_property_access_expression scope: [(name) (qualified_name)] @ref.type)
(class_constant_access_expression . [(name) (qualified_name)] @ref.type (name))
(function_call_expression function: [(name) (qualified_name)] @ref.call)

((variable_name) @ref.self
  (#eq? @ref.self "$this"))
((relative_scope) @ref.self_type
  (#any-of? @ref.self_type "self" "static"))
((relative_scope) @ref.super
  (#eq? @ref.super "parent"))
((name) @ref.self_type
  (#any-of? @ref.self_type "self" "static"))
((primitive_type) @ref.self_type
  (#eq? @ref.self_type "static"))

(member_access_expression object: (_) @ref.object name: (name) @ref.attribute) @ref.member.value
(nullsafe_member_access_expression object: (_) @ref.object name: (name) @ref.attribute) @ref.member.value
(member_call_expression object: (_) @ref.object name: (name) @ref.attribute) @ref.member.call
(nullsafe_member_call_expression object: (_) @ref.object name: (name) @ref.attribute) @ref.member.call
(scoped_call_expression scope: (_) @ref.object name: (name) @ref.attribute) @ref.member.call
(scoped_property_access_expression scope: (_) @ref.object name: (variable_name (name) @ref.attribute)) @ref.member.value
((class_constant_access_expression . (_) @ref.object (name) @ref.attribute .) @ref.member.value
  (#not-eq? @ref.attribute "class"))

; the constructor that is called
(object_creation_expression . [(name) (qualified_name)] @ref.constructed)

; names of arguments, of declare, labels
(argument name: (name) @ref.not)
(named_label_statement (name) @ref.not)
(goto_statement (name) @ref.not)
(namespace_name (name) @ref.not)
(qualified_name (name) @ref.not)
(use_as_clause (name) @ref.not .)
(namespace_aliasing_clause (name) @ref.not)

; ---- what is needed when a file is loaded
(base_clause) @eager
(class_interface_clause) @eager
(use_declaration) @eager
