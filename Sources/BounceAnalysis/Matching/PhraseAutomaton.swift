/// Finds all phrases of a table in one pass over a text (Aho and Corasick, 1975).
///
/// Phrases are UTF-8, folded by ``CaseFolding``; a space in a phrase stands for any run of white space. Built once from a
/// table of some thousand phrases; a scan costs about two memory reads a byte, whatever the number of phrases.
package struct PhraseAutomaton: Sendable {
    /// A phrase that ends at a place of the text.
    package struct Hit: Sendable, Equatable {
        /// Index of the phrase in the table the automaton was built from.
        package var phrase: Int
        /// Offset behind the phrase's last byte.
        package var end: Int
    }

    /// Where a state leads: rows of 256 states for crowded states, a short list for all others.
    private var rowOfState: [Int32] = []
    private var rows: [Int32] = []
    private var edgeStart: [Int32] = []
    private var edgeBytes: [UInt8] = []
    private var edgeTargets: [Int32] = []
    private var failure: [Int32] = []
    /// First entry in `outputs` of each state, -1 for none; entries of one state are linked.
    private var firstOutput: [Int32] = []
    private var outputLink: [Int32] = []
    private var outputs: [(phrase: Int32, next: Int32)] = []
    private let lengths: [Int]
    private let startsWithLetter: [Bool]

    /// Builds the automaton.
    ///
    /// - Parameter phrases: folded phrases, none of them empty.
    package init(phrases: [[UInt8]]) {
        lengths = phrases.map(\.count)
        startsWithLetter = phrases.map { ($0.first).map(ASCII.isAlphanumeric) ?? false }
        var trie = Trie()
        for (index, phrase) in phrases.enumerated() where !phrase.isEmpty {
            trie.insert(phrase, index: Int32(index))
        }
        flatten(trie)
        link(trie)
    }

    /// Calls `body` for every phrase found, in the order of their ends.
    ///
    /// A phrase that begins with a letter or digit is found only where no letter or digit stands before it. `body`
    /// returns false to stop.
    package func scan(_ text: Span<UInt8>, from start: Int = 0, to end: Int? = nil, _ body: (Hit) -> Bool) {
        var state: Int32 = 0
        var lastWasSpace = false
        var index = start
        let limit = min(end ?? text.count, text.count)
        // Length in the text may exceed a phrase's own length where white space ran on; `spare` counts the surplus.
        while index < limit {
            let (folded, second, width) = CaseFolding.fold(text, at: index, limit: limit)
            index += width
            if folded == ASCII.space {
                if lastWasSpace { continue }
                lastWasSpace = true
            } else {
                lastWasSpace = false
            }
            state = step(state, folded)
            if second != 0 { state = step(state, second) }
            var reporting = firstOutput[Int(state)] >= 0 ? state : outputLink[Int(state)]
            while reporting >= 0 {
                var entry = firstOutput[Int(reporting)]
                while entry >= 0 {
                    let output = outputs[Int(entry)]
                    let phrase = Int(output.phrase)
                    if !startsWithLetter[phrase] || standsFree(text, phrase: phrase, end: index, start: start),
                        !body(Hit(phrase: phrase, end: index))
                    {
                        return
                    }
                    entry = output.next
                }
                reporting = outputLink[Int(reporting)]
            }
        }
    }

    /// Whether no letter or digit stands right before the phrase that ends at `end`.
    private func standsFree(_ text: Span<UInt8>, phrase: Int, end: Int, start: Int) -> Bool {
        // White space may be wider in the text than in the phrase: walk back over the phrase's length of folded bytes.
        var remaining = lengths[phrase]
        var index = end
        while remaining > 0, index > start {
            index -= 1
            if ASCII.isSpace(text[index]) {
                while index > start, ASCII.isSpace(text[index - 1]) { index -= 1 }
            }
            remaining -= 1
        }
        return index <= start || !ASCII.isAlphanumeric(text[index - 1])
    }

    private func step(_ from: Int32, _ byte: UInt8) -> Int32 {
        var state = from
        while true {
            let target = child(of: state, byte)
            if target >= 0 { return target }
            if state == 0 { return 0 }
            state = failure[Int(state)]
        }
    }

    private func child(of state: Int32, _ byte: UInt8) -> Int32 {
        let row = rowOfState[Int(state)]
        if row >= 0 { return rows[Int(row) * 256 + Int(byte)] }
        var edge = Int(edgeStart[Int(state)])
        let end = Int(edgeStart[Int(state) + 1])
        while edge < end {
            if edgeBytes[edge] == byte { return edgeTargets[edge] }
            edge += 1
        }
        return -1
    }

    private mutating func flatten(_ trie: Trie) {
        rowOfState = Array(repeating: -1, count: trie.nodes.count)
        edgeStart = Array(repeating: 0, count: trie.nodes.count + 1)
        firstOutput = Array(repeating: -1, count: trie.nodes.count)
        for (index, node) in trie.nodes.enumerated() {
            edgeStart[index] = Int32(edgeBytes.count)
            var children: [(UInt8, Int32)] = []
            var child = node.firstChild
            while child >= 0 {
                children.append((trie.nodes[Int(child)].byte, child))
                child = trie.nodes[Int(child)].nextSibling
            }
            // Four comparisons cost less than the cache miss of another row.
            if index == 0 || children.count > 4 {
                rowOfState[index] = Int32(rows.count / 256)
                rows.append(contentsOf: repeatElement(-1, count: 256))
                for (byte, target) in children { rows[rows.count - 256 + Int(byte)] = target }
            } else {
                for (byte, target) in children {
                    edgeBytes.append(byte)
                    edgeTargets.append(target)
                }
            }
            for phrase in node.phrases {
                outputs.append((phrase, firstOutput[index]))
                firstOutput[index] = Int32(outputs.count - 1)
            }
        }
        edgeStart[trie.nodes.count] = Int32(edgeBytes.count)
    }

    /// Sets failure and output links, level by level.
    private mutating func link(_ trie: Trie) {
        failure = Array(repeating: 0, count: trie.nodes.count)
        outputLink = Array(repeating: -1, count: trie.nodes.count)
        var queue: [Int32] = [0]
        var head = 0
        while head < queue.count {
            let state = queue[head]
            head += 1
            var child = trie.nodes[Int(state)].firstChild
            while child >= 0 {
                let node = trie.nodes[Int(child)]
                if state != 0 { failure[Int(child)] = step(failure[Int(state)], node.byte) }
                let fallback = failure[Int(child)]
                outputLink[Int(child)] = firstOutput[Int(fallback)] >= 0 ? fallback : outputLink[Int(fallback)]
                queue.append(child)
                child = node.nextSibling
            }
        }
    }
}

/// The tree of phrases from which the automaton is made.
private struct Trie {
    struct Node {
        var byte: UInt8
        var firstChild: Int32 = -1
        var nextSibling: Int32 = -1
        var phrases: [Int32] = []
    }

    var nodes = [Node(byte: 0)]

    mutating func insert(_ phrase: [UInt8], index: Int32) {
        var node = 0
        for byte in phrase {
            var child = nodes[node].firstChild
            while child >= 0, nodes[Int(child)].byte != byte { child = nodes[Int(child)].nextSibling }
            if child < 0 {
                child = Int32(nodes.count)
                var new = Node(byte: byte)
                new.nextSibling = nodes[node].firstChild
                nodes.append(new)
                nodes[node].firstChild = child
            }
            node = Int(child)
        }
        nodes[node].phrases.append(index)
    }
}
