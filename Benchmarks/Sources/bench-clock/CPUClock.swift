internal import Glibc

/// The CPU time that this process has used: what a benchmark of one core measures by, since it says the same on a machine
/// that has other things to do.
package enum CPUClock {
    /// Seconds of CPU so far.
    package static var seconds: Double {
        var time = timespec()
        unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
