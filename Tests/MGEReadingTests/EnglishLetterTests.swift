import MGELayers
import Testing

@testable import MGEReading

/// English as people write it in letters, tickets and briefs: requests, rules in passing, and what is said of some.
@Suite struct EnglishLetterTests {
    typealias Case = SentenceCase

    static let entities = [
        Case(
            "Each crate has a label. Please make sure that every crate comes from one orchard, and record the "
                + "orchard's name, its town and its licence number.",
            "crate", ["label: string", "orchard>orchard"]),
        Case(
            "Each crate has a label. Please make sure that every crate comes from one orchard, and record the "
                + "orchard's name, its town and its licence number.",
            "orchard", ["name: string(..100)", "town: string", "licence_number: string"]),
        Case(
            "New leases have the status draft. A lease joins one hut and one tenant. It has a fee and a "
                + "status: draft, signed or ended. Huts have a name. Tenants have a name.",
            "lease", ["fee: decimal", "status: enum(draft, signed, ended) = draft", "hut>hut", "tenant>tenant"]),
        Case(
            "A duty assigns a guard to a gate. Its kind is day or night. Guards have a name. Gates have a "
                + "code.",
            "duty", ["kind: enum(day, night)", "guard>guard", "gate>gate"]),
        Case(
            "Tents have a name. Visitors fill in a request. A request starts out as open. On each request we "
                + "note the tent and a reason.",
            "request", ["reason: string(..300)", "tent>tent"]),
        Case(
            "Each coat has a tag. There is never more than one farewell for a coat; it has a date and a note.",
            "farewell", ["date: date", "note: text", "coat>coat unique"]),
        Case(
            "Sketches can be attached to a report, each with a link and, if wanted, a caption. Reports have a "
                + "title.",
            "sketch", ["link: url", "caption: string(..300) optional", "report>report optional"]),
        Case(
            "A crate has a label. Its state is draft, packed or sent. A draft has no seal yet. We sort crates "
                + "in four warehouses.",
            "crate", ["label: string", "state: enum(draft, packed, sent)"]),
        Case(
            "An override raises the limit of one shop on one street: it has a new limit. Shops have a name. "
                + "Streets have a name.",
            "override", ["new_limit: integer", "shop>shop", "street>street"]),
        Case(
            "A city has a name. It runs any number of sports halls; a sports hall belongs to one city and has a floor "
                + "area. Deleting a city deletes its sports halls.",
            "sports hall", ["floor_area: float", "city>city"]),
        Case(
            "A desk has a name. A data source belongs to one desk and has a label, a kind (bucket or api) and an url.",
            "data source", ["label: string", "kind: enum(bucket, api)", "url: url", "desk>desk"]),
        Case(
            "A summons is addressed to one juror and has a date. Jurors have a name. Summonses are kept.",
            "summons", ["date: date", "juror>juror"]),
    ]

