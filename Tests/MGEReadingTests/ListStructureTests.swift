import Testing

@testable import MGEReading

/// Lists with labels, marks and items below items that say what belongs to what.
@Suite struct ListStructureTests {
    typealias Case = SentenceCase

    private static let musicSchool = """
        Music school

        * Teacher (full name, email unique)
            * has many Pupils (name, birthday optional)
                * each pupil has many Lessons (date, minutes 30 to 90)
        * Room (number unique)
        """

    private static let cases = [
        Case(
            """
            ## Street lights: data model

            **Panel**
            - code: text, unique
            - rated power: decimal

            **Lamp**
            - number: text, unique
            - state: lit, dark or broken; dark by default

            Relations:

            1. Lamp → Panel (N:1). A panel with lamps can't be deleted.
            """,
            "lamp",
            ["number: text unique", "state: enum(lit, dark, broken) = dark", "panel>panel restrict"]),
        Case(
            """
            # Puertos

            **Muelle:**

            - código: único
            - calado en metros

            **Amarre**

            - número: texto, único
            - muelle: Muelle
            """,
            "amarre", ["número: text unique", "muelle>muelle"]),
        Case(
            """
            # Bike shop

            - **Client**
              - has: name, phone (optional)
            - **Bike**
              - has: frame number (unique), colour
              - points to: Client
            - **Repair**
              - has: opened on, price
              - points to: Bike, Mechanic as helper (optional)
            - **Mechanic**
              - has: full name
            """,
            "repair", ["opened_on: date", "price: decimal", "bike>bike", "helper>mechanic optional"]),
        Case(
            """
            ## Sala
            - **Datos:** nombre (único), aforo

            ## Músico
            - **Datos:** nombre, correo

            ## Ensayo
            - **Datos:** fecha, hora
            - **Relaciones:** se hace en una sala; lo dirige un músico
            - **Reglas:** no hay dos ensayos en la misma sala con la misma fecha y hora
            """,
            "ensayo", ["fecha: date", "hora: time", "sala>sala", "músico>músico", "unique fecha + hora + sala"]),
        Case(
            """
            beekeeping

            * keeper // name, phone // nothing
            * hive // number (unique), wood // one keeper
            * treatment // remedy, day // one hive
            """,
            "treatment", ["remedy: string", "day: date", "hive>hive"]),
        Case(
            Self.musicSchool,
            "pupil", ["name: string(..100)", "birthday: date optional", "teacher>teacher"]),
        Case(
            Self.musicSchool,
            "lesson", ["date: date", "minutes: integer(30..90)", "pupil>pupil"]),
        Case(
            """
            Harbour

            A. What is there
               A.1 Berth: number (unique), depth in metres
               A.2 Ship: name, flag; owned by one captain
               A.3 Captain: full name, email (unique)

            B. What is given
               B.1 Permit: valid until, fee; for one ship
            """,
            "permit", ["valid_until: date", "fee: decimal", "ship>ship"]),
        Case(
            """
            ### Teatro

            * **Obra** con título (único), duración (entero) y género (drama o comedia)
            * **Actor** con nombre, edad (opcional) y correo
                * pertenece a una obra
            """,
            "actor", ["nombre: string(..100)", "edad: integer optional", "correo: email", "obra>obra"]),
        Case(
            """
            Weaving

            YARN
            · fibre → wool, silk or linen
            · supplier code → unique

            WEAVER
            · name → unique
            · web → URL, optional

            LOOM
            · width → decimal

            HOW THEY GO TOGETHER
            · LOOM → one WEAVER
            · LOOM → one WEAVER as keeper, optional
            · LOOM ↔ YARN: many and many

            REMOVING
            · A weaver that has looms can't be deleted.
            """,
            "loom", ["width: decimal", "weaver>weaver restrict", "keeper>weaver optional restrict"]),
        Case(
            """
            # Zoo

            **Animal**

            | Data | Format |
            |---|---|
            | name | text |

            **Visit**

            | Data | Format |
            |---|---|
            | date | date |
            | grade | good, fair |

            How they hang together:

            - Each visit is made to one animal and is deleted with it.
            """,
            "visit", ["date: date", "grade: enum(good, fair)", "animal>animal"]),
    ]

    @Test("A list is read by how it is laid out", arguments: cases)
    func layout(_ example: Case) throws { try example.check() }
}
