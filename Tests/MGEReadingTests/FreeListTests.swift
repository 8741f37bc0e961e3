import MGECore
import MGELayers
import Testing

@testable import MGEReading

@Suite struct FreeListTests {
    typealias ItemCase = (item: String, shown: [String])

    static let english: [ItemCase] = [
        ("name (unique)", ["name: string(..100) unique"]),
        ("badge (unique, 5 characters)", ["badge: string(5..5) unique"]),
        ("grade: junior, senior or chief", ["grade: enum(junior, senior, chief)"]),
        ("grade: junior / senior", ["grade: enum(junior, senior)"]),
        ("grade (junior, senior, chief; senior by default)", ["grade: enum(junior, senior, chief) = senior"]),
        ("date and time of the call", ["date_and_time_of_the_call: datetime"]),
        ("date joined", ["date_joined: date"]),
        ("report: long text, optional", ["report: text optional"]),
        ("tank in litres, optional", ["tank_in_litres: decimal optional"]),
        ("difficulty 1 to 5", ["difficulty: integer(1..5)"]),
        ("minutes (between 30 and 90)", ["minutes: integer(30..90)"]),
        ("quantity (1 or more)", ["quantity: integer(1..)"]),
        ("size: whole number, more than 0", ["size: integer(1..)"]),
        ("weight: decimal, more than 0", ["weight: decimal(0..)"]),
        ("state: open -> done", ["state: enum(open, done)"]),
        ("grade [junior, senior]", ["grade: enum(junior, senior)"]),
        ("value in euros", ["value_in_euros: decimal"]),
        ("title - up to 80 characters", ["title: string(..80)"]),
        ("present yes/no", ["present: boolean"]),
        ("paid (yes or no, no by default)", ["paid: boolean = false"]),
        ("whether it is insured or not", ["insured: boolean"]),
        ("whether it's a lead", ["lead: boolean"]),
        ("broken or not (not broken by default)", ["broken: boolean = false"]),
        ("phone if they give one", ["phone: string(..30) optional"]),
        ("nickname, once there is one", ["nickname: string(..50) optional"]),
        ("the director's name", ["director_name: string(..100)"]),
        ("story (long, optional)", ["story: text optional"]),
        ("start time (date + hour)", ["start_time: datetime"]),
        ("minimum players", ["minimum_players: integer"]),
        ("minimum price", ["minimum_price: decimal"]),
        ("nickname?", ["nickname: string(..50) optional"]),
        ("email (uniqe)", ["email: email unique"]),
        ("birthday (optional, not everybody tells us)", ["birthday: date optional"]),
        ("the station where they work", ["station>station"]),
        ("mentor: another firefighter, optional", ["mentor>firefighter optional"]),
        ("mentor, who is another firefighter", ["mentor>firefighter optional"]),
        ("chief: the station that is near (optional)", ["chief>station optional"]),
        ("home station", ["home_station>station"]),
        ("belongs to a station", ["station>station"]),
        ("can be lent to a station (or nobody has it)", ["station>station optional"]),
        ("one station; a station with people must not be deleted", ["station>station restrict"]),
        ("station; when the station is deleted the firefighter stays without one", ["station>station optional"]),
        ("station (each station has one firefighter and each firefighter one station)", ["station>station unique"]),
    ]

    static let spanish: [ItemCase] = [
        ("nombre (único)", ["nombre: string(..100) unique"]),
        ("número de placa (único, 5 caracteres)", ["número_de_placa: string(5..5) unique"]),
        ("grado: cabo, sargento o suboficial", ["grado: enum(cabo, sargento, suboficial)"]),
        ("tipo (incendio, rescate, otro)", ["tipo: enum(incendio, rescate, otro)"]),
        ("estado: libre u ocupado; empieza como libre", ["estado: enum(libre, ocupado) = libre"]),
        ("fecha y hora del aviso", ["fecha_y_hora_del_aviso: datetime"]),
        ("informe: texto largo, opcional", ["informe: text optional"]),
        ("ora de inicio", ["ora_de_inicio: time"]),
        ("personas, de 1 a 8", ["personas: integer(1..8)"]),
        ("pagada si/no que por defecto no", ["pagada: boolean = false"]),
        ("si tiene grúa o no", ["grúa: boolean"]),
        ("notas (puede estar vacío)", ["notas: text optional"]),
        ("parque al que está destinado", ["parque>parque"]),
        ("mentor: otro bombero, opcional", ["mentor>bombero optional"]),
        ("mando: el parque que dirige", ["mando>parque"]),
        ("parque de destino", ["parque_de_destino>parque"]),
        ("cada bombero pertenece a un parque", ["parque>parque"]),
        ("parque; al borrar el parque, el bombero se queda sin parque", ["parque>parque optional"]),
        ("parque (no se puede borrar un parque con bomberos)", ["parque>parque restrict"]),
    ]

