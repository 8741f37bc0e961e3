import MGECore
import MGELayers
import Testing

@testable import MGEReading

@Suite struct SeedSentenceTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var text: String
        var entities: [String]
        var references: Set<String> = []
        var title: String
        var stack = "fastapi"
        var testDescription: String { text }
    }

    static let english: [Case] = [
        Case(
            text: "Create a FastAPI REST API for task management with users, tasks, and comments",
            entities: ["user", "task", "comment"],
            references: ["task.owner>user", "comment.task>task", "comment.author>user", "task.assignee>user"],
            title: "Task management"),
        Case(
            text: "Build a blog with posts, authors and tags", entities: ["post", "author", "tag", "post tag"],
            references: ["post.author>author", "post tag.post>post", "post tag.tag>tag"], title: "Blog"),
        Case(
            text: "An API for a bike shop: customers, bicycles and repair orders",
            entities: ["customer", "bicycle", "repair order"],
            references: ["bicycle.owner>customer", "repair order.bicycle>bicycle", "repair order.customer>customer"],
            title: "Bike shop"),
        Case(
            text: "Create an Express API for managing books and authors", entities: ["book", "author"],
            references: ["book.author>author"], title: "Books and authors", stack: "express"),
        Case(
            text: "I want a Django app to track expenses, budgets and categories.",
            entities: ["expense", "budget", "category"],
            references: ["expense.budget>budget", "expense.category>category", "budget.category>category"],
            title: "Expenses and budgets", stack: "django"),
        Case(
            text: "A REST API for a clinic with patients, doctors and appointments, with authentication",
            entities: ["patient", "doctor", "appointment"],
            references: ["appointment.patient>patient", "appointment.doctor>doctor"], title: "Clinic"),
        Case(
            text: "Build a task management API with FastAPI and PostgreSQL with projects & tasks",
            entities: ["project", "task"], references: ["task.project>project"], title: "Task management"),
        Case(
            text: "We need a backend for an online shop with customers, products, orders and order lines.",
            entities: ["customer", "product", "order", "order line"],
            references: ["order.customer>customer", "order line.order>order", "order line.product>product"],
            title: "Online shop"),
        Case(
            text: "Develop an API for hackathons with spaceships (name, launch date, is active) and pilots",
            entities: ["spaceship", "pilot"], title: "Hackathons"),
        Case(
            text: "Generate a REST service for a school with students, courses and enrollments where students enroll",
            entities: ["student", "course", "enrollment"],
            references: ["enrollment.student>student", "enrollment.course>course"], title: "School"),
        Case(
            text: "Create a blog", entities: ["author", "post", "comment", "tag", "post tag"],
            references: [
                "post.author>author", "comment.post>post", "comment.author>author", "post tag.post>post",
                "post tag.tag>tag",
            ], title: "Blog"),
    ]

    static let spanish: [Case] = [
        Case(
            text: "Crea una API REST con FastAPI para una biblioteca con libros, autores y préstamos",
            entities: ["libro", "autor", "préstamo"], references: ["libro.autor>autor", "préstamo.libro>libro"],
            title: "Biblioteca"),
        Case(
            text: "Crea una API REST en FastAPI para gestión de tareas con usuarios, tareas y comentarios",
            entities: ["usuario", "tarea", "comentario"],
            references: ["tarea.responsable>usuario", "comentario.tarea>tarea", "comentario.autor>usuario"],
            title: "Gestión de tareas"),
        Case(
            text: "Necesito un sistema de reservas para un hotel con habitaciones, clientes y reservas.",
            entities: ["habitación", "cliente", "reserva"],
            references: ["reserva.habitacion>habitación", "reserva.cliente>cliente"], title: "Reservas"),
        Case(
            text: "Una aplicación para gestionar mascotas, dueños y citas", entities: ["mascota", "dueño", "cita"],
            references: ["mascota.dueno>dueño", "cita.mascota>mascota"], title: "Mascotas y dueños"),
        Case(
            text: "Haz un blog con entradas, autores y comentarios", entities: ["entrada", "autor", "comentario"],
            references: ["entrada.autor>autor", "comentario.entrada>entrada", "comentario.autor>autor"], title: "Blog"),
        Case(
            text: "Crea una API para un taller de bicicletas con clientes, bicicletas y órdenes de reparación",
            entities: ["cliente", "bicicleta", "orden de reparación"],
            references: [
                "bicicleta.propietario>cliente", "orden de reparación.cliente>cliente",
                "orden de reparación.bicicleta>bicicleta",
            ], title: "Taller de bicicletas"),
    ]

    @Test(
        "`e` stands for `y` before its own sound",
        arguments: ["clientes e instrumentos", "mesas e hilos", "platos y hielos", "mesas y sillas"])
    func conjunction(_ title: String) throws {
        let pair = title.replacing(" e ", with: " y ")
        #expect(try ReadingSupport.read("Una aplicación para gestionar \(pair)").title == title.capitalisedFirst)
    }

    @Test("A sentence gives stack, title, entities and relations", arguments: english + spanish)
    func sentence(_ expected: Case) throws {
        let document = try ReadingSupport.read(expected.text)
        #expect(document.names == expected.entities)
        #expect(document.references == expected.references)
        #expect(document.title == expected.title)
        #expect(document.stack == expected.stack)
        #expect(document.entities.allSatisfy { !$0.fields.isEmpty || $0.uniqueTogether.count == 1 })
    }

    @Test("A phrase that is the whole description is a sentence too", arguments: PhraseCases.all)
    func phrase(_ expected: PhraseCases) throws {
        let document = try ReadingSupport.read(expected.text)
        #expect(document.names == expected.entities)
        #expect(document.references == expected.references)
        for (name, shown) in expected.shown { #expect(document.shown(name) == shown) }
        for guess in expected.guessed {
            let entity = try #require(document.entities.first { $0.name == guess })
            #expect(entity.origin.kind == .assumed)
            #expect(entity.origin.words.map(expected.text.lowercased().contains) == true)
            #expect(document.diagnostics.contains { $0.severity == .warning && $0.subject == guess })
        }
    }

    @Test("The words of bounds are told where they stand")
    func boundsOrigin() throws {
        let document = try ReadingSupport.read(PhraseCases.all[0].text)
        let value = try #require(document.entities[0].fields.first)
        #expect(value.origin == Origin(.stated, at: SourceLocation(line: 1, column: 29), words: "from 1 to 5"))
    }

    @Test("Spanish is recognised", arguments: spanish)
    func language(_ expected: Case) throws {
        #expect(try ReadingSupport.read(expected.text).language == .spanish)
    }

    @Test("Guesses are told with the place of the words and what to write")
    func guesses() throws {
        let document = try ReadingSupport.read(Self.english[0].text)
        let fields = try #require(document.diagnostics.first { $0.message.contains("the fields of `task`") })
        #expect(fields.severity == .note)
        #expect(fields.location == SourceLocation(line: 1, column: 59))
        #expect(fields.remedy?.contains("### Task") == true)
        #expect(document.assumptions.contains { $0.contains("`comment` is given a reference `task` to `task`") })
        #expect(document.entities[1].origin.kind == .stated)
        #expect(document.entities[1].fields.allSatisfy { $0.origin.kind == .assumed })
    }

    @Test("What is not understood is listed")
    func unused() {
        let diagnostics = ReadingSupport.diagnostics(Self.english[9].text)
        #expect(diagnostics.contains { $0.message == "not used: “students enroll”" && $0.location?.column == 83 })
        let features = ReadingSupport.diagnostics(Self.english[5].text)
        #expect(features.contains { $0.message == "not used: “authentication”" })
    }

    @Test("Fields in parentheses are taken, their types guessed from the names")
    func inlineFields() throws {
        let document = try ReadingSupport.read(Self.english[8].text)
        let spaceship = document.entities[0]
        #expect(spaceship.fields.map(\.name) == ["name", "launch_date", "is_active"])
        #expect(spaceship.fields.map(\.type) == [.string(minimum: nil, maximum: 100), .date, .boolean])
    }

    @Test(
        "What is listed may have something itself",
        arguments: [
            (
                "Make an API for hotels: rooms, room types with price per night and capacity, guests, and reservations "
                    + "with check-in and status (open, closed)",
                ["room", "room type", "guest", "reservation"], "reservation", "status: enum(open, closed)"
            ),
            (
                "Sistema escolar: alumnos con nombre y fecha de nacimiento; cursos con nombre y créditos",
                ["alumno", "curso"], "alumno", "fecha_de_nacimiento: date"
            ),
            (
                "Create an API with orders with a customer and a date, and customers with an email",
                ["order", "customer"],
                "order", "customer>customer"
            ),
            (
                "Music backend: artists release albums; albums contain songs", ["artist", "album", "song"], "song",
                "album>album"
            ),
        ])
    func nested(_ text: String, _ names: [String], _ entity: String, _ shown: String) throws {
        let document = try ReadingSupport.read(text)
        #expect(names.allSatisfy(document.names.contains))
        #expect(document.shown(entity).contains(shown))
    }

    @Test(
        "A sentence that asks for nothing is no seed",
        arguments: [
            "The system sends emails with attachments and links.", "Hello there.",
            "A library lends books with covers.", "The podcast host is very friendly.",
        ])
    func noSeed(_ text: String) {
        #expect(throws: DiscoveryError.self) { try ReadingSupport.read(text) }
    }
}
