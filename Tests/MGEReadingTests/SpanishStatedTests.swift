import MGECore
import Testing

@testable import MGEReading

/// Spanish sentences as engineers state what a product keeps: types and bounds in parentheses, defaults behind a comma, labels.
@Suite struct SpanishStatedTests {
    typealias Case = SentenceCase

    static let bounds = [
        Case(
            "Un tema tiene nombre y número de particiones (entero, de 1 a 64, por defecto 1).",
            "tema", ["nombre: string(..100)", "número_de_particiones: integer(1..64) = 1"]),
        Case(
            "Un horno tiene código y un máximo de bandejas (entero, de 0 a 20, por defecto 5).",
            "horno", ["código: string(..50)", "máximo_de_bandejas: integer(0..20) = 5"]),
        Case(
            "Las boyas tienen matrícula, profundidad (decimal, entre 1 y 90) y lastre (entero, por defecto 8, "
                + "de 2 a 40).",
            "boya", ["matrícula: string(..20)", "profundidad: decimal(1..90)", "lastre: integer(2..40) = 8"]),
        Case(
            "Un curso tiene nombre y un tipo de recargo entre 0 y 21, 10 si no se toca.",
            "curso", ["nombre: string(..100)", "tipo_de_recargo: integer(0..21) = 10"]),
        Case(
            "Un bono tiene código y un período de gracia en días, 14 si no ponés otro.",
            "bono", ["código: string(..50)", "período_de_gracia: integer = 14"]),
        Case(
            "Un taller tiene nombre y una duración de turno en minutos, de 5 a 60 y de 15 por defecto.",
            "taller", ["nombre: string(..100)", "duración_de_turno: integer(5..60) = 15"]),
        Case(
            "La nota tiene título y texto asta 500 caracteres.",
            "nota", ["título: string", "texto: string(..500)"]),
        Case(
            "La reseña lleva un comentario y de 1 a 5 estrellas.",
            "reseña", ["comentario: text", "estrellas: integer(1..5)"]),
    ]

    static let flags = [
        Case(
            "El informe lleva el diagnóstico, un texto opcional y un indicador de firmado, falso "
                + "inicialmente.",
            "informe", ["diagnóstico: text", "texto: text optional", "firmado: boolean = false"]),
        Case(
            "Una carta tiene título y un indicador de archivada, falso por defecto; también lleva fecha.",
            "carta", ["título: string", "archivada: boolean = false", "fecha: date"]),
        Case(
            "La planta tiene nombre y un indicador de calidad.",
            "planta", ["nombre: string(..100)", "indicador_de_calidad: string"]),
        Case(
            "Los boletos tienen numero y pagado si/no por defecto no.",
            "boleto", ["numero: integer", "pagado: boolean = false"]),
        Case(
            "Una lectura tiene un valor decimal y una marca de tiempo.",
            "lectura", ["valor: decimal", "marca_de_tiempo: datetime"]),
        Case(
            "Una prueba incluye el nuevo instante y la nueva fecha.",
            "prueba", ["nuevo_instante: datetime", "nueva_fecha: date"]),
    ]

    static let cases = [
        Case(
            "Los cocineros tienen nombre y un nivel de aprendiz, oficial o chef, por defecto es aprendiz.",
            "cocinero", ["nombre: string(..100)", "nivel: enum(aprendiz, oficial, chef) = aprendiz"]),
        Case(
            "Los socios tienen nombre y un rango de novato, veterano o monitor, al principio novato.",
            "socio", ["nombre: string(..100)", "rango: enum(novato, veterano, monitor) = novato"]),
        Case(
            "La ruta tiene nombre y un nivel de dificultad, bajo, medio o alto.",
            "ruta", ["nombre: string(..100)", "nivel_de_dificultad: enum(bajo, medio, alto)"]),
        Case(
            "Una visita tiene fecha y estado agendada, hecha o cancelada, empieza agendada.",
            "visita", ["fecha: date", "estado: enum(agendada, hecha, cancelada) = agendada"]),
        Case(
            "Un espacio tiene nombre y una visibilidad: pública, interna o privada (interna por defecto).",
            "espacio", ["nombre: string(..100)", "visibilidad: enum(pública, interna, privada) = interna"]),
        Case(
            "La obra tiene título y un formato (papel, lienzo o tabla).",
            "obra", ["título: string", "formato: enum(papel, lienzo, tabla)"]),
    ]

