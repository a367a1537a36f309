#!/usr/bin/env python3
"""Judges delivered messages by readers of other projects: Python's email package and, where it is there, GNU mailutils.

    python3 Tests/Peers/judge_rows.py LIST.jsonl FOLDER

LIST holds the rows that a job mailed, FOLDER one file for each message that arrived, with whatever servers put above it.
Each message must say exactly what its row says; `Tests/RigTests/HostileRowTests.swift` has the templates. Prints one line
for each thing that is wrong, then how many messages were judged.
"""

import email
import email.header
import email.policy
import email.utils
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

OURS = ["From", "To", "Cc", "Subject", "Date", "Message-ID", "List-Unsubscribe", "X-Row", "X-Tag", "MIME-Version",
        "Content-Type"]
TRACE = {"return-path", "x-original-to", "delivered-to", "received", "envelope-to", "x-sandbox-to"}
TREE = ["multipart/mixed", "multipart/alternative", "text/plain", "text/x-amp-html", "multipart/related", "text/html",
        "image/png", "text/calendar", "text/plain"]


def lines(text):
    return re.split("\r\n|\n|\r", text)


def header(message, name):
    return str(email.header.make_header(email.header.decode_header(message[name].replace("\r\n", "").replace("\n", ""))))


def text(part):
    return part.get_payload(decode=True).decode("utf-8")


def squeezed(value):
    """White space at the ends and between encoded words is where readers differ."""
    return re.sub("[ \t]+", "", value)


def problems(raw, rows):
    found = []
    message = email.message_from_bytes(raw, policy=email.policy.compat32)

    def same(what, got, wanted):
        if got != wanted:
            found.append(f"{what}: {got!r} instead of {wanted!r}")

    row = rows.get(message["X-Row"])
    if row is None:
        return None, [f"no row: X-Row is {message['X-Row']!r}"]
    names = [name for name in message.keys() if name.lower() not in TRACE]
    same("fields", names, [name for name in OURS if name in names or name not in ("Cc", "X-Tag")])
    same("tree", [part.get_content_type() for part in message.walk()], TREE)
    modern = email.message_from_bytes(raw, policy=email.policy.default)
    same("defects", [str(part.defects) for part in modern.walk() if part.defects], [])
    [(_, address)] = email.utils.getaddresses([message["To"]])
    same("address", address, row["email"])
    same("subject", squeezed(header(message, "Subject")), squeezed(f"通知 {row['name']}"))
    parts = [part for part in message.walk() if not part.is_multipart()]
    if len(parts) != 6:
        return row, found
    same("text", lines(text(parts[0])), lines(f"{row['name']}\n{row['note']}\n.\nend {row['row']}\n"))
    same("image", parts[3].get_payload(decode=True), b"logo")
    same("cid", f"cid:{parts[3]['Content-ID'][1:-1]}" in text(parts[2]), True)
    same("file name", squeezed(parts[5].get_filename() or ""), squeezed(f"{row['label']}.txt"))
    calendar = lines(text(parts[4]))
    same("calendar", len([line for line in calendar if not line.startswith(" ")]), 9)
    same("method", parts[4].get_param("method"), "REQUEST")
    same("folding", [line for line in calendar if len(line.encode()) > 75], [])
    return row, found


def mailutils_tree(raw):
    """The leaves as GNU mailutils sees them."""
    with tempfile.NamedTemporaryFile(suffix=".mbox") as box:
        body = raw.replace(b"\r\n", b"\n")
        box.write(b"From x Tue Nov 24 18:00:00 2026\n" + re.sub(rb"(?m)^(>*From )", rb">\1", body) + b"\n")
        box.flush()
        run = subprocess.run([mailutils, "-N", "-f", box.name], input=b"struct 1\nquit\n", capture_output=True)
        return re.findall(r"^\d[\d.]*\s+([a-z]+/[a-z0-9.+-]+)", run.stdout.decode("utf-8", "replace"), re.M)


mailutils = shutil.which("mail.mailutils")


def main():
    rows = {row["row"]: row for row in map(json.loads, pathlib.Path(sys.argv[1]).read_text().split("\n")[:-1])}
    files = sorted(pathlib.Path(sys.argv[2]).iterdir())
    seen = set()
    failed = 0
    for place, path in enumerate(files):
        raw = path.read_bytes()
        row, found = problems(raw, rows)
        if row is not None:
            if row["row"] in seen:
                found.append(f"a second message of row {row['row']}")
            seen.add(row["row"])
        if mailutils and place % 10 == 0:
            leaves = [kind for kind in TREE if not kind.startswith("multipart/")]
            if mailutils_tree(raw) != leaves:
                found.append(f"mailutils sees {mailutils_tree(raw)}")
        failed += bool(found)
        for problem in found:
            print(f"{path.name}: {problem}")
    readers = "Python and GNU mailutils" if mailutils else "Python"
    print(f"{len(files)} messages judged by {readers}, {failed} of them wrong")
    return 1 if failed or not files else 0


if __name__ == "__main__":
    sys.exit(main())
