/// The order in which the messages of one kind came, so that the oldest can go first.
///
/// Messages that a client deletes stay in the order until it is swept; it never holds many more than are alive.
struct MailQueue {
    typealias Mailboxes = [MailboxName: [UInt64: StoredMessage]]

    private var order: [(id: UInt64, mailbox: MailboxName)] = []
    private var head = 0
    /// How many messages are alive.
    private(set) var count = 0
    /// Their bytes.
    private(set) var bytes = 0

    mutating func append(_ message: StoredMessage, _ mailbox: MailboxName) {
        order.append((message.id, mailbox))
        count += 1
        bytes += message.bytes.count
    }

    /// Counts a message out that has left its mailbox.
    mutating func remove(_ message: StoredMessage, _ mailboxes: inout Mailboxes) {
        count -= 1
        bytes -= message.bytes.count
        sweep(mailboxes)
    }

    /// Takes the oldest message out of its mailbox; false when there is none.
    mutating func removeOldest(_ mailboxes: inout Mailboxes) -> Bool {
        while head < order.count {
            let (id, mailbox) = order[head]
            head += 1
            guard let message = mailboxes[mailbox]?.removeValue(forKey: id) else { continue }
            if mailboxes[mailbox]?.isEmpty == true { mailboxes[mailbox] = nil }
            count -= 1
            bytes -= message.bytes.count
            sweep(mailboxes)
            return true
        }
        return false
    }

    /// Gives back the room of messages that are gone, once they are the most.
    private mutating func sweep(_ mailboxes: Mailboxes) {
        guard order.count > 2 * count + 1_024 else { return }
        order = order[head...].filter { mailboxes[$0.mailbox]?[$0.id] != nil }
        head = 0
    }
}
