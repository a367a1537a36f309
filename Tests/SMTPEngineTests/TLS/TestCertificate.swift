/// Certificates for tests, each signed by itself; all but the expired one are valid until the year 2120.
struct TestCertificate: Sendable {
    let certificate: String
    let key: String

    /// The pin of the good one's key, as openssl and curl have it.
    static let goodPin = "sha256//WQ252rs2n5dzDo0wdx0z/qMH48f2I4pOcf4080dybI4="

    /// For `localhost` and 127.0.0.1.
    static let good = TestCertificate(
        certificate: """
            -----BEGIN CERTIFICATE-----
            MIIBlzCCAT2gAwIBAgIBATAKBggqhkjOPQQDAjAsMRIwEAYDVQQDDAlsb2NhbGhv
            c3QxFjAUBgNVBAoMDU1hcnRsZXQgVGVzdHMwIBcNMjAwMTAxMDAwMDAwWhgPMjEy
            MDAxMDEwMDAwMDBaMCwxEjAQBgNVBAMMCWxvY2FsaG9zdDEWMBQGA1UECgwNTWFy
            dGxldCBUZXN0czBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABP3NVxpRXsP1IluX
            YCoDTJdmqzzHNRp6+j7XlzXxESeJlpU8YafC014jJ4xtbNoghZQHj8HfVbPUTGHa
            Pm0lUtSjTjBMMA8GA1UdEwEB/wQFMAMBAf8wGgYDVR0RBBMwEYIJbG9jYWxob3N0
            hwR/AAABMB0GA1UdDgQWBBTcYjRRlLae6GFfjRIki/7b/tukqzAKBggqhkjOPQQD
            AgNIADBFAiEAgaWB3dUAShUZpS4LBN5ae/3JgiShRrmh1d6HczwfIqECIF1m0pMg
            GMjX2zMezRtuHmawLHBSZ/jW+K7Ur8sfLqBS
            -----END CERTIFICATE-----
            """,
        key: """
            -----BEGIN EC PRIVATE KEY-----
            MHcCAQEEIEuFbiv5l4urZbDbfH9mu8aOvdlG7cXf3OaET7KeJvZ9oAoGCCqGSM49
            AwEHoUQDQgAE/c1XGlFew/UiW5dgKgNMl2arPMc1Gnr6PteXNfERJ4mWlTxhp8LT
            XiMnjG1s2iCFlAePwd9Vs9RMYdo+bSVS1A==
            -----END EC PRIVATE KEY-----
            """
    )

    /// The same, valid until the year 2021.
    static let expired = TestCertificate(
        certificate: """
            -----BEGIN CERTIFICATE-----
            MIIBlDCCATugAwIBAgIBATAKBggqhkjOPQQDAjAsMRIwEAYDVQQDDAlsb2NhbGhv
            c3QxFjAUBgNVBAoMDU1hcnRsZXQgVGVzdHMwHhcNMjAwMTAxMDAwMDAwWhcNMjEw
            MTAxMDAwMDAwWjAsMRIwEAYDVQQDDAlsb2NhbGhvc3QxFjAUBgNVBAoMDU1hcnRs
            ZXQgVGVzdHMwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAQLn/jhZz0fS5JJT0cN
            v859rU/ja2Yy38Z8yANs739PxSoKSl4S4JFufutaEi2ahbs1VG7BdTkE4gJHHond
            3HRgo04wTDAPBgNVHRMBAf8EBTADAQH/MBoGA1UdEQQTMBGCCWxvY2FsaG9zdIcE
            fwAAATAdBgNVHQ4EFgQUU9LnWNmkeR6Y60PxsVwtk2fc2BswCgYIKoZIzj0EAwID
            RwAwRAIgcV2znlsnxNluZzDAbVgUraBlAEL+kqt3PyzFr3atyf4CIFwxjdTsWhc6
            MdRzuF17TyASQfrO63WaJKPQCdmO3WhL
            -----END CERTIFICATE-----
            """,
        key: """
            -----BEGIN EC PRIVATE KEY-----
            MHcCAQEEIBwPK4FbbzspJKwbvV+eU0FPfTSt8Os6jo/UlT8zJIwGoAoGCCqGSM49
            AwEHoUQDQgAEC5/44Wc9H0uSSU9HDb/Ofa1P42tmMt/GfMgDbO9/T8UqCkpeEuCR
            bn7rWhItmoW7NVRuwXU5BOICRx6J3dx0YA==
            -----END EC PRIVATE KEY-----
            """
    )

    /// For `mx.other.example`.
    static let other = TestCertificate(
        certificate: """
            -----BEGIN CERTIFICATE-----
            MIIBpjCCAUygAwIBAgIBATAKBggqhkjOPQQDAjAzMRkwFwYDVQQDDBBteC5vdGhl
            ci5leGFtcGxlMRYwFAYDVQQKDA1NYXJ0bGV0IFRlc3RzMCAXDTIwMDEwMTAwMDAw
            MFoYDzIxMjAwMTAxMDAwMDAwWjAzMRkwFwYDVQQDDBBteC5vdGhlci5leGFtcGxl
            MRYwFAYDVQQKDA1NYXJ0bGV0IFRlc3RzMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcD
            QgAEcAj4H0aye0i8z1pbX7ABqP+xDp42LOQy5SNVb0+JCXsmPjz6qd//6m5MAiO+
            h5PaVrms487sHYKYcPH9ybwRXqNPME0wDwYDVR0TAQH/BAUwAwEB/zAbBgNVHREE
            FDASghBteC5vdGhlci5leGFtcGxlMB0GA1UdDgQWBBTRekC6e3yPITCh889Wpyn5
            9S0BxjAKBggqhkjOPQQDAgNIADBFAiA4HEuzE7zym2om/LO1OAaHi9xBYg8mVnm6
            JcFbJikAvgIhAMUd5oVR/SsszuBK7nrFPmwXKeOtb/Pl3swv5aXlC537
            -----END CERTIFICATE-----
            """,
        key: """
            -----BEGIN EC PRIVATE KEY-----
            MHcCAQEEIAqMSydk07RO5Ldm46eCPtlVwAWqUeSXV++raI+LlnM0oAoGCCqGSM49
            AwEHoUQDQgAEcAj4H0aye0i8z1pbX7ABqP+xDp42LOQy5SNVb0+JCXsmPjz6qd//
            6m5MAiO+h5PaVrms487sHYKYcPH9ybwRXg==
            -----END EC PRIVATE KEY-----
            """
    )
}
