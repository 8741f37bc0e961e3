import Testing

@testable import MGEReading

/// Relations, rules and fields in lists and tables, written as people write them.
@Suite struct ListRelationTests {
    typealias Case = SentenceCase

    private static let ridingSchool = """
        ## Riding school

        Semicolons separate the fields.

        - Rider = name; helmet size; phone (opt)
        - Horse = chip number (unique); name; foaled on
        - Stable = letter (unique); heated, true or false
        - Lesson = date; minutes, 45 by default

        - Horse n – 1 Stable (no stable while the horse is on grass)
        - Rider n – m Horse
        - Lesson n – 1 Rider (as teacher)

        Unique together: horse + foaled on for a horse; stable + letter for a stable; rider + date for a lesson.
        """

    private static let boatYard = """
        Boat yard

        1. Berth. Holds: number (unique), length.
        2. Skipper. Holds: name, email (nullable).
        3. Boat. Holds: hull number (text), paid until (date, nullable) → one berth, removed with it; → one skipper, the owner.
        4. Note. Holds: text, grade (good | bad) → one boat.

        A number is unique within its berth, and a grade within its boat.
        """

    private static let tennis = """
        Tennis

        - Player: name, phone
        - Pair: team name, a player on the left and a player on the right
        - Court: number, kind (clay, grass, hard)
        - Match: day, court; a court has one match at most
        """

    private static let tickets = """
        Tickets

        • Venue
           – name (unique), capacity
        • Concert
           – code (unique), long title, price asked (at least 5), state: open / sold / off (open by default)
           – belongs to one venue; a venue with concerts can't be deleted
        • Visitor
           – name
        • Ticket
           – row, seat
           – belongs to one concert and one visitor, and there are never two of the same visitor and concert
           – deleted with its concert
        """

    private static let parking = """
        Parking

        - the **cars**: plate (unique), colour
        - the **garages**: name, floors
        - the **drivers**: name, phone. A car has several, and they are deleted with the car
        - the **visits**: from, until. It is for one car and is held in one garage

        When a car is deleted, its visits are deleted and its drivers are left without a car.
        """

    private static let choir = """
        # Coro

        - De cada **ensayo**, la fecha y la hora. Se hace en una sala. Lo dirige un maestro.
        - De cada **sala**, el nombre y el aforo.
        - De cada **maestro**, el nombre y el teléfono.
        - De cada **acta**, el texto. Sale de un ensayo.

        Las actas se borran con su ensayo.
        """

    private static let workshops = """
        # Talleres

        ## Relaciones

        - Coche con Cliente: muchos a uno. No se puede borrar un cliente con coches.
        - Arreglo con Coche: muchos a uno.
        - Arreglo – Pieza: muchos a muchos, las piezas que se cambian.

        ## Cliente

        | Campo | Tipo | Obligatorio |
        |---|---|---|
        | nombre | texto | sí |

        ## Coche

        | Campo | Tipo | Obligatorio |
        |---|---|---|
        | matrícula | texto | sí |

        ## Arreglo

        | Campo | Tipo | Obligatorio |
        |---|---|---|
        | fecha | fecha | sí |

        ## Pieza

        | Campo | Tipo | Obligatorio |
        |---|---|---|
        | marca | texto | no |
        """

    private static let farm = """
        | Entity | What it is | Key |
        |---|---|---|
        | Farm | a place | farm code |
        | Goat | an animal | tag |
        | Milking | when milk is taken | – |

        | Entity | Other fields |
        |---|---|
        | Farm | country, organic (yes/no) |
        | Goat | name, born on |
        | Milking | date, litres |

        | One | Many | Deleting the one |
        |---|---|---|
        | Farm | Goat | not allowed while it has goats |
        | Goat | Milking | deletes its milkings |
        """

    private static let entityTable = """
        | Entidad | Atributos | Opcionales | Únicos | Relaciones |
        |---|---|---|---|---|
        | Taquilla | número, planta | planta | número | – |
        | Socio | nombre, carné | – | carné | N:1 con Taquilla, opcional |
        | Clase | título, nivel | – | – | N:M con Socio |

        - El nivel de una clase es bajo, medio o alto; por defecto, bajo.
        - La planta de una taquilla va de 0 a 3.
        """

