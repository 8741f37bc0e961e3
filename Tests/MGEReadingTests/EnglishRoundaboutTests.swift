import MGELayers
import Testing

@testable import MGEReading

/// English that names things on the way, and says in a roundabout way what they have and what there is only once.
@Suite struct EnglishRoundaboutTests {
    typealias Case = SentenceCase

    static let described = [
        Case(
            "A brand has a name. For every brand we write questionnaires, each with a title and a version of "
                + "at least 1.",
            "questionnaire", ["title: string", "version: integer(1..)", "brand>brand"]),
        Case(
            "For a reindeer we write ear tag number (unique), sex which is male or female and birth year.",
            "reindeer", ["ear_tag_number: string unique", "sex: enum(male, female)", "birth_year: integer"]),
        Case(
            "A home has an address. The carers of a home each have a full name and a mobile number.",
            "carer", ["full_name: string", "mobile_number: string(..30)", "home>home"]),
        Case(
            "A release has a version. A release has at most one symbol file: checksum (exactly 64 "
                + "characters), size in bytes, uploaded at timestamp.",
            "symbol file",
            ["checksum: string(64..64)", "size: integer", "uploaded_at: datetime", "release>release unique"]),
        Case(
            "A tool has a name. When a tool is lent, a loan slip is written. It names the borrower and the "
                + "due date.",
            "loan slip", ["borrower: string", "due_date: date"]),
        Case(
            "A placement has a start date, an end date, absent while it lasts, a type among emergency, short "
                + "term and respite, and a note.",
            "placement",
            ["start_date: date", "end_date: date optional", "type: enum(emergency, short term, respite)", "note: text"]),
        Case(
            "A transcription has a grade, contracted or uncontracted (we assume contracted), and a promised "
                + "date.",
            "transcription", ["grade: enum(contracted, uncontracted) = contracted", "promised_date: date"]),
        Case(
            "Cards have a route, which defaults to bureau and may also be direct or electronic, and a sent "
                + "date.",
            "card", ["route: enum(bureau, direct, electronic) = bureau", "sent_date: date"]),
        Case(
            "A request has a due date. Its state is new at first; after that it is verified, running or "
                + "refused.",
            "request", ["due_date: date", "state: enum(new, verified, running, refused) = new"]),
        Case(
            "A bottling has a bottled on date, a requested at time and a use by date.",
            "bottling", ["bottled_on: date", "requested_at: datetime", "use_by_date: date"]),
        Case(
            "A cask is identified by its cask number. It has a filling strength, a percentage that cannot "
                + "exceed 75.",
            "cask", ["cask_number: string unique", "filling_strength: integer(..75)"]),
        Case(
            "A warehouse is divided into racks; a rack carries a number, and within one warehouse a number is "
                + "used only once.",
            "rack", ["number: string", "warehouse>warehouse", "unique number + warehouse"]),
        Case(
            "An earmark has a left cut and a right cut, and the same left cut with the same right cut can "
                + "exist only one time.",
            "earmark", ["left_cut: string", "right_cut: string", "unique left_cut + right_cut"]),
        Case(
            "A club has a name. Each club runs its own stations; a station has a name, not reused in the same "
                + "club, and a height.",
            "station", ["name: string(..100)", "height: decimal", "club>club", "unique name + club"]),
        Case(
            "A request has a name. There is a refusal reason too, which only refused requests have.",
            "request", ["name: string(..100)", "refusal_reason: string(..300) optional"]),
        Case(
            "It all starts with a vessel, that's the ship. It has a name and a length.",
            "vessel", ["name: string(..100)", "length: float"]),
        Case(
            "A checkout means one tester taking one device. Testers have a name. Devices have a label. A "
                + "checkout has a date.",
            "checkout", ["date: date", "tester>tester", "device>device"]),
    ]

    static let introduced = [
        Case(
            "A child has a name. Allergies are noted as free text, if there are any.",
            "child", ["name: string(..100)", "allergies: text optional"]),
        Case(
            "A release has a version. A release can be marked as urgent, and unless it is marked it is not.",
            "release", ["version: string", "urgent: boolean = false"]),
        Case(
            "A turnaround has a planned arrival and a planned departure, both datetimes, and a first call and "
                + "a last call, null until they happen.",
            "turnaround",
            [
                "planned_arrival: datetime", "planned_departure: datetime", "first_call: string optional",
                "last_call: string optional",
            ]),
        Case(
            "A cask has a filling date. Each sample belongs to one cask and has the date drawn. No cask is "
                + "sampled twice on the same date.",
            "sample", ["date_drawn: date", "cask>cask", "unique cask + date_drawn"]),
        Case(
            "A site has a name. When a site is looked at, that's a check: one site, the percentage eaten, 0 "
                + "to 100, and whether the door was open.",
            "check", ["percentage_eaten: integer(0..100)", "door_open: boolean", "site>site"]),
        Case(
            "An archer has a name. Each archer falls into an age class, for which a name and a lowest age "
                + "suffice.",
            "age class", ["name: string(..100)", "lowest_age: integer"]),
        Case(
            "A skater has a name. A team has a name and a captain, who's obviously a skater.",
            "team", ["name: string(..100)", "captain>skater"]),
        Case(
            "A penalty has the jam number and, um, the date, and a kind, so cut, block or, I don't know, "
                + "other.",
            "penalty", ["jam_number: string", "date: date", "kind: enum(cut, block, other)"]),
        Case(
            "A sale has a date. Customer = nickname and email, same email only once.",
            "customer", ["nickname: string(..50)", "email: email unique"]),
        Case(
            "Each bait station sits at a site and has a number that no other station at that site has. A site "
                + "has a name.",
            "bait station", ["number: string", "site>site", "unique number + site"]),
        Case(
            "A district zone bears a code, shared with no other zone. Within a zone lie its connection "
                + "points. A connection point carries a street address.",
            "connection point", ["street_address: string", "district_zone>district zone"]),
        Case(
            "A flight has a flight number and a date, and never repeat a flight number on the same date.",
            "flight", ["flight_number: string", "date: date", "unique flight_number + date"]),
        Case(
            "A stand has a number. A turn is on one stand and has a planned start. Reject a second turn on "
                + "the same stand with the same planned start.",
            "turn", ["planned_start: datetime", "stand>stand", "unique stand + planned_start"]),
        Case(
            "A question has a text and a mandatory switch, on unless we turn it off.",
            "question", ["text: text", "mandatory: boolean = true"]),
        Case(
            "Each box has its own code and a concern level from 0 to 3, which is 0 by default.",
            "box", ["code: string(..50)", "concern_level: integer(0..3) = 0"]),
    ]

    @Test("Fields by unusual names, and things that are named on the way", arguments: described)
    func describedAreRead(_ expected: Case) throws { try expected.check() }

    @Test("Things that a text begins with, and rules about them", arguments: introduced)
    func introducedAreRead(_ expected: Case) throws { try expected.check() }
}
