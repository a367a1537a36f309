/// Finds all phrases of a table in one pass over a text (Aho and Corasick, 1975).
///
/// Phrases are UTF-8, folded by ``CaseFolding``; a space in a phrase stands for any run of white space. Built once from a
/// table of some thousand phrases; a scan costs about two memory reads a byte, whatever the number of phrases.
package final class PhraseAutomaton: Sendable {
    /// A phrase that ends at a place of the text.
    package struct Hit: Sendable, Equatable {
        /// Index of the phrase in the table the automaton was built from.
        package var phrase: Int
        /// Offset behind the phrase's last byte.
        package var end: Int
    }

    /// Where a state leads; all that most steps read stands together.
    private struct State {
        /// Row of `rows` for crowded states; -1 for those with a short list of edges, -2 for those with one edge.
        var row: Int32 = -1
        /// First of the edges, or the target of the only one.
        var edge: Int32 = 0
        var failure: Int32 = 0
        /// The nearest state on the failure path, this one included, where phrases end; -1 for none.
        var report: Int32 = -1
        /// First entry in `outputs`, -1 for none.
        var output: Int32 = -1
        var edgeCount: UInt8 = 0
        /// The byte of the only edge.
        var byte: UInt8 = 0
    }

    /// A way out of a state.
    private struct Edge {
        var byte: UInt8
        var target: Int32
    }

    private let states: [State]
    private let rows: [Int32]
    private let edges: [Edge]
    private let outputs: [(phrase: Int32, next: Int32)]
    private let beginnings: PhraseBeginnings

    /// Builds the automaton.
    ///
    /// - Parameter phrases: folded phrases, none of them empty.
    package init(phrases: [[UInt8]]) {
        var trie = Trie()
        for (index, phrase) in phrases.enumerated() where !phrase.isEmpty {
            trie.insert(phrase, index: Int32(index))
        }
        var tables = Tables()
        tables.flatten(trie)
        tables.link(trie)
        beginnings = PhraseBeginnings(phrases)
        (states, rows, edges, outputs) = (tables.states, tables.rows, tables.edges, tables.outputs)
    }

    /// Calls `body` for every phrase found, in the order of their ends.
    ///
    /// A phrase that begins with a letter or digit is found only where no letter or digit stands before it. `body`
    /// returns false to stop.
    package func scan(_ text: Span<UInt8>, from start: Int = 0, to end: Int? = nil, _ body: (Hit) -> Bool) {
        // Views taken once: a step then touches no reference count.
        let (tables, beginnings) = ((states: self.states, rows: self.rows, edges: self.edges), self.beginnings)
        let (states, rows, edges) = (tables.states.span, tables.rows.span, tables.edges.span)
        var state: Int32 = 0
        var lastWasSpace = false
        var isInWord = false
        var index = start
        let limit = min(end ?? text.count, text.count)
        while index < limit {
            let (folded, second, width) = CaseFolding.fold(text, at: index, limit: limit)
            index += width
            if folded == ASCII.space {
                if lastWasSpace { continue }
                lastWasSpace = true
            } else {
                lastWasSpace = false
            }
            let isLetter = ASCII.isAlphanumeric(folded)
            if state == 0, isLetter, !beginnings.mayBegin(text, at: index - 1, limit: limit) {
                isInWord = true
                while index < limit, ASCII.isAlphanumeric(unsafe text[unchecked: index]) { index &+= 1 }
                continue
            }
            state = Self.step(states, rows, edges, state, folded, isInWord: isInWord && isLetter)
            isInWord = isLetter
            if state == 0 {
                // No phrase begins inside a word: its rest is of no interest.
                if isLetter {
                    while index < limit, ASCII.isAlphanumeric(unsafe text[unchecked: index]) { index &+= 1 }
                }
                if second == 0 { continue }
            }
            if second != 0 { state = Self.step(states, rows, edges, state, second, isInWord: false) }
            let report = unsafe states[unchecked: Int(state)].report
            if report >= 0, !reportHits(from: report, index, body) { return }
        }
    }

    /// Reports the phrases that end at `end`, the longest first; false when `body` wants no more.
    private func reportHits(from first: Int32, _ end: Int, _ body: (Hit) -> Bool) -> Bool {
        var reporting = first
        while reporting >= 0 {
            var entry = states[Int(reporting)].output
            while entry >= 0 {
                let output = outputs[Int(entry)]
                if !body(Hit(phrase: Int(output.phrase), end: end)) { return false }
                entry = output.next
            }
            let failure = states[Int(reporting)].failure
            reporting = reporting == 0 ? -1 : states[Int(failure)].report
        }
        return true
    }

    /// The state after a byte; one that goes on with a word (`isInWord`) begins no phrase.
    @inline(__always)
    private static func step(
        _ states: Span<State>,
        _ rows: Span<Int32>,
        _ edges: Span<Edge>,
        _ from: Int32,
        _ byte: UInt8,
        isInWord: Bool
    ) -> Int32 {
        var index = from
        while true {
            if index == 0, isInWord { return 0 }
            // Every index is one that the tables themselves hold.
            let state = unsafe states[unchecked: Int(index)]
            if state.row == -2 {
                if state.byte == byte { return state.edge }
            } else if state.row >= 0 {
                let target = unsafe rows[unchecked: Int(state.row) &* 256 &+ Int(byte)]
                if target >= 0 { return target }
            } else {
                var edge = Int(state.edge)
                let end = edge &+ Int(state.edgeCount)
                while edge < end {
                    if edges[edge].byte == byte { return edges[edge].target }
                    edge &+= 1
                }
            }
            if index == 0 { return 0 }
            index = state.failure
        }
    }

    /// The tables while they are made.
    private struct Tables {
        var states: [State] = []
        var rows: [Int32] = []
        var edges: [Edge] = []
        var outputs: [(phrase: Int32, next: Int32)] = []

        mutating func flatten(_ trie: Trie) {
            states = Array(repeating: State(), count: trie.nodes.count)
            for (index, node) in trie.nodes.enumerated() {
                var children: [(UInt8, Int32)] = []
                var child = node.firstChild
                while child >= 0 {
                    children.append((trie.nodes[Int(child)].byte, child))
                    child = trie.nodes[Int(child)].nextSibling
                }
                if index > 0, children.count == 1 {
                    states[index].row = -2
                    (states[index].byte, states[index].edge) = children[0]
                    // Four comparisons cost less than the cache miss of another row.
                } else if index == 0 || children.count > 4 {
                    states[index].row = Int32(rows.count / 256)
                    rows.append(contentsOf: repeatElement(-1, count: 256))
                    for (byte, target) in children { rows[rows.count - 256 + Int(byte)] = target }
                } else {
                    states[index].edge = Int32(edges.count)
                    states[index].edgeCount = UInt8(children.count)
                    for (byte, target) in children { edges.append(Edge(byte: byte, target: target)) }
                }
                for phrase in node.phrases {
                    outputs.append((phrase, states[index].output))
                    states[index].output = Int32(outputs.count - 1)
                }
            }
        }

        /// Sets failure links and places to report from, level by level.
        ///
        /// A link leads to the longest suffix that is a phrase's beginning and begins no phrase inside a word.
        mutating func link(_ trie: Trie) {
            var queue: [Int32] = [0]
            var head = 0
            while head < queue.count {
                let state = queue[head]
                head += 1
                let before = trie.nodes[Int(state)].byte
                var child = trie.nodes[Int(state)].firstChild
                while child >= 0 {
                    let node = trie.nodes[Int(child)]
                    if state != 0 {
                        states[Int(child)].failure = PhraseAutomaton.step(
                            states.span,
                            rows.span,
                            edges.span,
                            states[Int(state)].failure,
                            node.byte,
                            isInWord: ASCII.isAlphanumeric(before) && ASCII.isAlphanumeric(node.byte)
                        )
                    }
                    let fallback = states[Int(child)].failure
                    states[Int(child)].report =
                        states[Int(child)].output >= 0 ? child : states[Int(fallback)].report
                    queue.append(child)
                    child = node.nextSibling
                }
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
