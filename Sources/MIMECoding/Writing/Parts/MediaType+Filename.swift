extension MediaType {
    /// The media type that a file's name suggests; bytes of which nothing is known for any other ending.
    ///
    /// Endings of messages and archives of them give plain bytes, because `message/…` cannot be sent as base64.
    ///
    /// - Parameter filename: the name as UTF-8; upper and lower case are the same.
    package init(filename: some BidirectionalCollection<UInt8>) {
        let ending = filename.reversed().prefix { $0 != 0x2E }.reversed()
        let hasEnding = ending.count < filename.count && ending.count < 8
        let name = String(decoding: ending.map { ASCIICase.lower($0) }, as: UTF8.self)
        self = (hasEnding ? Self.byEnding[name] : nil) ?? .octetStream
    }

    private static let byEnding: [String: MediaType] = [
        "pdf": MediaType(known: "application/pdf"),
        "png": MediaType(known: "image/png"),
        "jpg": MediaType(known: "image/jpeg"),
        "jpeg": MediaType(known: "image/jpeg"),
        "gif": MediaType(known: "image/gif"),
        "webp": MediaType(known: "image/webp"),
        "avif": MediaType(known: "image/avif"),
        "svg": MediaType(known: "image/svg+xml"),
        "txt": MediaType(known: "text/plain"),
        "md": MediaType(known: "text/markdown"),
        "csv": MediaType(known: "text/csv"),
        "html": MediaType(known: "text/html"),
        "htm": MediaType(known: "text/html"),
        "ics": MediaType(known: "text/calendar"),
        "vcf": MediaType(known: "text/vcard"),
        "json": MediaType(known: "application/json"),
        "xml": MediaType(known: "application/xml"),
        "zip": MediaType(known: "application/zip"),
        "gz": MediaType(known: "application/gzip"),
        "rtf": MediaType(known: "application/rtf"),
        "doc": MediaType(known: "application/msword"),
        "xls": MediaType(known: "application/vnd.ms-excel"),
        "ppt": MediaType(known: "application/vnd.ms-powerpoint"),
        "docx": MediaType(known: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        "xlsx": MediaType(known: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        "pptx": MediaType(known: "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
        "odt": MediaType(known: "application/vnd.oasis.opendocument.text"),
        "ods": MediaType(known: "application/vnd.oasis.opendocument.spreadsheet"),
        "epub": MediaType(known: "application/epub+zip"),
        "mp3": MediaType(known: "audio/mpeg"),
        "mp4": MediaType(known: "video/mp4"),
    ]
}