    static let relations = [
        Case(
            "Tours have a date. A voucher pays exactly one tour. It has a code.",
            "voucher", ["code: string(..50)", "tour>tour"]),
        Case(
            "Each raid has a name. Rangers have a name. Each raid has one ranger as its leader and may have "
                + "another as its deputy.",
            "raid", ["name: string(..100)", "leader>ranger", "deputy>ranger optional"]),
        Case(
            "Crates have a code. Shelves have a number. Put each crate on a shelf. Log the inspections of a "
                + "crate. An inspection has a date.",
            "crate", ["code: string(..50)", "shelf>shelf"]),
        Case(
            "Crates have a code. Shelves have a number. Put each crate on a shelf. Log the inspections of a "
                + "crate. An inspection has a date.",
            "inspection", ["date: date", "crate>crate"]),
        Case(
            "The dam and the sire of a horse are horses themselves; either may be unknown. Each horse has a "
                + "name.",
            "horse", ["name: string(..100)", "dam>horse optional", "sire>horse optional"]),
        Case(
            "Writers have a name. A leaflet has a title. The author of a leaflet is a writer; so is its "
                + "editor, but a draft has no editor yet.",
            "leaflet", ["title: string", "author>writer", "editor>writer optional"]),
        Case(
            "Singers have a name. A melody has a title. One singer composes it. Another singer may be named "
                + "as its guardian.",
            "melody", ["title: string", "singer>singer", "guardian>singer optional"]),
        Case(
            "A statue has a title. A casting is a bronze copy of one statue. Every casting has a number.",
            "casting", ["number: string", "statue>statue"]),
        Case(
            "For each ferry that sails we keep a slot: it refers to the ferry, the pier and the pilot who "
                + "steered it. Ferries have a name. Piers have a name. Pilots have a name.",
            "slot",
            ["name: string(..100)", "description: text optional", "ferry>ferry", "pier>pier", "steered_by>pilot"]),
        Case(
            "Porters have a name. A gate has a code. A shift puts one porter on one gate. It can also name a "
                + "deputy, which is another porter.",
            "shift",
            [
                "starts_at: datetime", "ends_at: datetime", "position: string(..100) optional", "notes: text optional",
                "porter>porter", "deputy>porter optional", "gate>gate",
            ]),
        Case(
            "Several songs can be sung in one concert, and a song turns up in lots of concerts. Songs have a "
                + "name. A concert has a date.",
            "concert", ["date: date"]),
        Case(
            "Some tents are lent out by a club. A tent has a colour. Clubs have a name.",
            "tent", ["colour: string", "club>club optional"]),
        Case(
            "A tram is kept in a depot, but the depot is optional because some are abroad. Depots have a "
                + "name. Trams have a number.",
            "tram", ["number: string", "depot>depot optional"]),
        Case(
            "A lorry takes bales to one mill; a bale still in the field belongs to no lorry. Mills have a "
                + "name. A lorry has a plate. Bales have a number.",
            "bale", ["number: string", "lorry>lorry optional"]),
        Case(
            "A house is insured by a company, although for some houses none is known. Companies have a name. "
                + "Houses have a number.",
            "house", ["number: string", "company>company optional"]),
        Case(
            "Urns have a code. After the close a tally is made of each urn, and an urn never gets a second "
                + "one. A tally has a date.",
            "tally", ["date: date", "urn>urn unique"]),
        Case(
            "Trails lead from one hut to another: each has a starting hut, a finishing hut and a length. Huts "
                + "have a name.",
            "trail", ["length: float", "starting_hut>hut", "finishing_hut>hut"]),
        Case(
            "Some leases have a guarantor, who is another of our members. A lease ties one member to one plot "
                + "and has a fee. Members have a name. Plots have a number.",
            "lease", ["fee: decimal", "guarantor>member optional", "member>member", "plot>plot"]),
        Case(
            "Fans join clubs through memberships. A membership has a role. Fans have a name. Clubs have a "
                + "name.",
            "membership", ["role: string", "fan>fan", "club>club"]),
        Case(
            "An appointment yields at most one chart. A chart has a date. Appointments have a time.",
            "chart", ["date: date", "appointment>appointment unique"]),
        Case(
            "A lesson takes up one slot, and no slot serves two lessons. Lessons have a title. Slots have a "
                + "start time.",
            "lesson", ["title: string", "slot>slot unique"]),
        Case(
            "A rental is one pair going out to one skater, with the day out and a deposit. Pairs have a "
                + "number. Skaters have a name.",
            "rental", ["day_out: date", "deposit: decimal", "pair>pair", "skater>skater"]),
        Case(
            "Groups have a name. A slot has a start time. Many slots are free, so the group on a slot may be "
                + "empty.",
            "slot", ["start_time: time", "group>group optional"]),
        Case(
            "Guards have a name. A shift has a date. Two guards are noted on a shift, the opening guard and "
                + "the closing guard, the second of whom is blank until the end.",
            "shift", ["date: date", "opening_guard>guard", "closing_guard>guard optional"]),
        Case(
            "A play has a title. It is lit by a designer and scored by a composer, who may not have been "
                + "picked yet. Both are artists. Artists have a name.",
            "play", ["title: string", "designer>artist", "composer>artist optional"]),
        Case(
            "A token has a hash. We remember the creator of a token, who is a fan. Fans have a name.",
            "token", ["hash: string", "creator>fan"]),
        Case(
            "Clubs have a unique slug and exactly one owner, who is a fan. Fans have a name.",
            "club", ["slug: string(..100) unique", "owner>fan"]),
        Case(
            "Each ward has exactly one rota, spelling out the hours per day and the pay rate. Wards have a "
                + "name.",
            "rota", ["hours: integer", "pay_rate: decimal", "ward>ward unique"]),
        Case(
            "Each ticket is printed for a single seat, never two for the same. A ticket has a number. Seats "
                + "have a row.",
            "ticket", ["number: string", "seat>seat unique"]),
        Case(
            "Coaches have a name. Each class has a lead coach and sometimes an assistant coach. A class has a "
                + "title.",
            "class", ["title: string", "lead_coach>coach", "assistant_coach>coach optional"]),
        Case(
            "Riders have a number. Rounds have a title. A duel puts one rider forward for one round. It has a "
                + "date.",
            "duel", ["date: date", "rider>rider", "round>round"]),
        Case(
            "Batches have a code. A tasting gives one batch a score from 0 to 100 and has a date.",
            "tasting", ["score: integer(0..100)", "date: date", "batch>batch"]),
    ]

