import Testing

/// Phrases that are whole descriptions, with what an expert would make of them.
struct PhraseCases: Sendable, CustomTestStringConvertible {
    var text: String
    var entities: [String]
    var references: Set<String>
    /// All that some entities have.
    var shown: [String: [String]] = [:]
    /// The entities that the phrase does not name.
    var guessed: [String] = []
    var testDescription: String { text }

    static let all: [PhraseCases] = [
        PhraseCases(
            text: "a podcast host with ratings from 1 to 5, one rating per listener and episode",
            entities: ["rating", "listener", "episode", "podcast"],
            references: ["rating.listener>listener", "rating.episode>episode", "episode.podcast>podcast"],
            shown: [
                "rating": [
                    "value: integer(1..5)", "comment: text optional", "listener>listener",
                    "episode>episode", "unique listener + episode",
                ],
                "listener": ["name: string(..100)", "email: email unique"],
            ],
            guessed: ["podcast"]),
        PhraseCases(
            text: "Una plataforma de podcasts con valoraciones de 1 a 10, una por oyente y episodio",
            entities: ["podcast", "valoración", "oyente", "episodio"],
            references: ["valoración.oyente>oyente", "valoración.episodio>episodio", "episodio.podcast>podcast"],
            shown: [
                "valoración": [
                    "valor: integer(1..10)", "comentario: text optional", "oyente>oyente",
                    "episodio>episodio", "unique oyente + episodio",
                ]
            ],
            guessed: ["podcast"]),
        PhraseCases(
            text: "una clínica veterinaria con citas", entities: ["cita", "mascota", "veterinario", "dueño"],
            references: ["cita.mascota>mascota", "cita.veterinario>veterinario", "mascota.dueno>dueño"],
            shown: [
                "cita": [
                    "inicio: datetime", "duracion_minutos: integer(1..) = 30", "motivo: string(..300) optional",
                    "estado: enum(programada, confirmada, realizada, cancelada, no_presentada) = programada",
                    "notas: text optional", "mascota>mascota", "veterinario>veterinario restrict",
                    "unique veterinario + inicio",
                ],
                "dueño": [
                    "nombre: string(..100)", "email: email unique", "telefono: string(..30) optional",
                    "direccion: string(..300) optional",
                ],
            ], guessed: ["mascota", "veterinario", "dueño"]),
        PhraseCases(
            text: "a veterinary clinic with appointments",
            entities: ["appointment", "pet", "veterinarian", "owner"],
            references: [
                "appointment.pet>pet", "appointment.veterinarian>veterinarian", "pet.owner>owner",
            ], guessed: ["pet", "veterinarian", "owner"]),
        PhraseCases(
            text: "A library with books, authors and members", entities: ["book", "author", "member"],
            references: ["book.author>author"]),
        PhraseCases(
            text: "An online shop with customers, products and ratings from 0 to 10",
            entities: ["customer", "product", "rating"],
            references: ["rating.product>product", "rating.author>customer"],
            shown: [
                "rating": [
                    "value: integer(0..10)", "comment: text optional", "product>product", "author>customer",
                    "unique product + author",
                ]
            ]),
    ]
}
