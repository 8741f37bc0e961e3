import Testing

@testable import MGEReading

/// Tables that are turned round, that have a field in each column, or pairs of entities below any header.
@Suite struct TableShapeTests {
    typealias Case = SentenceCase

    private static let races = """
        | We keep | With these details | Linked to | Mind that |
        |---|---|---|---|
        | Club | name, website (optional) | - | the name is unique |
        | Race | title, entry fee, category (short, medium, long) | one club, as organiser | the title is unique |
        | Course | name, distance | one race; each race has one course | - |
        | Marshal | full name, mobile | many courses; a course has many marshals | - |
        | Entry | bib number, status (entered, started), fee paid (yes/no) | one race | the status is entered at first, and the fee paid is no |
        """

    private static let cases = [
        Case(
            """
            # Marina

            **Berth**

            | | number | length |
            |---|---|---|
            | type | whole number | decimal, at most 40 |
            | required | yes | yes |
            | unique | yes | no |

            **Boat**

            | | sail number | launched on | hull |
            |---|---|---|---|
            | type | text | date | wood, steel or glass fibre |
            | required | yes | no | yes |
            | unique | yes | no | no |

            | Many... | ...with one | Note |
            |---|---|---|
            | boats | berth | may have none |
            """,
            "boat",
            [
                "sail_number: string unique", "launched_on: date optional", "hull: enum(wood, steel, glass fibre)",
                "berth>berth optional",
            ]),
        Case(
            """
            Everything of the bakery

            | thing | has | and has | and also | finally |
            |---|---|---|---|---|
            | shop | name (unique) | street | | |
            | loaf | name | price | kind: rye, wheat or oat | sliced: yes or no |
            | flour | brand | weight in grams | | |

            | here | there | |
            |---|---|---|
            | loaf | shop | where it is sold |
            | loaf | flour | a loaf has several, and a flour is in several loaves |
            """,
            "loaf",
            ["name: string(..100)", "price: decimal", "kind: enum(rye, wheat, oat)", "sliced: boolean", "shop>shop"]),
        Case(
            """
            # Relevo

            | Dato | De qué ficha | Formato | ¿Puede faltar? | Observaciones |
            |---|---|---|---|---|
            | nombre | Almacén | texto | no | único |
            | capacidad | Almacén | entero | no | |
            | código | Lote | texto | no | único |
            | kilos | Lote | decimal | no | |
            | caducidad | Lote | fecha | sí | |

            | Ficha | Apunta a | Cuántas | Al borrar la segunda |
            |---|---|---|---|
            | Lote | Almacén | una, o ninguna | se queda sin almacén |
            """,
            "lote", ["código: string unique", "kilos: decimal", "caducidad: date optional", "almacén>almacén optional"]),
        Case(
            """
            The school

            | TEACHER | |
            |---|---|
            | full name | |
            | licence number | unique |
            | languages | text, can be empty |

            | LESSON | |
            |---|---|
            | start | date and time |
            | minutes | from 45 to 180, normal is 90 |
            """,
            "teacher", ["full_name: string", "licence_number: string unique", "languages: string optional"]),
        Case(
            Self.races,
            "race",
            ["title: string unique", "entry_fee: decimal", "category: enum(short, medium, long)", "organiser>club"]),
        Case(
            Self.races,
            "course", ["name: string(..100)", "distance: float", "race>race unique"]),
        Case(
            Self.races,
            "marshal", ["full_name: string", "mobile: string"]),
        Case(
            Self.races,
            "entry",
            [
                "bib_number: string", "status: enum(entered, started) = entered", "fee_paid: boolean = false",
                "race>race",
            ]),
        Case(
            """
            | Record | Field | Format | May be empty | Notes |
            |---|---|---|---|---|
            | Fitter | full name | text | no | |
            | | trade | text | no | |
            | Card | opened at | date and time | no | |
            | | indoor | yes/no | no | no unless ticked |
            | | fitters | → Fitter, several | no | a fitter works on many cards |
            """,
            "card", ["opened_at: datetime", "indoor: boolean = false"]),
    ]

    @Test("A table is read however it is set", arguments: cases)
    func shape(_ example: Case) throws { try example.check() }
}
