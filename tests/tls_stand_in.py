"""What stands before a page that others reach: TLS is taken off and the bytes go on as they are, as a tunnel does it.

It also plays other sites, whose pages are given as text.
"""

import asyncio
import ssl
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import Queue

CERTIFICATE = Path(__file__).with_name("tls_stand_in.pem")


@contextmanager
def tls_stand_in(port: int, pages: Mapping[str, str] | None = None) -> Iterator[int]:
    """Listen for TLS and pass everything on to a port of 127.0.0.1. Gives the port that it listens on.

    `pages`: HTML by host, for hosts that are answered here and not passed on.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    listening: Queue[tuple[int, asyncio.AbstractEventLoop, asyncio.Event]] = Queue()
    # A thread of its own: in a test with a browser playwright's loop runs in this one.
    thread = threading.Thread(target=lambda: asyncio.run(_listen(context, port, pages or {}, listening)))
    thread.start()
    own_port, loop, over = listening.get(timeout=10)
    try:
        yield own_port
    finally:
        loop.call_soon_threadsafe(over.set)
        thread.join(10)


async def _listen(
    context: ssl.SSLContext,
    port: int,
    pages: Mapping[str, str],
    listening: Queue[tuple[int, asyncio.AbstractEventLoop, asyncio.Event]],
) -> None:
    tasks: set[asyncio.Task[None]] = set()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        tasks.add(task)
        with suppress(OSError, asyncio.IncompleteReadError, ssl.SSLError, asyncio.CancelledError):
            await _serve(reader, writer, port, pages)
        writer.close()
        tasks.discard(task)

    over = asyncio.Event()
    server = await asyncio.start_server(serve, "127.0.0.1", 0, ssl=context)
    listening.put((server.sockets[0].getsockname()[1], asyncio.get_running_loop(), over))
    await over.wait()
    server.close()
    for task in list(tasks):
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def _serve(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, port: int, pages: Mapping[str, str]
) -> None:
    head = await reader.readuntil(b"\r\n\r\n")
    lines = head.decode("latin-1").lower().split("\r\n")
    host = next((line.removeprefix("host:").strip() for line in lines if line.startswith("host:")), "").split(":")[0]
    if host in pages:
        body = pages[host].encode()
        kind = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(body)}\r\n"
        writer.write(f"{kind}Connection: close\r\n\r\n".encode() + body)
        await writer.drain()
        return
    inner_reader, inner_writer = await asyncio.open_connection("127.0.0.1", port)
    inner_writer.write(head)
    there = asyncio.create_task(_pump(reader, inner_writer))
    back = asyncio.create_task(_pump(inner_reader, writer))
    try:
        await asyncio.wait([there, back], return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in (there, back):
            task.cancel()
        await asyncio.gather(there, back, return_exceptions=True)
        inner_writer.close()


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while piece := await reader.read(65_536):
        writer.write(piece)
        await writer.drain()
