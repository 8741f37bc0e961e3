
; ---- JavaScript alone
(class_body (field_definition property: (_) @name value: [(arrow_function) (function)]) @atom.method)
(jsx_element) @cut.element
