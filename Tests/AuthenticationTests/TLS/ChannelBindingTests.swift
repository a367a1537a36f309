import Testing

@testable import Authentication

/// Certificates made by `openssl req -x509`, and what `openssl dgst` says of them.
enum CertificateSample {
    /// The signature's algorithm, the certificate in DER and base64, and its hash by RFC 5929 §4.1; nil for none.
    static let all: [(algorithm: String, certificate: String, hash: String?)] = [
        (
            "ecdsa-with-SHA256",
            "MIIBbjCCARWgAwIBAgIUNbdwy8GAE+iso04eYt1BQ6I/3CUwCgYIKoZIzj0EAwIwDDEKMAgGA1UEAwwBdDAgFw0y"
                + "NjExMjQxODA0MDdaGA8yMTI2MTAzMTE4MDQwN1owDDEKMAgGA1UEAwwBdDBZMBMGByqGSM49AgEGCCqGSM49AwEH"
                + "A0IABNTXXKqmJRDY1sRk/TKZGu7OaWjpGutdJMyE/bWV5igWFAUJSVvLBC+O4ubqVbIVKxwgojGTchFoUDnEYMU+"
                + "woyjUzBRMB0GA1UdDgQWBBR0rtu8VIE190V30NihZnyAtmcBFjAfBgNVHSMEGDAWgBR0rtu8VIE190V30NihZnyA"
                + "tmcBFjAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0cAMEQCIEToaBuYKuJoC53zuCsedDx7AyFncvwzYUuY"
                + "UOseWWd0AiATcVMejoTlxojfqYuKCn6LHYALMkqWFwa1gISiKyYMww==",
            "6a7c658a712b2e2b84201a75245d5554ab64958681387c7f25997b6b5b9b443e"
        ),
        (
            "ecdsa-with-SHA384",
            "MIIBbzCCARWgAwIBAgIUQL9sp1gTVBkwa3xAvOwk7Nw6nP0wCgYIKoZIzj0EAwMwDDEKMAgGA1UEAwwBdDAgFw0y"
                + "NjExMjQxODA0MDdaGA8yMTI2MTAzMTE4MDQwN1owDDEKMAgGA1UEAwwBdDBZMBMGByqGSM49AgEGCCqGSM49AwEH"
                + "A0IABD9BrDIF9EdfgpOeUi9vwwW/Mp1PIupVl10C7cFBOQS9R73s9KHlGcwf1XZNch5FLmjtSVUymdmzOd6sZ16o"
                + "H+WjUzBRMB0GA1UdDgQWBBTwGTWJvzgCiPi0mOW4EyluwpLkKDAfBgNVHSMEGDAWgBTwGTWJvzgCiPi0mOW4Eylu"
                + "wpLkKDAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMDA0gAMEUCIBD4Wpt0jdr5O6hyB79XpQpwyveQTFAlFk8Y"
                + "9WLsA5wYAiEAmWMsNHj/T2x3GM15nrcSZNp1BOWpJTqwp1f+/uvM+cA=",
            "5a5dc5100d96cedc2dcdfd3b3d8ea696bbb1c83399e9e1851e1059b814fc213547ad7f66e8364ceade067966"
                + "157d9680"
        ),
        (
            "sha512WithRSAEncryption",
            "MIIB9jCCAV+gAwIBAgIULnM3utm/Pu/MPxEbLh/UdMZQwjwwDQYJKoZIhvcNAQENBQAwDDEKMAgGA1UEAwwBdDAg"
                + "Fw0yNjExMjQxODA0MDdaGA8yMTI2MTAzMTE4MDQwN1owDDEKMAgGA1UEAwwBdDCBnzANBgkqhkiG9w0BAQEFAAOB"
                + "jQAwgYkCgYEAtqturmOGl+Uwe31Is4bv+cHT+McxzRHYb3yJG67MDwI7tRTS9q+h2yPbbNn2hXRTl6GGks7XCH9j"
                + "jNZa7DqUOwYqs5qjQWVfBjyIB1pPSk7/YC1eJx/1/OS4KSxqLLg9FG84qVlTVNxsQE4KecgCp3ZaqGf8ZASslNG+"
                + "4WjTV/0CAwEAAaNTMFEwHQYDVR0OBBYEFMjVHSDQPQmPeqQHJ7qYXfpEtUkjMB8GA1UdIwQYMBaAFMjVHSDQPQmP"
                + "eqQHJ7qYXfpEtUkjMA8GA1UdEwEB/wQFMAMBAf8wDQYJKoZIhvcNAQENBQADgYEAs6P3SDgWU1K1kaCDMsZnIvyb"
                + "GICFm3fcnhVNq34HQrvS4VGOumGJG5QK1/E3d8HN7F7lhCsAhlh2Tb0xuKM4F5WND9qsAfzYMB4nFpg0K1m6CWsp"
                + "D4RdgMtoJ0pGLGAfh8KbJxwv/AJPfKxibOk2z5aHFa8gMsQAdtg+BFF0IWs=",
            "3aef43cdd0ec2812a915bf538c4933d9e488a86dc3a97b3f0714f25e15906de277b26a673682e7eec8f783da"
                + "a78d3ec1e695fde3e0edaf7b457d3ef19bf88b92"
        ),
        (
            "sha1WithRSAEncryption",
            "MIIB9jCCAV+gAwIBAgIUCztdHuCoaSf/PyyA1EB+KWh+rBIwDQYJKoZIhvcNAQEFBQAwDDEKMAgGA1UEAwwBdDAg"
                + "Fw0yNjExMjQxODA0MDdaGA8yMTI2MTAzMTE4MDQwN1owDDEKMAgGA1UEAwwBdDCBnzANBgkqhkiG9w0BAQEFAAOB"
                + "jQAwgYkCgYEAwer436/XXtPpAP182f5mCkU7NcamBN+THOBAqCmuTkHmptIYDGaoF2ZY2tdYQDJ3QWVmZD8OJSim"
                + "rxV4gefx41OFg45esuB5Bl82zAIS9G2IPBlVkabrmabUhvQK17+HHsNJJmau9CDD2b7RbQE/2NclXFyPZ1V5nk9U"
                + "yhvpNrsCAwEAAaNTMFEwHQYDVR0OBBYEFH82Jft2j3+OkDJrZxLNy1i+Pv9CMB8GA1UdIwQYMBaAFH82Jft2j3+O"
                + "kDJrZxLNy1i+Pv9CMA8GA1UdEwEB/wQFMAMBAf8wDQYJKoZIhvcNAQEFBQADgYEAjlCexDhbADeFOPBiSpnqtHG8"
                + "QMz3G9xJYzyZ1RHUir3P5o2+cUOyCcAg+6BVueVUwRymaweh/Kph8RmP/+BII1S3v6gxOuCuqPV7jEJPD+NSbJWJ"
                + "pgxqNNC4xRlgFYevToBZMa5Wk6ncne4KvQ8rvy8G1UCzkm+UMPc9lsFbylc=",
            "f9b4487377c2413bb742906d1c4787db5ea6bd894928cdd1ae4eeec6d84178aa"
        ),
        (
            "RSASSA-PSS with SHA-384",
            "MIICXjCCAZOgAwIBAgIUCixg5J4goXhAdNK44ej0PEkod5EwQQYJKoZIhvcNAQEKMDSgDzANBglghkgBZQMEAgIF"
                + "AKEcMBoGCSqGSIb3DQEBCDANBglghkgBZQMEAgIFAKIDAgFOMAwxCjAIBgNVBAMMAXQwIBcNMjYxMTI0MTgwNDA3"
                + "WhgPMjEyNjEwMzExODA0MDdaMAwxCjAIBgNVBAMMAXQwgZ8wDQYJKoZIhvcNAQEBBQADgY0AMIGJAoGBAMVuRMik"
                + "BEpvPRu8IrYOMcK6SH+7ROCdCGDgp6Z5cTF3hUuv/3mnyZ3/JGqr1yfpfNBSFFb9MevvsQ86jwTNuXheQgUFSWLp"
                + "/uo9d3oM2zFzT+AieZ1BJgUIxq7GN09+IIovQkebFXfFubA0bU23dGJVP52jwO8ehMFDZNAlVui3AgMBAAGjUzBR"
                + "MB0GA1UdDgQWBBQrwCqGbwyT7uCSdBjqxVctUGR6jTAfBgNVHSMEGDAWgBQrwCqGbwyT7uCSdBjqxVctUGR6jTAP"
                + "BgNVHRMBAf8EBTADAQH/MEEGCSqGSIb3DQEBCjA0oA8wDQYJYIZIAWUDBAICBQChHDAaBgkqhkiG9w0BAQgwDQYJ"
                + "YIZIAWUDBAICBQCiAwIBTgOBgQCIeiMsSFESK3g6kDESnkSOyfh1NvIT3Thquu1H+X/SKxkyYoXPcCXaaIXHrXOg"
                + "1SLaQmUCCgupBiK88jIEYbiN0PIZv+2oM8vN0pWpfsDR3/rVERyn5nlqJ2d8ctm/AhSsILEyDWHRKj2kRsSYefnz"
                + "UjqL8LtzSd2oA/HlfvRdug==",
            "c76f46763c9fdacfb19df987ade942e4672c34ea937e5cedc10e76ae674d8c7ed24ae4370ca92ba83dda3420"
                + "0c031a9a"
        ),
        (
            "Ed25519",
            "MIIBLjCB4aADAgECAhRt9m+0f6FUhhewcV7lGVaBD8LQITAFBgMrZXAwDDEKMAgGA1UEAwwBdDAgFw0yNjExMjQx"
                + "ODA0MDdaGA8yMTI2MTAzMTE4MDQwN1owDDEKMAgGA1UEAwwBdDAqMAUGAytlcAMhAKm//VbyZahAfljinjw+En4o"
                + "kMd1ghy/TZQdkr0qn5qFo1MwUTAdBgNVHQ4EFgQUdwwWsBVjyf6ttiUdcOoMwTvyzk4wHwYDVR0jBBgwFoAUdwwW"
                + "sBVjyf6ttiUdcOoMwTvyzk4wDwYDVR0TAQH/BAUwAwEB/zAFBgMrZXADQQB9p+hqgT4Z7oGmT/VqZqd1CA8Smgq6"
                + "ruO2M4/Uyx5f7ltNCayyE9S3idvRp1RmJO0MeKX1LodM7fgrNAedHfAP",
            nil
        ),
    ]

