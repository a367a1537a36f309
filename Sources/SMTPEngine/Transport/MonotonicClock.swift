internal import NIOCore

/// Seconds on a clock that only goes on, as pure decisions take them.
enum MonotonicClock {
    static var now: Double { Double(NIODeadline.now().uptimeNanoseconds) / 1e9 }
}
