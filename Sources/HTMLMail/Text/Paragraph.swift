/// Words that flow into lines.
struct Paragraph {
    /// What is never broken.
    struct Word {
        var bytes: [UInt8] = []
        var width = 0
        /// A space stands before it, unless a line begins with it.
        var followsSpace = false
        /// A line may begin with it.
        var canBreakBefore = false
        /// A line has to begin with it.
        var beginsLine = false
        /// A template tag that prints nothing of its own; nothing else is in the word.
        var isBareTag = false
    }

    private var words: [Word] = []
    private var word = Word()
    private var last: Unicode.Scalar?
    /// Links that have ended in the word that is being written.
    private var targets: [[UInt8]] = []
    private var spaceIsPending = false
    private var lineIsPending = false
    /// White space counts as it stands.
    var isPreformatted = false

    /// Whether nothing would be printed.
    var isEmpty: Bool { words.isEmpty && word.bytes.isEmpty && targets.isEmpty }

    // MARK: Taking in

    mutating func append(_ text: [UInt8]) {
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars { append(scalar) }
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "\n" where isPreformatted: breakLine()
        case "\r" where isPreformatted: break
        case "\t", "\n", "\u{0C}", "\r", " ":
            if isPreformatted { appendSpace() } else { space() }
        case "\u{A0}", "\u{202F}", "\u{2007}": appendSpace()
        case "\u{200B}":
            endWord()
            word.canBreakBefore = true
        case "\u{AD}", "\u{FEFF}": break
        default: appendVisible(scalar)
        }
    }

    private mutating func appendVisible(_ scalar: Unicode.Scalar) {
        let width = DisplayWidth.width(of: scalar)
        // A link's address goes behind the word and its punctuation; between ideographs there are no words.
        if !targets.isEmpty, width == 2, !LineBreaking.isClosing(scalar) { space() }
        if !isPreformatted, !word.bytes.isEmpty, let last, LineBreaking.isAllowed(between: last, and: scalar) {
            let pending = targets
            targets = []
            endWord()
            targets = pending
            word.canBreakBefore = true
        }
        beginWord()
        word.bytes += Array(String(scalar).utf8)
        word.width += width
        word.isBareTag = false
        last = scalar
    }

    /// A space at which no line may end.
    private mutating func appendSpace() {
        if !isPreformatted, word.bytes.isEmpty || word.bytes.last == ASCII.space { return space() }
        beginWord()
        word.bytes.append(ASCII.space)
        word.width += 1
        last = " "
    }

    /// White space between words.
    mutating func space() {
        endWord()
        spaceIsPending = true
    }

    mutating func breakLine() {
        endWord()
        if lineIsPending || (isPreformatted && words.isEmpty) { words.append(Word(beginsLine: lineIsPending)) }
        lineIsPending = true
        spaceIsPending = false
    }

    /// A template tag; it sticks to what it stands next to.
    mutating func append(_ tag: TemplateTag) {
        let printsNothing = tag.kind != .value && tag.kind != .character
        if tag.isSection, !targets.isEmpty { endWord() }
        // Two tags side by side are two words: each may come to stand on a line of its own.
        if printsNothing, word.isBareTag { closeWord() }
        let isAlone = word.bytes.isEmpty
        beginWord()
        word.bytes += tag.bytes
        if printsNothing {
            word.isBareTag = isAlone
        } else {
            word.width += tag.bytes.count
            word.isBareTag = false
        }
        last = nil
    }

    /// The address of a link that ends here.
    mutating func append(target: [UInt8]) {
        if isPreformatted || word.bytes.isEmpty, targets.isEmpty {
            targets.append(target)
            return space()
        }
        targets.append(target)
    }

    private mutating func beginWord() {
        guard word.bytes.isEmpty else { return }
        word.beginsLine = lineIsPending
        word.followsSpace = spaceIsPending && !lineIsPending && !words.isEmpty
        word.canBreakBefore = word.canBreakBefore || word.followsSpace
        lineIsPending = false
        spaceIsPending = false
    }

    private mutating func endWord() {
        closeWord()
        guard !targets.isEmpty else { return }
        for target in targets {
            spaceIsPending = !words.isEmpty
            beginWord()
            let isAlone = words.isEmpty && targets.count == 1
            word.bytes = isAlone ? target : [ASCII.leftParenthesis] + target + [ASCII.rightParenthesis]
            word.width = DisplayWidth.width(of: word.bytes)
            closeWord()
        }
        targets = []
    }

    private mutating func closeWord() {
        if !isPreformatted, word.bytes.last == ASCII.space {
            while word.bytes.last == ASCII.space {
                word.bytes.removeLast()
                word.width -= 1
            }
            spaceIsPending = true
        }
        // Joiners and marks that only fill a preheader say nothing.
        if !word.bytes.isEmpty, word.width > 0 || word.bytes.contains(ASCII.leftBrace) { words.append(word) }
        word = Word()
        last = nil
    }

    // MARK: Giving out

    /// One line.
    struct Line {
        var bytes: [UInt8] = []
        var width = 0
        /// A template tag that prints nothing, alone on its line: Mustache removes the line.
        var isTag = false
    }

    /// Ends the paragraph, and begins a new one.
    mutating func finish(width: Int) -> [Line] {
        endWord()
        let all = words
        self = Paragraph(isPreformatted: isPreformatted)
        var lines: [Line] = []
        var onLine: [Word] = []
        var used = 0
        for word in all {
            let needed = (word.followsSpace ? 1 : 0) + word.width
            let isFull = word.canBreakBefore && used + needed > width && used > 0
            if !onLine.isEmpty, word.beginsLine || isFull {
                lines += Self.lines(onLine)
                onLine = []
                used = 0
            }
            used += onLine.isEmpty ? word.width : needed
            onLine.append(word)
        }
        return onLine.isEmpty ? lines : lines + Self.lines(onLine)
    }

    private static func lines(_ words: [Word]) -> [Line] {
        if words.allSatisfy(\.isBareTag) { return words.map { Line(bytes: $0.bytes, isTag: true) } }
        var line = Line()
        for (index, word) in words.enumerated() {
            if index > 0, word.followsSpace {
                line.bytes.append(ASCII.space)
                line.width += 1
            }
            line.bytes += word.bytes
            line.width += word.width
        }
        return [line]
    }

    init(isPreformatted: Bool = false) {
        self.isPreformatted = isPreformatted
    }
}
