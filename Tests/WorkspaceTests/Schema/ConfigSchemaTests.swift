import Foundation
import Testing

@testable import Workspace

@Suite("The JSON Schema")
struct ConfigSchemaTests {
    private func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test("Both schemas are JSON, close their groups and describe every key")
    func shape() throws {
        for (text, group) in [(ConfigSchema.workspace, WorkspaceTable.group), (ConfigSchema.job, JobTable.group)] {
            let schema = try object(text)
            #expect(schema["additionalProperties"] as? Bool == false)
            let properties = try #require(schema["properties"] as? [String: [String: Any]])
            #expect(Set(properties.keys) == Set(group.names))
            #expect(properties.values.allSatisfy { ($0["description"] as? String)?.isEmpty == false })
        }
        let both = try object(ConfigSchema.both)
        #expect((both["$defs"] as? [String: Any])?.keys.sorted() == ["job", "workspace"])
        #expect((try object(ConfigSchema.job))["required"] as? [String] == ["from", "recipients", "template"])
    }

    @Test("The reference has a line for each setting, with those below groups, lists and names")
    func reference() {
        let lines = ConfigSchema.reference.split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }
        #expect(lines.allSatisfy { $0.count == 4 })
        let names = Set(lines.map { $0[0] })
        for name in [
            "transports", "transports.NAME.host", "transports.NAME.auth.password.env",
            "transports.NAME.domains.NAME.rate", "identity.dkim[].selector", "recipients.types", "attachments[].file",
        ] {
            #expect(names.contains(name))
        }
    }

    @Test("Every example of the table is read without a fault of its own setting")
    func examples() {
        for setting in JobTable.group.settings {
            let faults = jobFaults("\(setting.name): \(setting.example)\n")
            #expect(!faults.contains { $0.kind != .missingKey }, "\(setting.name)")
        }
        for setting in TransportTable.group.settings where !["route", "tls_key"].contains(setting.name) {
            let isDirect = ["dns_trust_anchors", "policy_port"].contains(setting.name)
            let host = setting.name == "host" ? "" : isDirect ? "    route: mx\n" : "    host: h\n"
            let faults = workspaceFaults("transports:\n  a:\n\(host)    \(setting.name): \(setting.example)\n")
            #expect(faults.isEmpty, "\(setting.name)")
        }
    }
}
