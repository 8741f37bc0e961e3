import Testing

@testable import MGEReading

/// Lists and tables as people lay them out: without marks, below headings, in columns, and with sentences beside them.
@Suite struct ListLayoutTests {
    typealias Case = SentenceCase

    static let lists: [Case] = [
        Case(
            """
            # Club

            member - name, phone if they have one
            enlarger - brand, serial number (unique), works yes/no
            session - day, from what hour
            """,
            "member", ["name: string(..100)", "phone: string(..30) optional"]),
        Case(
            """
            # Flood watch

            Gauge
            -----
            **station code**: exactly six characters, unique; **online**: boolean, true at first.

            Reading
            -------
            **measured at**: date and time; **level** in cm. *One gauge each; gauge and measured at are unique together.*
            """,
            "reading", ["measured_at: datetime", "level_in_cm: float", "gauge>gauge", "unique measured_at + gauge"]),
        Case(
            """
            # Reptiles

            **Keeper** (name, pager number (unique))

            **Animal** (call name, species)

            **Feeding** (fed at, prey, eaten (yes/no))

            A feeding concerns one animal.
            """,
            "feeding", ["fed_at: datetime", "prey: string", "eaten: boolean", "animal>animal"]),
        Case(
            """
            # Warranties

                Shop
                    name
                    VAT number [unique]
                Claim
                    reported on
                    outcome [open, repaired, refused; initially open]
            """,
            "claim", ["reported_on: date", "outcome: enum(open, repaired, refused) = open"]),
        Case(
            """
            Tool library

            TOOLS
            name; inventory code, unique; condition (new, worn), new by default

            LOANS
            tool; out on; returned on, empty as long as it is out
            """,
            "loan", ["out_on: date", "returned_on: date optional", "tool>tool"]),
        Case(
            """
            Cinema club

            Film:
            title: string, required
            year: integer, 1895 or later

            Screening:
            film: Film, required
            date and time: required
            """,
            "screening", ["date_and_time: datetime", "film>film"]),
        Case(
            """
            The system shall provide for:

            (a) frames: brand; model; stock, never below 0;
            (b) patients: name; date of birth;
            (c) orders, each placed for exactly one patient: number, unique; paid, which is no until changed.
            """,
            "order", ["number: string unique", "paid: boolean = false", "patient>patient"]),
        Case(
            """
            Pista de karts

            1. Piloto
               1.1 Alias, único
               1.2 Edad, con un mínimo de 12
            2. Tanda
               2.1 Comienzo: fecha y hora
            3. Participación
               3.1 Piloto
               3.2 Tanda
            4. Reglas
               4.1 Ningún piloto participa dos veces en la misma tanda.
            """,
            "participación", ["piloto>piloto", "tanda>tanda", "unique piloto + tanda"]),
        Case(
            """
            Camping

            a. Zona. Nombre.
            b. Parcela. Número (único), superficie en metros, zona (opcional).
            c. Huésped. Documento (único), nombre, fecha de nacimiento.
            """,
            "parcela", ["número: integer unique", "superficie_en_metros: float", "zona>zona optional"]),
        Case(
            """
            ### Servidor

            **Repositorio**
              - campos: nombre, url (única)

            **Compilación**
              - campos: número, estado (en cola, fallida)
              - refs: repositorio
              - restricción: repositorio + número, único
            """,
            "compilación",
            [
                "número: integer", "estado: enum(en cola, fallida)", "repositorio>repositorio",
                "unique repositorio + número",
            ]),
        Case(
            """
            Heladería

            Sabor = nombre (único) + base (agua o crema)
            Local = nombre + dirección
            Balde = sabor + local + kilos + abierto (no, por defecto)
            """,
            "balde", ["kilos: float", "abierto: boolean = false", "sabor>sabor", "local>local"]),
        Case(
            """
            # Cowork

            ## Miembro
            RUT: único
            Nombre completo

            ## Visita
            Nombre
            Anfitrión: el miembro que la recibe
            Hora de salida, en blanco hasta que se va
            """,
            "visita", ["nombre: string(..100)", "hora_de_salida: time optional", "anfitrión>miembro"]),
        Case(
            """
            Vivero

            Planta:
            - nombre común
            - ¿necesita sombra? (sí/no)
            Venta:
            - fecha y hora
            - forma de pago: efectivo | tarjeta

            Una venta puede tener varias plantas y una planta puede estar en varias ventas.
            """,
            "venta planta", ["venta>venta", "planta>planta", "unique venta + planta"]),
        Case(
            """
            # Liga

            - **Pareja**
              Campos: nombre (único), categoría (A, B o C)
            - **Partido**
              Campos: fecha y hora, jornada (entero, mínimo 1)
              Relaciones: pareja local (Pareja), pareja visitante (Pareja)
            """,
            "partido",
            ["fecha_y_hora: datetime", "jornada: integer(1..)", "pareja_local>pareja", "pareja_visitante>pareja"]),
        Case(
            """
            Granja escuela

            1. Monitores. Nombre, teléfono, correo (único).
            2. Animales. De cada uno: nombre, especie.
            3. Visitas. Colegio, fecha, número de niños (de 5 a 60), monitor.
            """,
            "visita", ["colegio: string", "fecha: date", "número_de_niños: integer(5..60)", "monitor>monitor"]),
    ]

