import MGECore
import Testing

@testable import MGEReading

/// Spanish sentences of long letters, which say much of a field in few words.
@Suite struct SpanishLetterTests {
    typealias Case = SentenceCase

    static let fields = [
        Case(
            "Cada barril tiene número, el grado alcohólico, con decimales y nunca por debajo de 0, y la "
                + "cosecha, una letra propia de cada barril. Un barril es de una bodega. La bodega tiene nombre.",
            "barril",
            [
                "número: integer", "grado_alcohólico: decimal(0..)", "cosecha: string", "letra: string unique",
                "bodega>bodega",
            ]),
        Case(
            "Una taquilla tiene código de 6 posiciones, no repetible, huecos, uno como mínimo, y una nota, "
                + "que es un texto largo. La taquilla es de un gimnasio. El gimnasio tiene nombre.",
            "taquilla", ["código: string(6..6) unique", "huecos: integer(1..)", "nota: text", "gimnasio>gimnasio"]),
        Case(
            "Un cultivo tiene nombre, el ancho, el alto y el fondo, todo en centímetros, y la luz (sol, "
                + "sombra, mixta), sol de entrada. El cultivo es de una finca. La finca tiene nombre.",
            "cultivo",
            [
                "nombre: string(..100)", "ancho: decimal", "alto: decimal", "fondo: decimal",
                "luz: enum(sol, sombra, mixta) = sol", "finca>finca",
            ]),
        Case(
            "A un guion lo describen el título y la duración, mayor que cero, y lleva un número de páginas, "
                + "al menos una. El guion es de una productora. La productora tiene nombre.",
            "guion",
            ["título: string", "duración: integer(1..)", "número_de_páginas: integer(1..)", "productora>productora"]),
        Case(
            "La farola tiene potencia. También si tiene sensor, y damos por hecho que no. La farola está en "
                + "una calle. La calle tiene nombre.",
            "farola", ["potencia: float", "sensor: boolean = false", "calle>calle"]),
        Case(
            "Una obra tiene título. Atraviesa una fase: prevista, en curso o parada; recién creada está "
                + "prevista. La obra es de un promotor. El promotor tiene nombre.",
            "obra", ["título: string", "fase: enum(prevista, en curso, parada) = prevista", "promotor>promotor"]),
        Case(
            "Una beca tiene código. El estado de la beca pasa por pedida, concedida o negada. La beca es de "
                + "un alumno. El alumno tiene nombre.",
            "beca", ["código: string(..50)", "estado: enum(pedida, concedida, negada)", "alumno>alumno"]),
        Case(
            "Un plato es de un menú. El menú tiene fecha. El nombre del plato no pasa de 40 letras; también "
                + "tiene precio, con céntimos.",
            "plato", ["nombre: string(..40)", "precio: decimal", "menú>menú"]),
        Case(
            "Un despacho tiene planta, luz y, solo si fue reformado, el año de obra. La luz admite natural, "
                + "artificial o mixta. El despacho es de un edificio. El edificio tiene nombre.",
            "despacho",
            [
                "planta: string", "luz: enum(natural, artificial, mixta)", "año_de_obra: integer optional",
                "edificio>edificio",
            ]),
        Case(
            "De todo socio se conocen nombre, cuenta bancaria y número de socio; este último es suyo y de "
                + "nadie más. Una cuota es de un socio.",
            "socio", ["nombre: string(..100)", "cuenta_bancaria: string(..40)", "número_de_socio: string(..50) unique"]),
        Case(
            "Una ficha es de un fondo. Constarán de ella el título y la fecha. El fondo tiene nombre.",
            "ficha", ["título: string", "fecha: date", "fondo>fondo"]),
        Case(
            "Un tanque tiene la temperatura, que puede bajar hasta -20 y subir hasta 60, las fugas, cero de "
                + "inicio, y el número máximo de litros. El tanque es de una planta. La planta tiene nombre.",
            "tanque",
            ["temperatura: float(-20..60)", "fugas: integer = 0", "número_máximo_de_litros: integer", "planta>planta"]),
        Case(
            "Cada cuadro tiene número y el estado de la tela, cuyo valor inicial es bueno y que puede pasar a "
                + "regular o malo. El cuadro es de una sala. La sala tiene nombre.",
            "cuadro", ["número: integer", "estado_de_la_tela: enum(bueno, regular, malo) = bueno", "sala>sala"]),
        Case(
            "Un recibo es de un alumno y tiene fecha. Se pedirá al alumno el nombre, un correo que no use "
                + "otro alumno y la edad.",
            "alumno", ["nombre: string(..100)", "correo: email unique", "edad: integer"]),
        Case(
            "Una revista tiene título. La publica un editor; de él tenemos la marca, única, y el correo.",
            "editor", ["marca: string unique", "correo: email"]),
        Case(
            "Una cita es de una clínica y lleva la fecha, el turno (mañana o tarde) y el motivo; mientras "
                + "nadie elija, el turno es tarde. La clínica tiene nombre.",
            "cita", ["fecha: date", "turno: enum(mañana, tarde) = tarde", "motivo: string(..300)", "clínica>clínica"]),
        Case(
            "Una obra tiene título y es de un autor. El estado de la obra pasa por propuesta, aprobada o "
                + "negada. El autor tiene nombre. El trabajo entra como obra.",
            "obra", ["título: string", "estado: enum(propuesta, aprobada, negada)", "autor>autor"]),
        Case(
            "Un local tiene aforo, que como mínimo es diez y como máximo treinta y seis. El local es de un "
                + "barrio. El barrio tiene nombre.",
            "local", ["aforo: integer(10..36)", "barrio>barrio"]),
        Case(
            "Una ruta tiene nombre, el recorrido que es un texto largo, las etapas, una como poco, y notas, "
                + "de extensión libre y prescindibles. La ruta es de un club. El club tiene color.",
            "ruta",
            ["nombre: string(..100)", "recorrido: text", "etapas: integer(1..)", "notas: text optional", "club>club"]),
    ]

