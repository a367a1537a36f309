internal import NIOCore
internal import Synchronization

/// A rate that several runs keep together.
package final class SharedBucket: Sendable {
    private let bucket: Mutex<TokenBucket>

    /// A bucket with one message in it.
    package init(perSecond: Double) { bucket = Mutex(TokenBucket(perSecond: perSecond, now: .now())) }

    /// Takes up to `count` messages; when none may go now, says when one will.
    func take(_ count: Int) -> (granted: Int, next: NIODeadline) { bucket.withLock { $0.take(count, now: .now()) } }

    /// Gives back what was taken and not used.
    func giveBack(_ count: Int) { bucket.withLock { $0.giveBack(count) } }
}
