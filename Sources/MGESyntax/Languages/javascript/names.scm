
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
