import MGECore
import Testing

@testable import MGEReading

/// Spanish requests for a product in a few sentences: what people do, and what comes of it.
@Suite struct SpanishPromptTests {
    typealias Case = SentenceCase

    static let lists = [
        Case(
            "Los clientes abren tickets con asunto, descripción y prioridad (baja, media, alta).",
            "ticket",
            ["asunto: string", "descripción: text", "prioridad: enum(baja, media, alta)", "cliente>cliente"]),
        Case(
            "Los vendedores publican anuncios con título, precio y color.",
            "anuncio", ["título: string", "precio: decimal", "color: string(..30)", "vendedor>vendedor"]),
        Case(
            "Los usuarios suben fotos con descripción y fecha. Los usuarios tienen correo.",
            "foto", ["descripción: text", "fecha: date", "usuario>usuario"]),
        Case(
            "Las recetas tienen título. Las recetas tienen ingredientes con cantidad.",
            "ingrediente", ["cantidad: integer", "receta>receta"]),
        Case(
            "Quiero gestionar mi consulta: pacientes con nombre y teléfono, y sesiones con fecha, duración y notas.",
            "sesión", ["fecha: date", "duración: integer", "notas: text"]),
        Case(
            "Gestión de una guardería: padres con teléfono y correo; educadores; niños con nombre.",
            "padre", ["teléfono: string(..30)", "correo: email"]),
        Case(
            "Sistema de facturación: facturas con número y fecha, líneas de factura con concepto, cantidad y precio, y "
                + "clientes con NIF.",
            "línea de factura",
            ["concepto: string(..300)", "cantidad: integer", "precio: decimal", "factura>factura"]),
    ]

    static let plural = [
        Case(
            "Gestión de proyectos: proyectos con nombre y presupuesto; tareas con título y fecha límite; miembros con "
                + "correo.",
            "proyecto", ["nombre: string(..100)", "presupuesto: decimal"]),
        Case(
            "Red de bibliotecas: bibliotecas con nombre y dirección, libros con título y año. Los libros tienen portada.",
            "biblioteca", ["nombre: string(..100)", "dirección: string(..300)"]),
        Case(
            "Los prestamistas ofrecen préstamos con monto. Cada préstamo tiene cuotas con número, importe y fecha de pago.",
            "cuota", ["número: integer", "importe: decimal", "fecha_de_pago: date", "préstamo>préstamo"]),
        Case(
            "Los sabores tienen nombre y los clientes, correo. Los clientes compran helados con varios sabores.",
            "sabor", ["nombre: string(..100)"]),
        Case(
            "Las parcelas tienen superficie. Los cultivos tienen variedad. Cada siembra registra la parcela, el cultivo y "
                + "la fecha.",
            "siembra", ["fecha: date", "parcela>parcela", "cultivo>cultivo"]),
        Case(
            "Los alumnos tienen correo. Cada curso tiene nombre, nivel y un profesor.",
            "curso", ["nombre: string(..100)", "nivel: string", "profesor>profesor"]),
    ]

    static let made = [
        Case(
            "Los sensores tienen ubicación. Cada sensor envía lecturas con valor y hora.",
            "lectura", ["valor: decimal", "hora: time", "sensor>sensor"]),
        Case(
            "Una app para gestionar becas: estudiantes con nombre, becas con nombre y monto.",
            "beca", ["nombre: string(..100)", "monto: decimal", "estudiante>estudiante optional"]),
        Case(
            "Sistema de ventas: tacos con nombre y precio, ventas con fecha. Cada venta tiene varios tacos con cantidad.",
            "taco", ["nombre: string(..100)", "precio: decimal"]),
        Case(
            "Los artículos tienen título. Los lectores dejan comentarios.",
            "comentario", ["texto: text", "lector>lector", "articulo>artículo optional"]),
    ]

    static let bought = [
        Case(
            "Los clientes compran productos. Los productos tienen precio y stock.",
            "cliente producto", ["cliente>cliente", "producto>producto", "unique cliente + producto"]),
        Case(
            "Los vendedores suben productos con precio y foto.",
            "producto", ["precio: decimal", "foto: url", "vendedor>vendedor"]),
        Case(
            "Los usuarios suben productos con fotos y precio, y otros usuarios los compran.",
            "producto", ["fotos: url", "precio: decimal"]),
        Case(
            "Los vecinos reservan la pista entre una hora de inicio y una de fin. La pista tiene número.",
            "reserva", ["hora_de_inicio: time", "hora_de_fin: time", "vecino>vecino", "pista>pista"]),
    ]

