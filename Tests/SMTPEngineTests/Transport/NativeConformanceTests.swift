import MailModel
import MailTestKit
import SMTPEngine
import Testing

/// Our own engine on the scenarios that every transport must get right.
struct NativeConformanceTests {
    @Test(arguments: TransportConformance.scenarios)
    func conformance(_ scenario: TransportScenario) async throws {
        let complaints = try await TransportConformance.run(scenario) { NativeTransport(settings: $0) }
        #expect(complaints.isEmpty)
    }
}
