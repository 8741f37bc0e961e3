import Testing

@testable import MGEReading

/// English as people write it down in a hurry, and rules that take up what was said before them.
@Suite struct EnglishWrittenTests {
    typealias Case = SentenceCase

    static let lists = [
        Case(
            "Charities send applications. An application is for one grant. The application has a summary, "
                + "which may be empty, a stage (new, checked or refused; new by default) and the date of receipt.",
            "application",
            [
                "summary: text optional", "stage: enum(new, checked, refused) = new", "date_of_receipt: date",
                "charity>charity", "grant>grant",
            ]),
        Case(
            "Trucks have a plate. A move has a moving date, a from address and a to address (both "
                + "obligatory), and a volume in cubic metres.",
            "move", ["moving_date: date", "from_address: string(..300)", "to_address: string(..300)", "volume: float"]),
        Case(
            "A yard has trailers. A trailer has a plate, this is unique, and a length in metres, and if it "
                + "has brakes or not.",
            "trailer", ["plate: string(..20) unique", "length: float", "brakes: boolean", "yard>yard"]),
        Case(
            "Boats lie in a harbour. A repair has a day and a state, this can be planned, running or "
                + "finished, and a cost.",
            "repair", ["day: date", "state: enum(planned, running, finished)", "cost: decimal"]),
        Case(
            "A harbour has a name. The boats each have a sail number, no two alike, and a length in metres. "
                + "Boats lie in a harbour.",
            "boat", ["sail_number: string unique", "length: float", "harbour>harbour"]),
        Case(
            "Owners have a name. A listing has a headline. It is hidden by default, so there's a visible flag "
                + "that starts out as false.",
            "listing", ["headline: string", "visible: boolean = false", "owner>owner optional"]),
        Case(
            "A box has a grade of A, B or C. A box has a label.",
            "box", ["grade: enum(A, B, C)", "label: string"]),
        Case(
            "Donors have a blood group of A, B, AB or O and a name.",
            "donor", ["blood_group: enum(A, B, AB, O)", "name: string(..100)"]),
        Case(
            "A bale has a wool class of fine, medium or strong, and a number.",
            "bale", ["wool_class: enum(fine, medium, strong)", "number: string"]),
        Case(
            "A loan have loan date and return date, this one stay empty before the new seeds come back. A "
                + "loan is of a packet. A packet has number of seeds, never less then 0.",
            "loan", ["loan_date: date", "return_date: date optional", "packet>packet"]),
        Case(
            "A bike has a type thats upright or folding, and a basket.",
            "bike", ["type: enum(upright, folding)", "basket: string"]),
        Case(
            "Employees roast batches. About employees, just the name and whether they're certified. A batch "
                + "has a date.",
            "employee", ["name: string(..100)", "certified: boolean"]),
        Case(
            "A room has a number. Of a guest, only the name, the phone and whether they smoke. A guest pays "
                + "for a room.",
            "guest", ["name: string(..100)", "phone: string(..30)", "smoke: boolean", "room>room"]),
    ]

    static let topics = [
        Case(
            "An order is made by a customer. An outage affects one or more orders, and an order goes through "
                + "many outages. It has a cause, a start time and an impact of minor or major.",
            "outage", ["cause: string", "start_time: time", "impact: enum(minor, major)"]),
        Case(
            "An alarm belongs to a boiler, a boiler has max one. It has a due date and a note. A boiler has a "
                + "brand.",
            "alarm", ["due_date: date", "note: text", "boiler>boiler unique"]),
        Case(
            "Tours have a title. Deposit - every booking has max one deposit, every deposit is for one "
                + "booking. Amount at least 20, payment method, and refunded yes/no default no. A booking has a "
                + "date.",
            "deposit",
            ["amount: decimal(20..)", "payment_method: string", "refunded: boolean = false", "booking>booking unique"]),
        Case(
            "Cabins stand on a site. Cleanings: each cleaning is for 1 cabin only, a cabin can have lots of "
                + "cleanings. Planned date, remarks, finish date is empty til its done.",
            "cleaning", ["planned_date: date", "remarks: text", "finish_date: date optional", "cabin>cabin"]),
        Case(
            "Fittings are made by phone. A fitting is for one client, pattern is optional because sometimes "
                + "they decide on the day. It has a date. A pattern has a title. Clients have a name.",
            "fitting", ["date: date", "client>client", "pattern>pattern optional"]),
        Case(
            "A shelf has a code. Customers fill in a complaint. On it we want their full name, a phone "
                + "number, optionally an email address, and the cause. A clerk handles complaints.",
            "complaint",
            [
                "full_name: string", "phone_number: string(..30)", "email_address: email optional", "cause: string",
                "clerk>clerk",
            ]),
        Case(
            "Costumes have a size. Members pay for loans. We lend to other clubs so a loan has a costume, a "
                + "start date and a deposit which is 0 by default.",
            "loan", ["start_date: date", "deposit: decimal = 0", "member>member", "costume>costume"]),
    ]

