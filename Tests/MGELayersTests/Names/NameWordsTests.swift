import MGELayers
import Testing

@Suite struct NameWordsTests {
    @Test(
        "makes words of what people write",
        arguments: [
            ("order line", "order_line"), ("OrderLine", "order_line"), ("dueDate", "due_date"),
            ("due-date", "due_date"),
            ("HTTPServer", "http_server"), ("STATUS", "status"), ("año", "anio"), ("AÑO", "anio"),
            ("compañía", "compania"), ("Ñandú", "niandu"), ("línea de pedido", "linea_de_pedido"),
            ("straße", "strasse"),
            ("Ærø", "aero"), ("ÆRØ", "aero"), ("3D model", "3d_model"), ("iso8601Date", "iso8601_date"),
            ("customer's note", "customers_note"), ("ﬁle", "file"), ("__id__", "id"),
            ("a\u{301}rbol", "arbol"), ("x2y", "x2y"),
        ])
    func snake(text: String, expected: String) {
        #expect(NameWords(text).snake == expected)
    }

    @Test("leaves nothing of other scripts", arguments: ["", "🎉", "مهمة", "任务", "--", "\u{202E}"])
    func empty(text: String) {
        #expect(NameWords(text).isEmpty)
    }

    @Test func styles() {
        let words = NameWords("order line item")
        #expect(words.pascal == "OrderLineItem")
        #expect(words.kebab == "order-line-item")
        #expect(words.screaming == "ORDER_LINE_ITEM")
    }

    @Test("shortens with a digest that tells long names apart")
    func shortened() {
        let long = String(repeating: "very_", count: 20)
        let first = NameLimits.shortened(long + "a", to: 63)
        let second = NameLimits.shortened(long + "b", to: 63)
        #expect(first.utf8.count <= 63 && second.utf8.count <= 63)
        #expect(first != second)
        #expect(first == NameLimits.shortened(long + "a", to: 63))
        #expect(NameLimits.shortened("short", to: 63) == "short")
    }
}
