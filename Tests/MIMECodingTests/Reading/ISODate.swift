@testable import MIMECoding

/// A date as ISO 8601 with its own offset, the form in which corpora give dates.
enum ISODate {
    static func text(_ date: MessageDate) -> String {
        let local = Int(date.secondsSince1970) + (date.offsetMinutes ?? 0) * 60
        let day = local >= 0 ? local / 86_400 : -((86_399 - local) / 86_400)
        let second = local - day * 86_400
        let civil = MessageDate.civil(days: day)
        var text = "\(padded(civil.year, 4))-\(padded(civil.month, 2))-\(padded(civil.day, 2))T"
        text += "\(padded(second / 3_600, 2)):\(padded(second / 60 % 60, 2)):\(padded(second % 60, 2))"
        guard let offset = date.offsetMinutes else { return text }
        return text + (offset < 0 ? "-" : "+") + "\(padded(abs(offset) / 60, 2)):\(padded(abs(offset) % 60, 2))"
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