    static let tables: [Case] = [
        Case(
            """
            # Greenhouse

            | Bench | Species |
            |---|---|
            | code (unique) | Latin name (unique) |
            | length in cm | days to germinate (1 to 90) |
            | heated (yes/no) | |
            """,
            "bench", ["code: string(..50) unique", "length_in_cm: float", "heated: boolean"]),
        Case(
            """
            Invernadero

            | Cultivo | cómo es |
            |---|---|
            | nombre | único |

            | Bancal | cómo es |
            |---|---|
            | letra | única, 1 carácter |
            | calefactado | sí o no |
            """,
            "bancal", ["letra: string(1..1) unique", "calefactado: boolean"]),
        Case(
            """
            # Registrar

            | Field | Format | Must be there | Comment |
            |---|---|---|---|
            | Contact.handle | text | always | unique |
            | Domain.name | text, 63 characters at most | always | unique |
            | Domain.registrant | reference to Contact | always | |
            | Domain.technical contact | reference to Contact | not always | |
            """,
            "domain", ["name: string(..63) unique", "registrant>contact", "technical_contact>contact optional"]),
        Case(
            """
            # Drones

            | What | Carries | Points to | When the target is deleted |
            |---|---|---|---|
            | Drone | nickname, serial number (unique) | – | – |
            | Plot | cadastral number (unique), hectares | – | – |
            | Flight | flown on, weather note (optional) | one Drone, one Plot | Drone: not allowed; Plot: flight is deleted too |
            """,
            "flight", ["flown_on: date", "weather_note: text optional", "drone>drone restrict", "plot>plot"]),
        Case(
            """
            ferreteria

            |cosa|q lleva|puede faltar|no se repite|
            |---|---|---|---|
            |articulo|codigo, descripcion, precio|descripcion|codigo|
            |cliente|nombre, telefono|telefono||
            """,
            "articulo", ["codigo: string(..50) unique", "descripcion: text optional", "precio: decimal"]),
        Case(
            """
            Multicine

            | Qué | Datos | Va con |
            |---|---|---|
            | Función | fecha, hora | |
            | Boleto | asiento, precio, estado: reservado, pagado o anulado | una función; un cliente (opcional) |
            | Cliente | correo (único), nombre | |

            El boleto nace reservado. No puede haber dos boletos con la misma función y asiento.
            """,
            "boleto",
            [
                "asiento: string", "precio: decimal", "estado: enum(reservado, pagado, anulado) = reservado",
                "función>función", "cliente>cliente optional", "unique asiento + función",
            ]),
        Case(
            """
            Catering

            | Campo | Tipo | Obligatorio |
            |---|---|---|
            | **Menú** | | |
            | nombre | texto | sí |
            | **Evento** | | |
            | fecha | fecha | sí |
            | invitados | entero | no |
            | menú | Menú | sí |
            """,
            "evento", ["fecha: date", "invitados: integer optional", "menú>menú"]),
    ]

    static let rules: [Case] = [
        Case(
            """
            # League

            - teams: name (unique), captain phone (nullable)
            - rounds: number (1..8), topic
            - scores: points (default 0), FK round, FK team as away team (on delete restrict); unique (round, team)
            """,
            "score", ["points: integer = 0", "round>round", "away_team>team restrict", "unique round + away_team"]),
        Case(
            """
            # League

            - fixtures: date
            - rounds: number (1..8), fixture

            `number` in `rounds` is unique per fixture. A fixture's date may be empty.
            """,
            "round", ["number: integer(1..8)", "fixture>fixture", "unique number + fixture"]),
        Case(
            """
            # League

            - fixtures: date, state (open, played)
            - rounds: number (1..8), fixture

            A fixture's date may be empty. New fixtures are stored as open.
            """,
            "fixture", ["date: date optional", "state: enum(open, played) = open"]),
        Case(
            """
            # Bindery

            - job: price, ready by date
            - tool, with name and drawer number

            a job uses several tools, same tool is for many jobs
            """,
            "job tool", ["job>job", "tool>tool", "unique job + tool"]),
        Case(
            """
            Feria

            - Inscripción: fecha, pagada (sí/no)
            - Asignación: inscripción, con enchufe (sí/no)

            Cada inscripción recibe como máximo una asignación.
            """,
            "asignación", ["con_enchufe: boolean", "inscripción>inscripción unique"]),
        Case(
            """
            Vet clinic

            * Owner -- name, phone (unique)
            * Pet -- name, birth date?

            Relations:
            * Owner 1:N Pet (cascade)
            """,
            "pet", ["name: string(..100)", "birth_date: date optional", "owner>owner"]),
        Case(
            """
            # Bakery

            Bread → name (unique), price
            Café → name, street
            Standing order → weekday, quantity (minimum 1)

            Links

            Standing order → Café, many to one, deleted with the café
            Standing order → Bread, many to one

            At most one standing order exists per café, bread and weekday.
            """,
            "standing order",
            [
                "weekday: string(..20)", "quantity: integer(1..)", "café>café", "bread>bread",
                "unique weekday + café + bread",
            ]),
    ]

    @Test("A list may have any layout", arguments: lists)
    func list(_ expected: Case) throws { try expected.check() }

    @Test("A table may have any columns", arguments: tables)
    func table(_ expected: Case) throws { try expected.check() }

    @Test("Sentences and marks beside a list speak of what is in it", arguments: rules)
    func rule(_ expected: Case) throws { try expected.check() }
}
