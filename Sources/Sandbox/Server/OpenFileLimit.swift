internal import Glibc

/// How many files this process may have open at once.
enum OpenFileLimit {
    /// How many connections fit, with room for listeners, event loops and connections that are being refused.
    ///
    /// A process at its limit can neither take a connection nor turn it away, and would ask for it again and again.
    static var connections: Int {
        var limit = rlimit()
        // The structure is filled inside the call.
        guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return .max }
        return max(1, Int(clamping: limit.rlim_cur) - 100)
    }
}
