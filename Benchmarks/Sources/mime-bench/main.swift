// How fast mail is opened and decoded. Usage: mime-bench [FOLDER OF .eml FILES]
//
// Prints megabytes of input a second on one core, the best of several rounds. "structure" opens a message (places of
// fields and parts, types, boundaries); "classify" also asks for what a bounce classifier asks for.

import Foundation
import MIMECoding

/// One thing to measure.
struct Sample {
    let name: String
    let messages: [[UInt8]]

    var bytes: Int { messages.reduce(0) { $0 + $1.count } }
}

func report() -> [UInt8] {
    var text = "Return-Path: <>\r\n"
    for hop in 0..<6 {
        text += "Received: from relay\(hop).example.com (relay\(hop).example.com [192.0.2.\(hop)])\r\n"
        text += "\tby mx.example.net (Postfix) with ESMTPS id 4F1A2B3C4D\(hop)\r\n"
        text += "\tfor <bounces@example.net>; Mon, 23 Nov 2026 09:00:0\(hop) +0800 (CST)\r\n"
    }
    text += "From: MAILER-DAEMON@mx.example.net (Mail Delivery System)\r\nTo: bounces@example.net\r\n"
    text += "Subject: Undelivered Mail Returned to Sender\r\nAuto-Submitted: auto-replied\r\nMIME-Version: 1.0\r\n"
    text +=
        "Content-Type: multipart/report; report-type=delivery-status;\r\n\tboundary=\"4F1A2B3C.1700000000/mx\"\r\n\r\n"
    text += "This is a MIME-encapsulated message.\r\n\r\n--4F1A2B3C.1700000000/mx\r\n"
    text += "Content-Description: Notification\r\nContent-Type: text/plain; charset=us-ascii\r\n\r\n"
    text += String(
        repeating: "I'm sorry to have to inform you that your message could not be delivered.\r\n",
        count: 12
    )
    text += "\r\n--4F1A2B3C.1700000000/mx\r\nContent-Type: message/delivery-status\r\n\r\n"
    text += "Reporting-MTA: dns; mx.example.net\r\nArrival-Date: Mon, 23 Nov 2026 09:00:00 +0800 (CST)\r\n\r\n"
    text += "Final-Recipient: rfc822; li.lei@example.com\r\nAction: failed\r\nStatus: 5.1.1\r\n"
    text += "Diagnostic-Code: smtp; 550 5.1.1 <li.lei@example.com>: Recipient address rejected\r\n"
    text += "\r\n--4F1A2B3C.1700000000/mx\r\nContent-Type: message/rfc822\r\n\r\n"
    text += "From: news@example.net\r\nTo: li.lei@example.com\r\nSubject: =?UTF-8?B?5L2g5aW9?=\r\nMIME-Version: 1.0\r\n"
    text += "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    text += String(repeating: "<p style=3D\"margin: 0\">=E4=BD=A0=E5=A5=BD, activate your account</p>\r\n", count: 50)
    text += "\r\n--4F1A2B3C.1700000000/mx--\r\n"
    return Array(text.utf8)
}

func attachment(lines: Int) -> [UInt8] {
    let line = String(repeating: "QUJDREVGR0hJSktM", count: 5).prefix(76) + "\r\n"
    let text =
        "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: image/png\r\n"
        + "Content-Transfer-Encoding: base64\r\n\r\n" + String(repeating: String(line), count: lines) + "--b--\r\n"
    return Array(text.utf8)
}

func measure(_ name: String, _ sample: Sample, _ body: ([UInt8]) -> Int) {
    let rounds = max(3, 200_000_000 / max(1, sample.bytes) / 5)
    var best = Duration.seconds(1_000)
    var sum = 0
    for _ in 0..<5 {
        let time = ContinuousClock().measure {
            for _ in 0..<max(1, rounds / 5) {
                for message in sample.messages { sum &+= body(message) }
            }
        }
        best = min(best, time)
    }
    let seconds = Double(best.components.seconds) + Double(best.components.attoseconds) * 1e-18
    let total = Double(sample.bytes) * Double(max(1, rounds / 5))
    let each = seconds / Double(max(1, rounds / 5)) / Double(sample.messages.count) * 1e6
    let rate = Int(total / seconds / 1e6)
    print("\(sample.name), \(name): \(rate) MB/s, \((each * 100).rounded() / 100) µs a message (\(sum & 1))")
}

var samples = [
    Sample(name: "delivery report", messages: [report()]),
    Sample(name: "base64 attachment of 8 MB", messages: [attachment(lines: 100_000)]),
]
// What a hostile sender would try: much to compare, nothing to find.
let level = "Content-Type: multipart/mixed; boundary=\(String(repeating: "-", count: 62))"
let levels = (10..<70).map { "\(level)\($0)\n\n--\(String(repeating: "-", count: 62))\($0)\n" }.joined()
for (name, line) in [("short delimiter-like lines", "--\n"), ("long ones", String(repeating: "-", count: 65) + "\n")] {
    let text = levels + String(repeating: line, count: 100_000_000 / line.utf8.count)
    samples.append(Sample(name: "100 MB in 60 open multiparts of \(name)", messages: [Array(text.utf8)]))
}
if CommandLine.arguments.count > 1 {
    let folder = URL(fileURLWithPath: CommandLine.arguments[1])
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".eml") }
        .sorted()
    let messages = try names.map { [UInt8](try Data(contentsOf: folder.appendingPathComponent($0))) }
    samples.append(Sample(name: "\(messages.count) messages of the folder", messages: messages))
}
for sample in samples {
    measure("structure", sample) { MIMEMessage($0).parts.count }
    measure("classify", sample) { bytes in
        let message = MIMEMessage(bytes)
        var sum = message.first(.subject).map { message.unfolded($0).count } ?? 0
        for part in message.parts where part.structure == .leaf && part.contentType.type == "text" && part.depth < 2 {
            sum &+= message.utf8(of: part).count
        }
        return sum
    }
    measure("decode", sample) { bytes in
        let message = MIMEMessage(bytes)
        return message.parts.reduce(0) { $0 &+ ($1.structure == .leaf ? message.content(of: $1).count : 0) }
    }
}
