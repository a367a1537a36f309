/// Something in a mail's HTML that a mail client drops, hides or shows otherwise.
package struct LintFinding: Hashable, Sendable, CustomStringConvertible {
    /// What was found; the raw value is the name in reports.
    package enum Rule: String, Hashable, Sendable, CaseIterable {
        /// More bytes than Gmail shows.
        case size
        /// A CSS property or value.
        case css
        /// `@import`, `@font-face` and their like.
        case atRule = "at-rule"
        /// A `<style>` that Gmail does not read.
        case styleElement = "style-element"
        /// A style sheet behind `<link>`.
        case styleSheet = "style-sheet"
        /// A picture without `alt`.
        case alt
        /// A picture without `width`.
        case imageWidth = "image-width"
        /// A picture in a form that clients do not show.
        case imageSource = "image-source"
        /// A form or a part of one.
        case form
        /// A script or an attribute that runs one.
        case script
        /// Content from elsewhere: frames, plug-ins.
        case embedded
        /// Video, sound, drawings.
        case media
        /// The HTML cannot be examined.
        case notRead = "not-read"
    }

    /// How much is lost.
    package enum Severity: String, Hashable, Sendable {
        /// Content or layout is lost.
        case warning
        /// It looks plainer.
        case note
    }

    package let rule: Rule
    package let severity: Severity
    /// Where it stands in the HTML.
    package let place: SourcePlace
    /// The clients concerned.
    package let clients: [MailClient]
    /// What happens.
    package let message: String
    /// A way out.
    package let remedy: String

    package var description: String {
        "\(place.line):\(place.column): \(message); \(remedy)"
    }
}

/// A family of mail clients.
package enum MailClient: String, Hashable, Sendable, CaseIterable {
    case gmail = "Gmail"
    /// Outlook 2007 to 2021 for Windows, which draws HTML by Word.
    case outlookWindows = "Outlook for Windows"
    case outlookCom = "Outlook.com"
    case yahoo = "Yahoo Mail"
    case appleMail = "Apple Mail"

    /// "Gmail and Yahoo Mail".
    static func list(_ clients: [MailClient]) -> String {
        guard clients.count < allCases.count else { return "mail clients" }
        let names = clients.map(\.rawValue)
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " and " + last
    }
}
