/// The method of an invitation (RFC 5546 §1.4), which must equal the one within the calendar data (RFC 5545 §3.7.2).
package enum CalendarMethod: String, Sendable, CaseIterable {
    case publish = "PUBLISH"
    case request = "REQUEST"
    case reply = "REPLY"
    case add = "ADD"
    case cancel = "CANCEL"
    case refresh = "REFRESH"
    case counter = "COUNTER"
    case declineCounter = "DECLINECOUNTER"
}
