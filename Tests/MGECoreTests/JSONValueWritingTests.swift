import Foundation
import MGECore
import Testing

@Suite("JSON values as text")
struct JSONValueWritingTests {
    /// Inside an array a value is written by the encoder, alone by its own writer.
    @Test(
        "are written as the encoder writes them",
        arguments: [
            nil, true, 0, .integer(.min), .integer(.max), .number(1), .number(-0.0), .number(0.1), .number(1e20),
            .number(1e-7), .number(.leastNonzeroMagnitude), .number(123_456_789_012_345_680), "",
            "/é\u{2028}\u{1F600}\u{7F}",
            .string(String(decoding: 0..<128, as: UTF8.self)), [], [:], [nil, [1, "a"]],
            ["b": 1, "B": 2, "a10": 3, "a9": 4, "é": ["_": nil, "\"": "\\"]],
        ] as [JSONValue])
    func writing(_ value: JSONValue) throws {
        let encoded = String(decoding: try CanonicalJSON.encode([value]), as: UTF8.self)
        #expect(try value.canonicalText() == encoded.dropFirst().dropLast())
    }

    @Test("refuse numbers that JSON has not", arguments: [Double.infinity, -.infinity, .nan])
    func refusal(of number: Double) {
        #expect(throws: EncodingError.self) { try JSONValue.array([.number(number)]).canonicalText() }
    }
}
