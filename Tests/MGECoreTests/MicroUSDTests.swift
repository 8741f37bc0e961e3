import MGECore
import Testing

@Suite struct MicroUSDTests {
    @Test(
        "prints and reads six decimals",
        arguments: [
            (0, "0.000000"), (1, "0.000001"), (1_250, "0.001250"), (5_000_000, "5.000000"), (-42, "-0.000042"),
            (123_456_789_012, "123456.789012"),
        ] as [(Int64, String)])
    func roundTrip(amount: Int64, text: String) {
        #expect(MicroUSD(amount).description == text)
        #expect(MicroUSD(dollars: text) == MicroUSD(amount))
    }

    @Test(
        "reads fewer decimals",
        arguments: [("5", 5_000_000), ("0.5", 500_000), ("12.34", 12_340_000)] as [(String, Int64)])
    func short(text: String, amount: Int64) {
        #expect(MicroUSD(dollars: text)?.amount == amount)
    }

    @Test("is stored as its number of millionths")
    func encoding() throws {
        let data = try CanonicalJSON.encode([MicroUSD(1_250)])
        #expect(String(decoding: data, as: UTF8.self) == "[1250]")
        #expect(try CanonicalJSON.decode([MicroUSD].self, from: data) == [MicroUSD(1_250)])
    }

    @Test("is ordered and added exactly")
    func arithmetic() {
        let amounts = [MicroUSD(3), MicroUSD(-1), .zero]
        #expect(amounts.sorted() == [MicroUSD(-1), .zero, MicroUSD(3)])
        #expect((0..<1_000_000).reduce(MicroUSD.zero) { sum, _ in sum + MicroUSD(1) }.description == "1.000000")
    }

    @Test("prints and reads the greatest and the least amount", arguments: [Int64.max, .min, .min + 1])
    func bounds(amount: Int64) {
        #expect(MicroUSD(dollars: MicroUSD(amount).description)?.amount == amount)
    }

    @Test(
        "refuses what is no amount",
        arguments: ["", ".", "1.", ".5", "1.0000001", "1e3", "NaN", "--1", "1,5", "9".padding(20)])
    func refused(text: String) {
        #expect(MicroUSD(dollars: text) == nil)
    }
}

extension String {
    fileprivate func padding(_ count: Int) -> String { String(repeating: self, count: count) }
}
