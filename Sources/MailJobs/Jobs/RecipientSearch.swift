internal import Ledger
internal import MailModel

/// Finds the recipients that have an address, in what was sealed.
package struct RecipientSearch: Sendable {
    /// A recipient of a run.
    package struct Found: Sendable, Hashable {
        /// The recipient's number.
        package var seq: UInt32
        /// The line of the list.
        package var line: Int
        /// The address, as the list has it.
        package var address: String
    }

    private let wanted: String
    /// The address's domain, in lower-case A-labels.
    let domain: String

    /// Rows that are read at once.
    private static let page = 4_096

    /// A search for an address.
    ///
    /// - Throws: `JobFailure` when the text is no address.
    package init(_ address: String) throws(JobFailure) {
        do throws(MailAddress.Fault) {
            let address = try MailAddress(parsing: address)
            wanted = address.canonicalForm
            domain = address.asciiDomain.lowercased()
        } catch {
            throw JobFailure(.usage, "\(address): \(error)")
        }
    }

    /// The address in its canonical form.
    package var canonicalForm: String { wanted }

    /// The recipients of a run's folder that have the address; one pass over its list.
    package func recipients(in folder: RunFolder) throws(JobFailure) -> [Found] {
        var found: [Found] = []
        do throws(SealedRows.Failure) {
            let addresses = try SealedAddresses(folder)
            for start in stride(from: 0, to: addresses.count, by: Self.page) {
                let lines = try addresses.lines(start..<min(addresses.count, start + Self.page))
                for (offset, entry) in lines.enumerated() where matches(entry.address) {
                    found.append(Found(seq: UInt32(start + offset), line: entry.line, address: entry.address))
                }
            }
        } catch {
            throw JobFailure(error)
        }
        return found
    }

    private func matches(_ text: String) -> Bool {
        let trimmed = MessageFactory.trimmed(Array(text.utf8)[...])
        guard let address = try? MailAddress(parsing: trimmed.span) else { return false }
        return address.canonicalForm.utf8.elementsEqual(wanted.utf8)
    }
}
