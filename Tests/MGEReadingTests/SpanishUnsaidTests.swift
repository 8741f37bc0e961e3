import Testing

@testable import MGEReading

/// Spanish sentences that say what holds unless something else is said, what holds of several fields, and what is theirs who do
/// something.
@Suite struct SpanishUnsaidTests {
    typealias Case = SentenceCase

    static let defaults = [
        Case(
            "Cada mesa tiene un color y un horario (comida o cena). Mientras nadie elija, el horario es cena.",
            "mesa", ["color: string(..30)", "horario: enum(comida, cena) = cena"]),
        Case(
            "Cada ejemplar lleva un alias y su condición: nuevo, bueno o roto. Si no decimos nada, es bueno.",
            "ejemplar", ["alias: string", "condición: enum(nuevo, bueno, roto) = bueno"]),
        Case(
            "Cada tarjeta lleva un alias y una situación: vigente o anulada; se considera vigente mientras no "
                + "se diga otra cosa.",
            "tarjeta", ["alias: string", "situación: enum(vigente, anulada) = vigente"]),
        Case(
            "Cada aviso trae folio y prioridad, que puede ser baja, media o alta y queda en media si el "
                + "operador no la cambia.",
            "aviso", ["folio: string(..50)", "prioridad: enum(baja, media, alta) = media"]),
        Case(
            "De cada caballo queremos el alias y si está disponible; lo está mientras nadie diga lo "
                + "contrario.",
            "caballo", ["alias: string", "disponible: boolean = true"]),
        Case(
            "Cada torno tiene alias y un indicador de si es reversible; de entrada, sí.",
            "torno", ["alias: string", "reversible: boolean = true"]),
        Case(
            "Cada boya tiene un alias y un estado: operativa, parada o retirada. Al darla de alta, una boya "
                + "está operativa.",
            "boya", ["alias: string", "estado: enum(operativa, parada, retirada) = operativa"]),
        Case(
            "Cada dron tiene color y el estado: en cola, en curso o fallido; al crearse está en cola.",
            "dron", ["color: string(..30)", "estado: enum(en cola, en curso, fallido) = en cola"]),
        Case(
            "Cada grifo tiene un color. La tasa anual se fija por defecto en 20 euros y jamás superará los "
                + "90.",
            "grifo", ["color: string(..30)", "tasa_anual: decimal(..90) = 20"]),
        Case(
            "El aviso tiene un color. Un aviso nace con situación pendiente y luego pasa a hecha o anulada.",
            "aviso", ["color: string(..30)", "situación: enum(pendiente, hecha, anulada) = pendiente"]),
        Case(
            "Un cine tiene inicio y sala. La sala es un número del 1 al 5 y, mientras no se cambie, la 1.",
            "cine", ["inicio: datetime", "sala: integer(1..5) = 1"]),
    ]

    static let fields = [
        Case(
            "Cada reloj tiene un color y movimiento, a escoger entre mecánico, automático y cuarzo.",
            "reloj", ["color: string(..30)", "movimiento: enum(mecánico, automático, cuarzo)"]),
        Case(
            "Cada paso incorpora carril y color. Como forma de pago valen efectivo, tarjeta o vale, siendo "
                + "vale la predeterminada.",
            "paso", ["carril: string", "color: string(..30)", "forma_de_pago: enum(efectivo, tarjeta, vale) = vale"]),
        Case(
            "De cada coche se anota el color, si el motor es diésel, gasolina o eléctrico y la altura.",
            "coche", ["color: string(..30)", "motor: enum(diésel, gasolina, eléctrico)", "altura: decimal"]),
        Case(
            "Cada reloj tiene un calibre. Limita la marca a 30 caracteres.",
            "reloj", ["calibre: string", "marca: string(..30)"]),
        Case(
            "Mi colección de sellos: el sello tiene país. Que esté sellado o no se responde con sí o no.",
            "sello", ["país: string(..100)", "sellado: boolean"]),
        Case(
            "Cada sensor tiene un alias. Criterios: el apodo se puede obviar; la carga, en porcentaje, cien "
                + "como máximo y cero como mínimo.",
            "sensor", ["alias: string", "apodo: string(..50) optional", "carga: integer(0..100)"]),
        Case(
            "Cada aviso lleva un folio, clave, que no toda licencia trae, y teléfono, que algunos no tienen.",
            "aviso", ["folio: string(..50)", "clave: string optional", "teléfono: string(..30) optional"]),
        Case(
            "De cada lote guardamos folio, semblanza de máximo 500 caracteres y foto, estas dos últimas "
                + "opcionales.",
            "lote", ["folio: string(..50)", "semblanza: string(..500) optional", "foto: url optional"]),
        Case(
            "Cada socio tiene alias, correo y teléfono. El correo es obligatorio, el teléfono no.",
            "socio", ["alias: string", "correo: email", "teléfono: string(..30) optional"]),
        Case(
            "Un cine contiene inicio, fin y aforo. El inicio y el fin llevan fecha y hora.",
            "cine", ["inicio: datetime", "fin: datetime", "aforo: integer"]),
        Case(
            "Una cueva tiene alias, largo y hondo. Largo y hondo se expresan en metros, con decimales, y no "
                + "pueden ser negativos.",
            "cueva", ["alias: string", "largo: decimal(0..)", "hondo: decimal(0..)"]),
        Case(
            "Una antena tiene última conexión, con fecha y hora, y color.",
            "antena", ["última_conexión: datetime", "color: string(..30)"]),
    ]

