import MGECore
import Testing

@testable import MGEReading

/// Spanish sentences of what happens with its fields, of what there is for each of something, and rules that leave words out.
@Suite struct SpanishEventTests {
    typealias Case = SentenceCase

    static let events = [
        Case(
            "Cada vez que un ciclista participa en una etapa hay un registro, con la hora de llegada y el puesto. El ciclista "
                + "tiene nombre y la etapa tiene fecha.", "registro",
            ["hora_de_llegada: time", "puesto: string", "ciclista>ciclista", "etapa>etapa"]),
        Case(
            "Cuando un lector pide un libro abre una ficha: fecha y nota. El lector tiene nombre y el libro tiene título.",
            "ficha", ["fecha: date", "nota: integer", "lector>lector", "libro>libro"]),
        Case(
            "Una clase reúne a un maestro y un grupo en un aula, con fecha y hora, duración en minutos y tema. Los maestros "
                + "tienen nombre, los grupos tienen nombre y las aulas tienen aforo.", "clase",
            [
                "fecha_y_hora: datetime", "duración: integer", "tema: string", "maestro>maestro", "grupo>grupo",
                "aula>aula",
            ]),
    ]

    static let belongings = [
        Case(
            "Las facturas cuelgan del expediente: fecha, importe y comentarios si los hay. El expediente tiene número.",
            "factura", ["fecha: date", "importe: decimal", "comentarios: text optional", "expediente>expediente"]),
        Case(
            "Cada granja monta varios tanques, con fabricante, modelo y número de serie. La granja tiene nombre. Un tanque "
                + "es de una granja.", "tanque",
            ["fabricante: string", "modelo: string", "número_de_serie: string(..50)", "granja>granja"]),
        Case(
            "Varias muestras se juntan en un frasco; ninguna muestra puede estar en dos frascos. La muestra tiene fecha y el "
                + "frasco tiene código.", "muestra", ["fecha: date", "frasco>frasco"]),
        Case(
            "A cada caballo se le hace una única revisión, con fecha y resultado. Los caballos tienen nombre. La revisión es "
                + "de un veterinario. El veterinario tiene nombre.", "revisión",
            ["fecha: date", "resultado: string", "caballo>caballo unique", "veterinario>veterinario"]),
        Case(
            "Los palomares son de un socio y tienen nombre. Cada paloma vive en un palomar. La paloma tiene anilla. Las "
                + "palomas tienen color. El socio tiene nombre.", "palomar",
            ["nombre: string(..100)", "socio>socio"]),
        Case(
            "A cada obra se le asigna un arquitecto principal y, si hace falta, un arquitecto de apoyo. Los arquitectos "
                + "tienen nombre. La obra tiene dirección.", "obra",
            [
                "dirección: string(..300)", "arquitecto_principal>arquitecto",
                "arquitecto_de_apoyo>arquitecto optional",
            ]),
    ]

    static let rules = [
        Case(
            "No se permitirá borrar un chófer que tenga rutas, ni un autobús con averías. La avería es de un autobús y tiene "
                + "fecha. La ruta es de un chófer. Los chóferes tienen nombre y los autobuses tienen matrícula.",
            "avería",
            ["fecha: date", "autobús>autobús restrict"]),
        Case(
            "Un comprador con contratos no puede ser eliminado; un lote con sacos tampoco. El contrato es de un comprador. "
                + "Los sacos son de un lote y tienen peso. El comprador tiene nombre y los lotes tienen código.",
            "saco",
            ["peso: decimal", "lote>lote restrict"]),
        Case(
            "Ningún vecino puede eliminarse mientras tenga recibos. El recibo es de un vecino y lleva importe. El vecino "
                + "tiene nombre.", "recibo", ["importe: decimal", "vecino>vecino restrict"]),
        Case(
            "Los faroles tienen número y son de una calle. Un farol tiene color. La calle tiene nombre. No hay dos faroles "
                + "con el mismo número en una calle; además anotamos la altura.", "farol",
            ["número: integer", "color: string(..30)", "altura: decimal", "calle>calle", "unique número + calle"]),
    ]

