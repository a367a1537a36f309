internal import BounceAnalysis
internal import Workspace

/// The addresses of ours that collected mail comes to, as the workspace's files have them.
struct AddressPatterns: Sendable {
    /// Reverse-paths with a place for the token.
    private(set) var reversePaths: [BounceAnalysis.ReversePathPattern] = []
    /// Addresses for leaving a list, with a place for the token.
    private(set) var unsubscribe: [BounceAnalysis.ReversePathPattern] = []

    /// Addresses for confirming by mail, with a place for the token.
    private(set) var confirmation: [BounceAnalysis.ReversePathPattern] = []

    /// All of them.
    var all: [BounceAnalysis.ReversePathPattern] { reversePaths + unsubscribe + confirmation }

    /// The patterns of a workspace; a job with faults has none, and keeps no mail from being collected.
    init(_ site: JobSite) {
        if let path = site.settings.identity.reversePath, path.hasToken,
            let pattern = try? BounceAnalysis.ReversePathPattern(path.address(token: "{token}"))
        {
            reversePaths.append(pattern)
        }
        for name in site.workspace.jobNames {
            guard let job = try? site.workspace.job(named: name) else { continue }
            if let expect = job.expect, expect.hasToken,
                let pattern = try? BounceAnalysis.ReversePathPattern(expect.address)
            {
                confirmation.append(pattern)
            }
            guard let mailto = job.unsubscribe?.mailto, let pattern = try? BounceAnalysis.ReversePathPattern(mailto),
                !unsubscribe.contains(pattern)
            else { continue }
            unsubscribe.append(pattern)
        }
    }
}
