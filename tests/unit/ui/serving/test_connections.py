"""Which connection gives way, and how long one may say nothing."""

import asyncio
import contextlib

import pytest
import uvicorn
from starlette.responses import PlainTextResponse

from ui.serving.connections import Connections, allow_open_files, guarded


class Link:
    """A connection that only knows whether it was closed."""

    def __init__(self, is_known: bool = False) -> None:
        self.is_known = is_known
        self.is_closed = False

    def abort(self) -> None:
        self.is_closed = True


def test_a_strangers_oldest_connection_gives_way_to_a_new_one() -> None:
    connections = Connections(4, None)
    friend, *strangers = Link(is_known=True), Link(), Link(), Link(), Link()
    for link in (friend, *strangers):
        connections.add(link, "127.0.0.1")
    assert [link.is_closed for link in (friend, *strangers)] == [False, True, False, False, False]
    assert len(connections) == 4


def test_who_holds_the_most_gives_way_and_not_who_came_first() -> None:
    connections = Connections(4, None)
    single, *many = Link(), Link(), Link(), Link(), Link()
    connections.add(single, "192.168.1.7")
    for link in many:
        connections.add(link, "192.168.1.66")
    assert [link.is_closed for link in (single, *many)] == [False, True, False, False, False]


def test_one_address_of_a_network_holds_its_share_alone() -> None:
    connections = Connections(100, 3)
    links = [Link() for _ in range(5)]
    for link in links:
        connections.add(link, "192.168.1.66")
    assert [link.is_closed for link in links] == [True, True, False, False, False]


def test_connections_are_fewer_than_open_files() -> None:
    assert 100 <= allow_open_files() <= 1000


def test_a_connection_that_asks_for_nothing_is_closed_and_one_that_asks_is_answered(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("ui.serving.connections.SECONDS_TO_ASK", 0.2)
    asyncio.run(_patience())


async def _patience() -> None:
    connections = Connections(10, None)
    config = uvicorn.Config(PlainTextResponse("here"), host="127.0.0.1", port=0, log_level="error", lifespan="off")
    config.load()
    config.http_protocol_class = guarded(config.http_protocol_class, connections)
    server = uvicorn.Server(config)
    running = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    half, whole = b"GET / HTTP/1.1\r\nX-Slow: ", b"GET / HTTP/1.1\r\nHost: a\r\n\r\n"
    for said in (b"", half):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(said)
        with contextlib.suppress(ConnectionResetError):
            assert await asyncio.wait_for(reader.read(), 3) == b""
        writer.close()
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(whole)
    assert b"200 OK" in await asyncio.wait_for(reader.readuntil(b"here"), 3)
    writer.write(half)
    with contextlib.suppress(ConnectionResetError):
        assert await asyncio.wait_for(reader.read(), 3) == b"", "also after an answer"
    writer.close()
    while len(connections):
        await asyncio.sleep(0.01)
    server.should_exit = True
    await running
