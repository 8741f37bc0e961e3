import Testing

@testable import MGEReading

/// Spanish sentences of acceptance criteria, letters, chats and hand-over notes, and what they say in other words.
@Suite struct SpanishDocumentTests {
    typealias Case = SentenceCase

    static let given = [
        Case(
            "Dada una clínica, se conserva su nombre comercial, su CUIT, que ninguna otra clínica puede usar, "
                + "y un domicilio.",
            "clínica", ["nombre_comercial: string(..150)", "CUIT: string(..30) unique", "domicilio: string"]),
        Case(
            "El coche tiene matrícula. El mecánico tiene apodo. Dado un encargo, lo hace un mecánico y tiene "
                + "fecha. El encargo tiene coste.",
            "encargo", ["fecha: date", "coste: decimal", "mecánico>mecánico"]),
        Case(
            "Dado un pedido, tiene un número irrepetible y un peso en kilos.",
            "pedido", ["número: integer unique", "peso: decimal"]),
    ]

    static let labels = [
        Case(
            "Nuestros asociados son los productores: cédula (irrepetible), apellidos, celular y, los que "
                + "tienen, correo electrónico. El productor tiene una edad.",
            "productor",
            [
                "cédula: string(..30) unique", "apellidos: string(..150)", "celular: string(..30)",
                "correo_electrónico: email optional", "edad: integer",
            ]),
        Case(
            "El guía tiene nombre. Los buzos, ante todo: nombre, pasaporte (uno distinto por buzo) y apodo, "
                + "si lo hay. El buzo lleva una edad.",
            "buzo",
            [
                "nombre: string(..100)", "pasaporte: string(..30) unique", "apodo: string(..50) optional",
                "edad: integer",
            ]),
        Case(
            "El bote se guarda en un hangar. El bote tiene nombre. El hangar solo nombre y dirección.",
            "hangar", ["nombre: string(..100)", "dirección: string(..300)"]),
        Case(
            "El diploma tiene un sello. Un atleta tiene un nombre. Cada diploma es de un atleta: agencia, "
                + "nivel (básico, avanzado), número.",
            "diploma",
            ["sello: string", "agencia: string", "nivel: enum(básico, avanzado)", "número: integer", "atleta>atleta"]),
    ]

    static let unique = [
        Case(
            "El técnico tiene apellido y correo, cada técnico un correo diferente.",
            "técnico", ["apellido: string(..100)", "correo: email unique"]),
        Case(
            "Cada técnico lleva una etiqueta de 5 letras y esa etiqueta es única.",
            "técnico", ["etiqueta: string(5..5) unique"]),
        Case(
            "Del técnico se guardan apodo y matrícula, sin matrículas repetidas.",
            "técnico", ["apodo: string(..50)", "matrícula: string(..20) unique"]),
        Case(
            "El técnico tiene apodo. El técnico lleva un DNI (que no haya otro igual) y un código, distinto "
                + "del de cualquier otro.",
            "técnico", ["apodo: string(..50)", "DNI: string(..20) unique", "código: string(..50) unique"]),
        Case(
            "Un hermano tiene su apellido y su número de hermano, que no comparte con nadie; también con la "
                + "fecha de ingreso.",
            "hermano", ["apellido: string(..100)", "número_de_hermano: string(..50) unique", "fecha_de_ingreso: date"]),
        Case(
            "Un hermano se inscribe con su apellido y su número de hermano, que no comparte con nadie; "
                + "también con la fecha de ingreso.",
            "hermano", ["apellido: string(..100)", "número_de_hermano: string(..50) unique", "fecha_de_ingreso: date"]),
        Case(
            "El socio tiene un alias y un correo; dos socios no pueden compartir correo.",
            "socio", ["alias: string", "correo: email unique"]),
        Case(
            "La pieza lleva un código; no puede haber dos piezas con el mismo.",
            "pieza", ["código: string(..50) unique"]),
        Case(
            "El menú tiene una fecha, y no puede haber dos menús para la misma fecha, y unas notas que casi "
                + "nunca se ponen.",
            "menú", ["fecha: date unique", "notas: text optional"]),
        Case(
            "El desembarco tiene fecha. El desembarco se reparte en lotes. Cada lote tiene un número. Dentro "
                + "de un mismo desembarco, el número del lote no se repite.",
            "lote", ["número: integer", "desembarco>desembarco", "unique número + desembarco"]),
    ]

