
; ---- JavaScript alone
(formal_parameters (identifier) @def.parameter)
(formal_parameters (assignment_pattern left: (identifier) @def.parameter))
(formal_parameters (rest_pattern (identifier) @def.parameter))
(formal_parameters [(object_pattern) (array_pattern)] @pattern)
(formal_parameters (assignment_pattern left: [(object_pattern) (array_pattern)] @pattern))
(formal_parameters (rest_pattern [(object_pattern) (array_pattern)] @pattern))
(class_body (field_definition property: [(property_identifier) (private_property_identifier)] @def.field) @span)
(class_declaration (class_heritage (_) @base)) @span
(class (class_heritage (_) @base)) @span
(class_body
  (field_definition property: (_) @typed.name value: (new_expression constructor: (_) @typed.value)))

; ---- CommonJS: what a module takes from others. The name is a definition too, but means what is taken
(variable_declarator
  name: (identifier) @import.require
  value: (call_expression function: (identifier) @_require arguments: (arguments . (string) @import.path .))
  (#eq? @_require "require"))
(variable_declarator
  name: (object_pattern (shorthand_property_identifier_pattern) @import.name)
  value: (call_expression function: (identifier) @_require arguments: (arguments . (string) @import.path .))
  (#eq? @_require "require"))
(variable_declarator
  name: (object_pattern
    (pair_pattern key: (property_identifier) @import.name value: (identifier) @import.alias))
  value: (call_expression function: (identifier) @_require arguments: (arguments . (string) @import.path .))
  (#eq? @_require "require"))
(variable_declarator
  name: (identifier) @import.alias
  value: (member_expression
    object: (call_expression function: (identifier) @_require arguments: (arguments . (string) @import.path .))
    property: (property_identifier) @import.name)
  (#eq? @_require "require"))
; what is taken from a part of a module is not known
(variable_declarator
  name: (object_pattern
    [
      (shorthand_property_identifier_pattern) @import.name
      (pair_pattern key: (property_identifier) @import.name value: (identifier) @import.alias)
    ])
  value: (member_expression
    object: [
      (call_expression function: (identifier) @_require)
      (member_expression object: (call_expression function: (identifier) @_require))
    ]) @import.path
  (#eq? @_require "require"))
(variable_declarator
  name: (identifier) @import.require
  value: (member_expression
    object: (member_expression object: (call_expression function: (identifier) @_require))) @import.path
  (#eq? @_require "require"))

; ---- CommonJS: what it gives to others
(assignment_expression
  left: (member_expression object: (identifier) @_module property: (property_identifier) @_exports)
  right: [(identifier) @export.equals (assignment_expression right: (identifier) @export.equals)]
  (#eq? @_module "module") (#eq? @_exports "exports"))
(assignment_expression
  left: (member_expression object: (identifier) @_module property: (property_identifier) @_exports)
  right: (call_expression
    function: (identifier) @_require arguments: (arguments . (string) @export.from .)) @export.equals
  (#eq? @_module "module") (#eq? @_exports "exports") (#eq? @_require "require"))
(assignment_expression
  left: (member_expression object: (identifier) @_module property: (property_identifier) @_exports)
  right: (object (shorthand_property_identifier) @export.name)
  (#eq? @_module "module") (#eq? @_exports "exports"))
(assignment_expression
  left: (member_expression object: (identifier) @_module property: (property_identifier) @_exports)
  right: (object (pair key: (property_identifier) @export.alias value: (identifier) @export.name))
  (#eq? @_module "module") (#eq? @_exports "exports"))
(assignment_expression
  left: (member_expression object: (identifier) @_module property: (property_identifier) @_exports)
  right: (object
    (pair
      key: (property_identifier) @export.namespace
      value: (call_expression
        function: (identifier) @_require arguments: (arguments . (string) @export.from .))))
  (#eq? @_module "module") (#eq? @_exports "exports") (#eq? @_require "require"))
(assignment_expression
  left: (member_expression object: (identifier) @_exports property: (property_identifier) @export.alias)
  right: (identifier) @export.name
  (#eq? @_exports "exports"))
(assignment_expression
  left: (member_expression
    object: (member_expression object: (identifier) @_module property: (property_identifier) @_exports)
    property: (property_identifier) @export.alias)
  right: (identifier) @export.name
  (#eq? @_module "module") (#eq? @_exports "exports"))
(assignment_expression
  left: (member_expression object: (identifier) @_exports property: (property_identifier) @export.namespace)
  right: (call_expression function: (identifier) @_require arguments: (arguments . (string) @export.from .))
  (#eq? @_exports "exports") (#eq? @_require "require"))

; ---- CommonJS: what makes a file a module
(call_expression function: (identifier) @_require arguments: (arguments . (string) .) (#eq? @_require "require")) @module
(assignment_expression
  left: (member_expression object: (identifier) @_exports)
  (#eq? @_exports "exports")) @module.common
(assignment_expression
  left: (member_expression object: (identifier) @_module property: (property_identifier) @_exports)
  (#eq? @_module "module") (#eq? @_exports "exports")) @module.common
(assignment_expression
  left: (member_expression
    object: (member_expression object: (identifier) @_module property: (property_identifier) @_exports))
  (#eq? @_module "module") (#eq? @_exports "exports")) @module.common