    static let roles = [
        Case(
            "Una obra tiene título. Una obra puede tener como original otra obra.",
            "obra", ["título: string", "original>obra optional"]),
        Case(
            "La gala tiene fecha. La presenta un actor y puede acompañarlo otro actor en calidad de suplente. "
                + "Los actores tienen nombre.",
            "gala", ["fecha: date", "suplente>actor optional", "actor>actor"]),
        Case(
            "Un sastre tiene nombre. Un traje tiene número. El traje lo corta un sastre y a veces ayuda otro "
                + "sastre como aprendiz.",
            "traje", ["número: integer", "sastre>sastre", "aprendiz>sastre optional"]),
        Case(
            "Un voluntario tiene nombre y móvil. Un turno tiene día. El turno lo cubre un voluntario. Cada "
                + "voluntario es de un grupo y el grupo tiene nombre.",
            "turno", ["día: date", "voluntario>voluntario"]),
        Case(
            "Los socios tienen nombre y edad. Los socios pagan. De cada socio se guarda la fecha. Puede haber "
                + "entrado con otro socio como padrino.",
            "socio", ["nombre: string(..100)", "edad: integer", "fecha: date", "padrino>socio optional"]),
    ]

    static let relations = [
        Case(
            "Un lote tiene número. Una pieza tiene peso. Un lote reúne muchas piezas, y una pieza grande se "
                + "divide entre varios lotes.",
            "lote pieza", ["lote>lote", "pieza>pieza", "unique lote + pieza"]),
        Case(
            "Una matrícula tiene fecha. Un alumno tiene nombre. Un curso tiene código. Mediante una "
                + "matrícula, un alumno entra en un curso, sin que pueda hacerlo dos veces en el mismo.",
            "matrícula", ["fecha: date", "alumno>alumno", "curso>curso", "unique alumno + curso"]),
        Case(
            "Un jinete tiene nombre. Un jinete es dueño de varios caballos. Del caballo apuntamos la edad.",
            "caballo", ["edad: integer", "jinete>jinete"]),
        Case(
            "Una máquina tiene nombre y marca. Cada avería afecta a una máquina, y de ella apuntamos el día y "
                + "el coste. Un taller repara muchas averías.",
            "avería", ["día: date", "coste: decimal", "máquina>máquina"]),
        Case(
            "Los jugadores tienen nombre. Un club tiene color. Los jugadores juegan en un club o, si lo "
                + "prefieren, en ninguno.",
            "jugador", ["nombre: string(..100)", "club>club optional"]),
    ]