    static let numbers = [
        Case(
            "A house has flats. A house has a street. Flats are numbered, and they have a size.",
            "flat", ["number: string", "size: integer", "house>house"]),
        Case(
            "Bays are in halls. A hall has a name. Bays are numbered. Within a hall no number is repeated.",
            "bay", ["number: string", "hall>hall", "unique number + hall"]),
        Case(
            "Lockers belong to members. Members have a name. Locker codes are never reused.",
            "locker", ["code: string(..50) unique", "member>member"]),
        Case(
            "A tour has a title. A route has stops. Route numbers are unique, stops have a name.",
            "route", ["number: string unique"]),
    ]

    static let rules = [
        Case(
            "For a given room and start time there can only be a single lecture. A lecture is in a room. A "
                + "lecture has a title.",
            "lecture", ["start_time: time", "title: string", "room>room", "unique room + start_time"]),
        Case(
            "For any given tank and date there can be only one reading. A reading is of a tank. A reading has "
                + "a date and a value.",
            "reading", ["date: date", "value: decimal", "tank>tank", "unique tank + date"]),
        Case(
            "A crane goes through dozens of rentals, but never two with the same start date. A rental has a "
                + "start date. A crane has a plate.",
            "rental", ["start_date: date", "crane>crane", "unique crane + start_date"]),
        Case(
            "A method has a title. A sample has a code. A trial has a day and applies one method to one "
                + "sample, so a sample normally has several trials, but never two with the same method.",
            "trial", ["day: date", "applies: string", "sample>sample", "method>method", "unique sample + method"]),
        Case(
            "A rating is from one member about one film, only one rating for each member and film, with stars "
                + "from 1 to 5 and a comment.",
            "rating", ["stars: integer(1..5)", "comment: text", "member>member", "film>film", "unique member + film"]),
        Case(
            "A novel has a title and is split into chapters; within a novel no two chapters can have the same "
                + "number, and a chapter has a mood.",
            "chapter", ["number: string", "mood: string", "novel>novel", "unique novel + number"]),
        Case(
            "Crates are kept in halls. A hall has a name. In one hall no two crates have the same code, but a "
                + "crate can have a nickname.",
            "crate", ["code: string(..50)", "nickname: string(..50) optional", "hall>hall", "unique hall + code"]),
        Case(
            "Techs empty boxes. A collection is for one machine and done by one tech, has date and the "
                + "amount. Only one collection for same machine and date. A machine has a number.",
            "collection", ["date: date", "amount: decimal", "machine>machine", "tech>tech", "unique machine + date"]),
        Case(
            "A job is at a farm. A job has a start date. Never two jobs at the same farm with the same start "
                + "date, we stuffed that up once. A farm has a name.",
            "job", ["start_date: date", "farm>farm", "unique farm + start_date"]),
    ]

    static let left = [
        Case(
            "A donation is given by one donor and has a date. Donors have a number. As long as donations "
                + "exist for a donor, the donor must not be deleted.",
            "donation", ["date: date", "donor>donor restrict"]),
        Case(
            "A ride is made by one rider and has a date. Riders have a name. Erasing a rider must not erase "
                + "the rides; they simply lose their rider.",
            "ride", ["date: date", "rider>rider optional"]),
        Case(
            "Extinguishers hang in a building; when the building is deleted they remain in the register, just "
                + "without a building. An extinguisher has a number. A building has a street.",
            "extinguisher", ["number: string", "building>building optional"]),
        Case(
            "A play has a title. A part belongs to a play and has a name. If a play gets deleted the parts "
                + "can go too, pls not the costumes. Costumes have a size.",
            "part", ["name: string(..100)", "play>play"]),
        Case(
            "A talk is in one track and has a title. A track has a name. Tracks are deleted only if empty.",
            "talk", ["title: string", "track>track restrict"]),
        Case(
            "A deed is drawn up by a notary, and sometimes read over by another notary as deputy. Deeds have "
                + "a date. A notary has a name.",
            "deed", ["date: date", "notary>notary", "deputy>notary optional"]),
        Case(
            "A test is run by an analyst and, where the value looks odd, checked by a second analyst. "
                + "Analysts have a name. A test has a result.",
            "test", ["result: string", "analyst>analyst", "second_analyst>analyst optional"]),
    ]

    @Test(arguments: lists + topics) func fieldsAreFound(_ example: Case) throws { try example.check() }

    @Test(arguments: numbers + rules + left) func rulesAreFound(_ example: Case) throws { try example.check() }
}
