import Testing

@testable import MGEReading

/// Lists in numbered sections, the value that a row has at first among its cases, rules in tables and signs in cells.
@Suite struct ListSectionTests {
    typealias Case = SentenceCase

    private static let cases = [
        Case(
            """
            1. Data

               1.1 Member: name, email (unique), phone.
               1.2 Visit: member, date, state (open or closed).

            2. Rules

               2.1 A member with visits cannot be deleted.
            """,
            "visit", ["date: date", "state: enum(open, closed)", "member>member restrict"]),
        Case(
            """
            1. Pilot
            1.1 alias, unique
            1.2 email
            2. Race
            2.1 date
            2.2 winner: a pilot
            """,
            "race", ["date: date", "winner>pilot"]),
        Case(
            """
            Datos:

            a) De la subasta: título y fecha.
            b) Del perito: nombre, teléfono.
            c) Del lote: número, valor, que no baja de cero. También la subasta en la que sale.
            """,
            "lote", ["número: integer", "valor: decimal(0..)", "subasta>subasta"]),
        Case(
            """
            ## Visit
            - level: mild (default), moderate, severe
            - paid: yes/no, no until the guest pays
            - deposit (if agreed)
            - also the guest

            ## Guest
            - name
            """,
            "visit",
            [
                "level: enum(mild, moderate, severe) = mild", "paid: boolean = false",
                "deposit: decimal optional", "guest>guest",
            ]),
        Case(
            """
            Datos:
            - libro: título, estado: libre, prestado o perdido, y por defecto libre
            - socio: nombre
            - préstamo: libro, fecha; un socio como titular y otro socio como avalista, opcional
            """,
            "libro", ["título: string", "estado: enum(libre, prestado, perdido) = libre"]),
        Case(
            """
            El asterisco marca lo que se puede dejar en blanco.

            | Qué | Datos |
            |---|---|
            | Sala | código, planta * |
            | Obra | título, fin * (fecha), sala |

            | Regla | Detalle |
            |---|---|
            | Borrados | una sala con obras no se puede borrar |
            """,
            "obra", ["título: string", "fin: date optional", "sala>sala restrict"]),
        Case(
            """
            | Thing | Data | Precisions |
            |---|---|---|
            | Game | title, players, level | the level is easy, medium or expert; from 2 to 8 players |
            | Play | begin, finish | both are date and time |
            """,
            "game", ["title: string", "players: integer(2..8)", "level: enum(easy, medium, expert)"]),
    ]

    @Test("Sections, first values and rules are read wherever they stand", arguments: cases)
    func section(_ example: Case) throws { try example.check() }
}
