import Foundation

/// PostgreSQL's ISO form of a timestamp with time zone, to the microsecond: `2026-03-01 12:00:00.000001+00`.
///
/// The calendar is the proleptic Gregorian one that PostgreSQL uses, by the day count of Howard Hinnant's
/// "chrono-Compatible Low-Level Date Algorithms".
enum TimestampText {
    private static let microsecondsADay = 86_400_000_000
    /// Days from 1970 to 2001, the reference of `Date`.
    private static let referenceDay = 11_323
    /// The days of 2000, by which PostgreSQL's count begins earlier than that of `Date`.
    private static let daysOf2000 = 366
    /// From 4714-11-24 BC to 294276-12-31, PostgreSQL's range, counted from 1970.
    private static let days = -2_440_588..<106_762_940

    /// The microseconds since 2000-01-01 00:00 UTC, PostgreSQL's binary form; nil outside its range.
    static func microsecondsFrom2000(of date: Date) -> Int64? {
        guard let (day, time) = split(date) else { return nil }
        return Int64((day - referenceDay + daysOf2000) * microsecondsADay + time)
    }

    /// The text; nil outside PostgreSQL's range.
    static func format(_ date: Date) -> String? {
        guard let (day, time) = split(date) else { return nil }
        let (year, month, dayOfMonth) = civil(fromDays: day)
        let (seconds, fraction) = time.quotientAndRemainder(dividingBy: 1_000_000)
        let clock = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { padded($0, 2) }.joined(separator: ":")
        let shown = year > 0 ? year : 1 - year
        return "\(padded(shown, 4))-\(padded(month, 2))-\(padded(dayOfMonth, 2)) \(clock).\(padded(fraction, 6))+00"
            + (year > 0 ? "" : " BC")
    }

    /// The day, counted from 1970, and the microseconds since it began; nil outside PostgreSQL's range.
    private static func split(_ date: Date) -> (day: Int, time: Int)? {
        let reference = (date.timeIntervalSinceReferenceDate * 1_000_000).rounded()
        guard let total = Int(exactly: reference) else { return nil }
        let (quotient, remainder) = total.quotientAndRemainder(dividingBy: microsecondsADay)
        let floor = remainder < 0 ? quotient - 1 : quotient
        let day = floor + referenceDay
        guard days.contains(day) else { return nil }
        return (day, total - floor * microsecondsADay)
    }

    /// The date; nil for another text and for `infinity`, which no `Date` can hold.
    static func parse(_ text: String) -> Date? {
        var rest = text.utf8[...]
        func take(_ character: Unicode.Scalar) -> Bool {
            guard rest.first == UInt8(ascii: character) else { return false }
            rest.removeFirst()
            return true
        }
        func number(_ digits: ClosedRange<Int>) -> Int? {
            var value = 0
            var count = 0
            while count < digits.upperBound, let byte = rest.first, (48...57).contains(byte) {
                value = value * 10 + Int(byte - 48)
                count += 1
                rest.removeFirst()
            }
            return digits.contains(count) ? value : nil
        }
        guard let shown = number(4...6), take("-"), let month = number(2...2), take("-"), let day = number(2...2),
            take(" "), let hour = number(2...2), take(":"), let minute = number(2...2), take(":"),
            let second = number(2...2)
        else { return nil }
        var fraction = 0
        if take(".") {
            let left = rest.count
            guard let digits = number(1...6) else { return nil }
            fraction = (left - rest.count..<6).reduce(digits) { scaled, _ in scaled * 10 }
        }
        let isWest = take("-")
        guard isWest || take("+"), var offset = number(2...2).map({ $0 * 3600 }) else { return nil }
        for unit in [60, 1] where take(":") {
            guard let part = number(2...2) else { return nil }
            offset += part * unit
        }
        let isBeforeChrist = rest.elementsEqual(" BC".utf8)
        guard isBeforeChrist || rest.isEmpty else { return nil }
        let days = daysFromCivil(isBeforeChrist ? 1 - shown : shown, month, day) - referenceDay
        let seconds = hour * 3600 + minute * 60 + second + (isWest ? offset : -offset)
        let microseconds = (days * 86_400 + seconds) * 1_000_000 + fraction
        return Date(timeIntervalSinceReferenceDate: Double(microseconds) / 1_000_000)
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
