/// Weighs the single-byte code pages against each other.
///
/// Nearly every byte is a character in each of them, so validity says little. What tells is whether the characters are
/// the frequent letters of a language that the code page is for, whether they stand where letters stand (no sign in the
/// middle of a word, no capital after a small letter, no Cyrillic letter beside a Latin one).
enum CodePageSurvey {
    /// A code page and the letters that its languages use most.
    private struct Candidate {
        var charset: Charset
        var frequent: String
        /// Whether its letters stand among ASCII letters in one word.
        var isLatin = false
    }

    /// In the order that wins a tie: the most widespread first.
    private static let candidates = [
        Candidate(charset: .windows1252, frequent: "éèêëàâáäãåçñóôöõòíîïúûüùæøßÄÖÜÉÅØÀÇÑœ", isLatin: true),
        Candidate(charset: .windows1250, frequent: "áéíóúýčďěňřšťůžąćęłńśźżőűăâîşţđäöüľŠŽŁŚČŘ", isLatin: true),
        Candidate(charset: .iso8859x15, frequent: "éèêëàâáäãåçñóôöõòíîïúûüùæøßÄÖÜÉÅØÀÇÑœŒŠšŽž€", isLatin: true),
        Candidate(charset: .iso8859x2, frequent: "áéíóúýčďěňřšťůžąćęłńśźżőűăâîşţđäöüľŠŽŁŚČŘ", isLatin: true),
        Candidate(charset: .windows1254, frequent: "ğışİçöüŞÇÖÜâî", isLatin: true),
        Candidate(charset: .windows1257, frequent: "āčēģīķļņšūžąęėįųõäöüŠŽ", isLatin: true),
        Candidate(charset: .windows1251, frequent: "оеаинтсрвлкі"),
        Candidate(charset: .koi8R, frequent: "оеаинтсрвлкі"),
        Candidate(charset: .windows1253, frequent: "αοιετσνηυρκπλίάόέςμ"),
        Candidate(charset: .windows1255, frequent: "יוהלארתבמשנם"),
        Candidate(charset: .windows1256, frequent: "اليمونترعبدسةهكفح"),
        Candidate(charset: .windows874, frequent: "านรอกเงมยลวดท่้สตะปบหีิั"),
    ]

    /// The likeliest code page, or nil when none is.
    static func likeliest(_ sample: ArraySlice<UInt8>) -> Charset? {
        var best: (charset: Charset, score: Double)?
        for candidate in candidates {
            guard let score = score(of: candidate, for: sample) else { continue }
            if score > best?.score ?? 0.15 { best = (candidate.charset, score) }
        }
        return best?.charset
    }

    /// What a character is for its neighbours.
    private enum Class {
        case lower
        case upper
        case caseless
        case other
    }

    /// The mean over all bytes above 0x7F, at most 1; nil when too many of them are no characters.
    private static func score(of candidate: Candidate, for sample: ArraySlice<UInt8>) -> Double? {
        guard let points = SingleByteTable.of(candidate.charset)?.points else { return nil }
        let frequent = Set(candidate.frequent.unicodeScalars.map(\.value))
        let classes = points.map(classify)
        var sum = 0.0
        var count = 0
        for index in sample.indices where sample[index] >= 0x80 {
            let byte = Int(sample[index])
            count += 1
            guard points[byte] != SingleByteTable.none else {
                sum -= 3
                continue
            }
            let before = index > sample.startIndex ? Int(sample[index - 1]) : 0x20
            let after = index + 1 < sample.endIndex ? Int(sample[index + 1]) : 0x20
            let isLetter = classes[byte] != .other
            let inWord = classes[before] != .other && classes[after] != .other
            guard isLetter else {
                sum += inWord ? -1 : 0
                continue
            }
            guard classes[before] != .other || classes[after] != .other else {
                sum += 0.1
                continue
            }
            sum += frequent.contains(lowered(points[byte])) || frequent.contains(points[byte]) ? 1 : 0.1
            if classes[byte] == .upper, classes[before] == .lower { sum -= 1 }
            let mixes = [before, after].contains { $0 < 0x80 && classes[$0] != .other }
            let crowds = [before, after].contains { $0 >= 0x80 && classes[$0] != .other }
            if candidate.isLatin ? crowds : mixes { sum -= 0.7 }
        }
        return count == 0 ? nil : sum / Double(count)
    }

    private static func classify(_ point: UInt32) -> Class {
        guard point != SingleByteTable.none, let scalar = Unicode.Scalar(point) else { return .other }
        switch scalar.properties.generalCategory {
        case .lowercaseLetter: return point == 0xAA || point == 0xBA || point == 0xB5 ? .other : .lower
        case .uppercaseLetter: return .upper
        case .otherLetter, .modifierLetter, .nonspacingMark: return point == 0xAA || point == 0xBA ? .other : .caseless
        default: return .other
        }
    }

    private static func lowered(_ point: UInt32) -> UInt32 {
        guard let scalar = Unicode.Scalar(point) else { return point }
        return scalar.properties.lowercaseMapping.unicodeScalars.first?.value ?? point
    }
}
