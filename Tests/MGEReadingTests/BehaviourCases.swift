import Testing

/// Sentences with what is made of them.
enum BehaviourCases {
    struct Case: Sendable, CustomTestStringConvertible {
        var text: String
        var says: Set<String>
        var testDescription: String { text }

        init(_ text: String, _ says: Set<String> = []) {
            self.text = text
            self.says = says
        }
    }

    static let login = [
        Case("Users log in with their email and a password.", ["login user email"]),
        Case("Users sign up and log in.", ["login user email"]),
        Case("Staff log in with their email and a password.", ["login user email"]),
        Case("Doctors log in with their badge number.", ["login doctor badge_number"]),
        Case("As a doctor, I want to log in with my email.", ["login doctor email"]),
        Case("Only logged-in doctors may see appointments.", ["login doctor email"]),
        Case("You have to log in.", ["login user email"]),
        Case("Login is required.", ["login user email"]),
        Case("All users must be logged in.", ["login user email"]),
        Case("Doctors have accounts.", ["login doctor email"]),
        Case("Doctors and receptionists have accounts.", ["login user email", "kinds"]),
        Case("Doctors sign in with their email, and each doctor has a floor.", ["login doctor email"]),
        Case("Users log in with their username and a password.", ["login user username"]),
        Case("Doctors log in with their fingerprint.", ["login doctor email", "refused"]),
    ]

    static let spanishLogin = [
        Case("Los usuarios inician sesión con su correo y una contraseña.", ["login usuario email"]),
        Case("Los empleados inician sesión con su correo.", ["login usuario email"]),
        Case("Hay que iniciar sesión.", ["login usuario email"]),
        Case("Los médicos entran con su email y su contraseña.", ["login médico email"]),
        Case("Los médicos tienen cuenta.", ["login médico email"]),
        Case("Para ver las citas hay que iniciar sesión.", ["login usuario email"]),
        Case("Los médicos inician sesión con su placa.", ["login médico placa"]),
    ]

    static let roles = [
        Case(
            "Users log in. Administrators can change everything.", ["login user email", "admin is_admin"]),
        Case(
            "Users log in. Only an admin may delete a recipe.", ["login user email", "admin is_admin", "refused"]),
        Case(
            "Users log in. Roles: admin, editor, viewer.",
            ["login user email", "admin role", "role admin editor viewer"]),
        Case(
            "Users log in. A user is an admin, a nurse or a receptionist.",
            ["login user email", "admin role", "role admin nurse receptionist"]),
        Case(
            "Users log in. Users can be admins, editors or viewers. Admins can do anything and edit everything.",
            ["login user email", "admin role", "role admin editor viewer"]),
        Case("Administrators can change everything.", ["refused"]),
        Case(
            "Los usuarios inician sesión. Los administradores pueden modificar todo.",
            ["login usuario email", "admin es_administrador"]),
        Case(
            "Los usuarios inician sesión. Roles: administrador, editor y lector.",
            ["login usuario email", "admin rol", "role administrador editor lector"]),
        Case(
            "Los usuarios inician sesión. Solo un administrador puede borrar una receta.",
            ["login usuario email", "admin es_administrador", "refused"]),
    ]

    static let owners = [
        Case(
            "Users log in. Users see only their own recipes.",
            ["login user email", "recipe owner author", "read by all"]),
        Case("Users log in. Each user manages their own recipes.", ["login user email", "recipe owner user"]),
        Case("Users log in. Each recipe belongs to the user who wrote it.", ["login user email", "recipe owner user"]),
        Case(
            "Users log in. Only the author may edit or delete a recipe.", ["login user email", "recipe owner author"]),
        Case("Users log in. A recipe can only be edited by its author.", ["login user email", "recipe owner author"]),
        Case("Users log in. Recipes can be deleted only by their owner.", ["login user email", "recipe owner author"]),
        Case(
            "Doctors log in. Only the doctor may change an appointment.",
            ["login doctor email", "appointment owner doctor"]),
        Case("Users see only their own recipes.", ["refused"]),
        Case("Users log in. Doctors see only their own appointments.", ["login user email", "refused"]),
        Case(
            "Doctors log in. Doctors see only the patients of their own appointments.",
            ["login doctor email", "refused"]
        ),
        Case("Users log in. Only doctors may change recipes.", ["login user email", "refused"]),
        Case(
            "Los usuarios inician sesión. Cada usuario gestiona sus propias recetas.",
            ["login usuario email", "receta owner usuario"]),
        Case(
            "Los usuarios inician sesión. Los usuarios solo ven sus propias recetas.",
            ["login usuario email", "receta owner autor", "read by all"]),
        Case(
            "Los usuarios inician sesión. Solo el autor puede editar o borrar una receta.",
            ["login usuario email", "receta owner autor"]),
        Case(
            "Los usuarios inician sesión. Cada receta pertenece al usuario que la escribió.",
            ["login usuario email", "receta owner usuario"]),
        Case(
            "Los usuarios inician sesión. Una receta solo puede editarla su autor.",
            ["login usuario email", "receta owner autor"]),
    ]

