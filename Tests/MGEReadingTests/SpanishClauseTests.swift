import MGECore
import Testing

@testable import MGEReading

/// Spanish sentences whose parts stand in another order, or leave out what was said before.
@Suite struct SpanishClauseTests {
    typealias Case = SentenceCase

    static let pronouns = [
        Case(
            "Cada finca tiene un dueño y muchos pozos. En cada pozo trabaja un perito, y de él anotamos el nombre y el "
                + "teléfono. Cada perito tiene un correo.", "perito",
            ["nombre: string(..100)", "teléfono: string(..30)", "correo: email"]),
        Case(
            "Cada taller tiene varias prensas. Una prensa pertenece a un taller; de ella guardamos la marca y el color.",
            "prensa", ["marca: string", "color: string(..30)", "taller>taller"]),
        Case(
            "Cada sede tiene un nombre. A una sede pertenecen varios guías; ellos tienen nombre y correo.", "guía",
            ["nombre: string(..100)", "correo: email", "sede>sede"]),
        Case(
            "Cada socio tiene un nombre. Las canoas se guardan en un hangar. Cada una tiene un color y un peso. Cada hangar "
                + "tiene una dirección.", "canoa", ["color: string(..30)", "peso: decimal", "hangar>hangar"]),
    ]

    static let orders = [
        Case(
            "Cada revisor tiene un nombre. Un informe tiene un título. Los informes los firma un revisor.", "informe",
            ["título: string", "revisor>revisor"]),
        Case(
            "Cada cliente tiene un nombre. Un pedido tiene una fecha. Los pedidos los hacen los clientes.", "pedido",
            ["fecha: date", "cliente>cliente"]),
        Case(
            "Cada mozo tiene un nombre. Cada caja tiene un color. La caja la lleva uno de nuestros mozos.", "caja",
            ["color: string(..30)", "mozo>mozo"]),
        Case(
            "Cada tela se la compramos a un proveedor con nombre y teléfono. Cada tela tiene un color.", "proveedor",
            ["nombre: string(..100)", "teléfono: string(..30)"]),
        Case(
            "Un cesto tiene un número. En cada cesto va un queso, el peso y la fecha. Cada queso tiene un nombre.",
            "cesto",
            ["número: integer", "peso: decimal", "fecha: date", "queso>queso"]),
        Case(
            "A cada vecino se le pide un nombre y un correo. Cada vecino tiene varias llaves.", "vecino",
            ["nombre: string(..100)", "correo: email"]),
        Case(
            "Cada atleta tiene un nombre. A los atletas se les giran cuotas. Cada cuota tiene un importe.", "cuota",
            ["importe: decimal", "atleta>atleta"]),
        Case(
            "Toda obra pertenecerá a una colección. Cada colección tiene un nombre. Deberán constar el título y el año de "
                + "cada obra.", "obra", ["título: string", "año: integer", "colección>colección"]),
        Case(
            "La orquesta tiene varios músicos. El músico trae su violín y puede tener varios. Cada violín tiene un color.",
            "violín", ["color: string(..30)", "músico>músico"]),
    ]

    @Test("Pronouns stand for what was named last, of their gender and number", arguments: pronouns)
    func pronounsAreRead(_ expected: Case) throws {
        try expected.check()
    }

    @Test("Objects before verbs, and what something is given", arguments: orders)
    func ordersAreRead(_ expected: Case) throws {
        try expected.check()
    }

    @Test(
        "The cases of a field that has no name",
        arguments: [
            ("Un pedido puede estar recibido, en horno o entregado", "estado: enum(recibido, en horno, entregado)"),
            ("Los pedidos están abiertos o cerrados", "estado: enum(abierto, cerrado)"),
            ("El pedido es normal, urgente o frágil", "tipo: enum(normal, urgente, frágil)"),
        ])
    func states(_ sentence: String, _ shown: String) throws {
        let document = try ReadingSupport.read("Cada pedido tiene una fecha. \(sentence).")
        #expect(document.shown("pedido") == ["fecha: date", shown])
    }

    @Test(
        "What a sentence says of other things adds nothing",
        arguments: [
            "La biblioteca funciona aparte, pero tiene su propio sistema",
            "Las ventas las maneja mi cuñado con su libreta",
            "Estamos hartos del papel", "El pedido es del lunes", "Los pedidos son bonitos y baratos",
        ])
    func others(_ sentence: String) throws {
        let document = try ReadingSupport.read("Cada pedido tiene una fecha. \(sentence).")
        #expect(document.names == ["pedido"])
        #expect(document.shown("pedido") == ["fecha: date"])
    }

    @Test(
        "Attributes in other words",
        arguments: [
            ("un correo, que no todos tienen", "correo: email optional"),
            ("un correo si quieren dejarlo", "correo: email optional"),
            ("un correo, si lo hubiera", "correo: email optional"),
            ("un número pintado en la puerta, que no se repite", "número: integer unique"),
            ("unas plazas, que nunca son menos de 3", "plazas: integer(3..)"),
            ("unas plazas, de 1 a 500", "plazas: integer(1..500)"),
            ("si tiene luz", "luz: boolean"),
            ("si ya está pagado", "pagado: boolean"),
        ])
    func attributes(_ words: String, _ shown: String) throws {
        let document = try ReadingSupport.read(
            "Cada puesto tiene un color y \(words). Cada puesto tiene una dirección.")
        #expect(document.shown("puesto").dropFirst().first == shown)
    }

    @Test("The second of two names may leave out its head")
    func ellipsis() throws {
        let document = try ReadingSupport.read("Cada plaza tiene la fecha de entrada, la de salida y un color.")
        #expect(document.shown("plaza") == ["fecha_de_entrada: date", "fecha_de_salida: date", "color: string(..30)"])
    }

    @Test("A rule at the end of a sentence leaves what is before it")
    func rules() throws {
        let document = try ReadingSupport.read(
            "Cada socio tiene un nombre. En cada cuota figuran el año y el importe, y no puede haber dos cuotas del mismo "
                + "año para un mismo socio; si se borra un socio, sus cuotas se borran.")
        #expect(
            document.shown("cuota") == ["año: integer", "importe: decimal", "socio>socio", "unique año + socio"])
    }

    @Test("What is said of two fields at once, and what goes into something")
    func twoFieldsAtOnce() throws {
        let document = try ReadingSupport.read(
            "Los lotes tienen un código. De las campañas guardamos nombre, DNI y matrícula, los dos últimos únicos, y las "
                + "fechas de inicio y de fin. Una campaña es de un lote. En el lote va el color y la altura en metros.")
        #expect(
            document.shown("campaña") == [
                "nombre: string(..100)", "DNI: string(..20) unique", "matrícula: string(..20) unique",
                "fecha_de_inicio: date", "fecha_de_fin: date", "lote>lote",
            ])
        #expect(document.shown("lote") == ["código: string(..50)", "color: string(..30)", "altura: decimal"])
    }
}