    static let defaults = [
        Case(
            "Cada lote tiene calidad (extra, A o B; extra mientras el veterinario no diga otra cosa) y peso.",
            "lote", ["calidad: enum(extra, A, B) = extra", "peso: decimal"]),
        Case(
            "La consignación tiene fecha y estado: abierta, liquidada o devuelta. Cuando se crea, está "
                + "abierta.",
            "consignación", ["fecha: date", "estado: enum(abierta, liquidada, devuelta) = abierta"]),
        Case(
            "La propuesta tiene un código y un estado, que parte en borrador y puede pasar a enviada, "
                + "aprobada o rechazada.",
            "propuesta", ["código: string(..50)", "estado: enum(borrador, enviada, aprobada, rechazada) = borrador"]),
        Case(
            "La inspección tiene fecha. La inspección tiene el resultado, que podrá ser apto, no apto o "
                + "pendiente, siendo pendiente el valor de partida.",
            "inspección", ["fecha: date", "resultado: enum(apto, no apto, pendiente) = pendiente"]),
        Case(
            "La salida tiene fecha y cupo, que nunca excede de 16 y vale 10 si no se cambia.",
            "salida", ["fecha: date", "cupo: integer(..16) = 10"]),
        Case(
            "El trabajo tiene número y lleva la fecha prometida y la urgencia. La urgencia es normal, urgente "
                + "o exprés; normal, si nadie la toca.",
            "trabajo", ["número: integer", "fecha_prometida: date", "urgencia: enum(normal, urgente, exprés) = normal"]),
        Case(
            "Una cita puede estar pedida, hecha o anulada; al pedirla está pedida. La cita tiene fecha.",
            "cita", ["estado: enum(pedida, hecha, anulada) = pedida", "fecha: date"]),
    ]

    static let lists = [
        Case(
            "La ficha tiene un código. La ficha contiene un dictamen largo y un acta de texto extenso.",
            "ficha", ["código: string(..50)", "dictamen: text", "acta: text"]),
        Case(
            "Un libro tiene título. Si el libro es traducido, tiene además una lengua original.",
            "libro", ["título: string", "lengua_original: string optional"]),
        Case(
            "El objeto tiene nombre. También el valor aproximado en bolivianos si se sabe, y una foto que es "
                + "un link y no es obligatoria.",
            "objeto", ["nombre: string(..100)", "valor: decimal optional", "foto: url optional"]),
        Case(
            "La sanción constará de un importe, comprendido entre 60 y 3000 euros, y del motivo.",
            "sanción", ["importe: decimal(60..3000)", "motivo: string(..300)"]),
        Case(
            "El desembarco tiene fecha y la zona de captura, zona que el patrón puede callarse.",
            "desembarco", ["fecha: date", "zona_de_captura: string optional"]),
        Case(
            "Un embarque reúne varios lotes. El lote tiene fecha. El embarque va dirigido a un comprador, con "
                + "nombre y país, y trae número de contenedor.",
            "comprador", ["nombre: string(..100)", "país: string(..100)"]),
        Case(
            "El sistema almacenará las embarcaciones de la cofradía de pescadores, cada una con su nombre, su "
                + "matrícula (no cabe que dos coincidan) y su eslora. El desembarco es de una embarcación.",
            "embarcación", ["nombre: string(..100)", "matrícula: string(..20) unique", "eslora: float"]),
        Case(
            "El socio tiene alias y si es fundador, cosa que rara vez ocurre.",
            "socio", ["alias: string", "fundador: boolean"]),
        Case(
            "El inspector viene identificado por su nombre, sus apellidos y un carné. El inspector tiene "
                + "edad.",
            "inspector", ["nombre: string(..100)", "apellidos: string(..150)", "carné: string", "edad: integer"]),
        Case(
            "El gato tiene color. Los pacientes (nombre, DNI único) piden citas (fecha, hora, motivo). El "
                + "gato es de un paciente.",
            "cita", ["fecha: date", "hora: time", "motivo: string(..300)", "paciente>paciente"]),
    ]

