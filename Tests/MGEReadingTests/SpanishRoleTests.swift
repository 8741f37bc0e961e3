import MGECore
import Testing

@testable import MGEReading

/// Spanish sentences that say who plays which part, and what is unique together.
@Suite struct SpanishRoleTests {
    typealias Case = SentenceCase

    static let roles = [
        Case(
            "Los ingenieros tienen nombre. Cada obra tiene fecha. El supervisor de la obra es otro ingeniero y puede faltar.",
            "obra", ["fecha: date", "supervisor>ingeniero optional"]),
        Case(
            "Cada socio tiene nombre. Cada clase tiene hora. Una reserva es de un socio y de una clase y tiene fecha. Un "
                + "socio tiene como mucho una reserva por clase.",
            "reserva", ["fecha: date", "socio>socio", "clase>clase", "unique socio + clase"]),
        Case(
            "Una cátedra tiene un titular y puede tener un adjunto, ambos profesores. Los profesores tienen nombre. Cada "
                + "cátedra lleva fecha.",
            "cátedra", ["fecha: date", "titular>profesor", "adjunto>profesor optional"]),
        Case(
            "Cada póliza tiene un tomador y un asegurado; uno y otro son personas, de las que se guarda el NIF, que no se "
                + "repite. La póliza tiene una fecha.",
            "póliza", ["fecha: date", "tomador>persona", "asegurado>persona"]),
        Case(
            "Un jurado consta de un presidente, un secretario y un vocal, todos ellos jueces. De los jueces se anota el "
                + "nombre. Cada jurado tiene un lugar.",
            "jurado", ["lugar: string", "presidente>juez", "secretario>juez", "vocal>juez"]),
        Case(
            "Todo piso tiene un dueño y puede tener un inquilino; tanto el dueño como el inquilino salen de la misma lista "
                + "de vecinos. Los vecinos tienen nombre. Cada piso tiene una letra.",
            "piso", ["letra: string", "dueño>vecino", "inquilino>vecino optional"]),
        Case(
            "Cada reparto tiene una fecha y un chófer. El chófer es un empleado. Los empleados tienen nombre.",
            "reparto", ["fecha: date", "chófer>empleado"]),
        Case(
            "La avería tiene fecha y puede tener un encargado, es un técnico también. Los técnicos tienen nombre.",
            "avería", ["fecha: date", "encargado>técnico optional"]),
        Case(
            "Los tenistas tienen nombre. En cada set hay un tenista con saque y otro con resto, y un número.",
            "set", ["número: integer", "saque>tenista", "resto>tenista"]),
        Case(
            "Los partidos enfrentan a un equipo local y un equipo visitante en una pista. Los equipos y las pistas tienen "
                + "nombre. Cada partido tiene una fecha.",
            "partido", ["fecha: date", "equipo_local>equipo", "equipo_visitante>equipo", "pista>pista"]),
        Case(
            "Cada río tiene nombre y un río puede salir de otro río (el río principal). Los ríos llevan caudal.",
            "río", ["nombre: string(..100)", "caudal: float", "río_principal>río optional"]),
        Case(
            "Los lectores tienen nombre. Cada pase tiene un titular, que es un lector; si se borra el lector, el titular "
                + "queda a null. Los pases llevan fecha.",
            "pase", ["fecha: date", "titular>lector optional"]),
    ]

