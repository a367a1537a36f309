import BounceAnalysis
import Foundation

/// Classifies files and folders of raw messages: verdicts as JSON Lines on standard output, the rate on standard error.
///
///     classify-bench [--repeat N] PATH…
var repeats = 1
var paths: [String] = []
var arguments = CommandLine.arguments.dropFirst()[...]
while let argument = arguments.popFirst() {
    if argument == "--repeat", let value = arguments.popFirst(), let number = Int(value) {
        repeats = max(1, number)
    } else {
        paths.append(argument)
    }
}

var messages: [(id: String, bytes: [UInt8])] = []
for path in paths {
    guard FileManager.default.fileExists(atPath: path) else {
        FileHandle.standardError.write(Data("\(path): no such file\n".utf8))
        exit(66)
    }
    // A file has no contents to list: it is taken itself.
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: path).sorted()) ?? [""]
    for name in names {
        let full = name.isEmpty ? path : path + "/" + name
        guard let data = FileManager.default.contents(atPath: full) else { continue }
        let stem = (name.isEmpty ? (path as NSString).lastPathComponent : name) as NSString
        messages.append((stem.deletingPathExtension, [UInt8](data)))
    }
}

let classifier = BounceClassifier()
var output: [UInt8] = []
for message in messages {
    output += classifier.classify(message.bytes).jsonLine(id: message.id)
    output.append(0x0A)
}
FileHandle.standardOutput.write(Data(output))

let clock = ContinuousClock()
var recipients = 0
let elapsed = clock.measure {
    for _ in 0..<repeats {
        for message in messages { recipients += classifier.classify(message.bytes).recipients.count }
    }
}
let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
let rate = Int(Double(messages.count * repeats) / seconds)
FileHandle.standardError.write(
    Data("\(messages.count) messages, \(repeats) times: \(rate) messages/s, \(recipients) recipients\n".utf8)
)
