import Testing

/// Everything that kills the program, one test after the other: each wants the machine for itself.
@Suite("kill -9", .serialized)
struct CrashTests {}
