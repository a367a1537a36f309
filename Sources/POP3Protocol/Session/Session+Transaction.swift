internal import MailModel

extension Session {
    mutating func receiveTransaction(_ reply: StatusLine, to answered: Expected, isLast: Bool) -> Event? {
        guard reply.indicator != .challenge else { return failMismatch(reply, answered) }
        let isGranted = reply.indicator == .ok
        switch answered {
        case .retrieve(let index):
            guard isGranted else {
                summary.left += 1
                return nil
            }
            return begin(index, .whole)
        case .top(let index, .compare):
            guard isGranted else {
                collection.followUps.append(.retrieve(index))
                return nil
            }
            return begin(index, .comparison)
        case .top(let index, .keep):
            guard isGranted else {
                summary.left += 1
                return nil
            }
            return begin(index, .header)
        case .delete:
            if isGranted { summary.deleted += 1 }
            return nil
        case .barrier: return receiveBarrier(reply, isLast: isLast)
        case .noOperation: return .alive
        case .reset:
            send(.quit, expecting: .quit)
            return nil
        case .quit:
            collection.isUpdateConfirmed = isGranted
            phase = .over
            return .finished
        case .greeting, .capabilities, .startTLS, .utf8, .authentication, .status, .sizes, .uniqueIDs:
            return failMismatch(reply, answered)
        }
    }

    private mutating func receiveBarrier(_ reply: StatusLine, isLast: Bool) -> Event? {
        guard reply.indicator == .ok, Self.messageCount(reply) != nil, isLast else {
            collection.confirmed = 0
            return failMismatch(reply, .barrier)
        }
        collection.isSynchronised = true
        return nil
    }
}
