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

    static let flags = [
        Case(
            "De cada factura anotamos la fecha y si está pagada (al principio, no). Las facturas llevan importe.",
            "factura", ["fecha: date", "pagada: boolean = false", "importe: decimal"]),
        Case(
            "De los guías queremos el nombre y si están disponibles (sí, por defecto). Cada guía tiene un color.",
            "guía", ["nombre: string(..100)", "disponible: boolean = true", "color: string(..30)"]),
        Case(
            "El canal tiene nombre y un booleano cifrado, falso por defecto. Cada canal tiene un color.",
            "canal", ["nombre: string(..100)", "cifrado: boolean = false", "color: string(..30)"]),
        Case(
            "Los monitores tienen nombre y si están activos o no, arrancan activos. Cada monitor tiene un color.",
            "monitor", ["nombre: string(..100)", "activo: boolean = true", "color: string(..30)"]),
        Case(
            "Un abono tiene fecha y una casilla de renovación que por defecto va marcada. Cada abono tiene un color.",
            "abono", ["fecha: date", "casilla_de_renovación: boolean = true", "color: string(..30)"]),
        Case(
            "La reserva tiene fecha y una marca de aviso, desactivada de inicio. Cada reserva tiene un color.",
            "reserva", ["fecha: date", "marca_de_aviso: boolean = false", "color: string(..30)"]),
        Case(
            "Los monitores tienen nombre, nivel (bajo o alto) y si tienen el curso de rescate, normalmente sí.",
            "monitor", ["nombre: string(..100)", "nivel: enum(bajo, alto)", "curso_de_rescate: boolean = true"]),
    ]

    static let types = [
        Case(
            "Cada regla tiene un porcentaje entero de 0 a 100 y un valor en JSON. Las reglas llevan un color.",
            "regla", ["porcentaje: integer(0..100)", "valor: json", "color: string(..30)"]),
        Case(
            "Cada bulto tiene un código y el peso en kilos, mínimo 0,5 y máximo 60. Los bultos llevan un color.",
            "bulto", ["código: string(..50)", "peso: decimal(0..60)", "color: string(..30)"]),
        Case(
            "Cada falda tiene un color y la talla, que va de la 2 a la 24. Las faldas llevan precio.",
            "falda", ["color: string(..30)", "talla: integer(2..24)", "precio: decimal"]),
        Case(
            "El donante tiene nombre y grupo (O, A, B o AB). Cada donante tiene un color.",
            "donante", ["nombre: string(..100)", "grupo: enum(O, A, B, AB)", "color: string(..30)"]),
        Case(
            "Cada mesa tiene un color y un material, que puede ser pino o roble; si no se dice nada, pino. Las mesas llevan "
                + "precio.",
            "mesa", ["color: string(..30)", "material: enum(pino, roble) = pino", "precio: decimal"]),
        Case(
            "De la barca interesa el nombre y en qué estado está: libre, ocupada o averiada. Una barca nueva nace libre.",
            "barca", ["nombre: string(..100)", "estado: enum(libre, ocupada, averiada) = libre"]),
        Case(
            "El libro tiene título, título en inglés (no obligatorio) y la dirección web de la portada. Cada libro tiene un "
                + "color.",
            "libro",
            [
                "título: string", "título_en_inglés: string optional", "dirección_web_de_la_portada: url",
                "color: string(..30)",
            ]),
        Case(
            "Cada socio tiene un color. Guardamos socios (nombre, número de carné, que es único, y una cuota que nunca baja "
                + "de 10).",
            "socio",
            [
                "color: string(..30)", "nombre: string(..100)", "número_de_carné: string(..50) unique",
                "cuota: decimal(10..)",
            ]),
        Case(
            "Los investigadores dejan nombre, teléfono y correo. Un investigador tiene color.",
            "investigador",
            ["nombre: string(..100)", "teléfono: string(..30)", "correo: email", "color: string(..30)"]),
        Case(
            "Tenemos rutas, de cada ruta el nombre, la duración en minutos y la nota que puede quedar en blanco.",
            "ruta", ["nombre: string(..100)", "duración: integer", "nota: integer optional"]),
        Case(
            "La nota tiene fecha y una calificación, que permanece vacía hasta el final y que puede ser no apto o apto. Cada "
                + "nota tiene un color.",
            "nota", ["fecha: date", "calificación: enum(no apto, apto) optional", "color: string(..30)"]),
        Case(
            "Cada trámite tiene un color y una situación, que podrá ser en estudio, aprobado o denegado. Los trámites llevan "
                + "fecha.",
            "trámite",
            ["color: string(..30)", "situación: enum(en estudio, aprobado, denegado)", "fecha: date"]),
        Case(
            "Hay socios, con nombre, correo que no se repita, fecha de alta y cuota. Cada socio tiene un color.",
            "socio",
            [
                "nombre: string(..100)", "correo: email unique", "fecha_de_alta: date", "cuota: decimal",
                "color: string(..30)",
            ]),
        Case(
            "De cada visita queremos la fecha, si asistió y una valoración de 1 a 5. Las visitas llevan un color.",
            "visita", ["fecha: date", "asistió: boolean", "valoración: integer(1..5)", "color: string(..30)"]),
        Case(
            "Cada barco pesquero tiene título y aforo máximo de 30. Los barcos llevan un color.",
            "barco pesquero", ["título: string", "aforo: integer(..30)", "color: string(..30)"]),
        Case(
            "El parque tiene nombre. En el parque hay zonas, cada una con su número, un color y el riego (goteo o aspersor).",
            "zona", ["número: integer", "color: string(..30)", "riego: enum(goteo, aspersor)", "parque>parque"]),
        Case(
            "Cada ensayo tiene fecha. Cada ensayo tiene puntos de control con valor nominal y error, que se borran con él.",
            "punto de control", ["valor_nominal: decimal", "error: string", "ensayo>ensayo"]),
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

    @Test("What is true or false, and which of both at first", arguments: flags)
    func flagsAreRead(_ expected: Case) throws {
        try expected.check()
    }

    @Test("Types, bounds and cases that are told in other words", arguments: types)
    func typesAreRead(_ expected: Case) throws {
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
