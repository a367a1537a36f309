/// Where things are in the file: header, four control words, slots, ring.
///
///     0       header, one page, never changed once written
///     4096    head: up to where outcomes are published      (a checked position)
///     4160    tail: up to where they are in the ledger      (a checked position)
///     4224    the word of a free slot; anything else: the slots were too few, so an attempt without a mark may have been
///             sent
///     4288    which use of the inode number the file is     (a checked number)
///     8192    slots, one word each; then, on pages of their own, the ring, and what left with each slot's mark
struct FlightLayout: Sendable, Hashable {
    static let headOffset = 4_096
    static let tailOffset = 4_160
    static let overflowOffset = 4_224
    static let inodeUseOffset = 4_288
    static let slotsOffset = 8_192
    /// A record of the longest text fits several times.
    static let smallestRing = 65_536
    /// Room for what left with one mark: a cache line.
    private static let detailBytes = 64
    private static let page = 4_096

    /// How many attempts can be marked at once.
    let slots: Int
    /// Bytes of the ring, a multiple of a page.
    let ringBytes: Int

    init(slots: Int, ringBytes: Int) {
        self.slots = max(slots, 1)
        self.ringBytes = Self.roundUp(max(ringBytes, Self.smallestRing))
    }

    /// Where the ring begins.
    var ringOffset: Int { Self.slotsOffset + Self.roundUp(slots * 8) }

    /// Where what left with the marks begins.
    var detailsOffset: Int { ringOffset + ringBytes }

    /// Bytes of the whole file.
    var fileBytes: Int { detailsOffset + Self.roundUp(slots * Self.detailBytes) }

    /// Where a slot is.
    func slot(_ index: Int) -> Int { Self.slotsOffset + index * 8 }

    /// Where it is noted what left with the mark of a slot.
    func detail(_ index: Int) -> Int { detailsOffset + index * Self.detailBytes }

    /// Where a position of the ring is.
    func ring(_ position: UInt64) -> Int { ringOffset + Int(position % UInt64(ringBytes)) }

    private static func roundUp(_ size: Int) -> Int { (size + page - 1) / page * page }
}
