import MailModel
import MailTestKit
import SMTPEngine
import Testing

@Suite("Conformance of a relay with limits of domains", .serialized)
struct RoutedConformanceTests {
    @Test("Every scenario ends as it must", arguments: TransportConformance.scenarios)
    func scenario(_ scenario: TransportScenario) async throws {
        let transport = { (settings: TransportSettings) -> any MailTransport in
            var settings = settings
            settings.domains["example.test"] = DomainPace(connections: settings.connections)
            return (try? RoutedTransport(relay: settings)) ?? NativeTransport(settings: settings)
        }
        let complaints = try await TransportConformance.run(scenario, with: transport)
        #expect(complaints.isEmpty, "\(complaints)")
    }
}
