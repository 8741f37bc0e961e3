import Foundation
import MGECompiler
import MGECore
import Testing

@Suite struct BuildReportTests {
    @Test("writes costs in dollars, exactly and with six decimals at most")
    func costs() throws {
        let costs = BuildReport.Costs(
            discovery: MicroUSD(1_250), masterplan: MicroUSD(1), code: MicroUSD(123_456_789_012))
        let text = String(decoding: try CanonicalJSON.encode(costs), as: UTF8.self)
        #expect(text == #"{"code":123456.789012,"discovery":0.00125,"masterplan":0.000001,"total":123456.790263}"#)
    }
}
