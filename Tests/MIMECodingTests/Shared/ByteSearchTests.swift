import Testing

@testable import MIMECoding

@Suite("Searching bytes")
struct ByteSearchTests {
    @Test("A byte is found at every place of every length", arguments: 0..<130)
    func first(length: Int) {
        let blank = [UInt8](repeating: 0x61, count: length)
        #expect(ByteSearch.first(0x0A, in: blank.span, 0..<length) == nil)
        #expect(ByteSearch.firstLineEnd(in: blank.span, 0..<length) == nil)
        for place in 0..<length {
            var bytes = blank
            bytes[place] = 0x0A
            #expect(ByteSearch.first(0x0A, in: bytes.span, 0..<length) == place)
            #expect(ByteSearch.firstLineEnd(in: bytes.span, 0..<length) == place)
            #expect(ByteSearch.first(0x0A, in: bytes.span, (place + 1)..<length) == nil)
            #expect(ByteSearch.first(0x0A, in: bytes.span, 0..<place) == nil)
        }
    }

    @Test("Two hyphens count only at the start of a line", arguments: 0..<130)
    func candidates(length: Int) {
        for place in 0..<length {
            var bytes = [UInt8](repeating: 0x61, count: length + 2)
            bytes[place] = 0x2D
            bytes[place + 1] = 0x2D
            let found = ByteSearch.firstDelimiterCandidate(in: bytes.span, 0..<bytes.count)
            #expect(found == (place == 0 ? 0 : nil))
            guard place > 0 else { continue }
            bytes[place - 1] = place.isMultiple(of: 2) ? 0x0A : 0x0D
            #expect(ByteSearch.firstDelimiterCandidate(in: bytes.span, 0..<bytes.count) == place)
            #expect(ByteSearch.firstDelimiterCandidate(in: bytes.span, 0..<(place + 1)) == nil)
            #expect(ByteSearch.firstDelimiterCandidate(in: bytes.span, place..<bytes.count) == place)
        }
    }

    @Test("Random bytes: the vectors find what a plain search finds")
    func random() {
        var random = SplitMix(seed: 11)
        for _ in 0..<500 {
            let bytes = (0..<random.below(300)).map { _ in [0x2D, 0x2D, 0x0A, 0x0D, 0x61][random.below(5)] as UInt8 }
            let start = random.below(bytes.count)
            let range = min(start, bytes.count)..<bytes.count
            let wanted = range.first { index in
                index + 1 < range.upperBound && bytes[index] == 0x2D && bytes[index + 1] == 0x2D
                    && (index == 0 || bytes[index - 1] == 0x0A || bytes[index - 1] == 0x0D)
            }
            #expect(ByteSearch.firstDelimiterCandidate(in: bytes.span, range) == wanted)
        }
    }
}
