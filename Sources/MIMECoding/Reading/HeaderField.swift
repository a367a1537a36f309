/// A header field as places in the message: nothing is copied, unfolded or decoded.
package struct HeaderField: Sendable, Hashable {
    /// Range of the name, white space before the colon left out.
    package let name: Range<Int>
    /// Range of the value as it stands, from after the colon to the line end that ends the field, which is not included.
    package let value: Range<Int>
}