    static let references = [
        Case(
            "Un alquiler une a un cliente con un coche; tiene fecha de inicio y cuota. Los clientes y los coches tienen "
                + "nombre.",
            "alquiler", ["fecha_de_inicio: date", "cuota: decimal", "coche>coche", "cliente>cliente"]),
        Case(
            "Los proyectos y las tareas tienen nombre. Una imputación referencia un proyecto y una tarea, no se repite para "
                + "el mismo proyecto y tarea, y tiene horas.",
            "imputación", ["horas: float", "proyecto>proyecto", "tarea>tarea", "unique proyecto + tarea"]),
        Case(
            "De cada préstamo de un libro a un socio anotamos la fecha. Los libros tienen título y los socios, nombre.",
            "préstamo", ["fecha: date", "libro>libro", "socio>socio"]),
        Case(
            "Los socios tienen nombre. Cada socio puede pertenecer a un club, del que nos basta la ciudad.",
            "socio", ["nombre: string(..100)", "club>club optional"]),
        Case(
            "Los módulos de formación tienen código. Los becarios se inscriben en un módulo y tienen nombre.",
            "becario", ["nombre: string(..100)", "módulo_de_formación>módulo de formación"]),
        Case(
            "Cada obra tiene un título. La obra la dirige un director, aunque una obra puede no tener director. Los "
                + "directores tienen nombre.",
            "obra", ["título: string", "director>director optional"]),
        Case(
            "Las máquinas tienen nombre. El programa tiene nombre y duración. Un lavado se hace en una máquina con un "
                + "programa y lleva fecha.",
            "lavado", ["fecha: date", "máquina>máquina", "programa>programa"]),
        Case(
            "Los técnicos tienen nombre. El parte tiene fecha. Se asigna a un técnico, aunque mientras lo buscamos puede "
                + "quedar sin técnico, y puede tener un ayudante, que sale de la misma plantilla de técnicos.",
            "parte", ["fecha: date", "técnico>técnico optional", "ayudante>técnico optional"]),
        Case(
            "Los alumnos cursan módulos, cada uno de los cuales tiene un código y un aforo. Los alumnos tienen nombre.",
            "módulo", ["código: string(..50)", "aforo: integer", "alumno>alumno"]),
        Case(
            "Los turnos tienen fecha. Cada turno admite una sola réplica, con el texto y la hora. Las réplicas llevan color.",
            "réplica", ["texto: text", "hora: time", "color: string(..30)", "turno>turno unique"]),
        Case(
            "Las clases de cada curso tienen fecha y tema. Los cursos tienen código.",
            "clase", ["fecha: date", "tema: string", "curso>curso"]),
        Case(
            "Los jueces y las pruebas tienen nombre. Cada juez puntúa muchas pruebas. La nota es de un juez y de una prueba, "
                + "y lleva una fecha.",
            "prueba", ["nombre: string(..100)"]),
        Case(
            "Para cada perro pide nombre, color y precio. Cada perro es de un dueño. Los dueños tienen nombre.",
            "perro", ["nombre: string(..100)", "color: string(..30)", "precio: decimal", "dueño>dueño"]),
        Case(
            "Las plantas tienen nombre. El guía tiene nombre. Trabaja en varias plantas, y en cada planta hay muchos guías.",
            "guía planta", ["guía>guía", "planta>planta", "unique guía + planta"]),
        Case(
            "Las tiendas tienen código. Los recibos son de una tienda y tienen fecha. Cuando se elimina una tienda se eliminan "
                + "sus avisos, pero no se puede eliminar si tiene recibos. Los avisos son de una tienda.",
            "recibo", ["fecha: date", "tienda>tienda restrict"]),
        Case(
            "Las obras tienen título. Para cada obra se nombra como máximo un comité. El comité tiene fecha y lugar.",
            "comité", ["fecha: date", "lugar: string", "obra>obra unique"]),
        Case(
            "Los alumnos y los cursos tienen nombre. Cada alumno participa en varios cursos mediante una inscripción, que tiene "
                + "fecha.",
            "inscripción", ["fecha: date", "alumno>alumno", "curso>curso"]),
        Case(
            "Los alumnos tienen nombre. Cada alumno elabora un solo trabajo. El trabajo tiene título.",
            "trabajo", ["título: string", "alumno>alumno unique"]),
    ]

    static let together = [
        Case(
            "Cada solar tiene manzana, parcela y superficie, la manzana y la parcela juntas no se pueden repetir. Los solares "
                + "llevan color.",
            "solar",
            [
                "manzana: string", "parcela: string", "superficie: float", "color: string(..30)",
                "unique manzana + parcela",
            ]),
        Case(
            "El almacén tiene nombre. En cada almacén hay huecos. Del hueco se anota el pasillo y el estante; dentro de un "
                + "almacén no pueden coincidir el pasillo y el estante.",
            "hueco",
            ["pasillo: string", "estante: string", "almacén>almacén", "unique almacén + pasillo + estante"]),
        Case(
            "Un barrio tiene nombre. Cada barrio tiene plazas con nombre. Dentro de un barrio no se repite el nombre de la "
                + "plaza.",
            "plaza", ["nombre: string(..100)", "barrio>barrio", "unique nombre + barrio"]),
        Case(
            "El local tiene planta, número y color, y el número no se repite en la misma planta. Los locales llevan precio.",
            "local",
            [
                "planta: string", "número: integer", "color: string(..30)", "precio: decimal",
                "unique número + planta",
            ]),
        Case(
            "El motor tiene fabricante, nombre y color; la combinación de fabricante y nombre es única. Los motores llevan "
                + "precio.",
            "motor",
            [
                "fabricante: string", "nombre: string(..100)", "color: string(..30)", "precio: decimal",
                "unique fabricante + nombre",
            ]),
        Case(
            "Los usuarios tienen alias y correo (los dos únicos) y clave. Cada usuario tiene una fecha de alta.",
            "usuario", ["alias: string unique", "correo: email unique", "clave: string", "fecha_de_alta: date"]),
        Case(
            "Un curso tiene un coordinador, que es un profesor; un mismo profesor no puede coordinar más de un curso. Los "
                + "profesores tienen nombre y los cursos, código.",
            "curso", ["código: string(..50)", "coordinador>profesor unique"]),
    ]

    @Test("Who plays which part", arguments: roles)
    func rolesAreRead(_ expected: Case) throws {
        try expected.check()
    }

    @Test("What refers to what", arguments: references)
    func referencesAreRead(_ expected: Case) throws {
        try expected.check()
    }

    @Test("What is unique with something else", arguments: together)
    func groupsAreRead(_ expected: Case) throws {
        try expected.check()
    }
}
