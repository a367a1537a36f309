import Testing

@testable import MIMECoding

@Suite("Dates of messages")
struct MessageDateTests {
    @Test(
        "Current, obsolete and broken forms are read",
        arguments: [
            ("Fri, 21 Nov 1997 09:55:06 -0600", "1997-11-21T09:55:06-06:00"),
            ("Tue, 1 Jul 2003 10:52:37 +0200", "2003-07-01T10:52:37+02:00"),
            (
                "Thu,\r\n      13\r\n        Feb\r\n          1969\r\n      23:32\r\n               -0330 (Newfoundland Time)",
                "1969-02-13T23:32:00-03:30"
            ),
            ("21 Nov 97 09:55:06 GMT", "1997-11-21T09:55:06+00:00"),
            ("Fri, 21 Nov 1997 09(comment):   55  :  06 -0600", "1997-11-21T09:55:06-06:00"),
            ("Fri, 21 Nov 1997 09:55:06 -0000", "1997-11-21T09:55:06"),
            ("Fri, 21 Nov 1997 09:55:06", "1997-11-21T09:55:06"),
            ("Fri, 21 Nov 1997 09:55:06 EDT", "1997-11-21T09:55:06-04:00"),
            ("Fri, 21 Nov 1997 09:55:06 A", "1997-11-21T09:55:06"),
            ("Fri, 21 Nov 1997 09:55:06 +0800 (CST)", "1997-11-21T09:55:06+08:00"),
            ("Thu Feb 13 23:32:54 1969", "1969-02-13T23:32:54"),
            ("Thu Feb 13 23:32:54 PST 1969", "1969-02-13T23:32:54-08:00"),
            ("13-Feb-1969 23:32:54 +0100", "1969-02-13T23:32:54+01:00"),
            ("2026-11-23T09:00:00+08:00", "2026-11-23T09:00:00+08:00"),
            ("2026-11-23 09:00:00.123 Z", "2026-11-23T09:00:00+00:00"),
            ("Mon, 23 Nov 2026 9:00:00 PM +0800", "2026-11-23T21:00:00+08:00"),
            ("Mon, 23 Nov 2026 12:00:00 AM +0800", "2026-11-23T00:00:00+08:00"),
            ("Mon, 23 Nov 2026 09:00:00 GMT+0800", "2026-11-23T09:00:00+08:00"),
            ("Mon, 23 Nov 126 09:00:00 +0000", "2026-11-23T09:00:00+00:00"),
            ("Mon, 23 Nov 49 09:00:00 +0000", "2049-11-23T09:00:00+00:00"),
            ("Mon, 23 Nov 50 09:00:00 +0000", "1950-11-23T09:00:00+00:00"),
            ("29 Feb 2000 00:00:00 +0000", "2000-02-29T00:00:00+00:00"),
            ("29 Feb 1900 00:00:00 +0000", nil), ("31 Apr 2020 00:00:00 +0000", nil),
            ("Mon, 23 Nov 2026 24:00:00 +0000", nil), ("Mon, 23 Nov 2026", nil), ("yesterday", nil), ("", nil),
            ("(((((", nil), ("99999999999999999999 Nov 2026 09:00", nil),
            ("1 Nov 2026 09:00 +99999999999999", "2026-11-01T09:00:00"),
        ]
    )
    func reading(text: String, wanted: String?) {
        #expect(MessageDate(Array(text.utf8)).map(ISODate.text) == wanted)
    }

    @Test("The instant is that of the zone")
    func instant() {
        #expect(MessageDate(Array("Fri, 21 Nov 1997 09:55:06 -0600".utf8))?.secondsSince1970 == 880_127_706)
        #expect(MessageDate(Array("Thu, 1 Jan 1970 00:00:00 +0000".utf8))?.secondsSince1970 == 0)
        #expect(MessageDate(Array("Wed, 31 Dec 1969 23:59:59 +0000".utf8))?.secondsSince1970 == -1)
    }

    @Test("Dates are written as RFC 5322 has them")
    func writing() {
        #expect(
            MessageDate(secondsSince1970: 880_127_706, offsetMinutes: -360).fieldValue
                == "Fri, 21 Nov 1997 09:55:06 -0600"
        )
        #expect(MessageDate(secondsSince1970: 0, offsetMinutes: nil).fieldValue == "Thu, 1 Jan 1970 00:00:00 -0000")
        #expect(MessageDate(secondsSince1970: -1).fieldValue == "Wed, 31 Dec 1969 23:59:59 +0000")
        #expect(
            MessageDate(secondsSince1970: 1_795_395_600, offsetMinutes: 480).fieldValue
                == "Mon, 23 Nov 2026 09:00:00 +0800"
        )
    }

    @Test("Whatever is written can be read again")
    func roundTrip() {
        var random = SplitMix(seed: 7)
        for _ in 0..<2_000 {
            let date = MessageDate(
                secondsSince1970: Int64.random(in: -631_152_000...253_370_764_800, using: &random),
                offsetMinutes: random.chance(9) ? nil : Int.random(in: -720...840, using: &random)
            )
            #expect(MessageDate(Array(date.fieldValue.utf8)) == date)
        }
    }

    @Test("Instants out of all range are held, not refused", arguments: [Int64.min, -1 << 50, 1 << 50, Int64.max])
    func extremes(seconds: Int64) {
        let date = MessageDate(secondsSince1970: seconds, offsetMinutes: seconds > 0 ? .max : .min)
        #expect(MessageDate(Array(date.fieldValue.utf8)) != nil)
    }
}
