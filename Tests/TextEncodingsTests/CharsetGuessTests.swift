import Testing

@testable import TextEncodings

@Suite("Charsets that nobody declared")
struct CharsetGuessTests {
    private static let lists: [(Charset, String)] = [
        (.utf8, "email,姓名\na@x.example,李伟\n"), (.utf16LittleEndian, "email,姓名\na@x.example,李伟\n"),
        (.utf16BigEndian, "email,姓名\na@x.example,李伟\n"),
        (.gb18030, "邮箱,姓名,城市\nli.wei@example.cn,李伟,北京\nzhang@example.cn,张丽,上海\n,欢迎使用我们的服务\n"),
        (.big5, "email,姓名,城市\nwu@example.tw,吳志明,臺北市\nlin@example.tw,林小姐,高雄市\n,歡迎使用我們的服務\n"),
        (.windows31J, "email,氏名,備考\nyamada@example.jp,山田太郎,よろしくお願いします\nsato@example.jp,佐藤花子,ソフト\n"),
        (.eucJP, "email,氏名,備考\nyamada@example.jp,山田太郎,よろしくお願いします\nsato@example.jp,佐藤花子,ソフト\n"),
        (.windows949, "email,이름,메모\nkim@example.kr,김철수,안녕하세요 반갑습니다\npark@example.kr,박영희,고맙습니다\n"),
        (.windows1252, "email,name,city\nm@x.example,Jürgen Müller,Köln\nf@x.example,François Lefèvre,Orléans\n"),
        (.windows1250, "email,jméno\na@x.example,Jiří Dvořák\nb@x.example,Božena Němcová\nc@x.example,Łukasz Żółć\n"),
        (.windows1251, "email,имя,город\na@x.example,Иван Петров,Москва\nb@x.example,Анна Сидорова,Казань\n"),
        (.koi8R, "email,имя,город\na@x.example,Иван Петров,Москва\nb@x.example,Анна Сидорова,Казань\n"),
        (.windows1253, "email,όνομα\na@x.example,Γιώργος Παπαδόπουλος\nb@x.example,Μαρία Οικονόμου\n"),
        (.windows1255, "email,שם\na@x.example,משה כהן\nb@x.example,שרה לוי ירושלים\n"),
    ]

    @Test("A list in an everyday charset is recognised", arguments: lists)
    func recognised(_ charset: Charset, _ text: String) throws {
        let bytes = try #require(charset.encode(Array(text.utf8)))
        let guess = CharsetGuess(sample: bytes[...], isWhole: true)
        #expect(guess.charset == charset)
        #expect(guess.charset.decode(bytes)?.utf8 == Array(text.utf8))
    }

    @Test("A byte order mark decides, and its length is told")
    func marks() {
        #expect(CharsetGuess(sample: [0xEF, 0xBB, 0xBF, 0x61], isWhole: true).markLength == 3)
        let wide = CharsetGuess(sample: [0xFF, 0xFE, 0x61, 0], isWhole: true)
        #expect(wide.charset == .utf16LittleEndian)
        #expect(wide.basis == .byteOrderMark)
    }

    @Test("A character cut off by the end of the sample does not make UTF-8 something else")
    func cutSample() {
        let bytes = Array("姓名".utf8).dropLast()
        #expect(CharsetGuess(sample: bytes, isWhole: false).charset == .utf8)
        #expect(CharsetGuess(sample: bytes, isWhole: true).charset != .utf8)
    }

    @Test("Any bytes lead to some charset")
    func anything() {
        var random = SplitMix(seed: 99)
        for _ in 0..<500 {
            let bytes = (0..<random.next(60)).map { _ in UInt8(random.next(256)) }
            let guess = CharsetGuess(sample: bytes[...], isWhole: true)
            #expect(guess.charset.decode(bytes) != nil)
        }
    }

    @Test("UTF-8 with a few bytes that are none stays UTF-8, so that those are told as faults")
    func damaged() {
        let good = Array("王芳,李雷,张伟,韩梅梅,上海,北京\n".utf8)
        let damaged = good + [0x41, 0xE9, 0x2C] + good
        #expect(CharsetGuess(sample: (good + [0x41, 0xE9, 0x2C])[...], isWhole: true).charset == .utf8)
        #expect(CharsetGuess(sample: damaged[...], isWhole: true).charset == .utf8)
        let french =
            Array("Ren".utf8) + [0xE9] + Array(",Zo".utf8) + [0xEB] + Array(",Fran".utf8) + [0xE7] + Array("ois\n".utf8)
        #expect(CharsetGuess(sample: french[...], isWhole: true).charset == .windows1252)
    }
}
