/// Prose that says who logs in, whom rows belong to, which states follow, and how lists are read.
enum BehaviourText {
    static let english = """
        We run a physiotherapy clinic and need to replace our spreadsheet.

        Staff log in with their email and a password, and administrators can change everything. Each patient has
        a name, a phone number and a birthday. Each therapist has a name and a room number. Each appointment has
        a title and a date, belongs to a patient and is held by a therapist. An appointment goes from requested
        to confirmed and then to attended or cancelled. A cancelled appointment can go back to requested.

        Each memo has a title, a body and an optional priority from 1 to 5 and is about a patient. Users see only
        their own memos. Only the author may edit or delete an appointment.

        Patients can be searched by name or phone. List appointments by date. Memos can be searched by title and
        body and sorted by priority. Deleted patients are kept, only hidden. Insurers are read-only; each insurer
        has a name. We want to see how many appointments each therapist has.
        """

    static let spanish = """
        Llevamos un recetario compartido entre varias cocinas.

        Los usuarios inician sesión con su correo y una contraseña. Roles: administrador, cocinero y lector. Cada
        usuario tiene un nombre y un email. Cada receta tiene un título, unas instrucciones y una dificultad:
        fácil, media o difícil. Cada receta pertenece a una categoría. Cada categoría tiene un nombre único. Cada
        usuario gestiona sus propias recetas.

        Cada pedido tiene una fecha y un importe. Un pedido pasa de solicitado a preparado y luego a entregado o
        cancelado. Un pedido cancelado puede volver a solicitado. Solo el autor puede modificar o borrar un
        pedido.

        Se puede buscar por título. Los pedidos se listan ordenados por fecha e importe. Los pedidos borrados se
        conservan. Las categorías son de solo lectura. Queremos saber cuántos pedidos hay por categoría. Las
        horas están en Europe/Madrid.
        """
}
