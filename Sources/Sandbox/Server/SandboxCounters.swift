/// What a server has done since it was started.
package struct SandboxCounters: Sendable, Hashable {
    /// SMTP connections that were taken.
    package var connections = 0
    /// POP3 connections that were taken.
    package var popConnections = 0
    /// Messages that were accepted.
    package var accepted = 0
    /// Recipients and messages that were refused for good.
    package var refused = 0
    /// Recipients and messages that were put off.
    package var deferred = 0
    /// Connections that were closed in the middle because a recipient's address says so.
    package var dropped = 0
    /// Failure reports that were written.
    package var bounces = 0
    /// Complaints, vacation notices, reports of delay and of delivery that were written.
    package var otherAnswers = 0
    /// Messages that clients fetched.
    package var fetched = 0
    /// Messages that clients deleted.
    package var deleted = 0

    package init() {}

    /// Adds what a connection has counted.
    mutating func add(_ other: SandboxCounters) {
        connections += other.connections
        popConnections += other.popConnections
        accepted += other.accepted
        refused += other.refused
        deferred += other.deferred
        dropped += other.dropped
        bounces += other.bounces
        otherAnswers += other.otherAnswers
        fetched += other.fetched
        deleted += other.deleted
    }
}