    static let relations = [
        Case(
            "Una finca tiene un nombre. Cuando una finca trae café se levanta una entrega, con fecha y kilos. "
                + "La recibe un bodeguero. El bodeguero tiene apodo.",
            "entrega", ["fecha: date", "kilos: float", "finca>finca", "bodeguero>bodeguero"]),
        Case(
            "Una finca tiene un nombre. El bodeguero tiene apodo. Una consulta la efectúa un bodeguero sobre "
                + "una finca; la autoriza un archivero; recoge la fecha. El archivero tiene cargo.",
            "consulta", ["fecha: date", "bodeguero>bodeguero", "finca>finca", "archivero>archivero"]),
        Case(
            "En cada visita un comercial atiende a un cliente, y se apunta la duración en minutos. El "
                + "comercial tiene apodo. El cliente tiene teléfono. La visita tiene fecha.",
            "visita", ["duración: integer", "fecha: date", "comercial>comercial", "cliente>cliente"]),
        Case(
            "El perro tiene nombre. La jaula tiene número. Cada perro duerme en una jaula, excepto los que "
                + "están en acogida, que no tienen ninguna.",
            "perro", ["nombre: string(..100)", "jaula>jaula optional"]),
        Case(
            "El perro tiene nombre. La jaula tiene número. Todo perro está en una jaula, aunque los recién "
                + "llegados aún no tienen.",
            "perro", ["nombre: string(..100)", "jaula>jaula optional"]),
        Case(
            "La botella tiene un número. La reserva tiene una fecha. A cada reserva se le puede entregar una "
                + "botella.",
            "reserva", ["fecha: date", "botella>botella optional"]),
        Case(
            "La propuesta tiene título. El astrónomo tiene nombre. Una propuesta es presentada por un "
                + "astrónomo, que es su investigador principal.",
            "propuesta", ["título: string", "investigador_principal>astrónomo"]),
        Case(
            "El legajo tiene número. A cada legajo le corresponde una ficha y a cada ficha un único legajo. "
                + "La ficha tiene fecha.",
            "legajo", ["número: integer", "ficha>ficha unique"]),
        Case(
            "El hermano tiene nombre. El paso tiene peso. Un hermano puede cargar varios pasos y un paso lo "
                + "cargan treinta hermanos o más.",
            "hermano paso", ["hermano>hermano", "paso>paso", "unique hermano + paso"]),
        Case(
            "El huerto tiene nombre. El hortelano tiene apodo. Un mismo hortelano puede llevar varios "
                + "huertos, y al revés.",
            "hortelano huerto", ["hortelano>hortelano", "huerto>huerto", "unique hortelano + huerto"]),
        Case(
            "Las librerías trabajan en consignación. Una librería tiene razón social. Una consignación la "
                + "recibe una librería y tiene cantidad. Una librería con consignaciones no puede borrarse.",
            "consignación", ["cantidad: integer", "librería>librería restrict"]),
        Case(
            "El huerto tiene nombre. El riego tiene fecha. El riego es de un huerto. Al borrar el huerto, sus "
                + "riegos no se borran, se quedan sin él.",
            "riego", ["fecha: date", "huerto>huerto optional"]),
        Case(
            "Un pedido tiene fecha. El pedido tiene líneas. La línea lleva cantidad. Si se borra un pedido se "
                + "borran sus líneas, ¿no?",
            "línea", ["cantidad: integer", "pedido>pedido"]),
    ]

    /// What is given first, and then told.
    @Test("`dada una sede, se conserva su nombre`", arguments: given)
    func readsGiven(_ sentence: Case) throws { try sentence.check() }

    /// Labels with more words, and lists behind them.
    @Test("`los buzos, ante todo: nombre y pasaporte`", arguments: labels)
    func readsLabels(_ sentence: Case) throws { try sentence.check() }

    /// What no two have alike, with what is named again.
    @Test("`un correo, cada socio un correo diferente`", arguments: unique)
    func readsUnique(_ sentence: Case) throws { try sentence.check() }

    /// What holds first, and what it becomes.
    @Test("`extra mientras nadie diga otra cosa`", arguments: defaults)
    func readsDefaults(_ sentence: Case) throws { try sentence.check() }

    /// Lists with remarks, conditions and long texts.
    @Test("`si es traducido, tiene una lengua original`", arguments: lists)
    func readsLists(_ sentence: Case) throws { try sentence.check() }

    /// What happens within something, exceptions and roles.
    @Test("`cuando entra un coche se abre una orden`", arguments: relations)
    func readsRelations(_ sentence: Case) throws { try sentence.check() }

    @Test("Messages of a chat are read without who wrote them, and when")
    func readsMessages() throws {
        let chat = "[21:04] Eva: los botes tienen nombre\n[21:05] Luis M.: cada bote tiene un sello que no se repite"
        #expect(try ReadingSupport.read(chat).shown("bote") == ["nombre: string(..100)", "sello: string unique"])
    }
}
