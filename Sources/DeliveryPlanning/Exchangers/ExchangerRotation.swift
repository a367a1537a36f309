/// Which of a site's hosts is connected to next: the first in order that has not failed lately.
///
/// A host that cannot be had is left alone for a minute, then longer each time; so the next one is tried at once, and the
/// better one again later. Times are seconds on a clock that only goes on.
package struct ExchangerRotation: Sendable {
    private struct Host {
        var failures = 0
        var downUntil = 0.0
    }

    private static let firstPause = 60.0
    private static let longestPause = 900.0

    private var hosts: [Host]

    package init(count: Int) { hosts = Array(repeating: Host(), count: count) }

    /// The host to connect to; nil when all have failed lately.
    package func next(now: Double) -> Int? { hosts.firstIndex { $0.downUntil <= now } }

    /// When a host may be tried again, of those that failed.
    package var nextTry: Double { hosts.map(\.downUntil).min() ?? 0 }

    /// A connection to a host could not be had.
    package mutating func failed(_ index: Int, now: Double) {
        guard hosts.indices.contains(index), hosts[index].downUntil <= now else { return }
        let pause = min(Self.firstPause * Double(1 << min(hosts[index].failures, 10)), Self.longestPause)
        hosts[index].failures += 1
        hosts[index].downUntil = now + pause
    }

    /// A host takes mail.
    package mutating func worked(_ index: Int) {
        guard hosts.indices.contains(index) else { return }
        hosts[index] = Host()
    }

    /// All hosts may be tried once more, for a probe of a site that was given up.
    package mutating func forgive() {
        for index in hosts.indices { hosts[index].downUntil = 0 }
    }
}
