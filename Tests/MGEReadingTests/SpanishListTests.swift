import MGECore
import Testing

@testable import MGEReading

/// What Spanish lists hold besides names, and whose they are.
@Suite struct SpanishListTests {
    typealias Case = SentenceCase

    static let lists = [
        Case(
            "Cada oferta tiene un título. Cada socio tiene un nombre. Como socia, quiero pedir un "
                + "intercambio a partir de una oferta: queda registrada la fecha acordada, las horas y el "
                + "estado. Un intercambio procede de un socio.",
            "intercambio", ["fecha_acordada: date", "horas: float", "estado: string", "socio>socio"]),
        Case(
            "Cada oferta tiene un título. Cada socio tiene un nombre. Como socia, quiero pedir un "
                + "intercambio a partir de una oferta: queda registrada la fecha acordada, las horas y el "
                + "estado. Un intercambio procede de un socio.",
            "oferta", ["título: string"]),
        Case(
            "Los socios tienen un nombre. Las vías tienen un color. Los socios apuntan sus ascensos: qué "
                + "vía, qué socio, qué día y un comentario. Cada ascenso tiene un código.",
            "ascenso", ["día: date", "comentario: text", "código: string(..50)", "socio>socio", "vía>vía"]),
        Case(
            "Los socios tienen un nombre. Las vías tienen un color. Los socios apuntan sus ascensos: qué "
                + "vía, qué socio, qué día y un comentario. Cada ascenso tiene un código.",
            "vía", ["color: string(..30)"]),
        Case(
            "Los torneos tienen un nombre. Cada ronda es de un torneo. En cada ronda se disputan "
                + "partidas. Las partidas tienen un color.",
            "partida", ["color: string(..30)", "ronda>ronda"]),
        Case(
            "Cada animal tiene un nombre. A los animales se les ponen vacunas. Cada vacuna tiene una fecha.",
            "vacuna", ["fecha: date", "animal>animal"]),
        Case(
            "Todo trabajo tiene título, de hasta 120 caracteres, tiraje, entero, de 50 como mínimo, y "
                + "precio, decimal, que no puede ser negativo. Los trabajos tienen un color.",
            "trabajo",
            ["título: string(..120)", "tiraje: integer(50..)", "precio: decimal(0..)", "color: string(..30)"]),
        Case(
            "De cada partida se anotan la mesa, de 1 en adelante, el resultado (gana, pierde), vacío "
                + "mientras se juega, y la apertura, también prescindible. Una partida tiene un color.",
            "partida",
            [
                "mesa: integer(1..)", "resultado: enum(gana, pierde) optional", "apertura: string optional",
                "color: string(..30)",
            ]),
        Case(
            "Cada ficha tiene una fecha y el lugar escrito a mano. Las notas son opcionales. Las fichas tienen un color.",
            "ficha", ["fecha: date", "lugar: string", "notas: text optional", "color: string(..30)"]),
    ]

    @Test("Lists are read to their end, and of what they belong to", arguments: lists)
    func readsLists(_ example: Case) throws {
        try example.check()
    }
}
