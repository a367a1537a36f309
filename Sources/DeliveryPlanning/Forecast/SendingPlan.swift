package import TimeZones

/// What is known of a run before it begins, as far as it decides how long sending takes.
package struct SendingPlan: Sendable {
    /// A limit on messages a second, and how many messages fall under it.
    package struct Limit: Sendable, Hashable {
        /// What it is of: a recipient domain; nil for all messages.
        package var domain: String?
        /// Messages a second, above zero.
        package var perSecond: Double
        /// Messages that it holds for.
        package var messages: Int

        package init(domain: String?, perSecond: Double, messages: Int) {
            self.domain = domain
            self.perSecond = perSecond
            self.messages = messages
        }

        /// How long these messages take at least, in seconds.
        var seconds: Double { perSecond > 0 ? Double(messages) / perSecond : 0 }
    }

    /// How many messages.
    package var messages: Int
    /// When sending can begin, in seconds since 1970.
    package var begins: Int
    /// What limits there are; empty when the server alone decides.
    package var limits: [Limit] = []
    /// The hours at which mail may leave; nil for all.
    package var window: SendingWindow?
    /// The zone of those hours.
    package var zone = ZoneRules.utc
    /// When deferred messages are tried again, and when they are given up.
    package var retry = RetrySchedule.standard
    /// When the job is due again, in seconds since 1970; nil when it has no schedule.
    package var nextOccurrence: Int?

    package init(messages: Int, begins: Int) {
        self.messages = messages
        self.begins = begins
    }
}
