import Foundation
import Testing

@testable import MGEPostgres

@Suite struct TimestampTextTests {
    @Test(
        "formats in UTC with microseconds",
        arguments: [
            (0, "1970-01-01 00:00:00.000000+00"), (-1, "1969-12-31 23:59:59.000000+00"),
            (951_782_400, "2000-02-29 00:00:00.000000+00"), (-62_167_219_200, "0001-01-01 00:00:00.000000+00 BC"),
            (253_402_300_800, "10000-01-01 00:00:00.000000+00"),
        ] as [(Double, String)])
    func formats(seconds: Double, text: String) {
        #expect(TimestampText.format(Date(timeIntervalSince1970: seconds)) == text)
        #expect(TimestampText.parse(text) == Date(timeIntervalSince1970: seconds))
    }

    @Test(
        "reads offsets and short fractions",
        arguments: [
            ("1970-01-01 05:45:00+05:45", 0), ("1969-12-31 19:00:00.5-05", 0.5), ("1970-01-01 00:00:00.25+00", 0.25),
            ("1970-01-01 00:19:32+00:19:32", 0),
        ] as [(String, Double)])
    func reads(text: String, seconds: Double) {
        #expect(TimestampText.parse(text) == Date(timeIntervalSince1970: seconds))
    }

    @Test(
        "refuses other texts",
        arguments: ["", "infinity", "-infinity", "1970-01-01", "1970-01-01 00:00:00", "x", "1970-01-01T00:00:00+00"])
    func refuses(text: String) {
        #expect(TimestampText.parse(text) == nil)
    }

    @Test("refuses dates that PostgreSQL has not", arguments: [1e15, -1e15, .infinity, .nan] as [Double])
    func outside(seconds: Double) {
        #expect(TimestampText.format(Date(timeIntervalSince1970: seconds)) == nil)
    }
}
