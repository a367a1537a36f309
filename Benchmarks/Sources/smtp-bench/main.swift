// Sends many messages of one size to a sink and says how fast: smtp-bench HOST PORT MESSAGES CONNECTIONS [BYTES [TLS]]
// BENCH_TO names one recipient for all; BENCH_USER and BENCH_PASSWORD log in; BENCH_CA is a PEM file of trust anchors.
import Glibc
import MailModel
import SMTPEngine

func cpuSeconds() -> Double {
    var usage = rusage()
    _ = unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    let user = Double(usage.ru_utime.tv_sec) + Double(usage.ru_utime.tv_usec) / 1e6
    return user + Double(usage.ru_stime.tv_sec) + Double(usage.ru_stime.tv_usec) / 1e6
}

let arguments = CommandLine.arguments
guard arguments.count >= 5, let port = Int(arguments[2]), let messages = Int(arguments[3]),
    let connections = Int(arguments[4])
else {
    print("usage: smtp-bench HOST PORT MESSAGES CONNECTIONS [BYTES [TLS]]")
    exit(64)
}
let bytes = arguments.count > 5 ? Int(arguments[5]) ?? 4_096 : 4_096
let tls = arguments.count > 6 ? TLSRequirement(rawValue: arguments[6]) ?? .none : .none
var settings = TransportSettings(name: "bench", host: arguments[1], port: port, tls: tls)
settings.connections = connections
settings.messagesPerConnection = 1_000_000
func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
}

settings.trustedCertificates = environment("BENCH_CA")
if let user = environment("BENCH_USER") {
    settings.login = Login(user: user, password: Secret(environment("BENCH_PASSWORD") ?? ""))
}
let observer = BenchObserver()
let start = ContinuousClock.now
let cpuStart = cpuSeconds()
do {
    try await NativeTransport(settings: settings).deliver(
        from: BenchSource(total: messages, bytes: bytes, recipient: environment("BENCH_TO")),
        observer: observer
    )
} catch {
    print("failed: \(error)")
}
let elapsed =
    Double((ContinuousClock.now - start).components.attoseconds) / 1e18
    + Double((ContinuousClock.now - start).components.seconds)
let cpu = cpuSeconds() - cpuStart
let counts = observer.counts
if let facts = counts.facts { print(facts) }
print("sessions \(counts.sessions), marks \(counts.marks), accepted \(counts.accepted), others \(counts.others)")
if !counts.firstOther.isEmpty { print("first other: \(counts.firstOther)") }
print("\(Int(Double(messages) / elapsed)) messages/s, \(cpu / Double(messages) * 1e6) us CPU a message")
