import RecipientTable
import TextEncodings

/// Any bytes as a CSV file, whole and in pieces: the records are the same, and so are the faults.
///
/// The first byte chooses the length of the pieces and whether the separator is declared.
enum TableFuzz {
    private struct Reading: Equatable {
        var fields: [[UInt8]] = []
        var counts: [Int] = []
        var faults: [String] = []
    }

    static func run(_ bytes: [UInt8]) {
        guard let choice = bytes.first else { return }
        let content = Array(bytes.dropFirst())
        let whole = read(content, piece: max(1, content.count), choice)
        let pieces = read(content, piece: Int(choice & 0x0F) + 1, choice)
        precondition(whole == pieces)
        let cell = String(decoding: content.prefix(400), as: UTF8.self)
        for type in ColumnType.allCases { _ = try? type.value(of: cell) }
    }

    private static func read(_ content: [UInt8], piece: Int, _ choice: UInt8) -> Reading {
        var options = CSVOptions()
        options.charset = choice & 0x80 == 0 ? .utf8 : nil
        if choice & 0x40 != 0 { options.delimiter = ";" }
        var reader = CSVReader(options: options)
        var batch = TableBatch()
        var reading = Reading()
        var offset = 0
        while true {
            let end = min(offset + piece, content.count)
            if offset == content.count { reader.finish() } else { reader.append(content[offset..<end]) }
            reader.read(into: &batch)
            for record in 0..<batch.count {
                reading.counts.append(batch.fieldCount(of: record))
                for field in 0..<batch.fieldCount(of: record) {
                    reading.fields.append(Array(batch.content(ofField: field, in: record)))
                }
            }
            for fault in batch.faults { reading.faults.append("\(fault.line):\(fault.column) \(fault.message)") }
            if offset == content.count { return reading }
            offset = end
        }
    }
}

/// libFuzzer's entry.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    TableFuzz.run(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}
