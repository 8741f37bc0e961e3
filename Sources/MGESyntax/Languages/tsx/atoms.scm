
; ---- TSX alone
(jsx_element) @cut.element
