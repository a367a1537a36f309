import BenchClock
import Foundation
import RecipientTable

/// Reads a CSV file from memory in chunks and prints megabytes a second of CPU beside a bare count of its line ends.
///
///     csv-bench FILE [ROUNDS]

guard CommandLine.arguments.count > 1, let data = FileManager.default.contents(atPath: CommandLine.arguments[1]) else {
    print("usage: csv-bench FILE [ROUNDS]")
    exit(64)
}
let bytes = [UInt8](data)
let rounds = CommandLine.arguments.count > 2 ? Int(CommandLine.arguments[2]) ?? 5 : 5
let chunkSize = 256 * 1_024

/// Megabytes a second of the best of several rounds; the best is the one that nothing else disturbed.
func measure(_ name: String, _ work: () -> Int) {
    var best = Double.infinity
    var result = 0
    for _ in 0..<rounds {
        let start = CPUClock.seconds
        result = work()
        best = min(best, CPUClock.seconds - start)
    }
    let rate = Int(Double(bytes.count) / best / 1_000_000)
    print("\(name): \(rate) MB/s, \(Int(best * 1_000)) ms, result \(result)")
}

measure("bare count of line ends") {
    var count = 0
    let span = bytes.span
    for index in span.indices where span[index] == 0x0A { count &+= 1 }
    return count
}

measure("records and fields") {
    var reader = CSVReader()
    var batch = TableBatch()
    var fields = 0
    var offset = 0
    while offset < bytes.count {
        let end = min(offset + chunkSize, bytes.count)
        reader.append(bytes[offset..<end])
        reader.read(into: &batch)
        for record in 0..<batch.count { fields &+= batch.fieldCount(of: record) }
        offset = end
    }
    reader.finish()
    reader.read(into: &batch)
    for record in 0..<batch.count { fields &+= batch.fieldCount(of: record) }
    return fields
}

measure("the first field's bytes of every record") {
    var reader = CSVReader()
    var batch = TableBatch()
    var sum = 0
    var offset = 0
    while offset <= bytes.count {
        let end = min(offset + chunkSize, bytes.count)
        if offset == bytes.count { reader.finish() } else { reader.append(bytes[offset..<end]) }
        reader.read(into: &batch)
        for record in 0..<batch.count {
            if let range = batch.range(ofField: 0, in: record), !range.isEmpty {
                sum &+= Int(batch.bytes[range.lowerBound])
            }
        }
        if offset == bytes.count { break }
        offset = end
    }
    return sum
}
