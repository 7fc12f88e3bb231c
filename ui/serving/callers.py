"""The address that counts for a request."""

import ipaddress

from starlette.datastructures import Headers
from starlette.types import Scope

from studio.people.passwords import is_loopback
from ui.serving.origins import SHARE_SUFFIX, host_of

BEHIND_A_PROXY = "behind a proxy"  # the address of everybody who comes through a share link or a proxy on this computer


def address_of(scope: Scope, *, is_space: bool) -> str:
    """The address that counts for a request.

    X-Forwarded-For is what the sender says, and only believed on a Space, which nothing reaches but its proxy: there
    the last public address in it is the one that the proxy saw. Through a share link everybody has one address.
    """
    peer = scope["client"][0] if scope.get("client") else ""
    headers = Headers(scope=scope)
    if is_space:
        for name in reversed(headers.get("x-forwarded-for", "").split(",")):
            if _is_public(name.strip()):
                return _whole(name.strip())
        return peer
    host = host_of(headers.get("host", ""))
    if host.endswith(SHARE_SUFFIX) or is_loopback(peer) != is_loopback(host):
        return BEHIND_A_PROXY  # a tunnel, a proxy on this computer, or a container's own network
    return _whole(peer)


def _whole(address: str) -> str:
    """What one household has: an IPv4 address, or the first 64 bits of an IPv6 one."""
    try:
        number = ipaddress.ip_address(address)
    except ValueError:
        return address
    return str(ipaddress.ip_network((number, 64), strict=False)) if number.version == 6 else address


def _is_public(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_global
    except ValueError:
        return False
