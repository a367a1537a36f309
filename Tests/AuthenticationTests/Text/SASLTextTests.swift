import Authentication
import Testing

struct SASLTextTests {
    @Test(
        "Base64 there and back (RFC 4648 §10)",
        arguments: [
            ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"), ("密码", "5a+G56CB"),
        ]
    )
    func base64(plain: String, encoded: String) throws {
        #expect(SASLBase64.encode(Array(plain.utf8)) == Array(encoded.utf8))
        #expect(SASLBase64.decode(encoded.utf8) == Array(plain.utf8))
    }

    @Test("What is no base64 is refused", arguments: ["Zg=", "Zg", "Z===", "====", "Z g=", "Zg==Zg==", "Zm9\n", "密码"])
    func noBase64(text: String) {
        #expect(SASLBase64.decode(text.utf8) == nil)
    }

    @Test(
        "Names and passwords are prepared as RFC 4013 has it",
        arguments: [
            ("I\u{AD}X", "IX"), ("user", "user"), ("USER", "USER"), ("p w", "p w"), ("p\u{3000}w", "p w"),
            ("p\u{A0}w", "p w"), ("密码-Pass", "密码-Pass"), ("ｐａｓｓ１", "pass1"), ("パスワード", "パスワード"), ("비밀번호", "비밀번호"),
            ("Ärger", "Ärger"), ("кириллица", "кириллица"), ("סיסמה", "סיסמה"), ("x\u{FEFF}y", "xy"),
        ]
    )
    func prepared(text: String, result: String) throws {
        #expect(try Array(SASLText.prepared(text, "password").utf8) == Array(result.utf8))
    }

    @Test(
        "What is prohibited, or has a normal form that is not known here, is refused",
        arguments: [
            ("\u{07}", "U+0007"), ("a\u{85}", "U+0085"), ("\u{E000}", "U+E000"), ("\u{FFFD}", "U+FFFD"),
            ("a\u{200E}b", "U+200E"), ("\u{E0041}", "U+E0041"), ("\u{AA}", "U+00AA"), ("\u{2168}", "U+2168"),
            ("e\u{301}", "U+0301"), ("\u{212A}", "U+212A"), ("\u{FB01}", "U+FB01"), ("ﾊ", "U+FF8A"),
            ("\u{F900}", "U+F900"),
            ("\u{627}1", "right to left"), ("abcסיס", "right to left"), ("\u{AD}", "empty"), ("", "empty"),
        ]
    )
    func refused(text: String, words: String) {
        #expect {
            try SASLText.prepared(text, "password")
        } throws: { error in
            "\(error)".contains(words) && "\(error)".contains("password")
        }
    }

    @Test("A secret is kept out of a server's words, in each of its forms")
    func filter() {
        let login = LoginSample.password("news", "hunter2")
        let filter = SecretFilter(login, message: Array("\0news\0hunter2".utf8))
        #expect(filter.filtered("no: hunter2hunter2, aHVudGVyMg==") == "no: ******, ***")
        #expect(filter.filtered("AG5ld3MAaHVudGVyMg==") == "***")
        #expect(filter.filtered("错了") == "错了")
    }
}
