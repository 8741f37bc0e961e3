import Foundation
import MGECore
import Testing

@Suite struct CanonicalJSONTests {
    @Test("writes keys in one order, without white space, with slashes as they are")
    func form() throws {
        let text = String(decoding: try CanonicalJSON.encode(["b": "a/b", "a": "é"]), as: UTF8.self)
        #expect(text == #"{"a":"é","b":"a/b"}"#)
    }

    @Test("gives equal values equal digests, in whatever order their keys were added")
    func stable() throws {
        let keys = (0..<200).map { "key \($0)" }
        let digests = try (0..<5).map { _ in
            var value: [String: Int] = [:]
            for key in keys.shuffled() { value[key] = key.utf8.count }
            return try CanonicalJSON.digest(of: value)
        }
        #expect(Set(digests).count == 1)
        #expect(try CanonicalJSON.digest(of: [1, 2]) != CanonicalJSON.digest(of: [2, 1]))
    }

    @Test("writes times so that they are read back")
    func dates() throws {
        let date = Date(timeIntervalSince1970: 1_700_000_000)
        let data = try CanonicalJSON.encode([date])
        #expect(String(decoding: data, as: UTF8.self) == #"["2023-11-14T22:13:20Z"]"#)
        #expect(try CanonicalJSON.decode([Date].self, from: data) == [date])
    }
}
