#!/usr/bin/env python3
"""Reads composed messages with Python's email package and compares them with what they were to say.

    MARTLET_PEER_SAMPLES=/tmp/samples swift test --filter PeerSampleTests
    python3 Tests/Peers/compose_roundtrip.py /tmp/samples
"""

import base64
import email
import email.header
import email.policy
import email.utils
import json
import pathlib
import sys


def raw_field(raw: bytes, name: str) -> str:
    """The unfolded value as it stands; bytes beyond ASCII are UTF-8, which Python keeps as surrogates."""
    [value] = [text for field, text in email.message_from_bytes(raw).raw_items() if field == name]
    return value.replace("\r\n", "").encode("utf-8", "surrogateescape").decode()


def problems(raw: bytes, expected: dict) -> list[str]:
    found = []
    message = email.message_from_bytes(raw, policy=email.policy.default.clone(utf8=True))

    def same(what, got, wanted):
        if got != wanted:
            found.append(f"{what}: {got!r} instead of {wanted!r}")

    same("defects", [str(part.defects) for part in message.walk() if part.defects], [])
    for line in raw.split(b"\r\n"):
        if b"\r" in line or b"\n" in line or len(line) > 998:
            found.append(f"line {line[:40]!r}")
    same("subject", str(message["Subject"]), expected["subject"])
    same("note", str(message["X-Note"]), expected["note"])
    # The newer policies of some versions put a space between adjacent encoded words of a display name: the old do not.
    [(name, address)] = email.utils.getaddresses([raw_field(raw, "To")])
    same("name", str(email.header.make_header(email.header.decode_header(name))), expected["name"])
    same("address", address, expected["address"])
    same("fields", [name for name in message.keys() if name in ("Bcc", "Cc", "Received")], [])
    text, html, file = [part for part in message.walk() if not part.is_multipart()]

    def body(part):
        return part.get_payload(decode=True).decode().replace("\r\n", "\n")

    same("text", body(text), expected["text"].replace("\r\n", "\n"))
    same("html", body(html), expected["html"].replace("\r\n", "\n"))
    same("filename", file.get_filename(), expected["filename"])
    same("content", file.get_payload(decode=True), base64.b64decode(expected["content"]))
    return found


def main() -> int:
    files = sorted(pathlib.Path(sys.argv[1]).glob("*.eml"))
    failed = 0
    for path in files:
        found = problems(path.read_bytes(), json.loads(path.with_suffix(".json").read_text()))
        failed += bool(found)
        for problem in found:
            print(f"{path.name}: {problem}")
    print(f"{len(files) - failed} passed, {failed} failed")
    return 1 if failed or not files else 0


if __name__ == "__main__":
    sys.exit(main())
