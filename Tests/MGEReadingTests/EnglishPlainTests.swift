import MGELayers
import Testing

@testable import MGEReading

/// English as engineers and product owners write it when they describe what is kept.
@Suite struct EnglishPlainTests {
    typealias Case = SentenceCase

    static let entities = [
        Case(
            "Every kite has a colour. A reel belongs to one kite. Reel has a diameter and a maker.",
            "reel", ["diameter: float", "maker: string", "kite>kite"]),
        Case(
            "A case has a unique case number and a title. Each clerk has a name and handles one case.",
            "case", ["case_number: string unique", "title: string"]),
        Case(
            "We breed llamas. Also shearings: the date, the weight in kilos and who did it. Each "
                + "llama has a name.",
            "shearing", ["date: date", "weight: decimal"]),
        Case(
            "Each ranger has exactly one locker with a number, a colour and a key code. Rangers have "
                + "a name.",
            "locker", ["number: string", "colour: string", "key_code: string(..50)", "ranger>ranger unique"]),
        Case(
            "Each ranger has exactly one locker with a number, a colour and a key code. Rangers have "
                + "a name.",
            "ranger", ["name: string(..100)"]),
        Case(
            "Trustees are companies with a name, a licence number which no other company has, and an "
                + "email address. Each estate has one trustee.",
            "trustee", ["name: string(..100)", "licence_number: string unique", "email_address: email"]),
        Case(
            "A crossing records that a ferry goes from one pier to another: it keeps the departure "
                + "time. Piers have a name. Each ferry has a name.",
            "crossing", ["departure_time: time", "ferry>ferry", "pier>pier"]),
        Case(
            "A move states the crate, the source shelf, the target shelf and the date. Shelves stand "
                + "in a room. A shelf has a number. The source shelf stays empty when a crate is new. Each "
                + "crate has a label. Rooms have a name.",
            "move", ["date: date", "crate>crate", "source_shelf>shelf", "target_shelf>shelf"]),
        Case(
            "A move states the crate, the source shelf, the target shelf and the date. Shelves stand "
                + "in a room. A shelf has a number. The source shelf stays empty when a crate is new. Each "
                + "crate has a label. Rooms have a name.",
            "shelf", ["number: string", "room>room"]),
    ]

    static let roles = [
        Case(
            "A crew has a name, and a crew lists many sailors. One of them is the crew's skipper. "
                + "Each sailor has a name.",
            "crew", ["name: string(..100)"]),
        Case(
            "A lease has a fee and is held by one person, the keeper. Sometimes a second person is "
                + "named as the guarantor. Each person has a name.",
            "lease", ["fee: decimal", "keeper>person", "guarantor>person optional"]),
        Case(
            "A parcel has a weight. A handover logs a parcel changing hands: released by a porter, "
                + "received by a porter, the time and a reason. A porter has a name.",
            "handover",
            ["time: time", "reason: string(..300)", "parcel>parcel", "released_by>porter", "received_by>porter"]),
        Case(
            "Every fellow belongs to a college. A college has a name and is headed by a fellow.",
            "fellow", ["name: string(..100)", "description: text optional", "college>college"]),
        Case(
            "Every fellow belongs to a college. A college has a name and is headed by a fellow.",
            "college", ["name: string(..100)", "headed_by>fellow optional"]),
        Case(
            "A ticket is raised against a pump and optionally against a valve. It is created by a "
                + "fitter and assigned to a fitter; the assignee may be empty. Fitters have a name. Pumps "
                + "have a code. Valves have a code.",
            "ticket",
            [
                "title: string", "description: text optional",
                "status: enum(open, in_progress, resolved, closed) = open",
                "priority: enum(low, medium, high) = medium", "pump>pump", "valve>valve optional", "created_by>fitter",
                "assigned_to>fitter optional",
            ]),
        Case(
            "A bird has a ring number, a mother and a father, who are birds themselves.",
            "bird", ["ring_number: string", "mother>bird optional", "father>bird optional"]),
        Case(
            "A treaty joins a first party and a second party, both nations, and has a date. Nations "
                + "have a name.",
            "treaty", ["date: date", "first_party>nation", "second_party>nation"]),
        Case(
            "A hearing has a date and a chair. Chairs and clerks are all members. Members have a "
                + "name.",
            "hearing", ["date: date", "chair>member"]),
        Case(
            "A report refers to the pump, the member who prepared it and the member who checked it. "
                + "Members have a name. Pumps have a code.",
            "report",
            [
                "name: string(..100)", "description: text optional", "pump>pump", "prepared_by>member",
                "checked_by>member",
            ]),
    ]

