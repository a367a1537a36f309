#!/usr/bin/env python3
"""A relay on aiosmtpd, another project's SMTP server, with the faults that real ones have.

    aiosmtpd_server.py --taken FILE [--bytes] [--delay MS] [--closing-after N]

Prints its port and ends when its standard input does. Each message that is there when the server answers the final dot,
or does not, adds its recipients to FILE, one a line. Faults go by how a local part begins:

    nobody    550 to RCPT                           later     451 to RCPT
    turned    taken at RCPT, 554 to the final dot   paused    taken at RCPT, 452 to the final dot
    vanished  closed behind the final dot           endless   RCPT is answered by lines without end
    garbage   RCPT is answered by noise             wordy     RCPT is refused in thirty lines

    --bytes             replies come byte by byte
    --delay MS          each reply comes this much later
    --closing-after N   421 to MAIL behind N messages of a connection, which is then closed
"""

import argparse
import asyncio
import os
import socket
import sys
import threading

from aiosmtpd.smtp import SMTP

REPLIES_TO_RCPT = {
    "nobody": "550 5.1.1 no such user 查无此人",
    "later": "451 4.2.1 mailbox busy, later please 请稍后",
    "endless": "\r\n".join(f"250-2.1.5 line {number}" for number in range(50_000)),
    "garbage": "?!\u0000 HTTP/1.1 200 OK \u00ff",
    "wordy": "\r\n".join(f"550-5.7.1 reason {number}" for number in range(30)) + "\r\n550 5.7.1 for all these reasons",
}
REPLIES_TO_DOT = {
    "turned": "554 5.7.1 second thoughts about this message",
    "paused": "452 4.3.1 no space for this message now",
}


def word(address):
    """The letters that a local part begins with."""
    local = address.split("@")[0]
    return local.rstrip("0123456789")


class Relay(SMTP):
    def __init__(self, options):
        self.options = options
        super().__init__(Rules(options), enable_SMTPUTF8=True, hostname="aiosmtpd.rig.example")

    def connection_made(self, transport):
        transport.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        super().connection_made(transport)

    async def push(self, status):
        text = status.encode() if isinstance(status, str) else status
        if self.options.delay:
            await asyncio.sleep(self.options.delay / 1000)
        if self.options.bytes:
            for place in range(len(text)):
                self._writer.write(text[place : place + 1])
                await asyncio.sleep(0)
            text = b""
        await super().push(text)
        if status[:3] in ("421", b"421"):
            self.transport.close()


class Rules:
    def __init__(self, options):
        self.options = options

    async def handle_MAIL(self, server, session, envelope, address, options):
        count = getattr(session, "count", 0)
        if self.options.closing_after and count >= self.options.closing_after:
            return "421 4.7.0 enough over this connection 请重新连接"
        envelope.mail_from = address
        return "250 2.1.0 ok"

    async def handle_RCPT(self, server, session, envelope, address, options):
        reply = REPLIES_TO_RCPT.get(word(address))
        if reply is None:
            envelope.rcpt_tos.append(address)
        return reply or "250 2.1.5 ok"

    async def handle_DATA(self, server, session, envelope):
        session.count = getattr(session, "count", 0) + 1
        first = word(envelope.rcpt_tos[0])
        reply = REPLIES_TO_DOT.get(first)
        if reply is None:
            with open(self.options.taken, "a") as taken:
                taken.write("".join(address + "\n" for address in envelope.rcpt_tos))
        if first == "vanished":
            server.transport.close()
        return reply or "250 2.0.0 taken 已收下"


async def serve(options):
    server = await asyncio.get_running_loop().create_server(lambda: Relay(options), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--taken", required=True)
    parser.add_argument("--bytes", action="store_true")
    parser.add_argument("--delay", type=int, default=0)
    parser.add_argument("--closing-after", type=int, default=0)
    options = parser.parse_args()

    def end_with_input():
        sys.stdin.read()
        os._exit(0)

    threading.Thread(target=end_with_input, daemon=True).start()
    asyncio.run(serve(options))


main()
