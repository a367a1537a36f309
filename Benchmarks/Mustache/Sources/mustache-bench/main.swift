import Foundation
import Mustache

/// Renders a template with rows of data by swift-mustache for some seconds of CPU, and prints renders a second of CPU.
///
///     mustache-bench TEMPLATE ROWS.json SECONDS

let arguments = CommandLine.arguments
guard arguments.count == 4, let seconds = Double(arguments[3]) else {
    print("usage: mustache-bench TEMPLATE ROWS.json SECONDS")
    exit(64)
}

func cpuSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

let source = try String(contentsOfFile: arguments[1], encoding: .utf8)
let json = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: arguments[2])))
// Dictionaries and arrays of Swift's own types, as a program would hand them over.
let rows = (json as? [[String: Any]] ?? []).map { row in
    row.mapValues { value -> Any in
        switch value {
        case let flag as Bool: flag
        case let list as [String]: list
        default: "\(value)"
        }
    }
}
let template = try MustacheTemplate(string: source)
var renders = 0
var bytes = 0
let start = cpuSeconds()
while cpuSeconds() - start < seconds {
    for _ in 0..<100 {
        bytes += template.render(rows[renders % rows.count]).utf8.count
        renders += 1
    }
}
print("\(Int(Double(renders) / (cpuSeconds() - start))) \(bytes / renders)")
