import MGECore
import Testing

@testable import MGEReading

/// What Spanish sentences say of fields and of how many there are, in clauses of their own.
@Suite struct SpanishAttributeTests {
    typealias Case = SentenceCase

    static let attributes = [
        Case(
            "Un ave tiene un código y un sexo, macho o hembra, y un nombre. Cada ave come.",
            "ave", ["código: string(..50)", "sexo: enum(macho, hembra)", "nombre: string(..100)"]),
        Case(
            "Cada tarea tiene un código y un color, que si no se dice nada es rojo.",
            "tarea", ["código: string(..50)", "color: string = rojo"]),
        Case(
            "Cada pase tiene una fecha y un cupo, que de no indicarse será de 60.",
            "pase", ["fecha: date", "cupo: integer = 60"]),
        Case(
            "Cada turno tiene una fecha y un estado: alta o baja; si nadie aclara nada, es alta.",
            "turno", ["fecha: date", "estado: enum(alta, baja) = alta"]),
        Case(
            "Cada pedido tiene un color y un estado, que arranca en abierto y después pasa a listo, entregado o "
                + "anulado.",
            "pedido", ["color: string(..30)", "estado: enum(abierto, listo, entregado, anulado) = abierto"]),
        Case(
            "Una parcela tiene un polígono y un número, que juntos no se pueden repetir. Cada parcela tiene un "
                + "color.",
            "parcela", ["polígono: string", "número: integer", "color: string(..30)", "unique polígono + número"]),
        Case(
            "Cada lote es de una descarga y lleva un número, que no podrá coincidir con el de otro lote de la "
                + "misma descarga. Las descargas tienen fecha.",
            "lote", ["número: integer", "descarga>descarga", "unique número + descarga"]),
        Case(
            "Cada equipo tiene un nombre. Cada jugador juega en un solo equipo y lleva un dorsal, que no se "
                + "repite dentro del equipo.",
            "jugador", ["dorsal: integer", "equipo>equipo", "unique dorsal + equipo"]),
        Case(
            "De cada feria guardamos el nombre, que no puede haber dos iguales, y una fecha de apertura.",
            "feria", ["nombre: string(..100) unique", "fecha_de_apertura: date"]),
        Case(
            "Cada barco tiene una manga en metros y una bodega en litros. Los barcos llevan un color.",
            "barco", ["manga: float", "bodega: decimal", "color: string(..30)"]),
        Case(
            "Cada bulto tiene un color y un peso, no inferior a un kilo ni superior a 60.",
            "bulto", ["color: string(..30)", "peso: decimal(1..60)"]),
        Case(
            "Cada pez tiene un color y la talla mínima en centímetros, cuando esté fijada.",
            "pez", ["color: string(..30)", "talla_mínima: float optional"]),
        Case(
            "El paciente tiene nombre. Un campo dice si es alérgico o no. También se marca si fuma.",
            "paciente", ["nombre: string(..100)", "alérgico: boolean", "fuma: boolean"]),
        Case(
            "De cada cita se anotan la fecha, el precio y si acudió el paciente. Cada paciente tiene nombre.",
            "cita", ["fecha: date", "precio: decimal", "acudió_el_paciente: boolean", "paciente>paciente"]),
        Case(
            "Un refugio tiene un nombre y un indicador de si está guardado, true por defecto. Cada refugio tiene "
                + "un color.",
            "refugio", ["nombre: string(..100)", "guardado: boolean = true", "color: string(..30)"]),
    ]

    static let onlyOnes = [
        Case(
            "Por cada turno se firma un consentimiento, uno solo, con la fecha de la firma. Los turnos tienen "
                + "hora.",
            "consentimiento", ["fecha_de_la_firma: date", "turno>turno unique"]),
        Case(
            "Cada entrega tiene fecha. Cada entrega tiene un análisis, y nada más que uno, con el alcohol y la "
                + "acidez.",
            "análisis", ["alcohol: float", "acidez: float"]),
        Case(
            "Cada entrega tiene fecha. Cada entrega tiene un análisis, y nada más que uno, con el alcohol y la "
                + "acidez.",
            "entrega", ["fecha: date", "análisis>análisis unique"]),
        Case(
            "Para cada solicitud se emite, si procede, una licencia, y ninguna solicitud tendrá más de una. Las "
                + "licencias y las solicitudes llevan fecha.",
            "licencia", ["fecha: date", "solicitud>solicitud unique"]),
    ]

    static let deletions = [
        Case(
            "Los niños tienen nombre y los grupos, un color. Cada niño es de un grupo. Cada falta es de un niño "
                + "y tiene una fecha. Si borramos un niño se borran sus faltas, pero si borramos un grupo que tenga "
                + "niños que no nos deje.",
            "niño", ["nombre: string(..100)", "grupo>grupo restrict"])
    ]

    static let spellings = [
        Case(
            "Cada envio tiene una fecha i un codigo que no se repite. Cada envio ba a una tienda, y la tienda "
                + "tiene nombre. No puede aber dos tiendas con el mismo nombre.",
            "tienda", ["nombre: string(..100) unique"]),
        Case(
            "Cada taller tiene una capasidad y una obserbasion, que puede estar basia.",
            "taller", ["capasidad: integer", "obserbasion: text optional"]),
    ]

    @Test("What is said of fields in clauses of their own", arguments: attributes)
    func attributesAreRead(_ expected: Case) throws {
        try expected.check()
    }

    @Test("What there is only one of", arguments: onlyOnes)
    func onlyOnesAreRead(_ expected: Case) throws {
        try expected.check()
    }

    @Test("Rules about deletion that one sentence joins", arguments: deletions)
    func deletionsAreRead(_ expected: Case) throws {
        try expected.check()
    }

    @Test("Words that are written as they sound", arguments: spellings)
    func spellingsAreRead(_ expected: Case) throws {
        try expected.check()
    }
}
