import MGECore
import Testing

@testable import MGEReading

/// What English sentences say of an entity that was named before them, or only by a pronoun.
@Suite struct EnglishReferenceTests {
    typealias Case = SentenceCase

    static let references = [
        Case(
            "Each match has a result (won, lost), empty until it is played, and a colour.",
            "match", ["result: enum(won, lost) optional", "colour: string"]),
        Case(
            "Each match has a colour and a result, empty before the end, and a date.",
            "match", ["colour: string", "result: string optional", "date: date"]),
        Case(
            "Each lot has a title and a colour. A lot goes to one hall. Halls have a name. Every lot has "
                + "a date. Unsold lots are in no hall.",
            "lot", ["title: string", "colour: string", "date: date", "hall>hall optional"]),
        Case(
            "A hut has a name. In the huts there are rooms. They have a code and a colour.",
            "room", ["code: string(..50)", "colour: string", "hut>hut"]),
        Case(
            "A hut has a name. In the huts there are rooms. They have a code and a colour.",
            "hut", ["name: string(..100)"]),
        Case(
            "A booking is made by a guest. Guests have a name. Each booking has a code. We'll need the "
                + "arrival date.",
            "booking", ["code: string(..50)", "arrival_date: date", "guest>guest"]),
        Case(
            "Clients come in, we need their name, date of birth and a phone. A client has a colour.",
            "client", ["name: string(..100)", "date_of_birth: date", "phone: string(..30)", "colour: string"]),
        Case(
            "An invoice lists lots, although a lot is never on two invoices and some lots are on none. It "
                + "has an invoice number. Lots have a title.",
            "invoice", ["invoice_number: string(..50)"]),
        Case(
            "Each hut is run by one warden and no warden runs more than one. We'd keep the warden's name "
                + "and their email. A hut has a name.",
            "warden", ["name: string(..100)", "email: email"]),
        Case(
            "Hearings are held at a court. The name of the court, its town and its postal code are "
                + "recorded. A hearing has a date.",
            "court", ["name: string(..100)", "town: string", "postal_code: string(..20)"]),
        Case(
            "Hearings are held at a court. The name of the court, its town and its postal code are "
                + "recorded. A hearing has a date.",
            "hearing", ["date: date", "court>court"]),
        Case(
            "A greenhouse has a short code. Each one has a colour. Every sensor has a code.",
            "greenhouse", ["short_code: string(..50)", "colour: string"]),
        Case(
            "Each menu has a date. Its remark is optional.",
            "menu", ["date: date", "remark: string optional"]),
        Case(
            "Members have a name. The phone is optional and the email must be unique.",
            "member", ["name: string(..100)", "phone: string(..30) optional", "email: email unique"]),
    ]

    @Test("Sentences are read of what they speak of", arguments: references)
    func readsReferences(_ example: Case) throws {
        try example.check()
    }
}
