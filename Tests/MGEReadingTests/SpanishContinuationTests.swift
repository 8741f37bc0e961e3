import MGECore
import Testing

@testable import MGEReading

/// Spanish sentences that tell somebody to keep something, and verbs that go on with what was spoken of.
@Suite struct SpanishContinuationTests {
    typealias Case = SentenceCase

    static let commands = [
        Case(
            "Registra las lanchas con matrícula única. Guarda de la lancha la eslora y el color.", "lancha",
            ["matrícula: string(..20) unique", "eslora: float", "color: string(..30)"]),
        Case(
            "Captura los barriles con número único y litros. De los bodegueros pide nombre y correo. Un barril se llena con "
                + "un vino y tiene un catador y un ayudante; ambos son bodegueros. Los vinos tienen nombre.", "barril",
            ["número: integer unique", "litros: float", "vino>vino", "catador>bodeguero", "ayudante>bodeguero"]),
        Case(
            "Captura los barriles con número único. De los bodegueros pide nombre y correo. Los barriles son de un "
                + "bodeguero.", "bodeguero", ["nombre: string(..100)", "correo: email"]),
    ]

    static let verbs = [
        Case(
            "Una boda se celebra en un salón, enfrenta a un chef titular con un chef suplente y usa un menú. El salón tiene "
                + "aforo, la boda tiene fecha, el chef tiene nombre y el menú tiene precio.", "boda",
            ["fecha: date", "salón>salón", "chef_suplente>chef", "chef_titular>chef", "menú>menú"]),
        Case(
            "Cada obra es pintada por un artista y restaurada por otro. Los artistas tienen nombre. Las obras tienen título.",
            "obra", ["título: string", "artista>artista", "restaurada_por>artista"]),
        Case(
            "Un camión lleva una carga a un almacén. Las cargas tienen peso, los almacenes tienen dirección, los camiones "
                + "tienen matrícula.", "camión", ["matrícula: string(..20)", "carga>carga", "almacén>almacén"]),
        Case(
            "Los cursos tienen nombre; un curso lo pueden impartir varios profesores y un profesor imparte varios cursos. "
                + "Los profesores tienen correo.", "curso profesor",
            ["curso>curso", "profesor>profesor", "unique curso + profesor"]),
        Case(
            "Con una o varias uvas elaboramos un vino, y de una uva salen varios vinos. La uva tiene color y el vino tiene "
                + "grado.", "vino uva", ["vino>vino", "uva>uva", "unique vino + uva"]),
    ]

    static let roles = [
        Case(
            "Para cada juicio nombramos un primer juez y un segundo juez, y en algunos también un relator, que es otro juez. "
                + "Los jueces tienen nombre. El juicio tiene fecha.", "juicio",
            ["fecha: date", "primer_juez>juez", "segundo_juez>juez", "relator>juez optional"]),
        Case(
            "Toda carrera tiene un juez principal y en algunas hay además un ayudante, que es otro juez. Los jueces tienen "
                + "nombre y las carreras, fecha.", "carrera",
            ["fecha: date", "juez_principal>juez", "ayudante>juez optional"]),
        Case(
            "Un viaje tiene fecha. Sale de un puerto de origen y llega a un puerto de destino. Los puertos tienen nombre "
                + "único y calado.", "viaje",
            ["fecha: date", "puerto_de_origen>puerto", "puerto_de_destino>puerto"]),
    ]

    static let played = [
        Case(
            "Un pedido se hace en un bar, lo prepara un cocinero y lo sirve después un camarero, que hasta entonces queda "
                + "vacío; cocinero y camarero son trabajadores. Se anota la fecha. Los trabajadores tienen nombre y los "
                + "bares, dirección.", "pedido",
            ["fecha: date", "bar>bar", "cocinero>trabajador", "camarero>trabajador optional"]),
        Case(
            "Cada orquesta tiene nombre. A cada orquesta se adscriben músicos; el músico solo puede pertenecer a una "
                + "orquesta. Toda orquesta tiene un director, que ha de ser un músico. El músico tiene nombre.",
            "orquesta",
            ["nombre: string(..100)", "director>músico"]),
    ]

    static let owned = [
        Case(
            "Cada muestra se somete a un solo análisis, con fecha de entrada, recuento de esporas y resultado. Las muestras "
                + "tienen número. Un análisis tiene método.", "análisis",
            [
                "fecha_de_entrada: date", "recuento_de_esporas: integer", "resultado: string", "método: string",
                "muestra>muestra unique",
            ]),
        Case(
            "Una toma se hace sobre un pozo con un medidor; tiene fecha y hora. Los pozos tienen nombre y el medidor, "
                + "número.", "toma", ["fecha_y_hora: datetime", "pozo>pozo", "medidor>medidor"]),
        Case(
            "Una salida es de un autobús en una línea con fecha y hora, número de vuelta y pasajeros. Las líneas tienen "
                + "color y los autobuses tienen matrícula.", "salida",
            [
                "fecha_y_hora: datetime", "número_de_vuelta: integer", "pasajeros: string", "autobús>autobús",
                "línea>línea",
            ]),
        Case(
            "De un autor salen ediciones; la edición tiene un color y un tamaño. El autor tiene nombre.", "edición",
            ["color: string(..30)", "tamaño: string", "autor>autor"]),
    ]

