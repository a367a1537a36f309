internal import Ledger
internal import MailModel

/// Addresses one sealed message: recipients who are claimed together share transactions.
///
/// `@unchecked`: it is either in the pool, where nobody uses it, or with the one task that took it out.
final class MessageWorkbench: Workbench, @unchecked Sendable {
    private let message: SealedMessage
    private let digest: MessageDigest
    private var block = SealedBlock()

    init(_ message: SealedMessage) {
        self.message = message
        digest = MessageDigest(of: message.content)
    }

    func compose(
        _ claims: [AttemptID],
        from rows: SealedRows,
        suppression: SuppressionFilter.Check,
        observer: RunObserver,
        held: inout [(AttemptID, String)]
    ) throws(RunBoard.Failure) -> [OutgoingMessage] {
        var recipients: [(AttemptID, MailAddress)] = []
        for id in claims {
            let address = try address(of: id, in: rows)
            if message.usesSuppression, let words = try reason(of: address, suppression) {
                held.append((id, words))
            } else {
                recipients.append((id, address))
            }
        }
        let now = Timestamp.now
        return stride(from: 0, to: recipients.count, by: SealedMessage.recipientsAtOnce).compactMap { start in
            let some = Array(recipients[start..<min(start + SealedMessage.recipientsAtOnce, recipients.count)])
            guard let envelope = message.envelope(to: some) else { return nil }
            let facts = SentFacts(date: now.rawValue / 1_000, form: message.form(envelope), digest: digest)
            observer.sent.add(some.map { ($0.0, facts) })
            return OutgoingMessage(envelope: envelope, content: message.content)
        }
    }

    private func address(of id: AttemptID, in rows: SealedRows) throws(RunBoard.Failure) -> MailAddress {
        do throws(SealedRows.Failure) { try rows.read(Int(id.seq)..<Int(id.seq) + 1, into: &block) } catch {
            throw .sealedList(error.description)
        }
        let text = Array(block.content(0, of: 0))
        do throws(MailAddress.Fault) { return try MailAddress(parsing: text.span) } catch {
            throw .sealedList("recipient \(id.seq) of the sealed list is no address: \(error)")
        }
    }

    private func reason(
        of address: MailAddress,
        _ suppression: SuppressionFilter.Check
    ) throws(RunBoard.Failure) -> String? {
        do throws(LedgerFailure) { return try suppression.reason(of: address) } catch {
            throw .ledger(error.description)
        }
    }
}

extension SealedMessage {
    /// What it asks of a server.
    fileprivate func form(_ envelope: Envelope) -> SentFacts.Form {
        var form: SentFacts.Form = []
        if is8Bit { form.insert(.eightBit) }
        if envelope.needsSMTPUTF8 { form.insert(.smtpUTF8) }
        return form
    }
}
