import CurlEngine
import MailModel
import MailTestKit
import Testing

/// libcurl's engine on the scenarios that every transport must get right.
struct CurlConformanceTests {
    @Test(arguments: TransportConformance.scenarios)
    func conformance(_ scenario: TransportScenario) async throws {
        let complaints = try await TransportConformance.run(scenario) { CurlTransport(settings: $0) }
        #expect(complaints.isEmpty)
    }
}
