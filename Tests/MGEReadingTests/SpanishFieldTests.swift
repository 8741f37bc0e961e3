import MGECore
import Testing

@testable import MGEReading

/// Where Spanish sentences put the fields of something, and what makes a noun an entity of which a list tells.
@Suite struct SpanishFieldTests {
    typealias Case = SentenceCase

    static let entities = [
        Case(
            "El barco tiene un nombre. Al barco se le asigna un patrón principal y otro patrón como "
                + "asistente. De los patrones: nombre, licencia única y nivel de 1 a 6.",
            "patrón", ["nombre: string(..100)", "licencia: string unique", "nivel: integer(1..6)"]),
        Case(
            "Una línea telefónica tiene operador, número y moneda, que puede ser EUR o USD. Cada llamada es "
                + "de una línea telefónica.",
            "línea telefónica", ["operador: string", "número: integer", "moneda: enum(EUR, USD)"]),
        Case(
            "Cada cabaña tiene un nombre. Cada cabaña lleva sus fotos: la foto es una URL, un pie que puede "
                + "dejarse en blanco y un orden.",
            "foto", ["URL: url", "pie: string optional", "orden: integer", "cabaña>cabaña"]),
        Case(
            "En los valles se sitúan los refugios, cada uno en un solo valle, con nombre y altitud en metros. "
                + "El valle tiene nombre.",
            "refugio", ["nombre: string(..100)", "altitud: float", "valle>valle"]),
        Case(
            "Cada paso por una aduana se registra como un cruce: pertenece a un camión y ocurre en una "
                + "aduana, con hora de entrada y consumo de agua en metros cúbicos. Las aduanas tienen nombre. Los "
                + "camiones tienen placa.",
            "cruce", ["hora_de_entrada: time", "consumo_de_agua: decimal", "camión>camión", "aduana>aduana"]),
        Case(
            "Las valoraciones las escribe un cliente sobre un plato: nota de 1 a 5, comentario opcional y "
                + "fecha. El plato tiene nombre y precio.",
            "valoración",
            ["nota: integer(1..5)", "comentario: text optional", "fecha: date", "cliente>cliente", "plato>plato"]),
        Case(
            "Los socios tienen carné. Queremos registrar las inspecciones: fecha, resultado (apto, no apto) y "
                + "observaciones. Una inspección se hace en un ascensor. Los ascensores tienen número.",
            "inspección",
            ["fecha: date", "resultado: enum(apto, no apto)", "observaciones: text", "ascensor>ascensor"]),
        Case(
            "Una cita es de un socio. Los pacientes (nombre, edad y raza) son de un dueño. De los dueños se "
                + "guarda el teléfono. El socio tiene nombre.",
            "paciente", ["nombre: string(..100)", "edad: integer", "raza: string", "dueño>dueño"]),
        Case(
            "Los socios tienen carné. También ofrecemos talleres, con nombre y duración en minutos. Los "
                + "imparten los monitores: cada monitor domina varios talleres y casi todo taller lo domina más de "
                + "un monitor. De ellos guardamos nombre y horario.",
            "monitor", ["nombre: string(..100)", "horario: string"]),
        Case(
            "Un conjunto de datos tiene título y formato. Todo conjunto de datos contiene columnas. La "
                + "columna tiene nombre.",
            "conjunto de datos", ["título: string", "formato: string"]),
    ]

    static let fields = [
        Case(
            "Una visita se hace en una sola empresa y de ella anotamos fecha, hora y motivo. La empresa tiene "
                + "nombre.",
            "visita", ["fecha: date", "hora: time", "motivo: string(..300)", "empresa>empresa"]),
        Case(
            "La autopsia tiene un número. Se cargan la fecha de la autopsia, las conclusiones y la causa de "
                + "muerte, que permanece vacía hasta que llegan los estudios.",
            "autopsia", ["número: integer", "fecha: date", "conclusiones: text", "causa_de_muerte: string optional"]),
        Case(
            "Salimos al mar en embarcaciones, con nombre, matrícula que no se repite y capacidad de 4 a 30 "
                + "pasajeros. Una salida se hace en una embarcación.",
            "embarcación", ["nombre: string(..100)", "matrícula: string(..20) unique", "capacidad: integer(4..30)"]),
        Case(
            "Cada tramo tiene un código. Sobre un tramo se levantan batimetrías, con fecha, enlace al fichero "
                + "e indicación de si es definitiva o no.",
            "batimetría", ["fecha: date", "enlace_al_fichero: url", "definitiva: boolean", "tramo>tramo"]),
        Case(
            "Un pago tiene fecha. La multa es de un pago y un pago puede tener varias multas, lleva el "
                + "motivo, el plazo y el importe.",
            "multa", ["motivo: string(..300)", "plazo: integer", "importe: decimal", "pago>pago"]),
        Case(
            "Del vivero nos importan tres cosas: el nombre, la superficie y el dueño. Cada planta está en un "
                + "vivero.",
            "vivero", ["nombre: string(..100)", "superficie: float", "dueño: string"]),
        Case(
            "Un hito, con nombre y fecha límite, pertenece a un proyecto. El proyecto tiene código.",
            "hito", ["nombre: string(..100)", "fecha_límite: date", "proyecto>proyecto"]),
        Case(
            "Toda autopsia se practica sobre un cuerpo, y a un cuerpo se le practica a lo sumo una. La firma "
                + "un médico y puede intervenir un segundo médico como ayudante. El médico tiene nombre. El cuerpo "
                + "tiene número. La autopsia tiene fecha.",
            "autopsia", ["fecha: date", "cuerpo>cuerpo", "médico>médico", "ayudante>médico optional"]),
        Case(
            "Los repuestos están en almacenes; cada repuesto trae referencia, marca y precio. Del almacén, la "
                + "dirección.",
            "repuesto", ["referencia: string(..50)", "marca: string", "precio: decimal", "almacén>almacén"]),
    ]