    static let uniqueness = [
        Case(
            "A duty has a date, a guard and a gate. A guard can't have more than one duty at the same gate. "
                + "Guards have a name. Gates have a code.",
            "duty", ["date: date", "guard>guard", "gate>gate", "unique guard + gate"]),
        Case(
            "A lot belongs to a sale and has a lot number. Within a sale no lot number is used twice. Sales "
                + "have a date.",
            "lot", ["lot_number: string(..50)", "sale>sale", "unique lot_number + sale"]),
        Case(
            "A board belongs to a cave and has a number, and no number repeats inside one cave. Caves have a "
                + "name.",
            "board", ["number: string", "cave>cave", "unique number + cave"]),
        Case(
            "A ride belongs to a race and a horse and has a time. A horse runs only once per race. Races have "
                + "a name. Horses have a name.",
            "ride", ["time: time", "race>race", "horse>horse", "unique horse + race"]),
        Case(
            "Tours have a date. A voucher pays exactly one tour and no tour is paid twice. It has a code.",
            "voucher", ["code: string(..50)", "tour>tour unique"]),
        Case(
            "A booking refers to a guide and a tour and has a price. Same guide, same tour: once only. Guides "
                + "have a name. Tours have a title.",
            "booking", ["price: decimal", "guide>guide", "tour>tour", "unique guide + tour"]),
        Case(
            "A slot is on one rink and has a start time. Only one slot can have a given start time on a rink. "
                + "Rinks have a name.",
            "slot", ["start_time: time", "rink>rink", "unique start_time + rink"]),
        Case(
            "Fans have a name. Clubs have a name. A pass is for a fan and a club and has a fee. There is at "
                + "most one per fan and club.",
            "pass", ["fee: decimal", "fan>fan", "club>club", "unique fan + club"]),
        Case(
            "An atlas has a genre and a print year; only one atlas may exist per genre and year.",
            "atlas", ["genre: string", "print_year: integer", "unique genre + print_year"]),
        Case(
            "Each route has a method and a path, and that combination is unique.",
            "route", ["method: string", "path: string", "unique method + path"]),
        Case(
            "A seating links a guest to a gala and has a seat. Neither guest nor seat may occur twice in the "
                + "same gala. Guests have a name. Galas have a date.",
            "seating", ["seat: string", "guest>guest", "gala>gala", "unique guest + gala", "unique seat + gala"]),
        Case(
            "Clients have a name. The VAT number may be missing, but no two clients can have the same one.",
            "client", ["name: string(..100)", "vat_number: string(..30) unique optional"]),
        Case(
            "A port is identified by its three-letter code and has a name.",
            "port", ["code: string(3..3) unique", "name: string(..100)"]),
    ]

