import MGECore
import MGELayers
import Testing

@testable import MGEReading

/// What short descriptions say in sentences of their own kind: whose the fields are that stand behind several things.
@Suite struct PromptSentenceTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var text: String
        /// The names of all fields that are told, by the entity: `habit: name, goal`.
        var fields: [String]
        var references: Set<String>
        var testDescription: String { text }
    }

    static let within = [
        Case(
            text: "Users have habits with a name, a frequency (daily, weekly) and a goal.",
            fields: ["habit: name, frequency, goal"], references: ["habit.user>user"]),
        Case(
            text: "A module has lessons with a title, a video URL and a duration in minutes.",
            fields: ["lesson: title, video_url, duration"], references: ["lesson.module>module"]),
        Case(
            text: "Each shelter has pets with a name, species, breed, age and adoption status.",
            fields: ["pet: name, species, breed, age, adoption_status"], references: ["pet.shelter>shelter"]),
        Case(
            text: "Albums contain tracks with a duration and a track number. An album has a title.",
            fields: ["track: duration, track_number", "album: title"], references: ["track.album>album"]),
        Case(
            text: "I need an app for beekeepers: each hive has a colour and a location.",
            fields: ["hive: colour, location"], references: []),
        Case(
            text: "Each hotel has rooms with a number, a floor and a price per night.",
            fields: ["room: number, floor, price"], references: ["room.hotel>hotel"]),
        Case(
            text: "Each team has players with a name and a shirt number, and a founding year.",
            fields: ["player: name, shirt_number", "team: founding_year"], references: ["player.team>team"]),
        Case(
            text: "Each team has a name, players with a shirt number and a position, and a founding year.",
            fields: ["team: name, founding_year", "player: shirt_number, position"], references: ["player.team>team"]),
        Case(
            text: "Each order has a code, a date and order lines with a quantity, a discount and a price.",
            fields: ["order: code, date", "order line: quantity, discount, price"],
            references: ["order line.order>order"]),
        Case(
            text: "Los usuarios tienen hábitos con un nombre, una frecuencia (diaria, semanal) y un objetivo.",
            fields: ["hábito: nombre, frecuencia, objetivo"], references: ["hábito.usuario>usuario"]),
        Case(
            text: "Cada refugio tiene mascotas con un nombre, una especie, una raza y una edad.",
            fields: ["mascota: nombre, especie, raza, edad"], references: ["mascota.refugio>refugio"]),
    ]

    static let chains = [
        Case(
            text: "The garage has floors, and floors have spots. A spot has a number.", fields: ["spot: number"],
            references: ["floor.garage>garage", "spot.floor>floor"]),
        Case(
            text: "The garage has floors. Floors have spots. Spots have a number.", fields: ["spot: number"],
            references: ["floor.garage>garage", "spot.floor>floor"]),
        Case(
            text: "A building has floors, floors have rooms and rooms have desks.", fields: [],
            references: ["floor.building>building", "room.floor>floor", "desk.room>room"]),
        Case(
            text: "A warehouse has shelves. A shelf holds boxes.", fields: [],
            references: ["shelf.warehouse>warehouse", "box.shelf>shelf"]),
        Case(
            text: "El garaje tiene plantas y las plantas tienen plazas. Una plaza tiene un número.",
            fields: ["plaza: número"], references: ["planta.garaje>garaje", "plaza.planta>planta"]),
    ]

    static let others = [
        Case(
            text:
                "Patients, dentists, appointments with start time, duration and status (booked, confirmed, cancelled).",
            fields: ["appointment: start_time, duration, status"],
            references: ["appointment.dentist>dentist", "appointment.patient>patient"]),
        Case(
            text: "University timetable: departments, lecturers, courses and time slots. Each course is taught by one "
                + "lecturer.", fields: [], references: ["course.lecturer>lecturer"]),
        Case(
            text: "Owners with name and phone. Pets with species and birth date. Each pet belongs to an owner.",
            fields: ["owner: name, phone", "pet: species, birth_date"], references: ["pet.owner>owner"]),
        Case(
            text:
                "Horario universitario: departamentos, profesores, asignaturas y aulas. Cada asignatura la imparte un "
                + "profesor.", fields: [], references: ["asignatura.profesor>profesor"]),
        Case(
            text: "Freelance marketplace: clients post projects with title, description and budget; freelancers submit "
                + "proposals with a price and a cover letter.",
            fields: ["project: title, description, budget", "proposal: price, cover_letter"],
            references: ["project.client>client", "proposal.freelancer>freelancer"]),
        Case(
            text: "Members have memberships (monthly, yearly) with a start and end date.",
            fields: ["membership: type, start_date, end_date"], references: ["membership.member>member"]),
        Case(
            text: "Los socios tienen membresías (mensual, anual) con una fecha de inicio y de fin.",
            fields: ["membresía: tipo, fecha_de_inicio, fecha_de_fin"], references: ["membresía.socio>socio"]),
        Case(
            text: "Movies have many actors, and actors appear in many movies. Movies have a title.",
            fields: ["movie: title"], references: ["actor movie.actor>actor", "actor movie.movie>movie"]),
        Case(
            text: "Movies have a title, a release year, genres and a language.",
            fields: ["movie: title, release_year, language"],
            references: ["movie genre.movie>movie", "movie genre.genre>genre"]),
        Case(
            text: "Users track expenses with an amount and a date.", fields: ["expense: amount, date"],
            references: ["expense.user>user"]),
    ]

    static let doers = [
        Case(
            text: "Real estate listings: agents list properties with address, price and photos. Each agent has a name.",
            fields: ["property: address, price, photos", "agent: name"], references: ["property.agent>agent"]),
        Case(
            text: "Photography studio: clients book sessions with date, location and package (mini, standard).",
            fields: ["session: date, location, package"],
            references: ["booking.client>client", "booking.session>session"]),
        Case(
            text:
                "Pharmacy: medicines with name and price; suppliers; prescriptions with a date. A prescription has many "
                + "medicines.", fields: ["medicine: name, price", "prescription: date"],
            references: ["medicine.prescription>prescription"]),
        Case(
            text: "Boards have lists; lists have cards with a title, labels and a due date.",
            fields: ["card: title, due_date"],
            references: ["list.board>board", "card.list>list", "card label.card>card", "card label.label>label"]),
        Case(
            text: "Shows have episodes with a title, an audio URL and a length in seconds. A guest belongs to a show.",
            fields: ["episode: title, audio_url, length"], references: ["episode.show>show", "guest.show>show"]),
        Case(
            text:
                "A school has pupils (name, birth date, grade). Clients have cases with a number and an opening date.",
            fields: ["pupil: name, birth_date, grade", "case: number, opening_date"],
            references: ["pupil.school>school", "case.client>client"]),
        Case(
            text: "Posts have comments and tags. A post has a title.", fields: ["post: title"],
            references: ["comment.post>post", "post tag.post>post", "post tag.tag>tag"]),
        Case(
            text: "Each library has sections, shelves and books. A section has a code.", fields: ["section: code"],
            references: ["section.library>library", "shelf.library>library", "book.library>library"]),
        Case(
            text: "Los agentes publican propiedades con dirección, precio y fotos. Un agente tiene nombre.",
            fields: ["propiedad: dirección, precio, fotos", "agente: nombre"], references: ["propiedad.agente>agente"]),
        Case(
            text: "Customers (name, email) and orders (date, total). Customers place orders.",
            fields: ["customer: name, email", "order: date, total"], references: ["order.customer>customer"]),
        Case(
            text: "Support desk: tickets, agents, customers; tickets have a title and a status.",
            fields: ["ticket: title, status"], references: ["ticket.requester>customer", "ticket.assignee>agent"]),
        Case(
            text: "A law firm needs case management. Lawyers have a name.", fields: ["lawyer: name"], references: []),
    ]

    @Test("What is left of a sentence is told")
    func unread() throws {
        let document = try ReadingSupport.read("Users can save recipes and follow authors. Recipes have a title.")
        #expect(document.diagnostics.contains { $0.message == "not used: “follow authors”" })
        #expect(document.entities.first { $0.name == "user" }?.fields.contains { $0.name == "follow_authors" } == false)
        for (text, left) in [
            ("Items have a name and a warranty with an expiry date.", "with an expiry date"),
            (
                "Each user has accounts and categories. Users can set a monthly budget per category.",
                "a monthly budget per category"
            ),
        ] {
            let diagnostics = ReadingSupport.diagnostics(text)
            #expect(diagnostics.contains { $0.message == "not used: “\(left)”" })
        }
    }

    @Test("What stands behind several things with their fields is theirs", arguments: within + chains + others + doers)
    func fields(_ expected: Case) throws {
        let document = try ReadingSupport.read(expected.text)
        for line in expected.fields {
            let parts = line.split(separator: ":")
            let entity = document.entities.first { $0.name == parts[0] }
            let names = (entity?.fields ?? []).map { $0.name }.joined(separator: ", ")
            #expect(names == String(parts[1].dropFirst()))
        }
        #expect(document.references == expected.references)
        #expect(!document.diagnostics.contains { $0.message.contains("kept in the summary only") })
    }
}