    static let lists: [Case] = [
        Case(
            ridingSchool, "horse",
            ["chip_number: string unique", "name: string(..100)", "foaled_on: date", "stable>stable optional"]),
        Case(
            ridingSchool, "lesson", ["date: date", "minutes: integer = 45", "teacher>rider", "unique teacher + date"]),
        Case(
            boatYard, "boat",
            [
                "hull_number: string", "paid_until: date optional", "berth>berth", "owner>skipper",
                "unique hull_number + berth",
            ]),
        Case(
            boatYard, "note", ["text: text", "grade: enum(good, bad)", "boat>boat", "unique grade + boat"]),
        Case(
            """
            # Choir archive

            + A singer has a full name and a voice.
            + A booklet has a shelf mark (unique) and a year. It belongs to one composer.
            + A composer has a name, which is unique.
            """,
            "booklet", ["shelf_mark: string unique", "year: integer", "composer>composer"]),
        Case(
            """
            # Talleres

            * Coche: matrícula, color
            * Mecánico: nombre, teléfono
            * Arreglo: fecha, precio

            * Arreglo → Coche: uno; no se puede borrar un coche con arreglos
            * Arreglo → Mecánico (jefe): uno
            * Arreglo → Mecánico (aprendiz): uno o ninguno; si se borra el mecánico, queda vacío
            """,
            "arreglo",
            ["fecha: date", "precio: decimal", "coche>coche restrict", "jefe>mecánico", "aprendiz>mecánico optional"]),
        Case(
            tennis, "pair", ["team_name: string(..100)", "player_on_the_left>player", "player_on_the_right>player"]),
        Case(
            tennis, "match", ["day: date", "court>court unique"]),
        Case(
            tickets, "concert",
            [
                "code: string(..50) unique", "long_title: string", "price_asked: integer(5..)",
                "state: enum(open, sold, off) = open", "venue>venue restrict",
            ]),
        Case(
            tickets, "ticket",
            ["row: string", "seat: string", "concert>concert", "visitor>visitor", "unique concert + visitor"]),
        Case(
            parking, "driver", ["name: string(..100)", "phone: string(..30)", "car>car optional"]),
        Case(
            parking, "visit", ["from: date", "until: date", "car>car", "garage>garage"]),
        Case(
            """
            Guardería

            - **Aula:** nombre, planta. Cada aula está en un edificio.
            - **Edificio:** nombre, calle
            - **Cuna:** número, color (rojo, azul). Lo elige un padre y se queda en un aula.
            - **Padre:** nombre, teléfono
            """,
            "cuna", ["número: integer", "color: enum(rojo, azul)", "padre>padre", "aula>aula"]),
        Case(
            choir, "ensayo", ["fecha: date", "hora: time", "sala>sala", "maestro>maestro"]),
        Case(
            choir, "acta", ["texto: text", "ensayo>ensayo"]),
        Case(
            """
            # Tapes

            - For each tape, the length.
            - For each transcript, the body. It is of one tape, and a tape has at most one.
            - For each blood bag, the group: A, B, AB or O.
            """,
            "transcript", ["body: text", "tape>tape unique"]),
    ]

    static let tables: [Case] = [
        Case(
            workshops, "coche", ["matrícula: string", "cliente>cliente restrict"]),
        Case(
            workshops, "arreglo pieza", ["arreglo>arreglo", "pieza>pieza", "unique arreglo + pieza"]),
        Case(
            farm, "farm", ["farm_code: string(..50) unique", "country: string(..100)", "organic: boolean"]),
        Case(
            farm, "goat", ["tag: string unique", "name: string(..100)", "born_on: date", "farm>farm restrict"]),
        Case(
            farm, "milking", ["date: date", "litres: decimal", "goat>goat"]),
        Case(
            entityTable, "taquilla", ["número: integer unique", "planta: integer(0..3) optional"]),
        Case(
            entityTable, "socio", ["nombre: string(..100)", "carné: string unique", "taquilla>taquilla optional"]),
        Case(
            entityTable, "clase", ["título: string", "nivel: enum(bajo, medio, alto) = bajo"]),
    ]

    @Test("A list says what refers to what, and what holds of it", arguments: lists)
    func list(_ expected: Case) throws { try expected.check() }

    @Test("A table says what refers to what, and what holds of it", arguments: tables)
    func table(_ expected: Case) throws { try expected.check() }
}
