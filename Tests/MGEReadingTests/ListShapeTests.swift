import Testing

@testable import MGEReading

/// Lists below sentences that say what they are of, with slashes, with labels, and terms with their explanations.
@Suite struct ListShapeTests {
    typealias Case = SentenceCase

    private static let lighthouses = """
        # Faros

        ### Provincia

        Datos:

        - nombre
        - código, único

        ### Faro

        Datos:

        - nombre
        - altura en metros, de 1 a 200

        Vínculos:

        - está en una provincia
        - puede tener un farero como encargado

        ### Farero

        Datos:

        - nombre
        - correo, distinto para cada farero

        Vínculos:

        - algunos tienen a otro farero de suplente
        """

    private static let lifts = """
        1. Lift
           1.1. Factory number (unique), rated load in kilograms (between 100 and 5000) and date of commissioning.
           1.2. Drive: traction, hydraulic or screw.
        2. Inspector
           2.1. Certificate number, different for every inspector, and certificate expiry date.
        3. Inspection
           3.1. The lift inspected and the inspector.
           3.2. Date, and outcome (passed, conditional, failed).
           3.3. Report, a long text, not mandatory; severity, from 1 to 4, with 2 as the default.
        """

    private static let vaults = """
        # vaultkeeper

        Vault
        : A cold chamber. We note its label and its set temperature.

        Packet
        : A portion of seeds: its code (unique) and the weight in grams. It lies in one vault.

        Collector
        : Somebody who brings in packets. Known by a full name and an email that no other collector has.
        """

    private static let cases = [
        Case(
            """
            Our rooms are in the head of my boss.

            For venue we need
            - name, unique
            - city

            A game is always inside of one venue. For game:
            - title
            - length in minutes, from 30 until 120, usual value 60

            Then we have inspectors:
            - first name
            - email, unique

            Visits. Each visit is for one game.
            - day (date)
            - remarks, can be empty
            """,
            "game", ["title: string", "length_in_minutes: float(30..120) = 60.0", "venue>venue"]),
        Case(
            Self.lighthouses,
            "faro",
            [
                "nombre: string(..100)", "altura_en_metros: decimal(1..200)", "provincia>provincia",
                "encargado>farero optional",
            ]),
        Case(
            Self.lighthouses,
            "farero", ["nombre: string(..100)", "correo: email unique", "suplente>farero optional"]),
        Case(
            Self.lifts,
            "inspection",
            [
                "date: date", "outcome: enum(passed, conditional, failed)", "report: text optional",
                "severity: integer(1..4) = 2", "lift_inspected>lift", "inspector>inspector",
            ]),
        Case(
            Self.lifts,
            "inspector", ["certificate_number: string unique", "certificate_expiry_date: date"]),
        Case(
            Self.lifts,
            "lift",
            [
                "factory_number: string unique", "rated_load_in_kilograms: float(100..5000)",
                "date_of_commissioning: date", "drive: enum(traction, hydraulic, screw)",
            ]),
        Case(
            """
            lo apunto en orden

            1) DUEÑOS / nombre / apellidos / correo, único
            2) PERROS / nombre / tamaño: mini, mediano o grande / muerde: sí o no, por defecto no / un perro tiene un dueño
            3) CITAS / para un perro / día y hora / observaciones, texto largo, opcional
            """,
            "perro",
            ["nombre: string(..100)", "tamaño: enum(mini, mediano, grande)", "muerde: boolean = false", "dueño>dueño"]),
        Case(
            Self.vaults,
            "packet", ["code: string(..50) unique", "weight: decimal", "vault>vault"]),
        Case(
            Self.vaults,
            "vault", ["label: string", "set_temperature: float"]),
        Case(
            """
            # Refugios

            - Refugio → nombre, plazas
            - Montañero → nombre, móvil, fecha de nacimiento
            - Reserva → localizador, número de noches

            Pueden dejarse vacíos las plazas del refugio y el móvil del montañero.
            """,
            "montañero", ["nombre: string(..100)", "móvil: string(..30) optional", "fecha_de_nacimiento: date"]),
        Case(
            """
            Nuestro club

            De cada socio:
            - nombre
            - correo, único

            Luego están las pistas:
            - número
            - superficie: tierra o hierba

            Por último, las reservas:
            - fecha
            - notas, opcional
            """,
            "pista", ["número: integer", "superficie: enum(tierra, hierba)"]),
    ]

    @Test("A list is read however it is introduced", arguments: cases)
    func shape(_ example: Case) throws { try example.check() }
}
