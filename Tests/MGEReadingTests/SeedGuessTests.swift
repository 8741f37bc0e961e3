import MGECore
import MGELayers
import Testing

@testable import MGEReading

/// Short descriptions that list little or nothing.
@Suite struct SeedGuessTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var text: String
        var entities: [String]
        /// Those that the text names for certain.
        var stated: [String] = []
        var testDescription: String { text }

        init(_ text: String, _ entities: [String], stated: [String] = []) {
            self.text = text
            self.entities = entities
            self.stated = stated
        }
    }

    static let english = [
        Case("Expense tracker", ["user", "category", "expense"]),
        Case("An app to track my vinyl collection", ["artist", "album", "genre"]),
        Case("An app to track my fossil collection", ["fossil"]),
        Case("url shortener", ["user", "short link"]),
        Case(
            "SaaS for gyms: members, classes, bookings, trainers", ["member", "class", "booking", "trainer"],
            stated: ["member", "class", "booking", "trainer"]),
        Case(
            "CRM with contacts, companies, deals and activities", ["contact", "company", "deal", "activity"],
            stated: ["contact", "company", "deal", "activity"]),
        Case(
            "backend for a food delivery app (restaurants, dishes, couriers, orders)",
            ["restaurant", "dish", "courier", "order", "order line"],
            stated: ["restaurant", "dish", "courier", "order"]),
        Case(
            "Make a habit tracker with streaks and reminders", ["streak", "reminder", "habit"],
            stated: ["streak", "reminder"]),
        Case(
            "Write a REST service that stores weather stations and their readings", ["weather station", "reading"],
            stated: ["weather station", "reading"]),
        Case(
            "job board: employers post jobs, candidates apply", ["employer", "job", "candidate", "application"],
            stated: ["employer", "job", "candidate", "application"]),
        Case(
            "Employers post jobs and candidates apply to them.", ["job", "candidate", "employer", "application"],
            stated: ["job", "candidate", "employer", "application"]),
        Case(
            "an online course platform where teachers publish lessons and students enrol",
            ["teacher", "course", "lesson", "student", "enrollment"],
            stated: ["teacher", "lesson", "student", "enrollment"]),
        Case(
            "Build an app where each user has many projects and each project has a name and a deadline",
            ["user", "project"], stated: ["user", "project"]),
        Case("A minimal REST API for notes with tags", ["note", "tag", "note tag"], stated: ["tag"]),
        Case("Online auction site: users list items and place bids", ["user", "auction", "bid", "item"]),
        Case(
            "Personal library: books, authors, shelves and loans to friends", ["book", "author", "shelf", "loan"],
            stated: ["book", "author", "shelf", "loan"]),
        Case(
            "Entities: Falcon (name, ring number), Hood (colour). A falcon has one hood.", ["falcon", "hood"],
            stated: ["falcon", "hood"]),
        Case("movie reviews website", ["movie", "director", "actor", "genre", "movie actor", "review"]),
        Case("# Parking lot management", ["parking lot", "parking space", "vehicle"]),
        Case("An API to record the temperatures of greenhouses", ["greenhouse"]),
        Case("volunteer scheduling for a food bank", ["volunteer", "donor", "donation", "beneficiary"]),
        Case(
            "A pet sitting marketplace connecting owners and sitters", ["owner", "sitter"], stated: ["owner", "sitter"]),
    ]

    static let spanish = [
        Case(
            "gestor de gastos personales con categorías y presupuestos", ["gasto", "categoría", "presupuesto"],
            stated: ["categoría", "presupuesto"]),
        Case("una app para reservar canchas de pádel", ["cancha de pádel", "reserva"], stated: ["cancha de pádel"]),
        Case("Sistema de citas para una peluquería", ["cita", "cliente", "empleado"]),
        Case("control de asistencia de empleados", ["asistencia", "empleado"]),
        Case("registro de visitas a un museo", ["museo", "artista", "obra de arte", "exposición"]),
        Case("app para seguir mis hábitos", ["hábito"], stated: ["hábito"]),
        Case(
            "gestión de un taller mecánico: vehículos, clientes, reparaciones y piezas",
            ["vehículo", "cliente", "reparación", "pieza"], stated: ["vehículo", "cliente", "reparación", "pieza"]),
        Case(
            "música: artistas, álbumes y canciones", ["artista", "álbum", "canción"],
            stated: ["artista", "álbum", "canción"]),
        Case(
            "Los profesores publican lecciones y los alumnos se inscriben.",
            ["profesor", "lección", "alumno", "inscripción"], stated: ["profesor", "lección", "alumno", "inscripción"]),
        Case("plataforma para alquilar bicicletas", ["bicicleta", "alquiler"], stated: ["bicicleta"]),
    ]

    @Test("What is named, what follows from it, and which of it is a guess", arguments: english + spanish)
    func guess(_ expected: Case) throws {
        let document = try ReadingSupport.read(expected.text)
        #expect(document.names.sorted() == expected.entities.sorted())
        let stated = document.entities.filter { $0.origin.kind == .stated }.map(\.name)
        #expect(stated.sorted() == expected.stated.sorted())
        let guesses = document.diagnostics.filter { $0.severity == .warning && $0.message.contains("is guessed from") }
        let links = document.entities.count { !$0.uniqueTogether.isEmpty && $0.fields.isEmpty }
        #expect(guesses.count >= expected.entities.count - expected.stated.count - links)
    }

    @Test(
        "Words that say nothing of what is kept are no description",
        arguments: [
            "Hello world", "Build me something nice", "Create an API", "Please help", "asdf qwer", "Hazme algo bonito",
        ])
    func nothing(_ text: String) throws {
        let error = try #require(throws: DiscoveryError.self) { try ReadingSupport.read(text) }
        #expect(error.diagnostics.contains { $0.message.contains("names no entity") })
    }
}