    @Test("An item in free words", arguments: english)
    func englishItem(_ expected: ItemCase) throws {
        let text = "# Brigade\n\n1. Station\n   - city\n2. Firefighter\n   - code\n   - \(expected.item)\n"
        let document = try ReadingSupport.read(text)
        #expect(document.names == ["station", "firefighter"])
        #expect(Array(document.shown("firefighter").filter { $0 != "code: string(..50)" }) == expected.shown)
    }

    @Test("An item in free words, in Spanish", arguments: spanish)
    func spanishItem(_ expected: ItemCase) throws {
        let text =
            "---\nlanguage: es\n---\n# Brigada\n\n1. Parque\n   - ciudad\n2. Bombero\n   - código\n   - \(expected.item)\n"
        let document = try ReadingSupport.read(text)
        #expect(document.names == ["parque", "bombero"])
        #expect(Array(document.shown("bombero").filter { $0 != "código: string(..50)" }) == expected.shown)
    }

    typealias LineCase = (lines: [String], entity: String, shown: [String])

    static let lines: [LineCase] = [
        (
            ["Country: name, code (2 letters, unique)", "Port: name, country, opened on?"], "port",
            ["name: string(..100)", "opened_on: date optional", "country>country"]
        ),
        (
            [
                "singers - name, voice: soprano / alto / bass, date joined",
                "copies - every copy belong to one singer, have a copy number",
            ],
            "copy", ["copy_number: string", "singer>singer"]
        ),
        (
            [
                "pieces (title, pages - at least 1)",
                "rehearsals (date. several pieces are played in a rehearsal and a piece comes in many rehearsals)",
            ],
            "rehearsal piece", ["rehearsal>rehearsal", "piece>piece", "unique rehearsal + piece"]
        ),
        (
            [
                "rooms: name",
                "visits: room, row, code, optional, minutes (5 to 90). There is only one visit per room and row",
            ],
            "visit",
            ["row: string", "code: string(..50) optional", "minutes: integer(5..90)", "room>room", "unique room + row"]
        ),
        (
            [
                "films: title",
                "shows: film, starts at, price (default 5). No two shows of the same film at the same time",
            ],
            "show", ["starts_at: datetime", "price: decimal = 5", "film>film", "unique film + starts_at"]
        ),
        (
            ["moves: source slot, target slot", "slots: row, phone and email"], "slot",
            ["row: string", "phone: string(..30)", "email: email"]
        ),
        (
            [
                "alumnos (nombre, email opcional)", "clases: nombre",
                "matriculas: un alumno en una clase. fecha. un alumno no se puede matricular dos veces en la misma clase",
            ],
            "matricula", ["fecha: date", "alumno>alumno", "clase>clase", "unique alumno + clase"]
        ),
        (
            ["profesores: nombre, email unico", "clases: cada clase la da un profesor. hora de inicio, cuota"], "clase",
            ["hora_de_inicio: time", "cuota: decimal", "profesor>profesor"]
        ),
        (
            [
                "parques: nombre",
                "turnos: parque, fecha, franja: mañana, tarde o noche; no puede haber dos turnos con el mismo parque, fecha y franja",
            ],
            "turno",
            ["fecha: date", "franja: enum(mañana, tarde, noche)", "parque>parque", "unique parque + fecha + franja"]
        ),
        (
            ["grupos: nombre. un grupo tiene varios socios", "socios: nombre"], "socio",
            ["nombre: string(..100)", "grupo>grupo"]
        ),
    ]

