/// Room for the fields that a scan finds, written without a check for each field.
///
/// An array would check uniqueness and capacity at every field, which costs as much as finding the field. The scan makes
/// room once for each block of bytes instead (``reserve(_:)``), and the class owns the memory.
@safe final class FieldBuffer {
    /// Where the fields are; valid until the next ``reserve(_:)``.
    private(set) var base: UnsafeMutablePointer<TableBatch.Field>
    /// How many fields there is room for.
    private(set) var capacity: Int
    /// How many fields there are.
    var count = 0

    init() {
        capacity = 4_096
        unsafe base = UnsafeMutablePointer.allocate(capacity: capacity)
        unsafe base.initialize(repeating: TableBatch.Field(start: 0, length: 0), count: capacity)
    }

    deinit {
        unsafe base.deallocate()
    }

    /// Makes room for `extra` more fields.
    func reserve(_ extra: Int) {
        guard count + extra > capacity else { return }
        let grown = max(capacity * 2, count + extra)
        let moved = UnsafeMutablePointer<TableBatch.Field>.allocate(capacity: grown)
        unsafe moved.initialize(repeating: TableBatch.Field(start: 0, length: 0), count: grown)
        unsafe moved.update(from: base, count: count)
        unsafe base.deallocate()
        unsafe base = moved
        capacity = grown
    }

    /// Appends one field.
    func append(_ field: TableBatch.Field) {
        reserve(1)
        unsafe base[count] = field
        count += 1
    }

    /// One field; the place must be below ``count``.
    subscript(place: Int) -> TableBatch.Field {
        get {
            precondition(place >= 0 && place < count)
            return unsafe base[place]
        }
        set {
            precondition(place >= 0 && place < count)
            unsafe base[place] = newValue
        }
    }

    /// Forgets all fields from a place on.
    func removeAll(from place: Int) { count = min(count, place) }

    /// Appends the fields to an array.
    func copy(to array: inout [TableBatch.Field]) {
        unsafe array.append(contentsOf: UnsafeBufferPointer(start: base, count: count))
    }
}