    static let states = [
        Case(
            "An appointment goes from requested to confirmed and then to attended or cancelled.",
            ["appointment.status requested>confirmed confirmed>attended|cancelled"]),
        Case("An order goes from placed to paid to shipped.", ["order.status placed>paid paid>shipped"]),
        Case(
            "An order is first waiting, then in repair, and finally done.",
            ["order.status waiting>in repair in repair>done"]),
        Case("Orders: open → in progress → done.", ["order.status open>in progress in progress>done"]),
        Case(
            "The status of an order goes from open to closed. A closed order can be reopened.",
            ["order.status open>closed closed>open"]),
        Case(
            "An order moves from open to held or closed. A held order can go back to open.",
            ["refused"]),
        Case(
            "An order moves from draft to open, then to held or closed. A held order can go back to open.",
            ["order.status draft>open open>held|closed held>open"]),
        Case("An appointment goes from requested to archived to destroyed.", ["refused"]),
        Case("An order goes from open to closed.", ["refused"]),
        Case(
            "Una cita pasa de solicitada a confirmada y luego a atendida o cancelada.",
            ["cita.estado solicitada>confirmada confirmada>atendida|cancelada"]),
        Case(
            "Un pedido pasa de abierto a pagado y después a enviado. Un pedido pagado puede reabrirse.",
            ["pedido.estado abierto>pagado pagado>enviado|abierto"]),
        Case(
            "Un pedido está primero abierto, luego en curso y por último cerrado.",
            ["pedido.estado abierto>en curso en curso>cerrado"]),
    ]

    static let requests = [
        Case("Patients can be searched by name or phone.", ["patient search name phone_number"]),
        Case("Search for recipes by title.", ["recipe search title"]),
        Case("Users can search recipes by title and body.", ["recipe search title body"]),
        Case("Patients are searchable by name.", ["patient search name"]),
        Case("List appointments by date.", ["appointment sort date"]),
        Case("Appointments are sorted by date and title.", ["appointment sort date title"]),
        Case("Recipes can be searched by title and sorted by title.", ["recipe search title", "recipe sort title"]),
        Case("Recipes can be searched by colour.", ["refused"]),
        Case("Appointments can be searched by date.", ["refused"]),
        Case("Doctors are ordered by rank.", ["refused"]),
        Case("Appointments can be filtered by status.", []),
        Case("Appointments can be filtered by date.", ["refused"]),
        Case("Las citas se pueden buscar por título.", ["cita search título"]),
        Case("Se puede buscar por teléfono.", ["paciente search teléfono"]),
        Case("Los pacientes se buscan por nombre o teléfono.", ["paciente search nombre teléfono"]),
        Case("Las citas se listan ordenadas por fecha.", ["cita sort fecha"]),
        Case("Listar las citas por fecha.", ["cita sort fecha"]),
    ]

    static let changes = [
        Case("Deleted patients are kept, only hidden.", ["patient soft delete"]),
        Case("Deleted recipes are archived.", ["recipe soft delete"]),
        Case("Patients are never really deleted.", ["patient soft delete"]),
        Case(
            "Nothing is ever really deleted.",
            Set(["user", "doctor", "patient", "appointment", "recipe", "order", "country"].map { $0 + " soft delete" })),
        Case("Nothing is ever deleted.", ["refused"]),
        Case("Countries are read-only.", ["country read only"]),
        Case("Countries cannot be changed through the API.", ["country read only"]),
        Case("Countries cannot be changed.", ["refused"]),
        Case("Los pacientes borrados se conservan.", ["paciente soft delete"]),
        Case("Los países son de solo lectura.", ["país read only"]),
        Case("Los países no se pueden modificar por la API.", ["país read only"]),
    ]

    static let gaps = [
        Case("Show how many appointments each doctor has.", ["refused"]),
        Case("We want to see how many appointments each doctor has.", ["refused"]),
        Case("Doctors can see the total of their orders.", ["refused"]),
        Case("All times are in Europe/Madrid.", ["refused"]),
        Case("Queremos saber cuántas citas tiene cada médico.", ["refused"]),
        Case("Las horas están en Europe/Madrid, y cada cita tiene una sala.", ["refused"]),
    ]

    static let negatives = [
        "Users report faults.", "Nobody logs in.", "There is no login.", "Users do not log in.",
        "Doctors log in each appointment downstairs.", "Patients sign up for walks.",
        "Only one recipe per doctor and patient.", "Each doctor has their own recipes.",
        "A train goes from Madrid to Paris.", "Every appointment goes from one doctor to another doctor.",
        "Each patient has a role in the study.", "The doctor searches the room.",
        "When a doctor is deleted, the appointments are kept.", "We keep the patients of the last year.",
        "For each doctor we note how many patients there are in the room.", "Each patient has a time zone.",
        "We never delete patients who have appointments.", "An order is a form, a call or a letter.",
        "First we need a doctor, then a patient, and finally a recipe.", "The body of a recipe cannot be changed.",
        "Cada médico tiene sus propias recetas.", "Los pacientes se registran en la entrada.",
        "Los médicos no inician sesión.", "Solo una cita por médico y paciente.",
        "De cada médico anotamos cuántas horas trabaja.",
        "Una cita va de un médico a otro médico.",
    ]

    /// All sentences of each language in one text.
    static let texts: [String] = {
        let cases = login + roles + owners + states + requests + changes + gaps + spanishLogin
        return [
            BehaviourTests.english + cases.map(\.text).joined(separator: " "),
            BehaviourTests.spanish + cases.reversed().map(\.text).joined(separator: " "),
        ]
    }()
}