    static let relations = [
        Case(
            "Several pilots work on a rally, and a pilot works on many rallies. Each pilot has a "
                + "name. Rallies have a title.",
            "pilot", ["name: string(..100)"]),
        Case(
            "Several pilots work on a rally, and a pilot works on many rallies. Each pilot has a "
                + "name. Rallies have a title.",
            "rally", ["title: string"]),
        Case(
            "Costumes go in chests, one costume can be in more than one chest and the other way "
                + "round. A chest has a number. Costumes have a size.",
            "costume", ["size: integer"]),
        Case(
            "Items can carry many labels and labels apply to many items. A label is just a unique "
                + "name. Each item has a code.",
            "item", ["code: string(..50)"]),
        Case(
            "Recipes can have any number of tags, and many recipes share the same tag. A tag has a "
                + "name. Recipes have a title.",
            "recipe", ["title: string"]),
        Case(
            "A slot books a crane for a ship, and a ship can have at most one slot. Each crane has a "
                + "label. Each ship has a name.",
            "slot", ["name: string(..100)", "description: text optional", "crane>crane", "ship>ship unique"]),
        Case(
            "Every dog has its own collar, and we note the collar's size. Each dog has a name.",
            "collar", ["size: integer", "dog>dog unique"]),
        Case(
            "Every dog has its own collar, and we note the collar's size. Each dog has a name.",
            "dog", ["name: string(..100)"]),
        Case(
            "A pier is run by one warden, and no warden runs more than one pier. Wardens have a name.",
            "pier", ["name: string(..100)", "description: text optional", "warden>warden unique"]),
        Case(
            "A worker takes a reading of each boiler. Workers have a name. A reading has a date. Each "
                + "boiler has a number.",
            "reading", ["date: date", "worker>worker", "boiler>boiler"]),
        Case(
            "A worker takes a reading of each boiler. Workers have a name. A reading has a date. Each "
                + "boiler has a number.",
            "worker", ["name: string(..100)"]),
        Case(
            "A tutor has a name and teaches in a room. Rooms have a number.",
            "tutor", ["name: string(..100)", "room>room"]),
        Case(
            "The lab makes a sample, exactly one sample for one barrel, with acidity and colour. Each "
                + "barrel has a number.",
            "sample", ["acidity: string", "colour: string", "barrel>barrel unique"]),
    ]

    static let uniqueness = [
        Case(
            "A berth has a row and a number; row and number together may occur only once in a dock. A "
                + "dock has a letter.",
            "berth", ["row: string", "number: string", "dock>dock", "unique row + number + dock"]),
        Case(
            "A stall has a start time and is for one market. The same market can't be booked twice "
                + "for the same start time. Every market has a name.",
            "stall", ["start_time: time", "market>market", "unique market + start_time"]),
        Case(
            "Levels belong to a tower and have a height, and two levels of the same tower may not "
                + "share a height. A tower has a name.",
            "level", ["height: decimal", "tower>tower", "unique tower + height"]),
        Case(
            "Bids have an amount and a time. A bid is placed by a dealer on a lot. No dealer may bid "
                + "the same amount twice on the same lot. Dealers have a name. Lots have a title.",
            "bid", ["amount: decimal", "time: time", "dealer>dealer", "lot>lot", "unique lot + dealer + amount"]),
        Case(
            "Tanks stand on a farm and have a number. Within a farm the same tank number cannot be "
                + "repeated. A farm has a name.",
            "tank", ["number: string", "farm>farm", "unique farm + number"]),
        Case(
            "Log entries have a date and a note. A log entry is about one tank. There is only one log "
                + "entry per tank and date. Tanks have a name.",
            "log entry", ["date: date", "note: text", "tank>tank", "unique tank + date"]),
        Case(
            "For every banner and region there is at most one rule set, which holds a percentage and "
                + "a comment. Each banner has a key. Each region has a name.",
            "rule set",
            ["percentage: decimal", "comment: text", "banner>banner", "region>region", "unique banner + region"]),
        Case(
            "A machine has a label and a weight, and stands in one hall. Labels are unique per hall. "
                + "Halls have a name.",
            "machine", ["label: string", "weight: decimal", "hall>hall", "unique label + hall"]),
        Case(
            "An engine has a maker, a model and a serial number; the pair of maker and serial number "
                + "is unique.",
            "engine", ["maker: string", "model: string", "serial_number: string(..50)", "unique maker + serial_number"]),
    ]

