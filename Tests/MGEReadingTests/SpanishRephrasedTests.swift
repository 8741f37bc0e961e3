import Testing

@testable import MGEReading

/// Spanish sentences that say in a roundabout way what others say plainly.
@Suite struct SpanishRephrasedTests {
    typealias Case = SentenceCase

    static let takingPart = [
        Case(
            "Los barcos tienen nombre. En una travesía viajan un capitán, un grumete y un barco; tiene fecha y una duración "
                + "de 2 a 9 horas. Los capitanes tienen correo. El grumete tiene apodo.",
            "travesía",
            ["fecha: date", "duración: integer(2..9)", "capitán>capitán", "grumete>grumete", "barco>barco"]),
        Case(
            "El vino tiene nombre. El juez tiene correo. En una ronda, un juez puntúa un vino de 0 a 20. La ronda tiene fecha.",
            "ronda", ["puntuación: integer(0..20)", "fecha: date", "juez>juez", "vino>vino"]),
        Case(
            "La cueva tiene nombre. Cada derrumbe afecta a una cueva y tiene hora.", "derrumbe",
            ["hora: time", "cueva>cueva"]),
        Case(
            "La cueva tiene nombre. Un boletín informa sobre una cueva y tiene fecha.", "boletín",
            ["fecha: date", "cueva>cueva"]),
    ]

    static let unique = [
        Case(
            "La sala tiene aforo. El curso tiene título. Una reserva es de un curso y de una sala, y tiene fecha. Ninguna sala "
                + "admite dos reservas con la misma fecha.",
            "reserva", ["fecha: date", "curso>curso", "sala>sala", "unique sala + fecha"]),
        Case(
            "La sala tiene aforo. El curso tiene título. Una reserva es de un curso y de una sala, y tiene fecha. La pareja "
                + "formada por el curso y la sala es única.",
            "reserva", ["fecha: date", "curso>curso", "sala>sala", "unique curso + sala"]),
        Case(
            "La pieza tiene nombre y número de inventario; si el número de inventario ya existe, el alta se rechaza.",
            "pieza", ["nombre: string(..100)", "número_de_inventario: string(..50) unique"]),
        Case(
            "El equipo tiene color, no compartido con otro, y lema, sin duplicado posible.", "equipo",
            ["color: string(..30) unique", "lema: string unique"]),
    ]

    static let values = [
        Case(
            "El cuadro que llega tiene título y año. Los pintores tienen nombre.", "cuadro",
            ["título: string", "año: integer"]),
        Case(
            "Las mesas tienen número. La comanda tiene fecha, los cubiertos, que valen 2 si se omiten, y un turno: `comida` o "
                + "`cena`. Toda comanda nace `cena`.",
            "comanda", ["fecha: date", "cubiertos: integer = 2", "turno: enum(comida, cena) = cena"]),
        Case(
            "El mueble tiene nombre. El acabado del mueble se elige de una lista cerrada: mate, brillo o satinado.",
            "mueble",
            ["nombre: string(..100)", "acabado: enum(mate, brillo, satinado)"]),
        Case(
            "Cada multa tiene importe. La urgencia de la multa vale normal por defecto, pero puede valer alta o crítica.",
            "multa", ["importe: decimal", "urgencia: enum(normal, alta, crítica) = normal"]),
        Case(
            "El robot tiene nombre. El robot trae un campo de observaciones, de texto extenso y no obligatorio.",
            "robot",
            ["nombre: string(..100)", "observaciones: text optional"]),
        Case(
            "Cada recurso tiene fecha. Su resolución será estimada, desestimada o archivada.", "recurso",
            ["fecha: date", "resolución: enum(estimada, desestimada, archivada)"]),
    ]

    @Test("Who takes part in what, and what is said of it", arguments: takingPart)
    func takingPartIsRead(_ expected: Case) throws {
        try expected.check()
    }

    @Test("What is unique, alone and together", arguments: unique)
    func uniquenessIsRead(_ expected: Case) throws {
        try expected.check()
    }

    @Test("Values, cases and what holds first", arguments: values)
    func valuesAreRead(_ expected: Case) throws {
        try expected.check()
    }
}
