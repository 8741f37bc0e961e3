import Testing

@testable import MGEReading

/// Spanish sentences that tell of a field each, how sentences begin to speak of something, and lists of several things' fields.
@Suite struct SpanishToldTests {
    typealias Case = SentenceCase

    static let told = [
        Case(
            "Cada queso tiene un precio. Cada proveedor tiene un nombre. Lo que apuntamos hoy en la libreta:",
            "proveedor", ["nombre: string(..100)"]),
        Case(
            "Cada mesa tiene un color. La tarifa por hora está en pesos, con un piso de 1000. Su modalidad "
                + "puede ser libre, mixta o guiada.", "mesa",
            ["color: string(..30)", "tarifa_por_hora: decimal(1000..)", "modalidad: enum(libre, mixta, guiada)"]),
        Case(
            "Cada barco tiene un color. El monto, expresado en soles, puede no constar.", "barco",
            ["color: string(..30)", "monto: decimal optional"]),
        Case(
            "Cada receta trae un color. El eje puede no venir; cuando viene, va de 0 a 180.", "receta",
            ["color: string(..30)", "eje: integer(0..180) optional"]),
        Case(
            "Cada caja tiene un color. El lacre se elige entre verde, amarillo y rojo. El sello es un entero "
                + "positivo.", "caja",
            ["color: string(..30)", "lacre: enum(verde, amarillo, rojo)", "sello: integer(1..)"]),
        Case(
            "Cada perro tiene un color. El apodo lo pone el sistema y ningún otro perro lo lleva.", "perro",
            ["color: string(..30)", "apodo: string(..50) unique"]),
        Case(
            "Cada aviso tiene un color. Su estado es abierto al crearse y después cerrado o anulado.", "aviso",
            ["color: string(..30)", "estado: enum(abierto, cerrado, anulado) = abierto"]),
        Case(
            "Cada sensor tiene un color. Criterios: el alias, obligatorio, ocupa 16 caracteres; el apodo se "
                + "puede obviar; la magnitud se limita a calor, humo o luz.", "sensor",
            [
                "color: string(..30)", "alias: string(16..16)", "apodo: string(..50) optional",
                "magnitud: enum(calor, humo, luz)",
            ]),
        Case(
            "Cada lote tiene un color. Si es frágil se marca; lo normal es que no lo sea.", "lote",
            ["color: string(..30)", "frágil: boolean = false"]),
        Case(
            "Cada barca tiene un color. A las barcas las distingue el número de vela, que va del 1 al 99.", "barca",
            ["color: string(..30)", "número_de_vela: integer(1..99) unique"]),
        Case(
            "Cada pedido tiene un color. Ningún pedido se guarda sin dirección.", "pedido",
            ["color: string(..30)", "dirección: string(..300)"]),
        Case(
            "Cada obra tiene un color. Toda obra arranca como no pagada.", "obra",
            ["color: string(..30)", "pagada: boolean = false"]),
    ]

    static let begun = [
        Case(
            "Cada lote es de una cuba. Por cada lote se anota: densidad inicial, color y litros, como poco "
                + "50.", "lote",
            ["densidad_inicial: float", "color: string(..30)", "litros: float(50..)", "cuba>cuba"]),
        Case(
            "Cada tren tiene asientos por vagón, un entero no menor que 6 ni mayor que 48, un alias (de tres "
                + "a seis caracteres) y un límite, 20 de serie.", "tren",
            ["asientos_por_vagón: integer(6..48)", "alias: string(3..6)", "límite: integer = 20"]),
        Case(
            "Cada puesto tiene un color, la letra y el número, pareja que no puede coincidir en dos puestos.", "puesto",
            ["color: string(..30)", "letra: string", "número: integer", "unique letra + número"]),
        Case(
            "Crea la entidad reloj. Ponle número de serie, irrepetible; calibre; y color.", "reloj",
            ["número_de_serie: string(..50) unique", "calibre: string", "color: string(..30)"]),
        Case(
            "Queremos que el bulto tenga: guía (sin duplicados), color y peso bruto en kilos.", "bulto",
            ["guía: string unique", "color: string(..30)", "peso_bruto: float"]),
        Case(
            "Al registrar un dron se rellenan el fabricante y el color.", "dron",
            ["fabricante: string", "color: string(..30)"]),
        Case(
            "Las parcelas del camping tienen una letra y un color. Cada reserva es de una parcela.", "parcela",
            ["letra: string", "color: string(..30)"]),
    ]

    static let lists = [
        Case(
            "Cada grúa es de una obra. Apuntamos la altura máxima de la grúa, el alias y la dirección de la "
                + "obra, que es única.", "grúa",
            ["altura_máxima: decimal", "obra>obra"]),
        Case(
            "Cada grúa es de una obra. Apuntamos la altura máxima de la grúa, el alias y la dirección de la "
                + "obra, que es única.", "obra",
            ["alias: string", "dirección: string(..300) unique"]),
        Case(
            "Cada camión engancha un remolque. Datos: matrícula única del camión, color del remolque y "
                + "altura del remolque.", "camión",
            ["matrícula: string(..20) unique", "remolque>remolque"]),
        Case(
            "Cada camión engancha un remolque. Datos: matrícula única del camión, color del remolque y "
                + "altura del remolque.", "remolque",
            ["color: string(..30)", "altura: decimal"]),
        Case(
            "Cada tirador es de una pista y de una ronda. Del tirador constan apellidos; de la pista, la "
                + "letra; de la ronda, el color.", "pista",
            ["letra: string"]),
        Case(
            "Cada tirador es de una pista y de una ronda. Del tirador constan apellidos; de la pista, la "
                + "letra; de la ronda, el color.", "ronda",
            ["color: string(..30)"]),
        Case(
            "Cada tirador es de una pista y de una ronda. Del tirador constan apellidos; de la pista, la "
                + "letra; de la ronda, el color.", "tirador",
            ["apellidos: string(..150)", "pista>pista", "ronda>ronda"]),
    ]

    @Test("A sentence tells of a field that it begins with", arguments: told)
    func readsTold(expected: Case) throws { try expected.check() }

    @Test("A sentence begins to speak of something", arguments: begun)
    func readsBegun(expected: Case) throws { try expected.check() }

    @Test("A list says of what its fields are", arguments: lists)
    func readsLists(expected: Case) throws { try expected.check() }
}
