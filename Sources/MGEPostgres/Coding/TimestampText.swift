import Foundation

/// PostgreSQL's ISO form of a timestamp with time zone, to the microsecond: `2026-03-01 12:00:00.000001+00`.
///
/// The calendar is the proleptic Gregorian one that PostgreSQL uses, by the day count of Howard Hinnant's
/// "chrono-Compatible Low-Level Date Algorithms".
enum TimestampText {
    private static let microsecondsADay = 86_400_000_000
    /// Seconds from 1970 to 2001, the reference of `Date`.
    private static let referenceSeconds = 978_307_200
    /// 4714-11-24 BC, the first day of PostgreSQL's range, and the first after its last, counted from 1970.
    private static let days = -2_440_588..<106_741_035

    /// The text; nil outside PostgreSQL's range.
    static func format(_ date: Date) -> String? {
        let reference = (date.timeIntervalSinceReferenceDate * 1_000_000).rounded()
        guard reference.magnitude < 9e18 else { return nil }
        let (total, overflow) = Int(reference).addingReportingOverflow(referenceSeconds * 1_000_000)
        let (quotient, remainder) = total.quotientAndRemainder(dividingBy: microsecondsADay)
        let day = remainder < 0 ? quotient - 1 : quotient
        guard !overflow, days.contains(day) else { return nil }
        let time = total - day * microsecondsADay
        let (year, month, dayOfMonth) = civil(fromDays: day)
        let (seconds, fraction) = time.quotientAndRemainder(dividingBy: 1_000_000)
        let clock = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { padded($0, 2) }.joined(separator: ":")
        let shown = year > 0 ? year : 1 - year
        return "\(padded(shown, 4))-\(padded(month, 2))-\(padded(dayOfMonth, 2)) \(clock).\(padded(fraction, 6))+00"
            + (year > 0 ? "" : " BC")
    }

    /// The date; nil for another text and for `infinity`, which no `Date` can hold.
    static func parse(_ text: String) -> Date? {
        let pattern =
            /(\d{4,6})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)(?:\.(\d{1,6}))?([+-])(\d\d)(?::(\d\d))?(?::(\d\d))?( BC)?/
        guard let match = text.wholeMatch(of: pattern)?.output else { return nil }
        func number(_ digits: Substring?) -> Int { digits.flatMap { Int($0) } ?? 0 }
        let year = match.12 == nil ? number(match.1) : 1 - number(match.1)
        let offset = (number(match.9) * 60 + number(match.10)) * 60 + number(match.11)
        let clock = (number(match.4) * 60 + number(match.5)) * 60 + number(match.6)
        let seconds = clock - (match.8 == "-" ? -offset : offset)
        let fraction = number(match.7.map { $0 + String(repeating: "0", count: 6 - $0.count) })
        let day = daysFromCivil(year, number(match.2), number(match.3))
        let reference = (day * 86_400 + seconds - referenceSeconds) * 1_000_000 + fraction
        return Date(timeIntervalSinceReferenceDate: Double(reference) / 1_000_000)
    }

    private static func civil(fromDays days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    }

    private static func daysFromCivil(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
