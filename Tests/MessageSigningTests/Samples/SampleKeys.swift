/// Keys that OpenSSL made for these tests; they guard nothing.
enum SampleKeys {
    /// RSA with 2048 bits, PKCS#1.
    static let pkcs1 = """
        -----BEGIN RSA PRIVATE KEY-----
        MIIEoQIBAAKCAQEArY7d3hgArryHgH37FFjz5wn0XFwvAG1ogatiknXVqTHr1dsP
        BkONEINQ89Z87kltLj0C2ggfMmbrzy/ro5teIx1mzDOHw8Q74hYaooHj3mZRo4Uv
        NrZNOvogJlNJKWOBJX4nR6/AId5uBnIroyx5MxZXfOMDjxAvR+fQ9mYDVUeyAMmB
        EogKe/0XqyfEVJjNpH0X0q0YkrKCG9ano8W3AwJppaFCcNrki+3bqF6Qum8OBTT+
        oZTuCG3HagCX196tlPq3QgGCHdeDhv9CLIkmKf6Li43fWmWSJyzA/UYnsbHKF+h7
        XDiL8QcUUwyloGhDLHhsZZ+1hgS9ibqJbvm8jQIDAQABAoH/QnWw3STAc35ZPih0
        I7tgsjclY198zqVUvJDcmsxWBOiVAZUmoBDg5DPRX1+UZ+j77chX4pox1Cqc+w75
        wDCQAoU39xj6vUnjs/0ve6ZRCFT/O6Z24kZCJd8G3TmS8UZnPWDLqdZVdqK2OUWO
        aHkyqjal5PZ9pHGtLSlSCeGxJv4BOJvzsHZ+2r04niSHWnbDMGgn3oqxFQ3VF9sf
        22rwZdoC+wIHTR2sfIrXM2zeEl20wDt6xTWh9WG5hv5+4kVvsUiWuUW0PeVsYzHL
        W/4+4/yeN8w7t8uKsL7ma0CDl02t6sxy8s6hE1Tl73Ld0akKoz4SXeL3Y9s6ok7c
        VzehAoGBANObTZ5HhG+T4GVsumhLEU0eBwTbXk4Hs9URZVQv5HjHDMj6wdAGvCUW
        aEsl7nGE7KIGcl1vXmQ7nHOL8hxdp6ySnjROJHA1LIygajwHVqzvuGTcJwTKwWUt
        3pFpg8KRPHIlF40xB5nPdZpYLkpI4WI8+LXZPsmoSpBeAAvlzbuZAoGBANH4GXcu
        lwZVfwVuilX+Y/wW/lBJSikkEl2uHYIZmJN4A+kKBT/pJkB1Mds/+52iV7cvHTDR
        c8PDNHCX4uX+lSES/75dFGAs+d2Mk0hwI3DTlWG9HTAu3WyEYqSpcNL6ytCbO3BL
        C+fppLIZ7twHGIiieLd9X2saph8SCBhy48EVAoGAdcipUKPgTLcUHYCC1dCLBdDj
        +Ukd2fMhn0S6kTzDQJMTQ7+IKAHHsiEh1kp7ycZCbQGHoQh/ku03bX2FO1LKJR3L
        X7PrRmXisTgNSfKPxVz9125PbbRqJ6Z7j5ca1y8+ZQ7OaDHVWEEI5euVgJXGlob3
        rUkKUPcS4f7gqb61YGkCgYEAktC49bYVEe+8No8ZmZGcVgu53WexvFylnu19YpgF
        MLBNg6hnDU44Wf/YUadGh+2ZCdSew6DhInQe+c+qbwl5OzwuqOwqsCkiucBux8rp
        bR31KPd0LlnGp/dVhi+YXV3RbNXuVNGUzJ95crNhamZnyDpa0GqQyrJCkB0qnfXP
        vRUCgYBTrfvHDvy/r8wU1q5nVHqMjtzU+uXnaABrvlcItFQKEMe/Cy1hxQ+LWWo+
        3B/CIbbX4QZQQo23aiuUcKb303JghP/ygSsJEGDhfhkHChYokclyB/VDs5wUiP+Z
        7HdZ1etWvDW0f/ALC0pMpo30HCLWsZ2oOxXkxmUlNJt5/4SzQA==
        -----END RSA PRIVATE KEY-----
        """
    /// The same key, PKCS#8.
    static let pkcs8 = """
        -----BEGIN PRIVATE KEY-----
        MIIEuwIBADANBgkqhkiG9w0BAQEFAASCBKUwggShAgEAAoIBAQCtjt3eGACuvIeA
        ffsUWPPnCfRcXC8AbWiBq2KSddWpMevV2w8GQ40Qg1Dz1nzuSW0uPQLaCB8yZuvP
        L+ujm14jHWbMM4fDxDviFhqigePeZlGjhS82tk06+iAmU0kpY4ElfidHr8Ah3m4G
        ciujLHkzFld84wOPEC9H59D2ZgNVR7IAyYESiAp7/RerJ8RUmM2kfRfSrRiSsoIb
        1qejxbcDAmmloUJw2uSL7duoXpC6bw4FNP6hlO4IbcdqAJfX3q2U+rdCAYId14OG
        /0IsiSYp/ouLjd9aZZInLMD9RiexscoX6HtcOIvxBxRTDKWgaEMseGxln7WGBL2J
        uolu+byNAgMBAAECgf9CdbDdJMBzflk+KHQju2CyNyVjX3zOpVS8kNyazFYE6JUB
        lSagEODkM9FfX5Rn6PvtyFfimjHUKpz7DvnAMJAChTf3GPq9SeOz/S97plEIVP87
        pnbiRkIl3wbdOZLxRmc9YMup1lV2orY5RY5oeTKqNqXk9n2kca0tKVIJ4bEm/gE4
        m/Owdn7avTieJIdadsMwaCfeirEVDdUX2x/bavBl2gL7AgdNHax8itczbN4SXbTA
        O3rFNaH1YbmG/n7iRW+xSJa5RbQ95WxjMctb/j7j/J43zDu3y4qwvuZrQIOXTa3q
        zHLyzqETVOXvct3RqQqjPhJd4vdj2zqiTtxXN6ECgYEA05tNnkeEb5PgZWy6aEsR
        TR4HBNteTgez1RFlVC/keMcMyPrB0Aa8JRZoSyXucYTsogZyXW9eZDucc4vyHF2n
        rJKeNE4kcDUsjKBqPAdWrO+4ZNwnBMrBZS3ekWmDwpE8ciUXjTEHmc91mlguSkjh
        Yjz4tdk+yahKkF4AC+XNu5kCgYEA0fgZdy6XBlV/BW6KVf5j/Bb+UElKKSQSXa4d
        ghmYk3gD6QoFP+kmQHUx2z/7naJXty8dMNFzw8M0cJfi5f6VIRL/vl0UYCz53YyT
        SHAjcNOVYb0dMC7dbIRipKlw0vrK0Js7cEsL5+mkshnu3AcYiKJ4t31faxqmHxII
        GHLjwRUCgYB1yKlQo+BMtxQdgILV0IsF0OP5SR3Z8yGfRLqRPMNAkxNDv4goAcey
        ISHWSnvJxkJtAYehCH+S7TdtfYU7UsolHctfs+tGZeKxOA1J8o/FXP3Xbk9ttGon
        pnuPlxrXLz5lDs5oMdVYQQjl65WAlcaWhvetSQpQ9xLh/uCpvrVgaQKBgQCS0Lj1
        thUR77w2jxmZkZxWC7ndZ7G8XKWe7X1imAUwsE2DqGcNTjhZ/9hRp0aH7ZkJ1J7D
        oOEidB75z6pvCXk7PC6o7CqwKSK5wG7HyultHfUo93QuWcan91WGL5hdXdFs1e5U
        0ZTMn3lys2FqZmfIOlrQapDKskKQHSqd9c+9FQKBgFOt+8cO/L+vzBTWrmdUeoyO
        3NT65edoAGu+Vwi0VAoQx78LLWHFD4tZaj7cH8IhttfhBlBCjbdqK5RwpvfTcmCE
        //KBKwkQYOF+GQcKFiiRyXIH9UOznBSI/5nsd1nV61a8NbR/8AsLSkymjfQcItax
        nag7FeTGZSU0m3n/hLNA
        -----END PRIVATE KEY-----
        """
    /// Its public half.
    static let publicKey = """
        -----BEGIN PUBLIC KEY-----
        MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEArY7d3hgArryHgH37FFjz
        5wn0XFwvAG1ogatiknXVqTHr1dsPBkONEINQ89Z87kltLj0C2ggfMmbrzy/ro5te
        Ix1mzDOHw8Q74hYaooHj3mZRo4UvNrZNOvogJlNJKWOBJX4nR6/AId5uBnIroyx5
        MxZXfOMDjxAvR+fQ9mYDVUeyAMmBEogKe/0XqyfEVJjNpH0X0q0YkrKCG9ano8W3
        AwJppaFCcNrki+3bqF6Qum8OBTT+oZTuCG3HagCX196tlPq3QgGCHdeDhv9CLIkm
        Kf6Li43fWmWSJyzA/UYnsbHKF+h7XDiL8QcUUwyloGhDLHhsZZ+1hgS9ibqJbvm8
        jQIDAQAB
        -----END PUBLIC KEY-----
        """
    /// The same key under a passphrase, in the old form.
    static let encryptedPKCS1 = """
        -----BEGIN RSA PRIVATE KEY-----
        Proc-Type: 4,ENCRYPTED
        DEK-Info: AES-128-CBC,2C95F1176CB7B555A71A64D9ECCEFB7F

        r9lxG3r071JLXwI019sThap7VQ3F5F3wQbcppBzTsziZVV+TvxQanfUcVMtXeGWU
        XEDw4K20n/MGGkFT5Ydy3cdqZTtPl+jRNUq4C7HIJGKXTJo4/p90r+mWnG7c4IG6
        +6kNTqYa8aUVvDZFDvyfJDx3PQynp3ZU4j0naWKNWIFSg13yFNk1qB06EsnKP8zc
        rG7tsVf+RoRtGJtOc+zRjDQ3gS4hiJFekE1lU9lsGSo79BhdzGNHxpnptxfrQ9Fd
        1tJ+HApeMUw5PvzKE8AR2F5JLQqaicofe30z/iXurt9gGcXmEAzaC4iVbxDoLgiM
        K939r/RNJrUkaJ2hX7S0DrJjJaiLk3ymfr3ku0Ejxo+gEUA4Jp0Jo0NkNeSSFMZi
        o2X47kMiKBJMdlHSnibMrjilvsdLKxMwJ/PsAfgAISgO3EferYbAy3dQiMGsiNkH
        RZmsIkzSUyisTQdMk+eprHHu6zmMI0Fjs78Q5MNan/CTbpmYBOf2ReBaWfGaheoQ
        L6f0LKn/gqgkoFx/ClZ6V/8yamMPelwfmYI5ux0N3aqNfmrmvGvC7fb0bSdgtjnQ
        lpIt8ABU2qffbPLhvMVswj8DZ/i0hyqPlizbIUj0/j1tDZfhf/EiHC18o/VEMII2
        XQRwE9oUmIgTsRqkMTRz2PdeolLVJHyBDc1hBH5uECjr1LPdRuMf7EQvmhwL73ru
        PVO7GGLf9jLk35A1jo7LHXxCJYaRoZaZmSsBhC0ziEHCzPwF8Zvpl9+R+Fcpghdp
        ejFDxCSb7AT61fFbP3/ZjnV2uwfQJxBuIdPmX7Bf3yRraFgbXQYaZvFqOQCzLjAf
        M96N2K29holedp8jTqfIHQoJoBe4HArN2ErlARwbbXwgoUoLpELWoVQrbOrnI0K2
        5+ehYXA0Sht1/hrGD6aA54qB+IR2GriNq2p0IVm8GyPsZmuipoyAwnyFk1ORt1Yy
        iHvb/HBXNO6GvrbJKbn29NYiIye+M3MLGHfSrD91qrSoAY8xnXDYlNGcn1pF5q1H
        5hAyHX4+UzQCXhBArQYa+HkEqMeTWuKijHDtM1mWGuI/CfHRCfi4Ln75pq4gC2TW
        rg3O5W3g0t1hUBfRy2l4TBWS1/0c4gtEtS2KdluFctRE46D00ND7vf3peSjKx2LR
        z8hb9kydzz3+S1gwrzLZHy/suMm9chtge9Uss4c4J+f2LaQMZTron15dsLk1Jifh
        4XqhKpWQuSVit146EfZVZ7cnDct6sTRCDs0IKhyEaC+lNfF6D/klglEdr8Ch2IHh
        +T1qDbb6kyfbnkoekIqFuJtJNKvGslXZqGaAGnARlt4SzKkUpQ4hln5HsOuTyR5Q
        TMB9fuEKIAkr1FZAneHY3pCcbEfly5B+QSROMBP4qrvv5sZSf2AAe9Hbcv3nZl3r
        L+TSu3Hcbtf2LNqrOQCUtGMUkLSqWnNq+4CbyEwaNmxntpVRSV0nIHV4fgMIX5fM
        rKpJopz6y2QJ1blWxBfHepeYjKGywxYfKukC0Su1cUYnN+2+/Vk/7r9qYFa3CfGQ
        YMllRCGQKIzPUfp0VQHdrbse2GLg8RWNrNuhUGBXR2WMiOHjG+9Y3hl19GMpy89w
        -----END RSA PRIVATE KEY-----
        """
    /// Ed25519, PKCS#8.
    static let ed25519 = """
        -----BEGIN PRIVATE KEY-----
        MC4CAQAwBQYDK2VwBCIEIPw8m/mvzgkDh/Qe2s8P9A/pRQnohWA11TonVy/Uu+I6
        -----END PRIVATE KEY-----
        """
    /// A key on P-256.
    static let ellipticCurve = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg/RPFA4xgnJL8ofXD
        hK2qsSxHpLkxUvK9pbZZWqZP0nWhRANCAARHG9rOvhT0gem1amkDGGLzJ4ouIs0p
        DBy3EZI7QmGwHVxmlQMg8MwfvloCBt9qM7cN3eN4gECz5ewkXwCdKuMs
        -----END PRIVATE KEY-----
        """
    /// A key for key agreement.
    static let x25519 = """
        -----BEGIN PRIVATE KEY-----
        MC4CAQAwBQYDK2VuBCIEIJCdLczNUeNoRedbKR3tyWAWkVAEHVqR6I9ryzvU0w59
        -----END PRIVATE KEY-----
        """
    /// RSA with 1024 bits.
    static let short = """
        -----BEGIN PRIVATE KEY-----
        MIICeAIBADANBgkqhkiG9w0BAQEFAASCAmIwggJeAgEAAoGBAN3fwq2mPlnZIiQT
        PyLRKvNCU5p3VTvXU+mrWVBfH0YUtHWUoxkOAyihaDeUdpo97xo3PBSkIALuiyZC
        4FxCmV0VTRiWrUuk8liK/GmH2szoxv4RzNB3KeE9wZOKDXUynL2x5XU69T7Nfm6o
        Q2Tl/BYB8dtvq6EwrO9mMUmW/3T5AgMBAAECgYEAwUNtklDisuS+JmpVboCARxCZ
        Pk2AAvYXc8z7qVSSKztRzbHBN8vK2JNv8inx/XzBTzaZsOkdsTAUKSnLwNGKP7ir
        t4CmSLXosYZcZUf3F1qEipa7CrQR2tOb9i1wdB3cl/b0NI8Pv4517a66Y3nRMQHE
        fmPoNw+KD0ctZR6PpRkCQQD8tJ81gEr3bFU3ZsbYSb52o26Tcc3TaQ8nMuyYNNno
        d3kiNyJFLW+F7LUAP8rkFK+99sJByshUOEsD7F1vb1+XAkEA4MQ94MuqcNVdFTAl
        DnTHzKURG1TObTOjBYfayavmBG1MS2QLraj2eQtMYEDeDcIBHBbdjVBcxKo+52ai
        pTth7wJBAObmexq9kMInAG5QwJvcNeXdSyn6MGFde3ULuNcSY5FfqRU0X2HqNB6g
        vHnv0Ak7RaFDmRfYm9coYJLDJFSv5R0CQQCCFdHiSr2odDRdUPIBfeEtNdPCx8B5
        P0t4pfogglar9T4U3CBOL94GjF11z9U0jTXrNeigIwSt5gJmFubHTqkNAkAK0OI7
        JqfdsBWWqdjPQ27GpotbPjT95Drp/8E03ii5IHhd1naZ+z1C6rTr9gbQbcFjGwXx
        P9CJ+4TD8jEt3UZX
        -----END PRIVATE KEY-----
        """
    /// RSA with 512 bits.
    static let tiny = """
        -----BEGIN PRIVATE KEY-----
        MIIBUwIBADANBgkqhkiG9w0BAQEFAASCAT0wggE5AgEAAkEAqPMi76ZpayS+gKsZ
        gtzccbL5jRjgOvdqBp86aD+xAmR9qEXeC4wSFyYrddwsPzXsg0RWYioB+hdgSY6Q
        97OjcwIDAQABAkA+/zIWtDF4vyG9ro77qckVKEw/HXh25EyHnZXUy3MAVccgporp
        r/Xm/dnGo0qONqAGFr5ca2dRGL6yBGorOVRRAiEA0KuNKVbqKdO9XL9Kl+BYhumJ
        y8oohhgMykhoDN+gWCkCIQDPRTfjWjoC7M69lyPlClKBMnL0aMhnRYfOiPg14ncC
        OwIgItRvpHXQchjYo7F+Rul4fVRf3rcomnFLOTxqubNd9TkCIFCxF+Lw+2isHIh+
        0MCYVipqI4q3SF28GfT0Kf2AXuiFAiA3MvXOlKfeAW+WPVccwpgb+SRSahgiPPek
        kzycbaWPDA==
        -----END PRIVATE KEY-----
        """
    /// The public half of ``pkcs1`` as RSAPublicKey, without the layer that names the algorithm.
    static let barePublicKey =
        """
        MIIBCgKCAQEArY7d3hgArryHgH37FFjz5wn0XFwvAG1ogatiknXVqTHr1dsPBkONEINQ89Z87kltLj0C2ggfMmbrzy\
        /ro5teIx1mzDOHw8Q74hYaooHj3mZRo4UvNrZNOvogJlNJKWOBJX4nR6/AId5uBnIroyx5MxZXfOMDjxAvR+fQ9mYD\
        VUeyAMmBEogKe/0XqyfEVJjNpH0X0q0YkrKCG9ano8W3AwJppaFCcNrki+3bqF6Qum8OBTT+oZTuCG3HagCX196tlP\
        q3QgGCHdeDhv9CLIkmKf6Li43fWmWSJyzA/UYnsbHKF+h7XDiL8QcUUwyloGhDLHhsZZ+1hgS9ibqJbvm8jQIDAQAB
        """
}
