import MGELayers
import Testing

@testable import MGEReading

@Suite struct InflectorTests {
    struct Pair: Sendable {
        var singular: String
        var plural: String

        init(_ singular: String, _ plural: String) {
            self.singular = singular
            self.plural = plural
        }
    }

    static let english: [Pair] = [
        Pair("user", "users"), Pair("task", "tasks"), Pair("category", "categories"), Pair("boy", "boys"),
        Pair("key", "keys"), Pair("day", "days"),
        Pair("class", "classes"), Pair("address", "addresses"), Pair("box", "boxes"), Pair("tax", "taxes"),
        Pair("branch", "branches"),
        Pair("wish", "wishes"), Pair("status", "statuses"), Pair("bonus", "bonuses"), Pair("campus", "campuses"),
        Pair("bus", "buses"),
        Pair("analysis", "analyses"), Pair("diagnosis", "diagnoses"), Pair("person", "people"),
        Pair("child", "children"), Pair("man", "men"),
        Pair("movie", "movies"), Pair("cookie", "cookies"), Pair("cache", "caches"), Pair("shelf", "shelves"),
        Pair("leaf", "leaves"),
        Pair("size", "sizes"), Pair("price", "prices"), Pair("invoice", "invoices"), Pair("house", "houses"),
        Pair("warehouse", "warehouses"),
        Pair("purchase", "purchases"), Pair("case", "cases"), Pair("database", "databases"), Pair("course", "courses"),
        Pair("expense", "expenses"), Pair("license", "licenses"), Pair("exercise", "exercises"),
        Pair("franchise", "franchises"),
        Pair("photo", "photos"), Pair("hero", "heroes"), Pair("potato", "potatoes"), Pair("news", "news"),
        Pair("series", "series"),
        Pair("quiz", "quizzes"), Pair("lens", "lenses"), Pair("canvas", "canvases"), Pair("matrix", "matrices"),
        Pair("index", "indexes"),
        Pair("reserve", "reserves"), Pair("archive", "archives"), Pair("objective", "objectives"),
        Pair("response", "responses"),
        Pair("order line", "order lines"), Pair("point of sale", "points of sale"),
        Pair("staff member", "staff members"),
        Pair("horse", "horses"), Pair("nurse", "nurses"), Pair("message", "messages"), Pair("language", "languages"),
        Pair("hypothesis", "hypotheses"),
    ]

    static let spanish: [Pair] = [
        Pair("usuario", "usuarios"), Pair("libro", "libros"), Pair("autor", "autores"), Pair("préstamo", "préstamos"),
        Pair("cliente", "clientes"), Pair("canción", "canciones"), Pair("habitación", "habitaciones"),
        Pair("camión", "camiones"),
        Pair("sesión", "sesiones"), Pair("luz", "luces"), Pair("juez", "jueces"), Pair("papel", "papeles"),
        Pair("hotel", "hoteles"),
        Pair("animal", "animales"), Pair("ciudad", "ciudades"), Pair("actividad", "actividades"),
        Pair("solicitud", "solicitudes"),
        Pair("mujer", "mujeres"), Pair("lugar", "lugares"), Pair("proveedor", "proveedores"), Pair("orden", "órdenes"),
        Pair("mes", "meses"),
        Pair("país", "países"), Pair("ley", "leyes"), Pair("crisis", "crisis"), Pair("jardín", "jardines"),
        Pair("sillón", "sillones"),
        Pair("nombre", "nombres"), Pair("padre", "padres"), Pair("mensaje", "mensajes"), Pair("paquete", "paquetes"),
        Pair("imagen", "imágenes"), Pair("examen", "exámenes"), Pair("plan", "planes"), Pair("detalle", "detalles"),
        Pair("móvil", "móviles"),
        Pair("línea de pedido", "líneas de pedido"), Pair("orden de reparación", "órdenes de reparación"),
        Pair("cuenta bancaria", "cuentas bancarias"), Pair("reloj", "relojes"), Pair("cita", "citas"),
        Pair("café", "cafés"),
    ]

    private func inflector(_ language: Description.Language) throws -> Inflector {
        Inflector(rules: try #require(ReadingSupport.vocabulary.languages.first { $0.language == language }).inflection)
    }

    @Test("English, both ways", arguments: english)
    func inEnglish(_ pair: Pair) throws {
        let inflector = try inflector(.english)
        #expect(inflector.plural(of: pair.singular) == pair.plural)
        #expect(inflector.singular(of: pair.plural) == pair.singular)
        #expect(inflector.singular(of: pair.singular) == pair.singular)
    }

    @Test("Spanish, both ways", arguments: spanish)
    func inSpanish(_ pair: Pair) throws {
        let inflector = try inflector(.spanish)
        #expect(inflector.plural(of: pair.singular) == pair.plural)
        #expect(inflector.singular(of: pair.plural) == pair.singular)
        #expect(inflector.singular(of: pair.singular) == pair.singular)
    }

    @Test("Every common entity is a singular with a plural")
    func vocabulary() throws {
        for language in ReadingSupport.vocabulary.languages {
            let inflector = Inflector(rules: language.inflection)
            for name in language.entities.flatMap({ [$0.name] + ($0.aliases ?? []) }) {
                #expect(inflector.singular(of: name) == name)
                #expect(inflector.singular(of: inflector.plural(of: name)) == name)
            }
        }
    }
}
