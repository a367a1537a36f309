/// A queue that reuses its storage; what was taken from it may be kept alive for three more steps.
struct Queue<Element> {
    private var elements: [Element] = []
    private var head = 0

    var isEmpty: Bool { head == elements.count }
    var count: Int { elements.count - head }

    /// The oldest element; there must be one.
    var front: Element {
        _read { yield elements[head] }
        _modify { yield &elements[head] }
    }

    /// The newest element; there must be one.
    var back: Element {
        _read { yield elements[elements.count - 1] }
        _modify { yield &elements[elements.count - 1] }
    }

    var first: Element? { isEmpty ? nil : elements[head] }

    mutating func append(_ element: Element) { elements.append(element) }

    mutating func removeFront() {
        head += 1
        if head == elements.count {
            elements.removeAll(keepingCapacity: true)
            head = 0
        } else if head == 4 {
            elements.removeFirst(head)
            head = 0
        }
    }

    /// All elements, oldest first; the queue is empty afterwards.
    mutating func removeAll() -> ArraySlice<Element> {
        let all = elements[head...]
        elements = []
        head = 0
        return all
    }
}
