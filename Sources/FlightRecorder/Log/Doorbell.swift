internal import Glibc

/// Wakes the committer: a pipe, so that waiting has an end and ringing never blocks.
final class Doorbell: Sendable {
    private let readEnd: Int32
    private let writeEnd: Int32

    init(path: String) throws(FlightFailure) {
        var ends: [Int32] = [-1, -1]
        guard unsafe pipe(&ends) == 0, ends.allSatisfy(Self.setFlags) else {
            throw FlightFailure(errno: errno, phase: "making the flight recorder", path: path)
        }
        readEnd = ends[0]
        writeEnd = ends[1]
    }

    /// Neither end blocks, and no child inherits it.
    private static func setFlags(_ descriptor: Int32) -> Bool {
        fcntl(descriptor, F_SETFL, O_NONBLOCK) == 0 && fcntl(descriptor, F_SETFD, FD_CLOEXEC) == 0
    }

    deinit {
        _ = close(readEnd)
        _ = close(writeEnd)
    }

    /// Wakes whoever waits, or will wait next.
    func ring() {
        var byte: UInt8 = 1
        // A full pipe has woken the waiter already.
        _ = unsafe write(writeEnd, &byte, 1)
    }

    /// Waits until the bell was rung, or the time is over.
    func wait(milliseconds: Int32) {
        var request = pollfd(fd: readEnd, events: Int16(POLLIN), revents: 0)
        guard unsafe poll(&request, 1, milliseconds) > 0 else { return }
        var bytes = [UInt8](repeating: 0, count: 64)
        while unsafe read(readEnd, &bytes, bytes.count) == bytes.count {}
    }
}
