internal import MailModel

/// The messages of a mailbox, put together from LIST and UIDL.
///
/// LIST decides which messages there are. A unique id counts only when it is valid, given once and given to one message;
/// in any other case the message has none, and is known by its size and content alone.
struct Listing {
    /// The messages, by rising number.
    private(set) var messages: [ListedMessage] = []
    private let ceiling: Int
    private var voided: Set<Int> = []

    /// An empty list.
    ///
    /// - Parameter ceiling: the most messages that are taken; those behind are left for another session.
    init(ceiling: Int) { self.ceiling = ceiling }

    /// Takes in a line of LIST.
    mutating func addSize(_ line: [UInt8]) {
        guard messages.count < ceiling, let entry = ListEntry(line) else { return }
        messages.append(ListedMessage(number: entry.number, uid: nil, size: entry.size))
    }

    /// All lines of LIST have come.
    mutating func finishSizes() {
        let isRising = zip(messages, messages.dropFirst()).allSatisfy { $0.number < $1.number }
        guard !isRising else { return }
        messages.sort { $0.number < $1.number }
        var kept: [ListedMessage] = []
        for message in messages where kept.last?.number != message.number { kept.append(message) }
        messages = kept
    }

    /// Takes in a line of UIDL.
    mutating func addUniqueID(_ line: [UInt8]) {
        guard let entry = ListEntry(line), let index = index(of: entry.number) else { return }
        guard let uid = entry.uniqueID, messages[index].uid == nil || messages[index].uid == uid else {
            voided.insert(index)
            return
        }
        messages[index].uid = uid
    }

    /// All lines of UIDL have come.
    mutating func finishUniqueIDs() {
        for index in voided { messages[index].uid = nil }
        voided = []
        let sorted = messages.indices.filter { messages[$0].uid != nil }
            .sorted { (messages[$0].uid ?? "").utf8.lexicographicallyPrecedes((messages[$1].uid ?? "").utf8) }
        var shared: [Int] = []
        for (first, second) in zip(sorted, sorted.dropFirst()) where messages[first].uid == messages[second].uid {
            shared += [first, second]
        }
        for index in shared { messages[index].uid = nil }
    }

    private func index(of number: Int) -> Int? {
        if number <= messages.count, messages[number - 1].number == number { return number - 1 }
        var range = 0..<messages.count
        while !range.isEmpty {
            let middle = range.lowerBound + range.count / 2
            if messages[middle].number == number { return middle }
            range = messages[middle].number < number ? middle + 1..<range.upperBound : range.lowerBound..<middle
        }
        return nil
    }
}
