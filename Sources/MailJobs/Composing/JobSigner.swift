internal import MIMECoding
package import MailModel
package import MessageSigning
package import Workspace

/// The keys that a job's messages are signed with.
package enum JobSigner {
    /// The signer of a workspace; nil when it has no keys.
    ///
    /// Keys are read now; a file that others may read is refused.
    /// - Parameters:
    ///   - settings: what `martlet.yaml` says.
    ///   - workspace: where relative paths begin.
    ///   - author: the address in From: one of the keys must be of its domain, or messages would leave unsigned.
    /// - Returns: the signer.
    /// - Throws: `JobFailure` for a key that cannot be had or used, or when there is none for the author's domain.
    package static func make(
        _ settings: WorkspaceSettings,
        in workspace: WorkspaceFolder,
        author: MailAddress
    ) throws(JobFailure) -> DKIMSigner? {
        guard !settings.identity.dkim.isEmpty else { return nil }
        let secrets = SecretReader(workspace: workspace)
        var identities: [DKIMIdentity] = []
        for definition in settings.identity.dkim {
            let text: Secret
            do throws(ConfigFaults) { text = try secrets.read(definition.key) } catch { throw JobFailure(error) }
            identities.append(try identity(definition, text, file: settings.file))
        }
        let domain = author.asciiDomain.lowercased()
        guard identities.contains(where: { $0.domain == domain }) else {
            let known = identities.map(\.domain).joined(separator: ", ")
            let words = "identity.dkim has no key for \(domain), the domain of `from`; it has keys for \(known)"
            throw JobFailure(.configuration, "\(settings.file): \(words)")
        }
        return DKIMSigner(identities)
    }

    private static func identity(
        _ definition: DKIMKeyDefinition,
        _ text: Secret,
        file: String
    ) throws(JobFailure) -> DKIMIdentity {
        let place = "\(file): identity.dkim, selector \(definition.selector)"
        let key: DKIMKey
        do throws(DKIMKey.Fault) { key = try DKIMKey(text: Array(text.exposed.utf8)) } catch {
            throw JobFailure(.configuration, "\(place): \(error)")
        }
        do throws(DKIMIdentity.Fault) {
            return try DKIMIdentity(domain: definition.domain, selector: definition.selector, key: key)
        } catch {
            throw JobFailure(.configuration, "\(place): \(error)")
        }
    }
}
