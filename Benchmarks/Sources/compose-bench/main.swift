import BenchClock
import MIMECoding

/// Messages composed a second of CPU, beside copying the same bytes and beside the bare encoders.
///
/// Usage: compose-bench [seconds for each line, default 1]

let seconds = CommandLine.arguments.dropFirst().first.flatMap(Double.init) ?? 1

/// Runs `body` for about so many seconds and returns how often a second it ran.
func rate(_ body: () throws -> Void) rethrows -> Double {
    for _ in 0..<1000 { try body() }
    let start = CPUClock.seconds
    var rounds = 0
    while CPUClock.seconds - start < seconds {
        for _ in 0..<100 { try body() }
        rounds += 100
    }
    return Double(rounds) / (CPUClock.seconds - start)
}

func show(_ name: String, _ rate: Double, _ unit: String) {
    let figure = String(Int(rate))
    let padding = String(repeating: " ", count: max(1, 44 - name.count - figure.count))
    print(name + padding + figure + " " + unit)
}

/// Measures composing one kind of message, beside a plain copy of its bytes.
func measure(_ sample: Samples.Sample) throws {
    var composer = MessageComposer(try Samples.layout())
    var buffer = MessageBuffer(capacity: 64 * 1024)
    var values = Samples.values(sample)
    let first = try composer.compose(values, into: &buffer)
    print("\(sample.name): \(first.byteCount) bytes")
    var round = 0
    let composed = try rate {
        buffer.removeAll()
        // At this rate many messages share a second.
        round &+= 1
        if round % 1000 == 0 { values.date.secondsSince1970 += 1 }
        _ = try composer.compose(values, into: &buffer)
    }
    let whole = buffer.copy(0..<buffer.count)
    let copied = rate {
        buffer.removeAll()
        buffer.append(whole)
    }
    show("  composed", composed, "messages/s")
    show("  copied", copied, "messages/s")
}

for sample in [Samples.english, Samples.chinese, Samples.french] { try measure(sample) }
try measureEncoders()
try measurePieces()
