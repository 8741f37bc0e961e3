import MGECore
import MGELayers
import Testing

@testable import MGEReading

/// What people do, from which an entity comes that refers to who does it, and to what.
@Suite struct DeedSentenceTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var text: String
        var entities: [String]
        var references: Set<String>
        /// What is unique together.
        var unique: [String] = []
        var testDescription: String { text }
    }

    static let english: [Case] = [
        Case(
            text:
                "Users write reviews with a rating and a text. A user can review a movie only once. Movies have a title.",
            entities: ["user", "review", "movie"], references: ["review.user>user", "review.movie>movie"],
            unique: ["review: user, movie"]),
        Case(
            text: "Users create polls with a question and several options. Each user can vote once per poll.",
            entities: ["user", "poll", "option", "vote"],
            references: ["poll.user>user", "option.poll>poll", "vote.user>user", "vote.poll>poll"],
            unique: ["vote: user, poll"]),
        Case(
            text: "Students vote for candidates. Every student has exactly one vote per election.",
            entities: ["student", "candidate", "vote", "election"],
            references: ["vote.student>student", "vote.candidate>candidate", "vote.election>election"],
            unique: ["vote: student, election"]),
        Case(
            text:
                "Companies post jobs with a title. Candidates apply to jobs. An application has a cover letter and a date.",
            entities: ["company", "job", "candidate", "application"],
            references: ["job.company>company", "application.candidate>candidate", "application.job>job"]),
        Case(
            text: "Employers post jobs and candidates apply to them.",
            entities: ["employer", "job", "candidate", "application"],
            references: ["job.employer>employer", "application.candidate>candidate", "application.job>job"],
            unique: ["application: job, candidate"]),
        Case(
            text: "Members borrow books. A loan has a due date.", entities: ["member", "book", "loan"],
            references: ["loan.member>member", "loan.book>book"]),
        Case(
            text: "Customers rate restaurants from 1 to 5.", entities: ["customer", "restaurant", "rating"],
            references: ["rating.customer>customer", "rating.restaurant>restaurant"]),
        Case(
            text: "Patients book appointments with doctors. Each appointment has a date.",
            entities: ["patient", "appointment", "doctor"],
            references: ["appointment.patient>patient", "appointment.doctor>doctor"]),
        Case(
            text: "Mechanics repair cars. A repair has a date and a cost.", entities: ["mechanic", "car", "repair"],
            references: ["repair.mechanic>mechanic", "repair.car>car"]),
        Case(
            text: "Members book classes. A member cannot book the same class twice. Classes have a name.",
            entities: ["member", "class", "booking"], references: ["booking.member>member", "booking.class>class"],
            unique: ["booking: member, class"]),
        Case(
            text: "Each customer can leave one review per product. Reviews have a comment.",
            entities: ["customer", "review", "product"],
            references: ["review.customer>customer", "review.product>product"], unique: ["review: customer, product"]),
        Case(
            text: "Users rate recipes and leave comments on them. Recipes have a title.",
            entities: ["user", "recipe", "rating", "comment"],
            references: ["rating.user>user", "rating.recipe>recipe", "comment.user>user", "comment.recipe>recipe"]),
        // What is done to many, as is said, needs no entity.
        Case(
            text: "A skater can enroll in several classes, and a class has many skaters. Skaters have a name.",
            entities: ["skater", "class", "skater class"],
            references: ["skater class.skater>skater", "skater class.class>class"],
            unique: ["skater class: skater, class"]),
    ]

    static let makers: [Case] = [
        Case(
            text: "Users open threads in categories and reply with posts.",
            entities: ["user", "thread", "category", "post"],
            references: ["thread.user>user", "thread.category>category", "post.user>user", "post.thread>thread"]),
        Case(
            text: "Sales reps own deals. A deal has a value.", entities: ["sales rep", "deal"],
            references: ["deal.sales_rep>sales rep"]),
        Case(
            text: "Adopters submit adoption requests. Pets have a name and a breed.",
            entities: ["adopter", "adoption request", "pet"], references: ["adoption request.adopter>adopter"]),
        Case(
            text: "Guests send booking requests, which the host accepts or declines. Hosts publish listings.",
            entities: ["guest", "booking request", "host", "listing"],
            references: [
                "booking request.guest>guest", "booking request.host>host", "listing.host>host",
            ]),
        Case(
            text: "Doctors prescribe medications to patients. A prescription has a dose.",
            entities: ["doctor", "medication", "patient", "prescription"],
            references: [
                "prescription.doctor>doctor", "prescription.medication>medication", "prescription.patient>patient",
            ]),
        Case(
            text: "Users upload photos to albums. A photo has a caption.", entities: ["user", "photo", "album"],
            references: ["photo.user>user", "photo.album>album"]),
        Case(
            text: "A bug belongs to a project, is reported by a tester and assigned to a developer. A bug has a title.",
            entities: ["bug", "project", "tester", "developer"],
            references: ["bug.project>project", "bug.tester>tester", "bug.developer>developer"]),
        Case(
            text: "A session places a course in a room at a time slot. A session has a date.",
            entities: ["session", "course", "room", "time slot"],
            references: ["session.course>course", "session.room>room", "session.time_slot>time slot"]),
        Case(
            text: "Users send messages to other users. Messages have a text.", entities: ["user", "message"],
            references: ["message.sender>user", "message.recipient>user"]),
        Case(
            text: "Users follow other users. Users have a name.", entities: ["user", "user followed user"],
            references: ["user followed user.user>user", "user followed user.followed_user>user"],
            unique: ["user followed user: user, followed_user"]),
    ]

    static let spanish: [Case] = [
        Case(
            text: "Los usuarios escriben reseñas con un texto. Un usuario puede reseñar una película solo una vez. "
                + "Las películas tienen título y año.",
            entities: ["usuario", "reseña", "película"],
            references: ["reseña.usuario>usuario", "reseña.película>película"], unique: ["reseña: usuario, película"]),
        Case(
            text: "Cada usuario puede votar una sola vez por encuesta. Los usuarios crean encuestas con una pregunta y "
                + "varias opciones.",
            entities: ["usuario", "encuesta", "opción", "voto"],
            references: [
                "encuesta.usuario>usuario", "opción.encuesta>encuesta", "voto.usuario>usuario",
                "voto.encuesta>encuesta",
            ], unique: ["voto: usuario, encuesta"]),
        Case(
            text: "Cada alumno tiene un voto por elección. Los alumnos votan a los candidatos.",
            entities: ["alumno", "voto", "elección", "candidato"],
            references: ["voto.alumno>alumno", "voto.elección>elección", "voto.candidato>candidato"],
            unique: ["voto: alumno, elección"]),
        Case(
            text: "Los alumnos se matriculan en cursos. Los cursos tienen título y código.",
            entities: ["alumno", "curso", "inscripción"],
            references: ["inscripción.alumno>alumno", "inscripción.curso>curso"],
            unique: ["inscripción: alumno, curso"]),
        Case(
            text: "Los usuarios abren hilos en categorías y responden con mensajes.",
            entities: ["usuario", "hilo", "categoría", "mensaje"],
            references: [
                "hilo.usuario>usuario", "hilo.categoría>categoría", "mensaje.usuario>usuario", "mensaje.hilo>hilo",
            ]),
        Case(
            text: "Los pacientes reservan citas con médicos. Cada cita tiene fecha y motivo.",
            entities: ["paciente", "cita", "médico"], references: ["cita.paciente>paciente", "cita.médico>médico"]),
    ]

    @Test("What people do makes an entity", arguments: english + makers + spanish)
    func deeds(_ expected: Case) throws {
        let document = try ReadingSupport.read(expected.text)
        #expect(document.names.sorted() == expected.entities.sorted())
        #expect(document.references == expected.references)
        let unique = document.entities.flatMap { entity in
            entity.uniqueTogether.map { "\(entity.name): \($0.joined(separator: ", "))" }
        }
        #expect(unique == expected.unique)
    }

    static let said: [SentenceCase] = [
        SentenceCase(
            "Customers rate restaurants from 1 to 5.", "rating",
            ["value: integer(1..5)", "customer>customer", "restaurant>restaurant"]),
        SentenceCase(
            "Guests book rooms between a check-in date and a check-out date with a note. Rooms have a number.",
            "booking",
            ["check_in_date: date", "check_out_date: date", "note: text", "guest>guest", "room>room"]),
        SentenceCase(
            "Guests book rooms between a check-in date and a check-out date with a note. Rooms have a number.", "room",
            ["number: string"]),
        SentenceCase(
            "Candidates apply to jobs with a cover letter. Jobs have a title.", "application",
            ["cover_letter: string", "candidate>candidate", "job>job"]),
        SentenceCase(
            "Customers order cakes for a pickup date. Each cake has a flavor. Orders can have special instructions.",
            "order",
            ["pickup_date: date", "special_instructions: text optional", "customer>customer", "cake>cake"]),
        SentenceCase(
            "Users create polls with a question and several options.", "poll", ["question: string", "user>user"]),
        SentenceCase(
            "When a vehicle enters, a ticket is issued with the entry time; on exit we store the exit time and the amount "
                + "paid.", "ticket", ["entry_time: time", "exit_time: time", "amount_paid: decimal"]),
        SentenceCase(
            "An application has a cover letter and a first name.", "application",
            ["cover_letter: string", "first_name: string(..100)"]),
        SentenceCase(
            "Students enroll in courses. At the end students get a certificate.", "end student", ["no end student"]),
    ]

    @Test("What is said of a deed", arguments: said)
    func isSaid(_ expected: SentenceCase) throws { try expected.check() }

    @Test("How often something is done in some time is told as not read")
    func limits() throws {
        let document = try ReadingSupport.read("Members reserve rooms. A member can reserve a room only once per week.")
        #expect(document.diagnostics.contains { $0.message.contains("only once per week") })
    }

    @Test(
        "What looks like a deed makes nothing",
        arguments: [
            "Tags apply to items. Items have a name and tags have a name.",
            "A stall keeps its own books. Stalls have a name.",
        ])
    func noDeed(_ text: String) throws {
        let names = try ReadingSupport.read(text).names
        #expect(!names.contains("application") && !names.contains("booking"))
    }
}
