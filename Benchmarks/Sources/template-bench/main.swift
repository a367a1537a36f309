import BenchClock
import Foundation
import TemplateLanguage

/// Renders a 3 KB HTML body with ten tags, one section and one loop from flat rows, and says how many a second of CPU, beside
/// a bare loop that copies the same fixed text and escapes the same values byte by byte.
///
///     template-bench                          all modes, and the bare loop
///     template-bench --write FOLDER           the template and the rows, for other engines
///     template-bench --specification SECONDS  the specification's escaping alone: renders a second, bytes a render
enum TemplateBench {
    static let columns = ["email", "name", "first_name", "code", "link", "amount", "vip", "tags", "city", "shop"]

    static let rows: [[String]] = (0..<64).map { number in
        [
            "user\(number)@post.example", "王小明 & Söhne \(number)", "小明", "5LN-000\(number)",
            "https://shop.example/r/5LN-000\(number)?u=\(number)&utm_source=mail", "99.9\(number % 10)",
            number % 2 == 0 ? "true" : "false", "news;beta;spring", "上海", "O'Neill <Shop>",
        ]
    }

    /// About 3 KB of markup as mail has it.
    static let body: String = {
        let cell = """
            <tr><td style="padding:12px 24px;font-family:Arial,sans-serif;font-size:14px;line-height:20px;color:#333333">\
            Your order is on its way and will be with you within three working days.</td></tr>

            """
        let filler = String(repeating: cell, count: 13)
        return """
            <!DOCTYPE html>
            <html><head><title>{{shop}}</title></head><body><table role="presentation" width="600">
            <tr><td>Dear {{first_name}} ({{name}}),</td></tr>
            \(filler)<tr><td><a href="{{link}}">Open order {{code}}</a></td></tr>
            {{#vip}}<tr><td>Thank you for being with us, {{first_name}} of {{city}}.</td></tr>{{/vip}}
            <tr><td>Sum: {{amount}}</td></tr>
            <ul>{{#tags}}<li>{{.}}</li>{{/tags}}</ul>
            <tr><td>Sent to {{email}} by {{shop}}</td></tr></table></body></html>

            """
    }()

    static func main() throws {
        let arguments = CommandLine.arguments
        if arguments.count == 3, arguments[1] == "--write" { return try write(to: arguments[2]) }
        if arguments.count == 3, arguments[1] == "--specification" {
            return try specification(seconds: Double(arguments[2]) ?? 2)
        }
        try all()
    }

    private static let kinds: [String: TemplateSchema.Kind] = ["vip": .bool, "tags": .list(separator: 0x3B)]

    /// Writes what other engines need to do the same.
    private static func write(to folder: String) throws {
        let rows = rows.map { row -> [String: Any] in
            var values: [String: Any] = [:]
            for (column, text) in zip(columns, row) {
                switch kinds[column] {
                case .bool: values[column] = text == "true"
                case .list: values[column] = text.split(separator: ";").map(String.init)
                default: values[column] = text
                }
            }
            return values
        }
        let folder = URL(fileURLWithPath: folder)
        try Data(body.utf8).write(to: folder.appendingPathComponent("template.mustache"))
        try JSONSerialization.data(withJSONObject: rows).write(to: folder.appendingPathComponent("rows.json"))
    }

    private static func specification(seconds: Double) throws {
        let schema = TemplateSchema(columns.map { .init($0, kinds[$0] ?? .text) })
        let rows = rows.map { TemplateRow(texts: $0) }
        let template = try Template.compile(source: Array(body.utf8), name: "bench", schema: schema)
        var renderer = TemplateRenderer(template)
        var buffer: [UInt8] = []
        let (rate, bytes) = try turns(for: seconds) { turn in
            try renderer.render(rows[turn & 63], into: &buffer)
            return buffer.count
        }
        print("\(Int(rate)) \(Int(bytes))")
    }

    private static func all() throws {
        let schema = TemplateSchema(columns.map { .init($0, kinds[$0] ?? .text) })
        let rows = rows.map { TemplateRow(texts: $0) }
        var last = 0.0
        for mode in [TemplateOptions.Mode.html, .specification] {
            let template = try Template.compile(
                source: Array(body.utf8),
                name: "bench",
                options: TemplateOptions(mode: mode),
                schema: schema
            )
            var renderer = TemplateRenderer(template)
            var buffer: [UInt8] = []
            try renderer.render(rows[0], into: &buffer)
            last = try measure("render, mode \(mode.rawValue), \(buffer.count) bytes") { turn in
                try renderer.render(rows[turn & 63], into: &buffer)
                return buffer.count
            }
            guard mode == .html else { continue }
            var sink = SegmentSink()
            _ = try measure("render as segments") { turn in
                try renderer.render(rows[turn & 63], into: &sink)
                return sink.bytes.count
            }
        }
        let bare = try bareCopy(rows)
        print("render against bare copy: \(Int(last / bare * 100)) %")
    }

    /// What the work costs at least: fixed text copied in pieces, values escaped byte by byte, into memory that is large
    /// enough from the start.
    static func bareCopy(_ rows: [TemplateRow]) throws -> Double {
        let pieces = body.split(separator: "{{").map { Array($0.utf8) }
        let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: 16 << 10)
        defer { unsafe memory.deallocate() }
        return try measure("bare copy with escaping") { turn in
            var count = 0
            let row = rows[turn & 63]
            for (number, piece) in pieces.enumerated() {
                unsafe (memory + count).update(from: piece, count: piece.count)
                count += piece.count
                let field = row.fields[number % row.fields.count]
                for index in field.start..<field.start + field.count {
                    let byte = row.bytes[index]
                    switch byte {
                    case 0x26: unsafe append("&amp;", memory, &count)
                    case 0x3C: unsafe append("&lt;", memory, &count)
                    case 0x3E: unsafe append("&gt;", memory, &count)
                    case 0x22: unsafe append("&quot;", memory, &count)
                    default:
                        unsafe memory[count] = byte
                        count += 1
                    }
                }
            }
            return count
        }
    }

    private static func append(_ text: StaticString, _ memory: UnsafeMutablePointer<UInt8>, _ count: inout Int) {
        unsafe (memory + count).update(from: text.utf8Start, count: text.utf8CodeUnitCount)
        count += text.utf8CodeUnitCount
    }

    /// Runs a step for about two seconds; returns and prints turns a second.
    static func measure(_ label: String, _ step: (Int) throws -> Int) throws -> Double {
        let (rate, bytes) = try turns(for: 2, step)
        print("\(label): \(Int(rate)) a second, \(Int(rate * bytes / 1_000_000)) MB/s")
        return rate
    }

    /// Runs a step for some seconds of CPU; returns turns a second and bytes a turn.
    static func turns(for seconds: Double, _ step: (Int) throws -> Int) throws -> (rate: Double, bytes: Double) {
        var turns = 0
        var bytes = 0
        let start = CPUClock.seconds
        while CPUClock.seconds - start < seconds {
            for _ in 0..<1000 {
                bytes += try step(turns)
                turns += 1
            }
        }
        return (Double(turns) / (CPUClock.seconds - start), Double(bytes) / Double(turns))
    }
}

try TemplateBench.main()
