import MGECore
import Testing

@testable import MGEReading

/// Spanish sentences as people plainly write them: who takes part, who plays a role, and what is only there once.
@Suite struct SpanishPlainTests {
    typealias Case = SentenceCase

    static let relations = [
        Case(
            "Los payasos tienen nombre. Cada gala tiene fecha. En una gala actúan varios payasos.",
            "gala payaso", ["gala>gala", "payaso>payaso", "unique gala + payaso"]),
        Case(
            "Muchos voluntarios riegan muchos huertos. Los voluntarios tienen nombre y los huertos, superficie.",
            "voluntario huerto", ["voluntario>voluntario", "huerto>huerto", "unique voluntario + huerto"]),
        Case(
            "Cada huésped tiene nombre y una tarjeta; la tarjeta lleva un código. Cuando se elimina un huésped, su "
                + "tarjeta se elimina con él.",
            "tarjeta", ["código: string(..50)", "huésped>huésped unique"]),
        Case(
            "El lote tiene código. La botella tiene fecha. Las botellas se agrupan en lotes para la venta. Un lote reúne "
                + "muchas botellas, y una botella puede quedar sin lote.",
            "botella", ["fecha: date", "lote>lote optional"]),
        Case(
            "Las sedes tienen dirección. Después está cada sede con su patio. Los patios tienen superficie.",
            "sede", ["dirección: string(..300)", "patio>patio"]),
    ]

    static let roles = [
        Case(
            "Cada oveja tiene peso. También hay que poner quién es la madre y quién es el padre, que son otras ovejas pero "
                + "muchas veces no se sabe.",
            "oveja", ["peso: decimal", "madre>oveja optional", "padre>oveja optional"]),
        Case(
            "De cada cuadro queremos el título. También quién lo pintó, que es uno de los socios, y quién lo restaura, que "
                + "puede ser otro socio o nadie. Los socios tienen nombre.",
            "cuadro", ["título: string", "quién_lo_pintó>socio", "quién_lo_restaura>socio optional"]),
        Case(
            "La operación tiene fecha y los médicos tienen nombre. Cada operación la dirige un médico y, en su caso, otro "
                + "médico asiste como ayudante.",
            "operación", ["fecha: date", "médico>médico", "ayudante>médico optional"]),
        Case(
            "La operación tiene fecha. La operación referencia al médico que la firmó, y puede indicar un segundo médico "
                + "como ayudante. Los médicos tienen nombre.",
            "operación", ["fecha: date", "médico>médico", "ayudante>médico optional"]),
    ]

    static let fields = [
        Case(
            "Cada puerta tiene un número. Una puerta puede ser blindada o no, por defecto no. La puerta es de un edificio. "
                + "El edificio tiene nombre.",
            "puerta", ["número: integer", "blindada: boolean = false", "edificio>edificio"]),
        Case(
            "Cada oveja tiene crotal, sexo macho o hembra, capa blanca o negra, y peso en kilos.",
            "oveja",
            ["crotal: string", "sexo: enum(macho, hembra)", "capa: enum(blanca, negra)", "peso: decimal"]),
        Case(
            "Cada pedido tiene fecha y cada plato tiene nombre. Un pedido incluye varios platos y un plato puede figurar en "
                + "muchos pedidos. Se anotan la hora de salida y el importe.",
            "pedido", ["fecha: date", "hora_de_salida: time", "importe: decimal"]),
        Case(
            "Cada vagón tiene una letra. En cada asiento va un pasajero, con el número, de 1 a 90, y la fila. Los pasajeros "
                + "tienen nombre. Un asiento es de un vagón.",
            "asiento",
            ["número: integer(1..90)", "fila: string", "pasajero>pasajero", "vagón>vagón"]),
        Case(
            "El sondeo tiene profundidad en metros, duración en minutos, caudal en litros por segundo, que a veces no se "
                + "mide, y cota, que puede desconocerse.",
            "sondeo",
            ["profundidad: float", "duración: integer", "caudal: float optional", "cota: string optional"]),
    ]

    static let onlyOnce = [
        Case(
            "El turno tiene fecha, y lo hace un guía en una sala. Los guías y las salas tienen nombre. Solo puede haber un "
                + "turno por sala y fecha.",
            "turno", ["fecha: date", "guía>guía", "sala>sala", "unique sala + fecha"]),
        Case(
            "La vacuna tiene fecha y es de un perro en una campaña. El perro tiene nombre y la campaña, título. Un perro se "
                + "vacuna una sola vez por campaña.",
            "vacuna", ["fecha: date", "perro>perro", "campaña>campaña", "unique perro + campaña"]),
        Case(
            "Una reserva tiene hora y es de un cliente en una mesa. Los clientes y las mesas tienen nombre. Un cliente no "
                + "puede reservar dos veces en la misma mesa, y en una mesa no coinciden dos reservas con la misma hora.",
            "reserva",
            ["hora: time", "cliente>cliente", "mesa>mesa", "unique cliente + mesa", "unique mesa + hora"]),
    ]

    @Test("Who takes part in what, and what belongs to whom", arguments: relations)
    func relationsAreRead(_ expected: Case) throws {
        try expected.check()
    }

    @Test("Roles by who does what, and of another one", arguments: roles)
    func rolesAreRead(_ expected: Case) throws {
        try expected.check()
    }

    @Test("Flags, cases, units and what is left unsaid", arguments: fields)
    func fieldsAreRead(_ expected: Case) throws {
        try expected.check()
    }

    @Test("What is there once for each", arguments: onlyOnce)
    func onlyOnceIsRead(_ expected: Case) throws {
        try expected.check()
    }
}
