import Testing

@testable import MIMECoding

@Suite("Sets of ASCII characters")
struct ASCIISetTests {
    private static let letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

    @Test(
        "Each mask holds exactly the characters of its rule",
        arguments: [
            (ASCIISet.alphanumeric, ""),
            (.atext, "!#$%&'*+-/=?^_`{|}~"),
            (.atomsAndSpaces, "!#$%&'*+-/=?^_`{|}~ "),
            (.uri, "-._~:/?#[]@!$&'()*+,;=%"),
            (.mailto, "-._~!$'()*+,:@"),
            (.attribute, "!#$&+-.^_`{|}~"),
            (.mediaType, "!#$&-^_.+"),
            (.listID, "-_.+"),
            (.quotedText, "!#$%&'*+,-./:;<>@[]^`{|}~"),
            (.quotedPhrase, "!*+-/"),
        ]
    )
    func masks(_ set: ASCIISet, _ others: String) {
        let members = Set((Self.letters + others).utf8)
        for byte in UInt8.min...0x7F { #expect(set.contains(byte) == members.contains(byte)) }
        #expect(set.contains(0xC3) == set.takesHighBytes)
    }
}