    @Test("A line is an entity with its fields", arguments: lines)
    func line(_ expected: LineCase) throws {
        let document = try ReadingSupport.read(
            "# Things\n\nWe write things down.\n\n" + expected.lines.map { "- \($0)\n" }.joined())
        let shown = document.shown(expected.entity)
        #expect(shown == expected.shown, "\(document.diagnostics.map(\.description))")
    }

    @Test(
        "Fields may stand below a heading or a short line",
        arguments: ["## Plot", "**Plot**:", "Plot:"])
    func heading(_ title: String) throws {
        let document = try ReadingSupport.read(
            "# Gardens\n\n\(title)\n\n- number, unique\n- kind\n  - full\n  - half\n- size in metres, at least 4\n")
        #expect(document.names == ["plot"])
        #expect(
            document.shown("plot") == [
                "number: string unique", "kind: enum(full, half)", "size_in_metres: integer(4..)",
            ])
    }

    @Test("Lines without a mark are entities too, and a list may stand below a numbered title")
    func plainLines() throws {
        let document = try ReadingSupport.read(
            "# Bank\n\n**Donor** (name, email?)\n**Donation**: donor, date,\nnotes\n\n1.1. Shelf\n- code, unique\n- size\n"
        )
        #expect(document.shown("donor") == ["name: string(..100)", "email: email optional"])
        #expect(document.shown("donation") == ["date: date", "notes: text", "donor>donor"])
        #expect(document.shown("shelf").first == "code: string(..50) unique")
    }

    @Test("Groups of a list may have headings, and what comes later is not read")
    func groups() throws {
        let document = try ReadingSupport.read(
            """
            # Port

            ## Places
            - Country: name, code
            - Port: name, country

            ## Ships
            - Ship: name, year built, port
            - captains... forget that, not now
            - Voyage: ship, date

            ## Later
            - Invoice: number, amount
            """)
        #expect(document.names == ["country", "port", "ship", "voyage"])
        #expect(document.diagnostics.contains { $0.message == "not used: “Invoice: number, amount”" })
        #expect(document.diagnostics.contains { $0.message.hasPrefix("not used: “captains") })
    }

    @Test("What is guessed is told with its place and what to write")
    func told() throws {
        let document = try ReadingSupport.read(
            "# Brigade\n\n- Station: city\n- Car: plate, kind (small, large), home station\n")
        let kind = try #require(document.diagnostics.first { $0.subject == "kind" })
        #expect(kind.remedy == "write `kind: enum(small, large)`")
        #expect(kind.location == SourceLocation(line: 4, column: 15))
        let station = try #require(document.diagnostics.first { $0.subject == "home station" })
        #expect(station.remedy == "write `home station: Station`")
        #expect(document.diagnostics.contains { $0.message.hasPrefix("the types of `car` are guessed: plate: string") })
    }

    @Test(
        "A misread item is told and no error",
        arguments: [
            "email (at least 3)", "active (yes by default, between 1 and 2)", "date: 5 letters", "12 of something",
            "colour (default red): blue or green", "name", "parent: Station", "a|b", "station, default 5",
            "one two three four five six seven eight", "(unique)", ": :", "station (many, unique)",
        ])
    func noError(_ item: String) throws {
        let document = try ReadingSupport.read(
            "# B\n\n- Car\n  - plate\n  - station\n- Station\n  - name\n  - \(item)\n")
        #expect(document.names.prefix(2) == ["car", "station"])
    }

    @Test("Entities that refer to each other can be made: one of the references is optional")
    func circle() throws {
        let document = try ReadingSupport.read("# Clubs\n\n- Club: name, president: a member\n- Member: name, club\n")
        #expect(document.shown("member").contains("club>club optional"))
        #expect(document.diagnostics.contains { $0.severity == .warning && $0.message.contains("is made optional") })
    }

    @Test("Many items are read in linear time")
    func large() throws {
        var text = "# Large\n\nWe keep:\n\n"
        for number in 0..<600 {
            text +=
                "- Thing\(number): name (unique), kind (a, b or c), size 1 to 9, thing\(max(0, number - 1)), start date"
            text += ". Only one per name and kind\n"
        }
        let document = try ReadingSupport.read(text)
        #expect(document.entities.count == 600)
    }
}
