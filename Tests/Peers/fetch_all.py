#!/usr/bin/env python3
"""Writes the mail of many POP3 mailboxes into a folder, one file for each message.

    python3 Tests/Peers/fetch_all.py PORT FOLDER ADDRESS…
"""

import pathlib
import poplib
import sys


def main():
    folder = pathlib.Path(sys.argv[2])
    for address in sys.argv[3:]:
        box = poplib.POP3("127.0.0.1", int(sys.argv[1]))
        box.user(address)
        box.pass_("any")
        for number in range(1, box.stat()[0] + 1):
            (folder / f"{address}-{number}.eml").write_bytes(b"\r\n".join(box.retr(number)[1]) + b"\r\n")
        box.quit()


if __name__ == "__main__":
    main()
