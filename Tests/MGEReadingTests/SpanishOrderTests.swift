import MGECore
import Testing

@testable import MGEReading

/// Spanish sentences whose verbs stand before their subjects, or are left out.
@Suite struct SpanishOrderTests {
    typealias Case = SentenceCase

    static let orders = [
        Case(
            "A cada proyecto le corresponden varios planos. Cada plano tiene un color. Los proyectos tienen "
                + "nombre.",
            "plano", ["color: string(..30)", "proyecto>proyecto"]),
        Case(
            "Pertenecen a cada grupo varios alumnos. Los alumnos tienen nombre. El grupo tiene un color.",
            "alumno", ["nombre: string(..100)", "grupo>grupo"]),
        Case(
            "A este grupo pertenecen los alumnos. Cada alumno tiene nombre. Cada grupo tiene un color.",
            "alumno", ["nombre: string(..100)", "grupo>grupo"]),
        Case(
            "La misma beca la tienen muchos alumnos, y un alumno puede tener varias becas. Cada alumno y cada "
                + "beca tienen un código.",
            "beca alumno", ["beca>beca", "alumno>alumno", "unique beca + alumno"]),
        Case(
            "Cada vuelo lo hace un piloto con un avión en una pista. Los vuelos tienen fecha. De cada piloto, de "
                + "cada avión y de cada pista guardamos el nombre.",
            "vuelo", ["fecha: date", "piloto>piloto", "avión>avión", "pista>pista"]),
        Case(
            "A los trajes los cose siempre un sastre y llevan precio y color. Cada sastre tiene nombre.",
            "traje", ["precio: decimal", "color: string(..30)", "sastre>sastre"]),
        Case(
            "Las reservas, que hace siempre un socio, son para una pista y tienen día y precio. Las pistas "
                + "tienen un color. El socio tiene nombre.",
            "reserva", ["día: date", "precio: decimal", "socio>socio", "pista>pista"]),
        Case(
            "El cliente saca un turno con un barbero. Los clientes tienen nombre y teléfono. El turno tiene "
                + "fecha. Cada barbero tiene nombre.",
            "turno", ["fecha: date", "cliente>cliente", "barbero>barbero"]),
        Case(
            "Los pleitos son llevados por un bufete, del que interesan el nombre y el teléfono, y se refieren a "
                + "una finca. Cada finca tiene un color. Un pleito tiene fecha.",
            "pleito", ["fecha: date", "bufete>bufete", "finca>finca"]),
        Case(
            "Los pleitos son llevados por un bufete, del que interesan el nombre y el teléfono, y se refieren a "
                + "una finca. Cada finca tiene un color. Un pleito tiene fecha.",
            "bufete", ["nombre: string(..100)", "teléfono: string(..30)"]),
        Case(
            "Los socios tienen nombre. Después están los monitores. Les pedimos el nombre completo y un celular.",
            "monitor", ["nombre_completo: string", "celular: string(..30)"]),
    ]

