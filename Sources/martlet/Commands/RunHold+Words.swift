internal import Ledger
internal import MailJobs
internal import Reporting

extension RunRecord {
    /// What a person has decided about the run, for a person; nil for nothing.
    var decisionWords: String? { decision { TimeText.local($0) } }

    /// What lets a run go on that is held, for a person; nil when nothing holds it.
    var holdAdvice: String? {
        switch hold {
        case .approval(let person): "`martlet approve \(name) --by \"\(person)\"` lets it be sent"
        case .paused: "`martlet resume \(name)` lets it go on"
        case nil: nil
        }
    }
}
