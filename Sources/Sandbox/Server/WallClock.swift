internal import Glibc
internal import MIMECoding

/// The time of day, for dates in messages.
enum WallClock {
    /// Now, in UTC, to the second.
    static var now: MessageDate { MessageDate(secondsSince1970: Int64(time(nil))) }
}
