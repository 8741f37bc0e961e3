import MGELayers
import Testing

@testable import MGEReading

/// English clauses with a field as their subject, and what is said of several entities in one sentence.
@Suite struct EnglishValueTests {
    typealias Case = SentenceCase

    static let values = [
        Case(
            "A kayak has a name. The length is given in centimetres and must be between 200 and 600. The "
                + "colour can be red, blue or green; red if nothing else is said.",
            "kayak", ["name: string(..100)", "length: float(200..600)", "colour: enum(red, blue, green) = red"]),
        Case(
            "A stall has a number. Rent is at least 10 euros. Its size ranges from 2 to 20 square metres. "
                + "Electricity is yes or no.",
            "stall", ["number: string", "rent: decimal(10..)", "size: integer(2..20)", "electricity: boolean"]),
        Case(
            "A grant has a title. The amount must not exceed 50000. The currency defaults to EUR. The "
                + "decision date is unknown until the board meets.",
            "grant",
            ["title: string", "amount: decimal(..50000)", "currency: string = EUR", "decision_date: date optional"]),
        Case(
            "A walk has a title. Distance is measured in kilometres; the pace, an integer, is capped at 9, "
                + "and dogs allowed is true or false, false by default.",
            "walk", ["title: string", "distance: float", "pace: integer(..9)", "dogs_allowed: boolean = false"]),
        Case(
            "A hen has a ring number. A nickname is welcome but not needed, while the breed cannot be left "
                + "blank. The laying time is 06:30 if nobody says otherwise.",
            "hen",
            ["ring_number: string", "nickname: string(..50) optional", "breed: string", "laying_time: time = 06:30"]),
        Case(
            "A crate has a code. The number of slats is at least 2. The price per kilo may never be negative. "
                + "The label text is limited to 40 characters.",
            "crate",
            ["code: string(..50)", "number_of_slats: integer(2..)", "price: decimal(0..)", "label_text: string(..40)"]),
        Case(
            "A tent has a code. The comfort levels are low, middle and high, with low preselected.",
            "tent", ["code: string(..50)", "comfort: enum(low, middle, high) = low"]),
        Case(
            "A loan has a number. Its phase is asked at the outset, then granted, running and finally repaid.",
            "loan", ["number: string", "phase: enum(asked, granted, running, repaid) = asked"]),
        Case(
            "A parcel has a number. The state, packed to begin with, moves on to sent and then to delivered.",
            "parcel", ["number: string", "state: enum(packed, sent, delivered) = packed"]),
        Case(
            "A boat has a name. The start is a time of day, the deposit an amount of money, 10 by default. "
                + "The hull is a checkbox, and we assume yes.",
            "boat", ["name: string(..100)", "start: time", "deposit: decimal = 10", "hull: boolean = true"]),
        Case(
            "A badge has a number. Restrict the colour to red, green or blue; let the fee default to 5 euros.",
            "badge", ["number: string", "colour: enum(red, green, blue)", "fee: decimal = 5"]),
        Case(
            "A cart has a code. The axle count is two or higher. The plan is basic, plus or premium, and "
                + "those who pick nothing get basic.",
            "cart", ["code: string(..50)", "axle_count: integer(2..)", "plan: enum(basic, plus, premium) = basic"]),
        Case(
            "A mine has a code. The audience of a mine is one of adults and children. The seam is stored too. "
                + "The pump depth in metres is a whole number.",
            "mine", ["code: string(..50)", "audience: enum(adults, children)", "seam: string", "pump_depth: integer"]),
        Case(
            "A guide has a badge number. Street required; nickname optional; phone unique.",
            "guide",
            ["badge_number: string", "street: string", "nickname: string(..50) optional", "phone: string(..30) unique"]),
    ]