    static let unique = [
        Case(
            "Un mensaje tiene clave. Una suscripción tiene nombre. Una entrega relaciona un mensaje con una "
                + "suscripción y lleva intento. Mensaje, suscripción e intento son únicos en conjunto.",
            "entrega",
            ["intento: string", "mensaje>mensaje", "suscripción>suscripción", "unique intento + mensaje + suscripción"]),
        Case(
            "Una página tiene título. Cada revisión es de una página y guarda un número desde 1 y la fecha; "
                + "página y número son únicos en conjunto.",
            "revisión", ["número: integer(1..)", "fecha: date", "página>página", "unique número + página"]),
        Case(
            "Una obra tiene nombre. Un presupuesto es de una obra; lleva un número de versión, desde 1 y sin "
                + "repetirse en la obra, y fecha de emisión.",
            "presupuesto",
            [
                "número_de_versión: integer(1..)", "fecha_de_emisión: date", "obra>obra",
                "unique número_de_versión + obra",
            ]),
        Case(
            "Una receta tiene título. Un paso pertenece a una receta y tiene número (no se repite en la "
                + "receta) y texto.",
            "paso", ["número: integer", "texto: text", "receta>receta", "unique número + receta"]),
        Case(
            "El premio es de un sorteo. Cada sorteo tiene premios, el premio con descripción y puesto, desde "
                + "el 1, el puesto no se repite en el sorteo. El sorteo tiene título.",
            "premio", ["descripción: text", "puesto: integer(1..)", "sorteo>sorteo", "unique puesto + sorteo"]),
        Case(
            "Un grupo tiene nombre. Un espacio tiene clave. Un permiso une un grupo con un espacio y lleva un "
                + "nivel; solo hay uno por grupo y espacio.",
            "permiso", ["nivel: string", "grupo>grupo", "espacio>espacio", "unique grupo + espacio"]),
        Case(
            "Un socio tiene nombre. Un libro tiene título. Una reseña es de un libro y la escribe un socio, "
                + "su autor: título, fecha y nota. Hay una sola reseña por libro y autor.",
            "reseña",
            ["título: string", "fecha: date", "nota: integer", "libro>libro", "autor>socio", "unique libro + autor"]),
    ]

    static let relations = [
        Case(
            "Un canal tiene nombre. Una alarma vigila un canal, con umbral decimal y gravedad de 1 a 5, que "
                + "vale 3 si no se especifica.",
            "alarma", ["umbral: decimal", "gravedad: integer(1..5) = 3", "canal>canal"]),
        Case(
            "Un retraso tiene días. Una multa castiga un retraso, con importe y fecha.",
            "multa", ["importe: decimal", "fecha: date", "retraso>retraso"]),
        Case(
            "Las propiedades tienen código. Los interesados tienen nombre. Ofertas: son de un interesado por "
                + "una propiedad, llevan monto mínimo 1 y fecha.",
            "oferta", ["monto: decimal(1..)", "fecha: date", "interesado>interesado", "propiedad>propiedad"]),
        Case(
            "Las propiedades tienen código. Los interesados tienen nombre. Las ofertas son de un interesado "
                + "por una propiedad y llevan fecha.",
            "interesado", ["nombre: string(..100)"]),
        Case(
            "Una receta tiene título. Etiquetas: nombre único, una receta lleva muchas etiquetas y la "
                + "etiqueta va en muchas recetas.",
            "etiqueta receta", ["etiqueta>etiqueta", "receta>receta", "unique etiqueta + receta"]),
        Case(
            "Un empleado tiene nombre y tiene un responsable, que es otro empleado, salvo el gerente, que no "
                + "tiene.",
            "empleado", ["nombre: string(..100)", "responsable>empleado optional"]),
        Case(
            "Una carpeta tiene nombre; puede tener una carpeta superior.",
            "carpeta", ["nombre: string(..100)", "carpeta_superior>carpeta optional"]),
        Case(
            "Un presupuesto tiene fecha. Cada capítulo es de un presupuesto. Cada partida es de un capítulo y "
                + "tiene descripción. Borrar un presupuesto borra sus capítulos, y borrar un capítulo borra sus "
                + "partidas.",
            "partida", ["descripción: text", "capítulo>capítulo"]),
        Case(
            "Los asesores tienen nombre. Las ofertas tienen importe. Solo el asesor puede aceptar ofertas.",
            "oferta", ["importe: decimal"]),
        Case(
            "Una nave tiene código. Un mecánico tiene nombre. Una avería es de una nave y la arregla un "
                + "mecánico, su responsable. Tiene fecha.",
            "avería", ["fecha: date", "nave>nave", "responsable>mecánico"]),
    ]

    @Test("Types, bounds and defaults of numbers", arguments: bounds)
    func boundsAreRead(_ expected: Case) throws {
        try expected.check()
    }

    @Test("Flags and moments", arguments: flags)
    func flagsAreRead(_ expected: Case) throws {
        try expected.check()
    }

    @Test("Cases and which of them is the first", arguments: cases)
    func casesAreRead(_ expected: Case) throws {
        try expected.check()
    }

    @Test("What is unique together, and within what", arguments: unique)
    func uniquenessIsRead(_ expected: Case) throws {
        try expected.check()
    }

    @Test("What belongs to what, and whose fields a list tells", arguments: relations)
    func relationsAreRead(_ expected: Case) throws {
        try expected.check()
    }
}