    static let gaps = [
        Case(
            "Cada barco tiene un piloto. De los barcos y de los pilotos apuntamos el nombre.", "barco",
            ["nombre: string(..100)", "piloto>piloto"]),
        Case(
            "Los libros tienen título, y los lectores, nombre y correo. Cada préstamo es de un libro a un "
                + "lector.",
            "libro", ["título: string"]),
        Case(
            "Los libros tienen título, y los lectores, nombre y correo. Cada préstamo es de un libro a un "
                + "lector.",
            "lector", ["nombre: string(..100)", "correo: email"]),
        Case(
            "Un libro puede tener varios autores y un autor, varios libros. Los libros y los autores tienen "
                + "nombre.",
            "libro autor", ["libro>libro", "autor>autor", "unique libro + autor"]),
        Case(
            "De un plato el nombre, las calorías y el tipo, que es primero o postre. Los platos tienen un color.",
            "plato",
            ["nombre: string(..100)", "calorías: integer", "tipo: enum(primero, postre)", "color: string(..30)"]),
        Case(
            "Cada ruta pasa por muchas paradas. Cada ruta tiene un color, cada parada con su nombre y su "
                + "altitud.",
            "parada", ["nombre: string(..100)", "altitud: float"]),
        Case(
            "De cada alumno guardamos el nombre el teléfono y el correo. Los alumnos tienen un tutor.",
            "alumno", ["nombre: string(..100)", "teléfono: string(..30)", "correo: email", "tutor: string"]),
        Case(
            "Cada alumno tiene nombre apellidos fecha de nacimiento y edad.",
            "alumno",
            ["nombre: string(..100)", "apellidos: string(..150)", "fecha_de_nacimiento: date", "edad: integer"]),
        Case(
            "De las monitoras, con el nombre y el móvil basta. Cada monitora lleva un grupo.",
            "monitora", ["nombre: string(..100)", "móvil: string(..30)", "grupo: string"]),
        Case(
            "Las reservas tienen fecha de entrada y de salida. Cada reserva tiene un precio.",
            "reserva", ["fecha_de_entrada: date", "fecha_de_salida: date", "precio: decimal"]),
        Case(
            "Los senderos conectan un refugio de origen con uno de destino. Guardan la distancia y el desnivel. "
                + "Un refugio tiene nombre.",
            "sendero",
            ["distancia: float", "desnivel: float", "refugio_de_origen>refugio", "refugio_de_destino>refugio"]),
        Case(
            "Cada partido enfrenta a dos equipos, uno local y otro visitante. Los equipos tienen nombre. Los "
                + "partidos tienen fecha.",
            "partido", ["fecha: date", "local>equipo", "visitante>equipo"]),
        Case(
            "Un envío sale de un almacén de origen y va a un almacén de destino. Los almacenes tienen nombre. "
                + "Los envíos tienen fecha.",
            "envío", ["fecha: date", "almacén_de_origen>almacén", "almacén_de_destino>almacén"]),
        Case(
            "Cada tramo sale de un refugio y llega a otro. Los refugios tienen nombre. El tramo tiene un color.",
            "tramo", ["color: string(..30)", "refugio>refugio", "llega_a>refugio"]),
        Case(
            "Cada cuadrilla tiene un nombre y un capataz, el cual es un empleado de la casa. Los empleados "
                + "tienen nombre.",
            "cuadrilla", ["nombre: string(..100)", "capataz>empleado"]),
        Case(
            "Cada obra la dirige un capataz, el cual tiene nombre y teléfono. Las obras tienen un color.",
            "capataz", ["nombre: string(..100)", "teléfono: string(..30)"]),
        Case(
            "Cada obra la dirige un capataz, el cual tiene nombre y teléfono. Las obras tienen un color.",
            "obra", ["color: string(..30)", "capataz>capataz"]),
        Case(
            "La ficha de cada socio recoge su nombre, sus apellidos y su correo. Los socios pagan cuotas.",
            "socio", ["nombre: string(..100)", "apellidos: string(..150)", "correo: email"]),
        Case(
            "Al dar de alta un vehículo se indica su matrícula, que es única, y su color.",
            "vehículo", ["matrícula: string(..20) unique", "color: string(..30)"]),
        Case(
            "De los barcos y de los pilotos apuntamos el nombre. Cada barco tiene un piloto.",
            "piloto", ["nombre: string(..100)"]),
        Case(
            "Los pedidos los hace un cliente. De este apuntamos el nombre y el teléfono. Cada pedido tiene una "
                + "fecha.",
            "cliente", ["nombre: string(..100)", "teléfono: string(..30)"]),
    ]

    @Test("Who belongs, has or does something may stand behind the verb", arguments: orders)
    func ordersAreRead(_ expected: Case) throws {
        try expected.check()
    }

    @Test("What is left out is what stands before", arguments: gaps)
    func gapsAreRead(_ expected: Case) throws {
        try expected.check()
    }
}