    static let owners = [
        Case(
            "El torno tiene un color. Cada torno del taller guarda: alias, altura y fecha de expiración.",
            "torno", ["color: string(..30)", "alias: string", "altura: decimal", "fecha_de_expiración: date"]),
        Case(
            "Una boya se identifica mediante un código OMM de 5 caracteres y tiene un color.",
            "boya", ["código_omm: string(5..5) unique", "color: string(..30)"]),
        Case(
            "Cada perro tiene un chip. Cada perro lo cuida un voluntario, con nombre y teléfono.",
            "voluntario", ["nombre: string(..100)", "teléfono: string(..30)"]),
        Case(
            "Cada perro tiene un chip. Cada perro lo cuida un voluntario, con nombre y teléfono.",
            "perro", ["chip: string", "voluntario>voluntario"]),
        Case(
            "Cada disco tiene un autor y un editor, que son personas con nombre y correo. El disco lleva un "
                + "alias.",
            "persona", ["nombre: string(..100)", "correo: email"]),
        Case(
            "Cada disco tiene un autor y un editor, que son personas con nombre y correo. El disco lleva un "
                + "alias.",
            "disco", ["alias: string", "autor>persona", "editor>persona"]),
        Case(
            "Las cajas van en un camión. La caja lleva color; el camión, altura; la persona, su DNI, sin "
                + "repetir.",
            "persona", ["DNI: string(..20) unique"]),
        Case(
            "La antena lleva alias y ciclos, que arrancan en 0, y pertenece a un dron. El dron tiene "
                + "matrícula.",
            "antena", ["alias: string", "ciclos: integer = 0", "dron>dron"]),
        Case(
            "De cada arreglo anotamos la fecha, un resumen de lo que se le hizo y el costo.",
            "arreglo", ["fecha: date", "resumen: text", "costo: decimal"]),
        Case(
            "Cada libro tiene un color. Del libro se apunta fecha de vuelta, vacía hasta que lo traen, y la "
                + "fianza en euros.",
            "libro", ["color: string(..30)", "fecha_de_vuelta: date optional", "fianza: decimal"]),
        Case(
            "Cada tela tiene un color. Cada tela la trae un importador; le anoto la empresa y la página web, "
                + "si es que tiene.",
            "importador", ["empresa: string", "página_web: url optional"]),
        Case(
            "Cada gato lo trae un dueño; le pedimos el nombre y el teléfono. El gato tiene chip.",
            "dueño", ["nombre: string(..100)", "teléfono: string(..30)"]),
        Case(
            "Cada mesa tiene un color. A cada mesa se la conoce por un número, distinto en todas.",
            "mesa", ["color: string(..30)", "número: integer unique"]),
        Case(
            "Cada mesa tiene un color. A las mesas se las distingue por una letra.",
            "mesa", ["color: string(..30)", "letra: string unique"]),
    ]

    @Test("What holds unless something else is said is the default", arguments: defaults)
    func readsDefaults(expected: Case) throws { try expected.check() }

    @Test("A phrase says something of one field, or of two", arguments: fields)
    func readsFields(expected: Case) throws { try expected.check() }

    @Test("What stands behind somebody or something is said of that", arguments: owners)
    func readsOwners(expected: Case) throws { try expected.check() }
}