    static let together = [
        Case(
            "De los vecinos se recogen nombre, tipo de documento y número de documento; el tipo y el número de documento no "
                + "podrán repetirse conjuntamente. El vecino vive en una calle. La calle tiene nombre.", "vecino",
            [
                "nombre: string(..100)", "tipo_de_documento: string", "número_de_documento: string(..30)",
                "calle>calle",
                "unique tipo_de_documento + número_de_documento",
            ]),
        Case(
            "Una clase es de un caballo y de un monitor y tiene fecha y hora. Ni un caballo ni un monitor pueden tener dos "
                + "clases con la misma fecha y hora. Los caballos tienen nombre y los monitores, correo.", "clase",
            [
                "fecha_y_hora: datetime", "caballo>caballo", "monitor>monitor", "unique caballo + fecha_y_hora",
                "unique monitor + fecha_y_hora",
            ]),
        Case(
            "Una lectura enlaza un sensor con un evento y lleva fase. Los sensores tienen modelo y los eventos tienen "
                + "magnitud. Para un mismo sensor, evento y fase se admite una sola lectura.", "lectura",
            ["fase: string", "sensor>sensor", "evento>evento", "unique sensor + evento + fase"]),
        Case(
            "Los productos son de un proveedor y tienen nombre y precio. El proveedor tiene web. Dos productos del mismo "
                + "proveedor no pueden llamarse igual.", "producto",
            ["nombre: string(..100)", "precio: decimal", "proveedor>proveedor", "unique nombre + proveedor"]),
    ]

    static let values = [
        Case(
            "Cada copia corresponde a un disco y tiene un estado: en espera, corriendo o correcta; arranca en espera. El "
                + "disco tiene nombre.", "copia",
            ["estado: enum(en espera, corriendo, correcta) = en espera", "disco>disco"]),
        Case(
            "Los campos tienen un nombre, que no se repite, y pueden ser cubiertos o no. Cada campo es de un club. El club "
                + "tiene nombre.", "campo", ["nombre: string(..100) unique", "cubierto: boolean", "club>club"]),
        Case(
            "Cada flor tiene nombre único y la temporada que es primavera, verano u otoño. La flor es de un vivero. El vivero "
                + "tiene nombre. De la flor se anota la altura.", "flor",
            [
                "nombre: string(..100) unique", "temporada: enum(primavera, verano, otoño)", "altura: decimal",
                "vivero>vivero",
            ]),
        Case(
            "Un contrato tiene referencia y moneda de 3 letras, EUR si no se indica. El contrato es de un proveedor. El "
                + "proveedor tiene nombre.", "contrato",
            ["referencia: string(..50)", "moneda: string(3..3) = EUR", "proveedor>proveedor"]),
        Case(
            "La pieza tiene número de diente (11 a 48) y precio. La pieza es de un encargo. El encargo tiene fecha.",
            "pieza",
            ["número_de_diente: integer(11..48)", "precio: decimal", "encargo>encargo"]),
    ]

    static let several = [
        Case(
            "El socio tiene nombre. Los garajes son de los socios: un socio puede tener dos o tres, cada uno con su número y "
                + "la superficie. Los garajes tienen color.", "garaje",
            ["número: integer", "superficie: float", "color: string(..30)", "socio>socio"]),
        Case(
            "Los cuadros los estudiamos mediante informes. El cuadro tiene título. El informe tiene fecha.", "informe",
            ["fecha: date", "cuadro>cuadro"]),
        Case(
            "Cada obra tiene un aval, que es igualmente un vecino inscrito. Los vecinos tienen nombre. La obra tiene título.",
            "obra", ["título: string", "aval>vecino"]),
    ]

