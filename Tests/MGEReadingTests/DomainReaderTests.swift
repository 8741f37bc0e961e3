import MGECore
import MGELayers
import Testing

@testable import MGEReading

@Suite("What a description says that its writers do")
struct DomainReaderTests {
    @Test(arguments: [
        ("We run a small kiln-sharing studio. Members book firings, and a firing has a date.", "Kiln-sharing studio"),
        ("We are a charity that rehomes greyhounds. A greyhound has a name.", "Charity"),
        ("Hello! I manage a chain of bakeries in the north. Each bakery has a name.", "Chain of bakeries"),
        ("Tenemos una cooperativa de semillas. Cada socio tiene un nombre.", "Cooperativa de semillas"),
        ("Somos un club de ajedrez con doscientos socios. Cada socio tiene un nombre.", "Club de ajedrez"),
        // Several of something are entities.
        ("We run courses. A course has a title, and each lesson belongs to a course.", "Courses and lessons"),
        // A heading names the project itself.
        ("# Ovens\n\nWe run a bakery. An oven has a name.", "Ovens"),
    ])
    func isTheTitle(text: String, title: String) throws {
        #expect(try ReadingSupport.read(text).title == title)
    }
}
