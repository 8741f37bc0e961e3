import Testing

@testable import MGEReading

/// Spanish sentences that say what is nobody else's, what refers to another of its kind, and which part another plays.
@Suite struct SpanishExclusiveTests {
    typealias Case = SentenceCase

    static let relations = [
        Case(
            "Cada buzo tiene un color. Cada ficha tiene fecha. Cada buzo tiene una ficha, que no es de "
                + "ningún otro.", "buzo",
            ["color: string(..30)", "ficha>ficha unique"]),
        Case(
            "Cada tractor tiene un color. Cada arado tiene peso. El tractor puede enganchar un arado, y ese "
                + "arado no lo engancha nadie más.", "tractor",
            ["color: string(..30)", "arado>arado unique optional"]),
        Case(
            "Cada mezcla tiene un color. Cada perfume se elabora con una mezcla, y ninguna mezcla da lugar a "
                + "más de un perfume. Cada perfume tiene nombre.", "perfume",
            ["nombre: string(..100)", "mezcla>mezcla unique"]),
        Case(
            "Cada pieza tiene un color. Una pieza puede ser copia de otra.", "pieza",
            ["color: string(..30)", "copia>pieza optional"]),
        Case(
            "Cada norma tiene un color. Alguna norma corrige otra anterior.", "norma",
            ["color: string(..30)", "corrige>norma optional"]),
        Case(
            "Los coches tienen su base en un garaje. Cada garaje tiene nombre. Cada coche tiene un color.", "coche",
            ["color: string(..30)", "base>garaje"]),
        Case(
            "El envío tiene como destino un taller. Cada taller tiene nombre. Cada envío tiene un color.", "envío",
            ["color: string(..30)", "destino>taller"]),
        Case(
            "Las actas llevan la firma de un notario. Cada notario tiene nombre. Cada acta tiene un color.", "acta",
            ["color: string(..30)", "notario>notario"]),
        Case(
            "Cada declaración tiene fecha. Cada caja tiene un color. Una misma caja no puede figurar en dos "
                + "declaraciones.", "caja",
            ["color: string(..30)", "declaración>declaración"]),
        Case(
            "Cada tarea es de un usuario y tiene un color. Cada usuario tiene nombre. Una tarea es del "
                + "usuario; eliminado ese usuario, queda sin asignar.", "tarea",
            ["color: string(..30)", "usuario>usuario optional"]),
        Case(
            "Cada rueda tiene un color. Las mediciones se toman sobre una rueda: presión, humedad y fecha.", "medición",
            ["presión: float", "humedad: float", "fecha: date", "rueda>rueda"]),
        Case(
            "Cada grúa tiene un color. Cada turno es de una grúa. Los turnos los cubre un gruista.", "turno",
            [
                "inicio: datetime", "fin: datetime", "puesto: string(..100) optional", "notas: text optional",
                "grúa>grúa", "gruista>gruista",
            ]),
    ]

    @Test("Relations to one alone, to another of its kind, and by what is had with another", arguments: relations)
    func readsRelations(expected: Case) throws { try expected.check() }
}