    static let deeds = [
        Case(
            "Los huéspedes reservan habitaciones entre una fecha de entrada y una de salida. Las habitaciones tienen "
                + "número.",
            "reserva", ["fecha_de_entrada: date", "fecha_de_salida: date", "huésped>huésped", "habitación>habitación"]),
        Case(
            "Los vehículos tienen matrícula. Los clientes alquilan vehículos desde una fecha de inicio hasta una fecha de "
                + "fin.",
            "alquiler", ["fecha_de_inicio: date", "fecha_de_fin: date", "cliente>cliente", "vehículo>vehículo"]),
        Case(
            "Las ofertas tienen título y salario. Los candidatos se postulan a las ofertas con una carta de presentación.",
            "candidatura", ["carta_de_presentación: string", "candidato>candidato", "oferta>oferta"]),
        Case(
            "Las recetas tienen título. Los usuarios comentan y puntúan las recetas de 1 a 5.",
            "valoración", ["valor: integer(1..5)", "usuario>usuario", "receta>receta"]),
        Case(
            "Las recetas tienen título. Los usuarios comentan y puntúan las recetas de 1 a 5.",
            "comentario", ["texto: text", "usuario>usuario", "receta>receta"]),
        Case(
            "Los inmuebles tienen precio. Los clientes visitan inmuebles y hacen ofertas con un importe y una fecha.",
            "oferta", ["importe: decimal", "fecha: date", "cliente>cliente", "inmueble>inmueble"]),
        Case(
            "Los cursos tienen título. Los alumnos se inscriben en los cursos y dejan valoraciones.",
            "valoración", ["valor: integer(1..5)", "comentario: text optional", "alumno>alumno", "curso>curso"]),
        Case(
            "Cada pastel tiene sabor y precio. Los clientes encargan pasteles para una fecha de recogida.",
            "pastel", ["sabor: string", "precio: decimal", "fecha_de_recogida: date", "cliente>cliente"]),
    ]

    static let relations = [
        Case(
            "Gestión de un taller mecánico: clientes, vehículos con matrícula y marca, y reparaciones con fecha y coste. Un "
                + "mecánico se encarga de cada reparación.",
            "reparación",
            ["fecha: date", "coste: decimal", "mecánico>mecánico", "vehiculo>vehículo", "cliente>cliente optional"]),
        Case(
            "Las solicitudes tienen fecha y los revisores tienen correo. Un revisor examina cada solicitud.",
            "solicitud", ["fecha: date", "revisor>revisor"]),
        Case(
            "Los resultados tienen valor y unidad. Un técnico valida cada resultado.",
            "resultado", ["valor: decimal", "unidad: string", "técnico>técnico"]),
        Case(
            "Las citas tienen fecha y los barberos tienen celular. Los clientes agendan citas con un barbero.",
            "cita", ["fecha: date", "cliente>cliente", "barbero>barbero"]),
        Case(
            "Los dentistas tienen correo. Los dentistas atienden pacientes. Los pacientes tienen nombre.",
            "dentista paciente", ["dentista>dentista", "paciente>paciente", "unique dentista + paciente"]),
        Case(
            "Cada turno tiene fecha y hora. Los pacientes sacan turnos con médicos por internet.",
            "turno", ["fecha_y_hora: datetime", "paciente>paciente", "médico>médico"]),
        Case(
            "Los productos tienen precio. Los clientes pueden hacer pedidos con varios productos.",
            "línea de pedido",
            [
                "cantidad: integer(1..) = 1", "precio_unitario: decimal(0..)", "pedido>pedido", "producto>producto",
                "unique pedido + producto",
            ]),
        Case(
            "API para una biblioteca: libros con título y año; autores; socios. Un libro puede tener varios autores.",
            "libro autor", ["libro>libro", "autor>autor", "unique libro + autor"]),
        Case(
            "Las rutinas tienen nombre y nivel. Los usuarios siguen rutinas.",
            "usuario rutina", ["usuario>usuario", "rutina>rutina", "unique usuario + rutina"]),
        Case(
            "Los socios se apuntan a talleres con fecha, hora y aforo.",
            "taller", ["fecha: date", "hora: time", "aforo: integer"]),
    ]

    @Test("A list belongs to the things before it", arguments: lists)
    func listsAreRead(_ expected: Case) throws {
        try expected.check()
    }

    @Test("Things with lists of their own are entities", arguments: plural + made)
    func thingsAreRead(_ expected: Case) throws {
        try expected.check()
    }

    @Test("What comes of what people do", arguments: deeds + bought)
    func deedsAreRead(_ expected: Case) throws {
        try expected.check()
    }

    @Test("Who does what for each, and what there are several of both of", arguments: relations)
    func relationsAreRead(_ expected: Case) throws {
        try expected.check()
    }

    @Test("An adverb is no entity, and what may be a name is none behind a verb of bounds")
    func adverbsAreNoEntities() throws {
        let courses = try ReadingSupport.read("Plataforma de cursos en línea con profesores, alumnos y cursos.")
        #expect(courses.names.sorted() == ["alumno", "curso", "inscripción", "profesor"])
        let marks = try ReadingSupport.read("Los cursos tienen nombre. Las notas van de 0 a 10.")
        #expect(marks.shown("curso") == ["nombre: string(..100)"])
    }
}
