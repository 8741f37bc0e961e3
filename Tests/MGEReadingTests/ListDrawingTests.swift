import MGELayers
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

    private static let parts = """
        Season planner

        A) The records
           · Season: number (unique), working title (may be empty)
           · Chapter: number, title, minutes (from 20 to 75)
           · Writer: name, email (unique), on staff (yes/no)

        B) Who goes with whom
           · Every season is made up of many chapters.
           · A chapter is written by one writer.
        """

    private static let labelled = """
        Dam monitoring

        RF-01. Dam
           Data: name (unique); river; height in metres.
           Relations: none of its own.

        RF-02. Gauge
           Data: code (unique); class: piezometer or pendulum; removed on (optional).
           Relations: belongs to one dam;
              caretaker, a technician.

        RF-03. Technician
           Data: full name; email (unique).
           Relations: none.
        """

    private static let questions = """
        **What do we keep of a club?**
        1. Its name.
        2. Its website, if it has one.

        **And of a runner?**
        1. Name, surname and date of birth.
        2. Its club.

        **And of a medal?**
        1. Colour: gold, silver or bronze.
        """

    private static let requirements = """
        REQ-1 The system shall hold wagons: reference (unique), table number, weight in kilos.
        REQ-2 The system shall hold depots: name (unique), town.
        REQ-3 Each wagon shall belong to one depot.
        """

    private static let headed = """
        ## Package
        - name, unique
        - homepage (URL)

        ## Licence
        - name, unique
        - text: long text

        ## Team
        - name, unique
        - email

        ## Release (of a package)
        - version
        - yanked, false by default
        - seal

        ## Deletes
        - package gone → its releases gone
        - a team with packages: refuse
        """

    @Test(
        "Titles of parts, labels, questions and requirements",
        arguments: [
            Case(parts, "season", ["number: string unique", "working_title: string optional"]),
            Case(
                parts, "chapter",
                [
                    "number: string", "title: string", "minutes: integer(20..75)", "season>season",
                    "writer>writer",
                ]),
            Case(labelled, "dam", ["name: string(..100) unique", "river: string", "height_in_metres: decimal"]),
            Case(
                labelled, "gauge",
                [
                    "code: string(..50) unique", "class: enum(piezometer, pendulum)", "removed_on: date optional",
                    "dam>dam", "caretaker>technician",
                ]),
            Case(
                questions, "runner",
                ["name: string(..100)", "surname: string(..100)", "date_of_birth: date", "club>club"]),
            Case(questions, "medal", ["colour: enum(gold, silver, bronze)"]),
            Case(
                requirements, "wagon",
                ["reference: string unique", "table_number: string", "weight: decimal", "depot>depot"]),
            Case(headed, "release", ["version: string", "yanked: boolean = false", "seal: string", "package>package"]),
        ])
    func titled(_ sentence: Case) throws { try sentence.check() }

    @Test(
        "What the second half of an item says of the other side",
        arguments: [
            ("calls at many stops (and a stop is on many routes)", nil),
            ("comes under one or more stops; a stop covers lots of routes", nil),
            ("its stop, if it has one; a stop never serves two routes", "stop>stop unique optional"),
            ("from one stop, and from a stop comes only one route", "stop>stop unique"),
        ])
    func bothSides(_ item: String, _ reference: String?) throws {
        let document = try ReadingSupport.read("Stop\n- name\n- code\n\nRoute\n- name\n- \(item)")
        #expect(document.shown("route") == ["name: string(..100)"] + (reference.map { [$0] } ?? []))
        #expect(document.entities.contains { $0.name == "route stop" } == (reference == nil))
    }
}
