import Testing

@testable import MGEReading

/// Lists and tables with signs, arrows, quoted types and sentences that go on with them.
@Suite struct ListSignTests {
    typealias Case = SentenceCase

    private static let waterWorks = """
        Water works

        - Basin: name, depth; it has an upper pipe and a lower pipe, both of them pipes
        - Pipe: code (unique), width
        - Meter: number; for one pipe, and a pipe has only one meter
        """

    private static let cases = [
        Case(
            """
            bird club, ! means never two the same and ? means can be empty

            | nest | bird |
            |---|---|
            | number! | ring! |
            | height in metres | species |
            | remarks? | sex: male or female |
            | found by: a bird? | |
            """,
            "nest",
            [
                "number: string unique", "height_in_metres: decimal", "remarks: text optional",
                "found_by>bird optional",
            ]),
        Case(
            """
            # Hostel

            An asterisk marks data that must be given; all the rest may stay empty.

            **Guest**

            | Data | Format |
            |---|---|
            | surname* | text, up to 60 characters |
            | passport* | text, never twice |
            | phone | text |

            **Room**

            | Data | Format |
            |---|---|
            | number* | whole number |
            """,
            "guest", ["surname: string(..60)", "passport: string unique", "phone: string optional"]),
        Case(
            """
            Puerto

            Leyenda: (!) no se repite, (?) puede quedar vacío, ⇉ apunta a varios.

            1. Amarre
               1.1. letra (!)
               1.2. calado (?)
            2. Barco
               2.1. matrícula (!)
               2.2. bandera (?)
               2.3. ⇉ Amarre (cada amarre lo usan varios barcos)
            """,
            "barco amarre", ["barco>barco", "amarre>amarre", "unique barco + amarre"]),
        Case(
            """
            ### Oficina

            * **Informe** con título (`string`, único, máx. 60), resumen (`text`) y visto el (`datetime`)
                * pertenece a → **Sala**, en cascada
                * lo escribe → **Persona** (autora)
                * lo revisa → **Persona** (revisora), opcional
                * (sala, título) único
            * **Sala** con nombre (`string`, único)
            * **Persona** con correo
            """,
            "informe",
            [
                "título: string(..60) unique", "resumen: text", "visto_el: datetime", "sala>sala",
                "autora>persona", "revisora>persona optional", "unique sala + título",
            ]),
        Case(
            """
            stables

            - horse = name + birth date + sire + dam, birth date can be missing
            - rider = name + phone

            The sire and the dam are horses too, but often unknown.
            """,
            "horse",
            [
                "name: string(..100)", "birth_date: date optional", "sire>horse optional", "dam>horse optional",
            ]),
        Case(
            """
            cabras

            - cabra: nombre, crotal
            - corral: letra

            La cabra tiene padre y madre, que también son cabras, pero a menudo no se saben.
            """,
            "cabra", ["nombre: string(..100)", "crotal: string", "padre>cabra optional", "madre>cabra optional"]),
        Case(
            """
            ## Library

            ### Book
            - `title`: string, max 200
            - `state`: draft | printed

            ### Person
            - `handle`: string, unique

            ### Review
            - `body`: text
            - `grade`: low | high

            Belongs to a book, and there is one review per book and author. Its author is a person. Its checker is a person too, or null.

            ### Deleting
            - If a checker is deleted, the review stays without a checker.
            """,
            "review",
            [
                "body: text", "grade: enum(low, high)", "book>book", "author>person", "checker>person optional",
                "unique book + author",
            ]),
        Case(
            """
            Sails

            * Boat (name unique, length)
            * Sail (label, area)
                * used on many Boats, as every boat uses several
            """,
            "sail boat", ["sail>sail", "boat>boat", "unique sail + boat"]),
        Case(
            Self.waterWorks,
            "basin", ["name: string(..100)", "depth: float", "upper_pipe>pipe", "lower_pipe>pipe"]),
        Case(
            Self.waterWorks,
            "meter", ["number: string", "pipe>pipe unique"]),
        Case(
            """
            stables

            - horse: name, chip, born on
            - rider: name, phone
            - stall: number, horse
            """,
            "stall", ["number: string", "horse>horse"]),
        Case(
            """
            Modelo: taller de relojes

            [Cliente]
            nombre: texto
            móvil: texto, único

            [Reloj]
            marca: texto
            número de serie: texto, único
            cliente: Cliente

            [Reparación]
            entrada: fecha
            estado: recibida | lista (por defecto recibida)
            reloj: Reloj
            """,
            "reparación", ["entrada: date", "estado: enum(recibida, lista) = recibida", "reloj>reloj"]),
        Case(
            """
            - **Store** `stores`
              - `code` · string(10) · unique
            - **Pallet** `pallets`
              - `label` · string · unique
              - `weight` · decimal(8,2)
              - `stackable` · bool · default true
              - `store_id` · → Store · restrict
            """,
            "pallet",
            [
                "label: string unique", "weight: decimal", "stackable: boolean = true", "store>store restrict",
            ]),
        Case(
            """
            Riding school

            COURSE (title, price, places: 4 to 16)
            PUPIL (name, phone, allergies: long text)
            LESSON (held on, paid: yes/no, default no)

            LESSON >- PUPIL
            LESSON >- COURSE (cascade)
            """,
            "lesson", ["held_on: date", "paid: boolean = false", "pupil>pupil", "course>course"]),
        Case(
            """
            **What the orchestra keeps**

            Musician: name, instrument, phone (if given).
            Concert: date, notes (long).
            Score: title, composer.

            Relations: a concert plays many scores, and a score can be in many concerts.
            """,
            "concert score", ["concert>concert", "score>score", "unique concert + score"]),
        Case(
            """
            Pottery

            Piece
                title
                firing (optional, only once it was fired)
            Firing
                started at
                cone (between 1 and 12)
            """,
            "piece", ["title: string", "firing>firing optional"]),
    ]

    @Test("Signs and what follows a list are read", arguments: cases)
    func layout(_ example: Case) throws { try example.check() }
}