    static let fields = [
        Case(
            "A pump has a status enum (running, stopped) that defaults to running, a closed at "
                + "timestamp that is null while it runs, a serial number and a number, an integer that is "
                + "unique.",
            "pump",
            [
                "status: enum(running, stopped) = running", "closed_at: datetime optional",
                "serial_number: string(..50)", "number: integer unique",
            ]),
        Case(
            "A probe has an active flag, true by default, and an out of order flag, off by default.",
            "probe", ["active: boolean = true", "out_of_order: boolean = false"]),
        Case(
            "A lamp has status free, busy or broken, and a priority from 1 to 5, default 3.",
            "lamp", ["status: enum(free, busy, broken)", "priority: integer(1..5) = 3"]),
        Case(
            "A booth has remarks (not required) and a stage, planned / done / cancelled, starts as "
                + "planned.",
            "booth", ["remarks: text optional", "stage: enum(planned, done, cancelled) = planned"]),
        Case(
            "A visit has a status of open, accepted or declined and an optional note of at most 100 "
                + "characters.",
            "visit", ["status: enum(open, accepted, declined)", "note: string(..100) optional"]),
        Case(
            "A dial has an interval in months (integer, 1 to 60, default 12) and a boolean that marks "
                + "it as protected, false unless set.",
            "dial", ["interval: integer(1..60) = 12", "protected: boolean = false"]),
        Case(
            "A silo has a capacity in tonnes and heated yes/no.",
            "silo", ["capacity: integer", "heated: boolean"]),
        Case(
            "A coin has a mint, which no other coin may share, and two dates.",
            "coin", ["mint: string unique", "dates: date"]),
        Case(
            "A hut has a start date and an end date. Either date may be missing.",
            "hut", ["start_date: date optional", "end_date: date optional"]),
        Case(
            "A crate has an address and a phone number, the last of which can be left blank.",
            "crate", ["address: string(..300)", "phone_number: string(..30) optional"]),
    ]

    static let deletions = [
        Case(
            "Deleting a rig cascades to its parts but is refused while it has permits. A part belongs "
                + "to a rig. A permit belongs to a rig. Each rig has a name.",
            "part", ["name: string(..100)", "description: text optional", "rig>rig"]),
        Case(
            "Deleting a rig cascades to its parts but is refused while it has permits. A part belongs "
                + "to a rig. A permit belongs to a rig. Each rig has a name.",
            "permit",
            [
                "number: string(..50) unique", "kind: string(..100)", "issued_on: date optional",
                "expires_on: date optional", "status: enum(requested, granted, denied, expired, revoked) = requested",
                "rig>rig restrict",
            ]),
        Case(
            "Cues vanish with their play, whereas a prop that is used in a cue can't be deleted. A "
                + "cue belongs to a play and uses one prop. Plays have a title. Props have a name.",
            "cue", ["name: string(..100)", "description: text optional", "prop>prop restrict", "play>play"]),
    ]

    @Test("Entities that are told plainly, or once", arguments: entities)
    func entitiesAreRead(_ expected: Case) throws { try expected.check() }

    @Test("What somebody or something is to another", arguments: roles)
    func rolesAreRead(_ expected: Case) throws { try expected.check() }

    @Test("How many there are of both", arguments: relations)
    func relationsAreRead(_ expected: Case) throws { try expected.check() }

    @Test("What is unique together, in all its wordings", arguments: uniqueness)
    func uniquenessAreRead(_ expected: Case) throws { try expected.check() }

    @Test("What is said of fields, as engineers write it", arguments: fields)
    func fieldsAreRead(_ expected: Case) throws { try expected.check() }

    @Test("Several rules of deletion in one sentence", arguments: deletions)
    func deletionsAreRead(_ expected: Case) throws { try expected.check() }
}
