/// Builds the entries of an address list from its tokens.
///
///     address-list = (address *("," address))                        RFC 5322 §3.4
///     address      = mailbox / group
///     mailbox      = [display-name] "<" addr-spec ">" / addr-spec
///     group        = display-name ":" [mailbox-list] ";"
struct HeaderAddressBuilder {
    /// Where in an entry the reading is.
    private enum Place {
        /// Before any bracket: a name, or an address without brackets.
        case outside
        /// Between the brackets.
        case inside
        /// Behind the closing bracket.
        case behind
    }

    private(set) var entries: [HeaderAddress] = []
    private(set) var defects: [HeaderAddressList.Defect] = []

    private let decodeName: (String) -> String
    private var place = Place.outside
    /// Tokens outside the brackets, comments left out.
    private var outer: [HeaderAddressToken] = []
    /// Tokens inside the brackets.
    private var inner: [HeaderAddressToken] = []
    private var comments: [[UInt8]] = []
    private var hasBrackets = false
    private var group: (name: String, members: [HeaderAddress.Mailbox])?
    private var mailboxCount = 0
    /// Whether a group has just ended: only a comma may follow.
    private var isBehindGroup = false

    init(decodeName: @escaping (String) -> String) {
        self.decodeName = decodeName
    }

    /// Takes the next token.
    mutating func take(_ token: HeaderAddressToken) {
        guard mailboxCount < HeaderAddressList.maximumMailboxes else { return note(.tooMany) }
        switch token.kind {
        case .comment: comments.append(token.text)
        case .special(UInt8(ascii: ",")):
            if place == .inside, !isRoute {
                note(.unbalancedBracket)
            } else if place == .inside {
                return inner.append(token)
            }
            endMailbox()
            isBehindGroup = false
        case .special(UInt8(ascii: ";")): takeSemicolon()
        case .special(UInt8(ascii: ":")): takeColon(token)
        case .special(UInt8(ascii: "<")): openBracket()
        case .special(UInt8(ascii: ">")):
            if place != .inside { note(.unbalancedBracket) } else { place = .behind }
        case .atom, .quoted, .literal, .special: takeWord(token)
        }
    }

    /// Says that the list is over.
    mutating func finish() {
        if place == .inside { note(.unbalancedBracket) }
        endMailbox()
        guard let open = group else { return }
        note(.unbalancedGroup)
        entries.append(.group(name: open.name, members: open.members))
        group = nil
    }

    /// Whether the bracket's content begins with a source route, `<@a,@b:ann@example.com>`.
    private var isRoute: Bool { inner.first?.kind == .special(UInt8(ascii: "@")) }

    private mutating func note(_ defect: HeaderAddressList.Defect) {
        if !defects.contains(defect) { defects.append(defect) }
    }

    private mutating func takeWord(_ token: HeaderAddressToken) {
        if isBehindGroup { note(.strayText) }
        switch place {
        case .inside: inner.append(token)
        case .outside: outer.append(token)
        case .behind:
            note(.strayText)
            outer.append(token)
        }
    }

    private mutating func openBracket() {
        switch place {
        case .outside:
            place = .inside
            hasBrackets = true
        case .inside: note(.unbalancedBracket)
        case .behind:
            // Two addresses without a comma between them: both are kept.
            note(.strayText)
            endMailbox()
            place = .inside
            hasBrackets = true
        }
    }

    private mutating func takeSemicolon() {
        if place == .inside { note(.unbalancedBracket) }
        endMailbox()
        guard let open = group else { return note(.unbalancedGroup) }
        entries.append(.group(name: open.name, members: open.members))
        group = nil
        isBehindGroup = true
    }

    private mutating func takeColon(_ token: HeaderAddressToken) {
        switch place {
        case .inside:
            guard isRoute else { return inner.append(token) }
            // The route is obsolete and means nothing; what follows is the address.
            inner.removeAll()
        case .outside where group == nil && !outer.contains { $0.kind == .special(UInt8(ascii: "@")) }:
            if isBehindGroup { note(.unbalancedGroup) }
            isBehindGroup = false
            if outer.isEmpty { note(.strayText) }
            group = (name(of: outer), [])
            outer.removeAll()
            comments.removeAll()
        case .outside, .behind:
            note(.strayText)
            outer.append(token)
        }
    }