    static let fields = [
        Case(
            "Give a stay a day, an arrival time and a fee. The fee is never negative.",
            "stay", ["day: date", "arrival_time: time", "fee: decimal(0..)"]),
        Case(
            "A pair is known by a tag. We note its birthday, a date, and its weight in grams, a whole number.",
            "pair", ["tag: string", "birthday: date", "weight: integer"]),
        Case(
            "Members of the gym sign up with a full name and an email. Their age is 16 or older.",
            "member", ["full_name: string", "email: email", "age: integer(16..)"]),
        Case(
            "A shelf has a number and a width, the latter being narrow or wide.",
            "shelf", ["number: string", "width: enum(narrow, wide)"]),
        Case(
            "Each dog has a tag and a mood graded 1 to 5, and a smoker flag. We save its mood score and its "
                + "collar, yes or no.",
            "dog", ["tag: string", "mood: integer(1..5)", "smoker: boolean", "mood_score: integer", "collar: boolean"]),
        Case(
            "A donor has a name. The blood group is one of A, B, AB or O. A visit belongs to a donor.",
            "donor", ["name: string(..100)", "blood_group: enum(A, B, AB, O)"]),
        Case(
            "Residents live in one house; we need their name and flat number, while email is nice to have. "
                + "Houses have a street.",
            "resident", ["name: string(..100)", "flat_number: string", "email: email optional", "house>house"]),
        Case(
            "Boilers hang in a house; a house has a street. Each has a serial number and a weight.",
            "boiler", ["serial_number: string(..50)", "weight: decimal", "house>house"]),
        Case(
            "Keep the frame number of the bike, the distance of the ride and the start time. A bike has a "
                + "colour. A ride is on a bike.",
            "bike", ["frame_number: string", "colour: string"]),
        Case(
            "Keep the frame number of the bike, the distance of the ride and the start time. A bike has a "
                + "colour. A ride is on a bike.",
            "ride", ["distance: float", "start_time: time", "bike>bike"]),
        Case(
            "A stall has a number, a trader a name and a phone. Traders belong to a stall.",
            "trader", ["name: string(..100)", "phone: string(..30)", "stall>stall"]),
        Case(
            "For patents we hold the number and the grant date; for firms, the name and country. Each patent "
                + "belongs to a firm.",
            "firm", ["name: string(..100)", "country: string(..100)"]),
    ]

    static let relations = [
        Case(
            "A transfer involves two depots: the source depot and, once it is over, the target depot. Depots "
                + "have a name. A transfer has a date.",
            "transfer", ["date: date", "source_depot>depot", "target_depot>depot optional"]),
        Case(
            "Several parties sign a deed, and the same party may sign several deeds. Deeds have a date. "
                + "Parties have a name.",
            "party", ["name: string(..100)"]),
        Case(
            "Each group is led by one carer, and no carer leads more than one. Groups have a name. Carers "
                + "have a name.",
            "group", ["name: string(..100)", "carer>carer unique"]),
        Case(
            "Clerks report to a chief, who is a clerk too. Clerks have a name.",
            "clerk", ["name: string(..100)", "chief>clerk optional"]),
        Case(
            "The committee puts every talk into one track. Talks have a name. Tracks have a name.",
            "talk", ["name: string(..100)", "track>track"]),
        Case(
            "A recipe is for one patient. On it there are one or several items. Patients have a name. Items "
                + "have a dose.",
            "item", ["dose: string", "recipe>recipe"]),
        Case(
            "Students have a name. Courses have a title. A stay is for a student and a course. Within a "
                + "course, no student may be listed twice.",
            "stay",
            [
                "name: string(..100)", "description: text optional", "student>student", "course>course",
                "unique course + student",
            ]),
        Case(
            "Pupils board at one stop. Stops have a name. Pupils have a name.",
            "pupil", ["name: string(..100)", "stop>stop"]),
        Case(
            "A show has several hosts, and most hosts work on more than one show. Shows have a name. Hosts "
                + "have a name.",
            "host", ["name: string(..100)"]),
        Case(
            "A student belongs to one dojo. We save the city of the dojo and the name of the student.",
            "dojo", ["city: string(..100)"]),
    ]

    @Test("A clause says of a field what it holds, which need not have been named before", arguments: values)
    func valuesAreRead(_ expected: Case) throws { try expected.check() }

    @Test("Whose the fields of a list are, and of which type", arguments: fields)
    func fieldsAreRead(_ expected: Case) throws { try expected.check() }

    @Test("What two, or several, do with one of something", arguments: relations)
    func relationsAreRead(_ expected: Case) throws { try expected.check() }
}