    static let attributes = [
        Case(
            "Un tránsito lleva dirección, norte o sur, fecha y hora de arribo, y peso.",
            "tránsito", ["dirección: enum(norte, sur)", "fecha_y_hora_de_arribo: datetime", "peso: decimal"]),
        Case(
            "Un pago lleva monto, fecha y forma de pago, tarjeta o efectivo. Un socio tiene pagos.",
            "pago", ["monto: decimal", "fecha: date", "forma_de_pago: enum(tarjeta, efectivo)", "socio>socio"]),
        Case(
            "Una casa tiene nombre, y es rural, urbana o mixta según su entorno. Pertenece a un dueño.",
            "casa", ["nombre: string(..100)", "entorno: enum(rural, urbana, mixta)", "dueño>dueño"]),
        Case(
            "Un servicio tiene nombre. Una entrega es de un servicio. Lleva fecha y hora, y se marca como "
                + "urgente o no; lo normal es que no lo sea.",
            "entrega", ["fecha_y_hora: datetime", "urgente: boolean = false", "servicio>servicio"]),
        Case(
            "De cada médico se asientan apellido, nombre y placa; no existen dos placas iguales. Una lente es "
                + "de un médico.",
            "médico", ["apellido: string(..100)", "nombre: string(..100)", "placa: string unique"]),
        Case(
            "Los visitantes tienen nombre, RUT (no hay dos visitantes con el mismo), un fono y un correo.",
            "visitante", ["nombre: string(..100)", "RUT: string(..30) unique", "fono: string", "correo: email"]),
        Case(
            "Un ciclo es de un horno. Se registran la hora de arranque, la temperatura, de 121 a 135 grados, "
                + "y el resultado: pendiente, correcto o fallido. Mientras nadie lo cambie, el resultado es "
                + "pendiente. Cada horno tiene un número.",
            "ciclo",
            [
                "hora_de_arranque: time", "temperatura: float(121..135)",
                "resultado: enum(pendiente, correcto, fallido) = pendiente", "horno>horno",
            ]),
        Case(
            "Una línea tiene fase, que es idea, prototipo o mercado. Todas empiezan en idea.",
            "línea", ["fase: enum(idea, prototipo, mercado) = idea"]),
        Case(
            "Un socio tiene nombre. Opcionalmente, tiene un teléfono. Un aula es de un socio.",
            "socio", ["nombre: string(..100)", "teléfono: string(..30) optional"]),
        Case(
            "La entrada cuesta un importe y se vende por un canal: web, taquilla o teléfono. La entrada es de "
                + "una sesión.",
            "entrada", ["canal: enum(web, taquilla, teléfono)", "sesión>sesión"]),
        Case(
            "El tramo tiene código. La vía pecuaria tiene nombre. El tramo es de una vía pecuaria y tiene un "
                + "número, que no se repite dentro de la vía.",
            "tramo",
            ["código: string(..50)", "número: integer", "vía_pecuaria>vía pecuaria", "unique número + vía_pecuaria"]),
        Case(
            "Los coches tienen placa. Los coches se guardan en garajes. El garaje tiene dirección.",
            "coche", ["placa: string", "garaje>garaje"]),
        Case(
            "Una reserva tiene fecha de entrada y la fianza, 500 euros si no se pacta otra.",
            "reserva", ["fecha_de_entrada: date", "fianza: decimal = 500"]),
    ]

    @Test("What a list tells of is an entity", arguments: entities)
    func entitiesAreFound(_ example: Case) throws { try example.check() }

    @Test("Fields are those of what has them", arguments: fields)
    func fieldsAreRead(_ example: Case) throws { try example.check() }

    @Test("What is said of fields is theirs", arguments: attributes)
    func attributesAreRead(_ example: Case) throws { try example.check() }

    /// Who speaks is no part of what is said.
    @Test func conversation() throws {
        let text = """
            Te pego la conversación de ayer.

            Berta: El centro de todo es el pleito, con su número de autos, la materia y la fecha de apertura.

            Marisa: De los abogados, nombre, apellidos y número de colegiado.

            Berta: Cada pleito lo dirige un abogado.

            Marisa: Del juzgado, el nombre y la localidad. El pleito es de un juzgado.

            Berta: Vale, y nada más.
            """
        let document = try ReadingSupport.read(text)
        #expect(
            document.shown("abogado")
                == ["nombre: string(..100)", "apellidos: string(..150)", "número_de_colegiado: string(..50)"])
        #expect(document.shown("pleito").suffix(2) == ["abogado>abogado", "juzgado>juzgado"])
    }
}