    static let fields = [
        Case(
            "A room has a name and a code, never longer than six characters. It comes in several colours.",
            "room", ["name: string(..100)", "code: string(..6)"]),
        Case(
            "A lamp has a name, a remark, which we may not have, and a dimmable flag, normally false.",
            "lamp", ["name: string(..100)", "remark: string optional", "dimmable: boolean = false"]),
        Case(
            "Each photo has a caption, a timestamp called taken at and a flag named cropped.",
            "photo", ["caption: string(..300)", "taken_at: datetime", "cropped: boolean"]),
        Case(
            "Each crate has a number of spoilt plums and a number of ripe plums, neither below 0, and a first "
                + "day (a date).",
            "crate", ["number_of_spoilt_plums: integer(0..)", "number_of_ripe_plums: integer(0..)", "first_day: date"]),
        Case(
            "A slope has a danger level from 1 (low) to 5 (very high) and an access note that may be blank.",
            "slope", ["danger_level: integer(1..5)", "access_note: text optional"]),
        Case(
            "A region has a name and, except for those at the top, a nickname. It has a code, unique as well.",
            "region", ["name: string(..100)", "nickname: string(..50) optional", "code: string(..50) unique"]),
        Case(
            "An outage has a headline and two timestamps, noticed at and solved at.",
            "outage", ["headline: string", "noticed_at: datetime", "solved_at: datetime"]),
        Case(
            "Claims have a title. A claim starts out as open and ends up either matched or rejected.",
            "claim", ["title: string", "status: enum(open, matched, rejected) = open"]),
        Case(
            "A donor has a name. Her state of health is good, fair or poor; good is the default.",
            "donor", ["name: string(..100)", "state_of_health: enum(good, fair, poor) = good"]),
        Case(
            "A crane has a plate. Also kept are its maker, its rated load in kilograms, from 100 to 5000, and "
                + "its drive, which is chain, rope or screw.",
            "crane",
            [
                "plate: string(..20)", "maker: string", "rated_load: integer(100..5000)",
                "drive: enum(chain, rope, screw)",
            ]),
        Case(
            "A shift has a date. It is proposed, accepted or done, and proposed is where it begins.",
            "shift", ["date: date", "status: enum(proposed, accepted, done) = proposed"]),
        Case(
            "Wheels have a starting weight and a current weight; leave the current weight empty until it is "
                + "weighed.",
            "wheel", ["starting_weight: decimal", "current_weight: decimal optional"]),
        Case(
            "A house has a number of floors and a street; the number of floors is at least 2.",
            "house", ["number_of_floors: integer(2..)", "street: string"]),
        Case(
            "A panel has a technology: static, scrolling or digital. Static is what we assume.",
            "panel", ["technology: enum(static, scrolling, digital) = static"]),
        Case(
            "A wall has a name. Defects belong to a wall and bear a grade of minor, serious or dangerous. A "
                + "defect has a code.",
            "defect", ["grade: enum(minor, serious, dangerous)", "code: string(..50)", "wall>wall"]),
        Case(
            "We note the recipe code, the yield and the crop year of each recipe. A recipe has a title.",
            "recipe", ["recipe_code: string(..50)", "yield: string", "crop_year: integer", "title: string"]),
        Case(
            "A stay has an arrival date, and it is provisional at first, then confirmed, cancelled or missed.",
            "stay", ["arrival_date: date", "status: enum(provisional, confirmed, cancelled, missed) = provisional"]),
        Case(
            "A sailing has a date. A sailing may be planned, boarding or cancelled, and starts off as "
                + "planned.",
            "sailing", ["date: date", "status: enum(planned, boarding, cancelled) = planned"]),
        Case(
            "A path has a name and its length in metres is at least 5. Each path has a colour.",
            "path", ["name: string(..100)", "length: float(5..)", "colour: string"]),
        Case(
            "A token has an owner name. We never store the token itself, only a prefix of exactly 8 "
                + "characters and a hash.",
            "token", ["owner_name: string(..100)", "prefix: string(8..8)", "hash: string"]),
        Case(
            "A guest has a name and a language, English if we don't say.",
            "guest", ["name: string(..100)", "language: string = English"]),
        Case(
            "A lamp has a state: working, faulty or scrapped, where working is assumed.",
            "lamp", ["state: enum(working, faulty, scrapped) = working"]),
        Case(
            "Each visit has a purpose, a time out, a time back and notes, often left empty.",
            "visit", ["purpose: text", "time_out: time", "time_back: time", "notes: text optional"]),
        Case(
            "Each ferry has a deck count, 1 or greater, and a speed.",
            "ferry", ["deck_count: integer(1..)", "speed: float"]),
        Case(
            "Jurors have a name. Of each juror there is recorded a roll number, which no two jurors have in "
                + "common, a forename and a surname.",
            "juror",
            ["name: string(..100)", "roll_number: string unique", "forename: string", "surname: string(..100)"]),
    ]

