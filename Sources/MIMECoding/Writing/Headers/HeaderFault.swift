/// Why a message cannot be written: what is wrong with which field.
///
/// Values come from recipients' rows; a fault names the field and the place, so that `plan` can show all of them before
/// anything is sent.
package struct HeaderFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong.
    package enum Reason: Hashable, Sendable {
        /// A CR or LF: it could start a field of its own.
        case lineBreak
        /// A NUL.
        case nul
        /// Another control character.
        case control(UInt8)
        /// U+0085, U+2028 or U+2029, which some programs take for a line end.
        case lineSeparator
        /// Bytes that are not UTF-8.
        case notUTF8
        /// A character that the field's syntax does not allow; text with it would have to be encoded by the caller.
        case notAllowed(UInt8)
        /// A value that does not have the form the field needs.
        case malformed(Form)
        /// A field that the product writes itself, or that no sender may write.
        case reservedName
        /// A field that may occur once and is given twice.
        case repeated
        /// A value that cannot be folded below a limit in bytes.
        case tooLong(limit: Int)
        /// A value that every message needs.
        case missing
    }

    /// The forms that structured values have.
    package enum Form: Hashable, Sendable {
        /// RFC 5322 §3.6.8: printable ASCII without colon.
        case fieldName
        /// RFC 5322 §3.4.1 with RFC 6532: local part, `@`, domain.
        case address
        /// RFC 5322 §3.6.4, without the angle brackets.
        case messageID
        /// RFC 3986, ASCII only, `https:` where the field asks for it.
        case uri
        /// RFC 2919: dots and letters.
        case listID
        /// RFC 6838 §4.2: `type/subtype`, not multipart and not message.
        case mediaType
        /// Letters and digits, 1 to 48 of them.
        case boundaryToken
    }

    /// The field's name, or the parameter's within it.
    package let field: String
    /// What is wrong with it.
    package let reason: Reason
    /// Where in the value, in bytes from its start.
    package let offset: Int?

    /// Makes a fault.
    package init(field: String, reason: Reason, offset: Int? = nil) {
        self.field = field
        self.reason = reason
        self.offset = offset
    }

    /// One line for the fault list.
    package var description: String {
        let place = offset.map { ", at byte \($0 + 1)" } ?? ""
        return "\(field): \(words)\(place)"
    }

    private var words: String {
        switch reason {
        case .lineBreak: "a line end is not allowed here, it could start another header field"
        case .nul: "a NUL byte is not allowed here"
        case .control(let byte): "the control character \(Self.hex(byte)) is not allowed here"
        case .lineSeparator: "a Unicode line separator is not allowed here"
        case .notUTF8: "the text is not UTF-8"
        case .notAllowed(let byte): "the byte \(Self.hex(byte)) is not allowed here"
        case .malformed(let form): form.words
        case .reservedName: "this field is not for a job to set"
        case .repeated: "this field may be given once only"
        case .tooLong(let limit): "the value cannot be brought below \(limit) bytes"
        case .missing: "a value is needed"
        }
    }

    private static func hex(_ byte: UInt8) -> String {
        "0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
}

extension HeaderFault.Form {
    fileprivate var words: String {
        switch self {
        case .fieldName: "a field name is printable ASCII without space or colon, up to 60 characters"
        case .address: "this is not an address of the form local-part@domain"
        case .messageID: "this is not a message id of the form left@right"
        case .uri: "this is not a URI in plain ASCII (percent-encode the rest) of the scheme this field needs"
        case .listID: "a list id is a name like news.example.com"
        case .mediaType: "this is not a media type that an attachment can have, such as application/pdf"
        case .boundaryToken: "a boundary token is 1 to 48 ASCII letters and digits"
        }
    }
}
