import Testing

@testable import MGEReading

/// Tables whose columns say what they hold by their cells as much as by their headers.
@Suite struct TableLayoutTests {
    typealias Case = SentenceCase

    private static let cases = [
        Case(
            """
            Everything about our tools

            | Thing | Value | Type | Note |
            |---|---|---|---|
            | Smith | code | text | unique |
            | Smith | phone | text | optional |
            | Anvil | weight | decimal | |
            | Anvil | keeper | Smith | can be empty |
            | Hammer | label | text | unique |
            | Hammer | anvil | Anvil | |
            """,
            "anvil", ["weight: decimal", "keeper>smith optional"]),
        Case(
            """
            # Waterworks

            | Item | Kind | Note |
            |---|---|---|
            | Well.depth | decimal | metres |
            | Pump.serial number | text | unique |
            | Pump.bought on | date | optional |
            | Pump.state | idle, running | idle by default |

            | Parent | 1 : n | Child | When deleted |
            |---|---|---|---|
            | Well | 1 : n | Pump | refused |
            """,
            "pump",
            [
                "serial_number: string unique", "bought_on: date optional", "state: enum(idle, running) = idle",
                "well>well restrict",
            ]),
        Case(
            """
            # Coro

            | Elemento | Detalle | Obligatorio |
            |---|---|---|
            | **Sala** | | |
            | nombre | único | sí |
            | **Ensayo** | | |
            | comienza | fecha y hora | sí |
            | duración | entero, 90 por defecto | no |
            | sala | → Sala | no |
            """,
            "ensayo", ["comienza: datetime", "duración: integer optional = 90", "sala>sala optional"]),
        Case(
            """
            muebles del taller

            | de que | dato | un ejemplo | nota |
            |---|---|---|---|
            | mueble | codigo | M-12 | no se repite |
            | mueble | madera | roble | roble, pino o haya |
            | mueble | carpintero | Luis | un carpintero |
            | carpintero | nombre | Luis | |
            | carpintero | correo | l@uno.es | opcional |
            """,
            "mueble", ["codigo: string(..50) unique", "madera: enum(roble, pino, haya)", "carpintero>carpintero"]),
        Case(
            """
            ## Sensors

            | Entity | Attributes |
            |---|---|
            | Site | name |
            | Probe | label, depth |
            | Cable | length |

            | A | B | A : B | If B is deleted |
            |---|---|---|---|
            | Probe | Site | N : 1 | forbidden |
            | Probe | Cable | N : 0..1 | A stays without B |
            """,
            "probe", ["label: string", "depth: float", "site>site restrict", "cable>cable optional"]),
        Case(
            """
            Tool lending

            Shed

            | | Must | Once | Allowed |
            |---|---|---|---|
            | Name | x | x | |

            Tool

            | | Must | Once | Allowed |
            |---|---|---|---|
            | Label | x | x | 5 characters |
            | Bought on | | | date |
            | → Shed | x | | |
            """,
            "tool", ["label: string(5..5) unique", "bought_on: date optional", "shed>shed"]),
        Case(
            """
            # Archive

            | Record | Identified by | Also carries | Refers to |
            |---|---|---|---|
            | Room | name | floor (int) | – |
            | Shelf | room + number | width (decimal) | Room, Keeper as owner |
            | Keeper | badge | phone | – |
            """,
            "shelf", ["width: decimal", "number: string", "room>room", "owner>keeper", "unique room + number"]),
        Case(
            """
            garden

            | what | data | never repeated | may be missing | belongs to |
            |---|---|---|---|---|
            | orchard | name | name | | |
            | tree | number, planted on | number within the orchard | planted on | orchard |
            """,
            "tree", ["number: string", "planted_on: date optional", "orchard>orchard", "unique number + orchard"]),
    ]

    @Test("A table is read by what stands in it", arguments: cases)
    func layout(_ example: Case) throws { try example.check() }
}
