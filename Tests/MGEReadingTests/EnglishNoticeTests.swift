import MGELayers
import Testing

@testable import MGEReading

/// English as people write it in notes to those who build something for them.
@Suite struct EnglishNoticeTests {
    typealias Case = SentenceCase

    private static let entities = [
        Case(
            "Products have a name. Boiler images get built for one product. Put on them a version and a "
                + "checksum. A rollout ships one image to many shops. An image knows which other image it replaces. "
                + "Shops have a name.",
            "boiler image", ["version: string", "checksum: string(..128)", "product>product"]),
        Case(
            "A tour has a title. What they sell is a voucher: one tour, with a date. A voucher has a code.",
            "voucher", ["date: date", "code: string(..50)", "tour>tour"]),
        Case(
            "A score card is filled in by a judge for a cake, no more than one per judge and cake. It has a "
                + "mark. Judges have a name. Cakes have a title.",
            "score card", ["mark: string", "judge>judge", "cake>cake", "unique judge + cake"]),
        Case(
            "A landmark is a name and a story. Each tour passes one landmark.",
            "landmark", ["name: string(..100)", "story: string"]),
        Case(
            "At weekends there are displays. A display has a title, and nothing in this document says more. A "
                + "bird belongs to one display.",
            "display", ["title: string"]),
    ]

    private static let fields = [
        Case(
            "Every quilt has a title. Write down the width in centimetres, the technique, meaning patchwork "
                + "or applique, and whether it is framed.",
            "quilt", ["title: string", "width: decimal", "technique: enum(patchwork, applique)", "framed: boolean"]),
        Case(
            "A batch has a code. Put the day, the weight in kilos, never negative, and a remark.",
            "batch", ["code: string(..50)", "day: date", "weight: decimal(0..)", "remark: string"]),
        Case(
            "Pickers wear a badge number. Add their name and the colour of their coat.",
            "picker", ["badge_number: string", "name: string(..100)", "colour: string"]),
        Case(
            "A pump has a code. Identify it by its serial number, 17 characters and unique.",
            "pump", ["code: string(..50)", "serial_number: string(17..17) unique"]),
        Case(
            "Falconers sign in with a first name, a surname and a permit number that is theirs alone. A "
                + "falconer has one hut.",
            "falconer",
            ["first_name: string(..100)", "surname: string(..100)", "permit_number: string unique", "hut: string"]),
        Case(
            "For engineers we keep the full name and a login, no two the same. An engineer has one desk.",
            "engineer", ["full_name: string", "login: string unique", "desk: string"]),
        Case(
            "A module has a code. Several members build a module. It has a width and a colour. Members have a "
                + "name.",
            "module", ["code: string(..50)", "width: decimal", "colour: string"]),
        Case(
            "A quilt has a code. The binding may be done by a different maker. Note down the width and the "
                + "colour. Makers have a name.",
            "quilt", ["code: string(..50)", "width: decimal", "colour: string"]),
        Case(
            "Players pick a nickname, unlike any other, and have a town. A player has one team.",
            "player", ["nickname: string(..50) unique", "town: string", "team: string"]),
        Case(
            "Makers give a name and a website, not that all of them have one. A maker has one shop.",
            "maker", ["name: string(..100)", "website: url optional", "shop: string"]),
        Case(
            "Pallets have a code. Drivers first: name, phone and licence, all of it. A pallet is moved by one "
                + "driver.",
            "driver", ["name: string(..100)", "phone: string(..30)", "licence: string"]),
        Case(
            "Tours have a title. Guides are volunteers: full name, licence (unique) and phone. A tour is led "
                + "by one guide.",
            "guide", ["full_name: string", "licence: string unique", "phone: string(..30)"]),
        Case(
            "Members leave a name and a contact email (one member per email, please). A member has one boat.",
            "member", ["name: string(..100)", "contact_email: email unique", "boat: string"]),
        Case(
            "Children come to us. I can't do without a child's first name, last name and date of birth. A "
                + "child has one desk.",
            "child", ["first_name: string(..100)", "last_name: string(..100)", "date_of_birth: date", "desk: string"]),
    ]

    private static let values = [
        Case(
            "A hall has a rent, 12 pounds if nothing is said, and a deposit, 50 dollars or more.",
            "hall", ["rent: decimal = 12", "deposit: decimal(50..)"]),
        Case(
            "A pipe has a bore in millimetres (100 at the least, 3000 at the most) and a material, be it clay "
                + "or steel.",
            "pipe", ["bore: float(100..3000)", "material: enum(clay, steel)"]),
        Case(
            "A launch has a sea state, on a scale of 0 to 9, and a tax number, this is not obligatory.",
            "launch", ["sea_state: integer(0..9)", "tax_number: string(..30) optional"]),
        Case(
            "A cabin has a kind (is standard, large or huge) and a colour. A cabin is in one yard.",
            "cabin", ["kind: enum(standard, large, huge)", "colour: string", "yard>yard"]),
        Case(
            "A sheet holds the design points and the style points, either of them 0 to 50. A sheet is for one "
                + "quilt.",
            "sheet", ["design_points: integer(0..50)", "style_points: integer(0..50)", "quilt>quilt"]),
        Case(
            "A report says if the leaf was wet, which we take it not to be. A report is of one site.",
            "report", ["leaf_wet: boolean = false", "site>site"]),
        Case(
            "A job has a state: new, open or closed, starting out as new. A job is of one site.",
            "job", ["state: enum(new, open, closed) = new", "site>site"]),
        Case(
            "A ribbon is blue, red or yellow in colour. A ribbon is for one quilt.",
            "ribbon", ["colour: enum(blue, red, yellow)", "quilt>quilt"]),
    ]