    static let deletions = [
        Case(
            "Donors with donations may not be deleted, nor may batches with bottles. A donation is from a "
                + "donor. A bottle is from a batch and has a number. Donors have a name. Batches have a date.",
            "bottle", ["number: string", "batch>batch restrict"]),
        Case(
            "A reel lies in a tin. A tin can't be deleted while it has reels. Same for a shelf with tins on "
                + "it. A tin stands on a shelf and has a code. Shelves have a number.",
            "tin", ["code: string(..50)", "shelf>shelf restrict"]),
        Case(
            "A check is of one ladder and has a date. An inspector who has checks may not be deleted, and "
                + "neither may a ladder that has been checked. A check is by one inspector. Inspectors have a name. "
                + "A ladder has a number.",
            "check", ["date: date", "ladder>ladder restrict", "inspector>inspector restrict"]),
        Case(
            "Deleting a yard deletes its cranes, and deleting a crane deletes its checks. A crane belongs to "
                + "a yard. A check is of one crane and has a date. Yards have a name.",
            "check", ["date: date", "crane>crane"]),
        Case(
            "Sketches can be attached to a report, each with a link and a caption, and they disappear when "
                + "the report is deleted. Reports have a title.",
            "sketch", ["link: url", "caption: string(..300)", "report>report optional cascade"]),
    ]

    @Test("Entities that are asked for, counted, or new", arguments: entities)
    func entitiesAreRead(_ expected: Case) throws { try expected.check() }

    @Test("What belongs to what, by what is done", arguments: relations)
    func relationsAreRead(_ expected: Case) throws { try expected.check() }

    @Test("What is not there twice", arguments: uniqueness)
    func uniquenessIsRead(_ expected: Case) throws { try expected.check() }

    @Test("What is said of fields in passing", arguments: fields)
    func fieldsAreRead(_ expected: Case) throws { try expected.check() }

    @Test("Rules of deletion that go on", arguments: deletions)
    func deletionsAreRead(_ expected: Case) throws { try expected.check() }

    @Test("Words for somebody who is named in a longer sentence before")
    func shortSentencesMeanLongerOnes() throws {
        let text = "A player may be listed for several of its teams, and a list of the club has many players. "
        for rest in ["One them is the team's captain.", "Same team, same team: once.", "Both are teams."] {
            _ = try? ReadingSupport.read("Teams have a name. Players have a name. " + text + rest)
        }
    }
}
