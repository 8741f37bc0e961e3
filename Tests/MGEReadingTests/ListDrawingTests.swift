import Testing

@testable import MGEReading

/// Lists that are drawn: trees, dots that lead to what stands behind them, arrows and brackets; and sentences beside them.
@Suite struct ListDrawingTests {
    typealias Case = SentenceCase

    private static let tree = """
        Rink register

        Skater
        ├── licence, no two alike
        ├── name
        ├── [email]
        └── [sponsor] → another skater
        Blade
        ├── brand
        ├── owner → a skater
        └── sharpened on
        Skating permit
        ├── issued on
        └── one per skater, never more
        """

    private static let ascii = """
        Skater
        |-- licence, unique
        |-- name
        Blade
        |-- brand
        `-- owner -> Skater (optional)
        """

    private static let leaders = """
        ( ? can stay blank    ! never twice )

        STUDIO ...... name !, capacity
        BAND ........ name !, usual fee ?
        SOUND DESK .. number, bought on

        - STUDIO 1 --- N SOUND DESK
        """

    private static let mixed = """
        - Pupil: first name, surname, birth year.
        - Coach: full name, mobile.
        - A team has a name, a team number (unique, from 1 to 999) and a division, junior or senior.
        - It is led by one coach.
        """

    @Test(
        "Trees, leaders, arrows and brackets",
        arguments: [
            Case(
                tree, "skater",
                ["licence: string unique", "name: string(..100)", "email: email optional", "sponsor>skater optional"]),
            Case(tree, "blade", ["brand: string", "sharpened_on: date", "owner>skater"]),
            Case(tree, "skating permit", ["issued_on: date", "skater>skater unique"]),
            Case(ascii, "blade", ["brand: string", "owner>skater optional"]),
            Case(leaders, "band", ["name: string(..100) unique", "usual_fee: decimal optional"]),
            Case(leaders, "sound desk", ["number: string", "bought_on: date", "studio>studio"]),
        ])
    func drawn(_ sentence: Case) throws { try sentence.check() }

    @Test(
        "What sentences describe beside lists",
        arguments: [
            Case(
                mixed, "team",
                [
                    "name: string(..100)", "team_number: integer(1..999) unique", "division: enum(junior, senior)",
                    "coach>coach",
                ]),
            Case(mixed, "coach", ["full_name: string", "mobile: string"]),
        ])
    func told(_ sentence: Case) throws { try sentence.check() }
}