    private static let relations = [
        Case(
            "Members have a name. Modules have a width. Several members build a module, and most members have "
                + "built quite a few.",
            "module member", ["module>module", "member>member", "unique module + member"]),
        Case(
            "Birds have a number. A display has a size. Plenty of birds fly in one, and a good bird flies in "
                + "dozens.",
            "display bird", ["display>display", "bird>bird", "unique display + bird"]),
        Case(
            "Reports have a title. Tags have a label. We hang many tags on a report and reuse them all over.",
            "report tag", ["report>report", "tag>tag", "unique report + tag"]),
        Case(
            "Cabins have a number. Orders have a date. In one order go many cabins and one cabin goes in many "
                + "orders during the year.",
            "order cabin", ["order>order", "cabin>cabin", "unique order + cabin"]),
        Case(
            "Suppliers have a phone. Strains have a trade name. We get each strain from one supplier.",
            "strain", ["trade_name: string(..100)", "supplier>supplier"]),
        Case(
            "Batches have a code. Harvests have a weight. Every time we pick a batch, that's a harvest.",
            "harvest", ["weight: decimal", "batch>batch"]),
        Case(
            "A display has a date. Falconers have a name. A display is led by one falconer, the presenter; a "
                + "second falconer may stand by as the understudy.",
            "display", ["date: date", "understudy>falconer optional", "presenter>falconer"]),
        Case(
            "A tour has a title. What they sell is a voucher: one tour, a date and a fee. It has a code.",
            "voucher", ["date: date", "fee: decimal", "code: string(..50)", "tour>tour"]),
        Case(
            "Reports have a size. Assets have a code. One researcher submits a report, one asset is affected "
                + "by it. Give it a title. Researchers have a name.",
            "report", ["size: integer", "title: string", "researcher>researcher", "asset>asset"]),
    ]

    private static let uniqueness = [
        Case(
            "A stop has a village and a weekday. No village appears twice on the same weekday.",
            "stop", ["village: string", "weekday: string(..20)", "unique village + weekday"]),
        Case(
            "A layout has a name. A module has a letter code and sits in one layout. You'd never find a "
                + "letter code twice on one layout.",
            "module", ["letter_code: string(..50)", "layout>layout", "unique letter_code + layout"]),
        Case(
            "Suppliers have a phone. A strain has a trade name. A strain comes from one supplier. No supplier "
                + "uses a trade name twice.",
            "strain", ["trade_name: string(..100)", "supplier>supplier", "unique trade_name + supplier"]),
        Case(
            "A product has a title. A release belongs to one product and has a version. A version can't recur "
                + "within its product.",
            "release", ["version: string", "product>product", "unique version + product"]),
        Case(
            "For every station we enter the name, borne by no other station, and the county. A station has "
                + "boats.",
            "station", ["name: string(..100) unique", "county: string"]),
        Case(
            "Judges give their full name and an email, different for each judge. A judge has one table.",
            "judge", ["full_name: string", "email: email unique", "table: string"]),
        Case(
            "Guardians have a name and an email address. Two guardians with one email address? Refuse, "
                + "please.",
            "guardian", ["name: string(..100)", "email_address: email unique"]),
        Case(
            "A weighing is of one plucker and one block and has a date. Plucker, block and date together can "
                + "occur just once. Pluckers have a name. Blocks have a size.",
            "weighing", ["date: date", "plucker>plucker", "block>block", "unique date + plucker + block"]),
    ]

    private static let deletions = [
        Case(
            "A pump has a code. A valve belongs to one pump and has a size. Drop a pump? Refuse if it has "
                + "valves.",
            "valve", ["size: integer", "pump>pump restrict"]),
        Case(
            "A pump has a code. A valve belongs to one pump and has a size. Delete a pump? Its valves go too.",
            "valve", ["size: integer", "pump>pump"]),
    ]

    @Test("Entities that are sold, filled in, or named by their last word", arguments: entities)
    func entitiesAreRead(_ expected: Case) throws { try expected.check() }

    @Test("Fields that are asked for in passing", arguments: fields)
    func fieldsAreRead(_ expected: Case) throws { try expected.check() }

    @Test("What a field may hold", arguments: values)
    func valuesAreRead(_ expected: Case) throws { try expected.check() }

    @Test("What many take part in, and in which parts", arguments: relations)
    func relationsAreRead(_ expected: Case) throws { try expected.check() }

    @Test("What does not come again", arguments: uniqueness)
    func uniquenessIsRead(_ expected: Case) throws { try expected.check() }

    @Test("Questions that say when something is deleted", arguments: deletions)
    func deletionsAreRead(_ expected: Case) throws { try expected.check() }
}