    static let rules = [
        Case(
            "Los equipos tienen nombre y escudo. Dos equipos no pueden llamarse igual. Un partido enfrenta a "
                + "un equipo con otro.",
            "equipo", ["nombre: string(..100) unique", "escudo: string"]),
        Case(
            "Las cajas tienen un número. Todos los años organizamos varias ferias, con su título y el año. "
                + "Una feria se celebra en un local. El local tiene dirección. Nunca organizamos dos con el mismo "
                + "título en el mismo año.",
            "feria", ["título: string", "año: integer", "local>local", "unique título + año"]),
        Case(
            "Los números de la revista tienen fecha. Un número es de una revista. La revista tiene título. "
                + "Quedan excluidos dos números de idéntica revista con idéntica fecha.",
            "número", ["fecha: date", "revista>revista", "unique revista + fecha"]),
        Case(
            "Un módulo incluye etiqueta. El módulo es de un plan. El plan tiene nombre. La pareja formada por "
                + "plan y etiqueta es única.",
            "módulo", ["etiqueta: string", "plan>plan", "unique etiqueta + plan"]),
        Case(
            "Un pesaje es de un camión y lleva la fecha y el número del tique. El camión tiene marca. No hay "
                + "dos pesajes del mismo camión con la misma fecha y el mismo número del tique.",
            "pesaje",
            ["fecha: date", "número_del_tique: integer", "camión>camión", "unique camión + fecha + número_del_tique"]),
        Case(
            "Una prueba tiene nombre. Una nota es de una prueba y tiene valor. Una prueba con notas no es "
                + "eliminable.",
            "nota", ["valor: decimal", "prueba>prueba restrict"]),
        Case(
            "Un socio tiene nombre. Una carta es de un socio y tiene fecha. Las cartas se eliminan en cuanto "
                + "se elimina su socio.",
            "carta", ["fecha: date", "socio>socio"]),
        Case(
            "Un alumno tiene nombre. Una clase tiene fecha. Una charla es de un alumno en una clase y lleva "
                + "el tema. Un mismo alumno no repite tema en una misma clase.",
            "charla", ["tema: string", "alumno>alumno", "clase>clase", "unique alumno + clase + tema"]),
        Case(
            "La pista tiene número. Un partido es en una pista y lleva la fecha y la hora. Jamás se reserva "
                + "la misma pista para la misma fecha y la misma hora.",
            "partido", ["fecha: date", "hora: time", "pista>pista", "unique pista + fecha + hora"]),
        Case(
            "De cada guía se piden nombre y carné; nadie comparte carné con otro. Una ruta es de un guía.",
            "guía", ["nombre: string(..100)", "carné: string unique"]),
        Case(
            "Hay coros, cada uno con nombre y sede; dos coros no pueden llamarse igual.",
            "coro", ["nombre: string(..100) unique", "sede: string"]),
    ]

    @Test("Fields, with their types, bounds, cases and what else is said of them", arguments: fields)
    func fieldsAreRead(_ expected: Case) throws {
        try expected.check()
    }

    @Test("Another of a kind, in a role of its own", arguments: roles)
    func rolesAreRead(_ expected: Case) throws {
        try expected.check()
    }

    @Test("How many of each there are", arguments: relations)
    func relationsAreRead(_ expected: Case) throws {
        try expected.check()
    }

    @Test("What no two have alike, and what may not be deleted", arguments: rules)
    func rulesAreRead(_ expected: Case) throws {
        try expected.check()
    }
}
