package import Ledger
package import MailModel
package import RecipientTable

extension RunRecord {
    /// What a person has decided about the run, in words: that it waits, who paused it, who approved it.
    ///
    /// - Parameter time: how points in time are written.
    /// - Returns: the words; nil for nothing.
    package func decision(_ time: (Timestamp) -> String) -> String? {
        switch hold {
        case .approval(let person): return "waits for the approval of \(person)"
        case .paused(let pause): return "paused by \(pause.by) since \(time(pause.at))"
        case nil: break
        }
        if state == .cancelled { return note }
        guard let approval, let by = approval.by else { return nil }
        return "approved by \(by)" + (approval.at.map { " on \(time($0))" } ?? "")
    }

    /// The same for scripts: the members `approval`, `paused`, `revision` and `note` of an object, where there is anything.
    ///
    /// - Parameter time: how points in time are written.
    /// - Returns: the members.
    package func decisionMembers(_ time: (Timestamp) -> String) -> [RowValue.Member] {
        var members: [RowValue.Member] = []
        if let approval {
            var parts = [RowValue.Member(name: "wanted", value: .string(approval.wanted))]
            if let by = approval.by { parts.append(.init(name: "by", value: .string(by))) }
            if let at = approval.at { parts.append(.init(name: "at", value: .string(time(at)))) }
            members.append(.init(name: "approval", value: .object(parts)))
        }
        if let pause {
            let parts = [
                RowValue.Member(name: "by", value: .string(pause.by)),
                .init(name: "at", value: .string(time(pause.at))),
            ]
            members.append(.init(name: "paused", value: .object(parts)))
        }
        if revision > 0 { members.append(.init(name: "revision", value: .number(String(revision)))) }
        if let note { members.append(.init(name: "note", value: .string(note))) }
        return members
    }
}