    static let goingOn = [
        Case(
            "Los barrios son grandes. Cada manzana es de un barrio y cada parcela es de una manzana. El barrio tiene nombre, "
                + "la manzana un número y la parcela la superficie y el uso.", "manzana",
            ["número: integer", "barrio>barrio"]),
        Case(
            "Un ingreso tiene fecha. Lo abre un agente y lo revisa un perito, ambos trabajadores. Los trabajadores tienen "
                + "nombre. El ingreso es de un animal. El animal tiene chip.", "ingreso",
            ["fecha: date", "agente>trabajador", "perito>trabajador", "animal>animal"]),
        Case(
            "Toda reparación la abre un recepcionista y la cierra un técnico, que al principio no se conoce; los dos son "
                + "empleados. Se anota la fecha. La reparación trata de un aparato. El aparato tiene marca. Cada empleado "
                + "tiene nombre.", "reparación",
            ["fecha: date", "recepcionista>empleado", "técnico>empleado optional", "aparato>aparato"]),
        Case(
            "Cada conductor tiene asignado un camión y cada camión solo un conductor. Los camiones tienen matrícula y tara. "
                + "Los conductores tienen nombre y carné.", "conductor",
            ["nombre: string(..100)", "carné: string", "camión>camión unique"]),
        Case(
            "Los expedientes tienen número. A los expedientes se adjuntan documentos con nombre y tamaño en bytes.",
            "documento", ["nombre: string(..100)", "tamaño: integer", "expediente>expediente"]),
        Case(
            "En los cines se exhiben películas con título y año. Los cines tienen aforo.", "película",
            ["título: string", "año: integer", "cine>cine"]),
        Case(
            "De un autor salen ediciones; la edición tiene un color, único por autor, y un tamaño. El autor tiene nombre. Un "
                + "envío lleva una edición a un almacén. Los almacenes tienen dirección y los envíos, fecha.", "envío",
            ["fecha: date", "edición>edición", "almacén>almacén"]),
        Case(
            "Cada finca se divide en parcelas: la finca lleva nombre y municipio; la parcela, un número que no se repite "
                + "dentro de la finca, la superficie y un cultivo opcional.", "parcela",
            [
                "número: integer", "superficie: float", "cultivo: string optional", "finca>finca",
                "unique número + finca",
            ]),
        Case(
            "Las razas son de una especie y su nombre no se repite dentro de ella; además anotamos el color. La especie tiene "
                + "nombre científico. Las razas tienen origen.", "raza",
            [
                "nombre: string(..100)", "color: string(..30)", "origen: string", "especie>especie",
                "unique nombre + especie",
            ]),
        Case(
            "El camión tiene marca, matrícula y bastidor; tanto la matrícula como el bastidor son irrepetibles. El camión es "
                + "de un socio. El socio tiene nombre.", "camión",
            ["marca: string", "matrícula: string(..20) unique", "bastidor: string unique", "socio>socio"]),
        Case(
            "Dentro de la nave están los muelles, que son las puertas de carga: cada uno lleva un número y la altura. La nave "
                + "tiene dirección. Los muelles cierran.", "muelle",
            ["número: integer", "altura: decimal", "nave>nave"]),
        Case(
            "Cada oveja tiene peso y crotal. La madre y el padre son también ovejas, aunque muchas veces no los conocemos. "
                + "Las ovejas son de un pastor. El pastor tiene nombre.", "oveja",
            ["peso: decimal", "crotal: string", "madre>oveja optional", "padre>oveja optional", "pastor>pastor"]),
    ]

    @Test("What is there whenever something happens, with who takes part", arguments: events)
    func eventsAreRead(_ expected: Case) throws {
        try expected.check()
    }

    @Test("What belongs to what, with its fields behind it", arguments: belongings)
    func belongingsAreRead(_ expected: Case) throws {
        try expected.check()
    }

    @Test("Rules for none, for others too, and what goes on behind them", arguments: rules)
    func rulesAreRead(_ expected: Case) throws {
        try expected.check()
    }

    @Test("What is unique together, for each of some, or by its name", arguments: together)
    func groupsAreRead(_ expected: Case) throws {
        try expected.check()
    }

    @Test("Cases, defaults and numbers in few words", arguments: values)
    func valuesAreRead(_ expected: Case) throws {
        try expected.check()
    }

    @Test("Of what there are several for one, and who plays a part", arguments: several)
    func severalAreRead(_ expected: Case) throws {
        try expected.check()
    }

    @Test("What comes from what, and what goes on behind it", arguments: goingOn)
    func goingOnIsRead(_ expected: Case) throws {
        try expected.check()
    }
}