    static let states = [
        Case(
            "Un servicio tiene fecha y estado (previsto, hecho o anulado; previsto de inicio). El servicio es de un taxi. El "
                + "taxi tiene matrícula.", "servicio",
            ["fecha: date", "estado: enum(previsto, hecho, anulado) = previsto", "taxi>taxi"]),
        Case(
            "Las cajas tienen número y pasan por tres fases: llena, vendida o devuelta, siendo llena la de partida. La caja "
                + "es de un camión. El camión tiene matrícula.", "caja",
            ["fase: enum(llena, vendida, devuelta) = llena", "número: integer", "camión>camión"]),
        Case(
            "Una receta tiene título y un estado: recibida, aprobada o rechazada. Nace recibida. La receta es de un médico. "
                + "El médico tiene nombre.", "receta",
            ["título: string", "estado: enum(recibida, aprobada, rechazada) = recibida", "médico>médico"]),
    ]

    static let rules = [
        Case(
            "Las mesas tienen número y los camareros, nombre. Un turno es de un camarero y de una mesa y lleva fecha. Ni las "
                + "mesas ni los camareros con turnos pueden borrarse.", "turno",
            ["fecha: date", "camarero>camarero restrict", "mesa>mesa restrict"]),
        Case(
            "Cada invitado pertenece a una mesa y se borra con ella: nombre y edad. Las mesas tienen número.",
            "invitado",
            ["nombre: string(..100)", "edad: integer", "mesa>mesa"]),
        Case(
            "El puesto tiene número de sector y planta. El puesto es de un mercado y el mercado tiene nombre. El número de "
                + "sector no se puede repetir en el mismo mercado.", "puesto",
            [
                "número_de_sector: string(..50)", "planta: string", "mercado>mercado",
                "unique número_de_sector + mercado",
            ]),
        Case(
            "Cada parte indica la obra, el material y la cantidad, y un material aparece una sola vez por obra. Los "
                + "materiales tienen nombre y las obras tienen dirección.", "parte",
            ["cantidad: integer", "obra>obra", "material>material", "unique material + obra"]),
        Case(
            "Los críticos tienen nombre, los platos tienen título y las cenas tienen fecha. Una nota la pone un crítico a un "
                + "plato en una cena: lleva un valor. El mismo crítico no puntúa dos veces el mismo plato de la misma cena.",
            "nota",
            ["valor: decimal", "crítico>crítico", "plato>plato", "cena>cena", "unique crítico + plato + cena"]),
        Case(
            "Un abono es de un socio y de una piscina; no puede haber dos para el mismo socio, la misma piscina y la misma "
                + "fecha. Los socios tienen nombre, las piscinas tienen aforo y el abono lleva fecha.", "abono",
            ["fecha: date", "socio>socio", "piscina>piscina", "unique socio + piscina + fecha"]),
        Case(
            "La revisión tiene fecha y es de un ascensor. Nunca hay dos revisiones para el mismo ascensor. El ascensor tiene "
                + "número.", "revisión", ["fecha: date", "ascensor>ascensor unique"]),
        Case(
            "Dentro de la nave están las estanterías: cada una lleva un número que vale solo dentro de su nave y la altura. "
                + "La nave tiene dirección.", "estantería",
            ["número: integer", "altura: decimal", "nave>nave", "unique número + nave"]),
        Case(
            "Si borramos una ruta se borran sus paradas; un conductor con rutas, en cambio, no se elimina. La ruta tiene "
                + "color y un conductor. Cada parada es de una ruta y tiene nombre. El conductor tiene nombre.", "ruta",
            ["color: string(..30)", "conductor>conductor restrict"]),
    ]

    static let fields = [
        Case(
            "Cada socio tiene nombre. Del socio se anotan la fecha de alta y la fecha de baja, vacías las dos hasta que se "
                + "cierra. Los socios pagan.", "socio",
            ["nombre: string(..100)", "fecha_de_alta: date optional", "fecha_de_baja: date optional"]),
        Case(
            "Cada turbina tiene fecha de puesta en marcha y fecha de entrada en servicio. Cada turbina es de un parque. El "
                + "parque tiene nombre.", "turbina",
            ["fecha_de_puesta_en_marcha: date", "fecha_de_entrada_en_servicio: date", "parque>parque"]),
    ]

    @Test("What is told to be kept", arguments: commands)
    func commandsAreRead(_ expected: Case) throws {
        try expected.check()
    }

    @Test("Verbs that go on with what was spoken of", arguments: verbs)
    func verbsAreRead(_ expected: Case) throws {
        try expected.check()
    }

    @Test("Roles that are given, that some have, and that say where", arguments: roles)
    func rolesAreRead(_ expected: Case) throws {
        try expected.check()
    }

    @Test("Rules whose subject is left out, or that are said aside", arguments: rules)
    func rulesAreRead(_ expected: Case) throws {
        try expected.check()
    }

    @Test("Who plays several roles, said in a clause of its own", arguments: played)
    func playersAreRead(_ expected: Case) throws {
        try expected.check()
    }

    @Test("What happens, and what there is one of, with its fields", arguments: owned)
    func fieldsOfOneAreRead(_ expected: Case) throws {
        try expected.check()
    }

    @Test("States that something goes through, with the first of them", arguments: states)
    func statesAreRead(_ expected: Case) throws {
        try expected.check()
    }

    @Test("Fields with idioms, and what is said of two", arguments: fields)
    func fieldsAreRead(_ expected: Case) throws {
        try expected.check()
    }
}
