/// Certificates for tests, made by `openssl ca` with days from 2020 on; the key serves nothing else.
enum TestCertificates {
    /// Who signed the others; valid until 2120.
    static let authority = """
        -----BEGIN CERTIFICATE-----
        MIIBZTCCAQugAwIBAgIBATAKBggqhkjOPQQDAjAZMRcwFQYDVQQDDA5UZXN0IEF1
        dGhvcml0eTAgFw0yMDAxMDEwMDAwMDBaGA8yMTIwMDEwMTAwMDAwMFowGTEXMBUG
        A1UEAwwOVGVzdCBBdXRob3JpdHkwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAQN
        i2I/h6O2HBOqbmW9Uu18UzTOw9RjbDhzS1lMC3yQOxqkfwVtL33ILDityKtJ8poL
        7xTWLEH6zFpPQTaTeE78o0IwQDAPBgNVHRMBAf8EBTADAQH/MA4GA1UdDwEB/wQE
        AwIBBjAdBgNVHQ4EFgQU14S8HeGAhhf8ti4LxKzYulcK5fowCgYIKoZIzj0EAwID
        SAAwRQIgZXqHLMrSNltNVNzGtCGdSnXh1Q96VY/Cbqp9nGjw6dYCIQCJM0/RRi+M
        tANNMmfoEwwiSjld9HQQZFoOw3MhcdAU3A==
        -----END CERTIFICATE-----
        """

    /// For localhost and 127.0.0.1, under the common name pop.example.com; valid until 2120.
    static let good = """
        -----BEGIN CERTIFICATE-----
        MIIBoTCCAUigAwIBAgIBAjAKBggqhkjOPQQDAjAZMRcwFQYDVQQDDA5UZXN0IEF1
        dGhvcml0eTAgFw0yMDAxMDEwMDAwMDBaGA8yMTIwMDEwMTAwMDAwMFowGjEYMBYG
        A1UEAwwPcG9wLmV4YW1wbGUuY29tMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE
        40xj/tcd/ASwYHR9pTpUVIB/5H6dlyATtAb0iSTND6peCY1c6pY9B3VReaCgQqSR
        tkGUW+hLw9eGiq0BYmQMPqN+MHwwGgYDVR0RBBMwEYIJbG9jYWxob3N0hwR/AAAB
        MAkGA1UdEwQCMAAwEwYDVR0lBAwwCgYIKwYBBQUHAwEwHQYDVR0OBBYEFGkB5wev
        nv3wWVVEK/qbnBOEUhX2MB8GA1UdIwQYMBaAFNeEvB3hgIYX/LYuC8Ss2LpXCuX6
        MAoGCCqGSM49BAMCA0cAMEQCIFDlx9PCEbmomQPj2Xik5VbDpsT/7ToxyhgxZd9A
        Xg0RAiAv+FE4QRPEHLN9FnmOzmU/yeP1/owtinzlZyPhMwUGfA==
        -----END CERTIFICATE-----
        """

    /// For elsewhere.example.com; valid until 2120.
    static let wrongName = """
        -----BEGIN CERTIFICATE-----
        MIIBsDCCAVagAwIBAgIBAzAKBggqhkjOPQQDAjAZMRcwFQYDVQQDDA5UZXN0IEF1
        dGhvcml0eTAgFw0yMDAxMDEwMDAwMDBaGA8yMTIwMDEwMTAwMDAwMFowIDEeMBwG
        A1UEAwwVZWxzZXdoZXJlLmV4YW1wbGUuY29tMFkwEwYHKoZIzj0CAQYIKoZIzj0D
        AQcDQgAE40xj/tcd/ASwYHR9pTpUVIB/5H6dlyATtAb0iSTND6peCY1c6pY9B3VR
        eaCgQqSRtkGUW+hLw9eGiq0BYmQMPqOBhTCBgjAgBgNVHREEGTAXghVlbHNld2hl
        cmUuZXhhbXBsZS5jb20wCQYDVR0TBAIwADATBgNVHSUEDDAKBggrBgEFBQcDATAd
        BgNVHQ4EFgQUaQHnB6+e/fBZVUQr+pucE4RSFfYwHwYDVR0jBBgwFoAU14S8HeGA
        hhf8ti4LxKzYulcK5fowCgYIKoZIzj0EAwIDSAAwRQIhAI/NM3paIHeIyMBq9tvJ
        oWSWdSpV/HyKdEsMdWTAZxnMAiA28aR9uXQD1l3zziO6lN2SIg5i1O/3kLcHq2Io
        XoDZ6Q==
        -----END CERTIFICATE-----
        """

    /// For localhost and 127.0.0.1; valid until 2021.
    static let expired = """
        -----BEGIN CERTIFICATE-----
        MIIBnzCCAUagAwIBAgIBBDAKBggqhkjOPQQDAjAZMRcwFQYDVQQDDA5UZXN0IEF1
        dGhvcml0eTAeFw0yMDAxMDEwMDAwMDBaFw0yMTAxMDEwMDAwMDBaMBoxGDAWBgNV
        BAMMD3BvcC5leGFtcGxlLmNvbTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABONM
        Y/7XHfwEsGB0faU6VFSAf+R+nZcgE7QG9IkkzQ+qXgmNXOqWPQd1UXmgoEKkkbZB
        lFvoS8PXhoqtAWJkDD6jfjB8MBoGA1UdEQQTMBGCCWxvY2FsaG9zdIcEfwAAATAJ
        BgNVHRMEAjAAMBMGA1UdJQQMMAoGCCsGAQUFBwMBMB0GA1UdDgQWBBRpAecHr579
        8FlVRCv6m5wThFIV9jAfBgNVHSMEGDAWgBTXhLwd4YCGF/y2LgvErNi6Vwrl+jAK
        BggqhkjOPQQDAgNHADBEAiBKtFFpfYJiB/sfGi+oY78G63YcqqRY+MnxgHTUXNm/
        WgIgXOyAyVLlfqdbJ4glRSTjrcz+UXGAk067qeRuCa0UOP4=
        -----END CERTIFICATE-----
        """

    /// The key of all servers.
    static let key = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgkUkgfTv25uEqh6/o
        lHN0vQuK9SYPg6Rl8eSeHgJWa2WhRANCAATjTGP+1x38BLBgdH2lOlRUgH/kfp2X
        IBO0BvSJJM0Pql4JjVzqlj0HdVF5oKBCpJG2QZRb6EvD14aKrQFiZAw+
        -----END PRIVATE KEY-----
        """
}