    /// Ends the mailbox that is being read; an empty one is none (obsolete, and harmless).
    private mutating func endMailbox() {
        defer {
            place = .outside
            outer.removeAll()
            inner.removeAll()
            comments.removeAll()
            hasBrackets = false
        }
        guard hasBrackets || !outer.isEmpty else { return }
        if isBehindGroup { note(.unbalancedGroup) }
        let address = hasBrackets ? inner : outer
        let bare = Self.address(of: address)
        if !bare.isRight { note(.badAddress) }
        var shown = hasBrackets ? name(of: outer) : ""
        if shown.isEmpty, let comment = comments.last {
            shown = decodeName(Self.string(comment[...]))
        }
        append(HeaderAddress.Mailbox(name: shown, address: bare.text))
    }

    private mutating func append(_ mailbox: HeaderAddress.Mailbox) {
        mailboxCount += 1
        if group != nil {
            group?.members.append(mailbox)
        } else {
            entries.append(.mailbox(mailbox))
        }
    }
}

extension HeaderAddressBuilder {
    /// A display name: words with one space where white space stood, quotes taken away, encoded words decoded.
    ///
    /// A quoted string is not to be decoded (RFC 2047 §5), so runs of atoms are decoded each for itself.
    private func name(of tokens: [HeaderAddressToken]) -> String {
        var result = ""
        var run: [UInt8] = []
        for (index, token) in tokens.enumerated() {
            let space = index > 0 && token.hasSpaceBefore
            if token.kind == .quoted {
                result += decodeName(Self.string(run[...]))
                run = []
                if space || (index > 0 && tokens[index - 1].kind == .quoted) { result += " " }
                result += Self.string(token.text[...])
            } else {
                if space {
                    if run.isEmpty { result += " " } else { run.append(0x20) }
                }
                run.append(contentsOf: token.text)
            }
        }
        return result + decodeName(Self.string(run[...]))
    }

    /// The text of an address, and whether it is one by RFC 5322 (a domain, whatever its form, and a local part).
    private static func address(of tokens: [HeaderAddressToken]) -> (text: String, isRight: Bool) {
        let at = tokens.lastIndex { $0.kind == .special(UInt8(ascii: "@")) }
        let local = tokens[..<(at ?? tokens.count)]
        let domain = at.map { tokens[($0 + 1)...] } ?? []
        var text = localPart(local)
        if at != nil {
            text.append(UInt8(ascii: "@"))
            for token in domain { text.append(contentsOf: token.text) }
        }
        let isRight = at != nil && isDotted(local, isDomain: false) && isDotted(domain, isDomain: true)
        return (string(text[...]), isRight)
    }

    /// Words parted by single dots, `word *("." word)`.
    private static func isDotted(_ tokens: ArraySlice<HeaderAddressToken>, isDomain: Bool) -> Bool {
        if isDomain, tokens.count == 1, tokens.first?.kind == .literal { return true }
        var wantsWord = true
        for token in tokens {
            switch token.kind {
            case .special(UInt8(ascii: ".")):
                guard !wantsWord else { return false }
                wantsWord = true
            case .atom:
                guard wantsWord, token.text.allSatisfy({ AddressBytes.isAtomText($0) || $0 >= 0x80 }) else {
                    return false
                }
                wantsWord = false
            case .quoted:
                guard wantsWord, !isDomain else { return false }
                wantsWord = false
            case .literal, .special, .comment: return false
            }
        }
        return !wantsWord
    }

    /// A quoted word keeps its quotes where its content needs them; words without a dot between get a space, quoted.
    private static func localPart(_ tokens: ArraySlice<HeaderAddressToken>) -> [UInt8] {
        var content: [UInt8] = []
        var isPlain = true
        var last: HeaderAddressToken.Kind?
        for token in tokens {
            if token.kind == .quoted, !isDotAtom(token.text) { isPlain = false }
            if let last, isWord(last), isWord(token.kind), token.hasSpaceBefore {
                content.append(0x20)
                isPlain = false
            }
            content.append(contentsOf: token.text)
            last = token.kind
        }
        guard !isPlain else { return content }
        var quoted: [UInt8] = [UInt8(ascii: "\"")]
        for byte in content {
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { quoted.append(UInt8(ascii: "\\")) }
            quoted.append(byte)
        }
        quoted.append(UInt8(ascii: "\""))
        return quoted
    }

    private static func isWord(_ kind: HeaderAddressToken.Kind) -> Bool { kind == .atom || kind == .quoted }

    private static func isDotAtom(_ text: [UInt8]) -> Bool {
        let atoms = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return atoms.allSatisfy { !$0.isEmpty && $0.allSatisfy { AddressBytes.isAtomText($0) || $0 >= 0x80 } }
    }

    private static func string(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}