    static var ecdsa: [UInt8] { SASLBase64.decode(all[0].certificate.utf8) ?? [] }

    static var binding: ChannelBinding? { ChannelBinding(certificate: ecdsa) }
}

struct ChannelBindingTests {
    @Test("A certificate is hashed by the hash of its signature", arguments: CertificateSample.all)
    func endPoint(_ algorithm: String, _ certificate: String, _ hash: String?) throws {
        let bytes = try #require(SASLBase64.decode(certificate.utf8))
        let binding = ChannelBinding(certificate: bytes)
        #expect(binding.map { String(decoding: HexText.lowercase($0.data), as: UTF8.self) } == hash)
    }

    @Test("What is no certificate has no binding, wherever it is cut off")
    func broken() {
        let whole = CertificateSample.ecdsa
        #expect(ChannelBinding(certificate: []) == nil)
        #expect(ChannelBinding(certificate: Array("-----BEGIN CERTIFICATE-----".utf8)) == nil)
        for length in 0..<whole.count { #expect(ChannelBinding(certificate: Array(whole.prefix(length))) == nil) }
        #expect(ChannelBinding(certificate: [0x30, 0x84, 0xFF, 0xFF, 0xFF, 0xFF, 0x30, 0x80]) == nil)
    }

    @Test("A pin is the hash of a public key, as curl writes it")
    func pin() throws {
        // The SubjectPublicKeyInfo of the first sample: 91 bytes from offset 109 on, as `openssl pkey -outform DER` has it.
        let key = Array(CertificateSample.ecdsa[109..<200])
        let pin = "sha256//QUsaVx4Dia42Qk6SzqFFb3brsKyyKF3AjUXL9LQmfFM="
        #expect(PublicKeyPin.text(key) == pin)
        let hash = try #require(PublicKeyPin.hash(pin))
        #expect(PublicKeyPin.admits(key, pins: [hash]))
        #expect(!PublicKeyPin.admits(key, pins: [hash.map { $0 ^ 1 }]))
        #expect(PublicKeyPin.admits(key, pins: []))
    }

    @Test(
        "What is no pin is refused",
        arguments: [
            "", "sha256//", "sha1//QUsaVx4Dia42Qk6SzqFFb3brsKw=", "QUsaVx4Dia42Qk6SzqFFb3brsKyyKF3AjUXL9LQmfFM=",
            "sha256//AAAA",
        ]
    )
    func noPin(text: String) {
        #expect(PublicKeyPin.hash(text) == nil)
    }
}
