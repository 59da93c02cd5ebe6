"""Who may do what, and what every answer carries.

A live page is an open door on somebody's computer, so: the way in is a long random word in the link, one for writing
and one for reading; only requests to a known address and from a page of that address are heard; nothing may be framed,
guessed, kept in a cache or sent to anybody else.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
import secrets
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from toc.files import FileTrouble, write

if TYPE_CHECKING:
    from collections.abc import Iterable

May = Literal["write", "read"]

_SECRET_BYTES = 32
_WORD_BYTES = 18

QUIET = (
    (b"cache-control", b"no-store"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
)
"""What every answer carries."""

SEALED = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; frame-ancestors 'none'"
"""What documents made from somebody's text carry: nothing in them runs or calls anybody."""


@dataclass(frozen=True, slots=True)
class Keys:
    """The words in the two links."""

    write: str
    read: str

    def may(self, word: str) -> May | None:
        """Say what a word opens. Takes as long for a wrong word as for a right one."""
        given = word.encode("utf-8", "replace")
        writes, reads = (hmac.compare_digest(given, key.encode()) for key in (self.write, self.read))
        return "write" if writes else "read" if reads else None


@dataclass(frozen=True, slots=True)
class Door:
    """The addresses under which the page is known, such as ``127.0.0.1:8137``."""

    hosts: frozenset[str]

    def knows(self, host: str) -> bool:
        """Say whether a request was meant for us."""
        return host in self.hosts

    def trusts(self, origin: str | None) -> bool:
        """Say whether a page that opens a socket is one of ours; programs name no page, and need the word anyway."""
        return origin is None or origin in {f"http://{host}" for host in self.hosts}


def door_for(addresses: Iterable[str], port: int) -> Door:
    """Know these addresses, and the names of this machine for itself."""
    names = {"127.0.0.1", "localhost", "[::1]", *[f"[{one}]" if ":" in one else one for one in addresses]}
    return Door(frozenset([f"{name}:{port}" for name in names]))


def page_policy(nonce: str, import_map: str | None, host: str) -> str:
    """Say what the page itself may do: its own scripts and styles, its own socket, nothing from anywhere else.

    ``host`` is one that the door knows. It is named for the socket because some browsers do not count that as 'self'.
    """
    scripts = "'self'"
    if import_map is not None:
        digest = base64.b64encode(hashlib.sha256(import_map.encode()).digest()).decode()
        scripts += f" 'sha256-{digest}'"
    return (
        f"default-src 'none'; script-src {scripts}; style-src 'self' 'nonce-{nonce}'; img-src 'self' data:; "
        f"font-src 'self'; connect-src 'self' ws://{host}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )


def keys_for(path: str, folder: str | None, *, new: bool = False) -> Keys:
    """Give the words for a plan: the same each time, so that links last, made from a secret in ``folder``.

    Without a folder that can be written, or with ``new``, the words are other ones than before.
    """
    secret = _secret(folder, new=new) if folder else secrets.token_bytes(_SECRET_BYTES)
    place = os.path.realpath(path).encode("utf-8", "surrogateescape")
    return Keys(_word(secret, b"write", place), _word(secret, b"read", place))


def _word(secret: bytes, what: bytes, place: bytes) -> str:
    digest = hmac.new(secret, what + b"\n" + place, hashlib.sha256).digest()
    return base64.urlsafe_b64encode(digest[:_WORD_BYTES]).decode()


def _secret(folder: str, *, new: bool) -> bytes:
    file = os.path.join(folder, "key")
    if not new:
        with suppress(OSError, ValueError), open(file, encoding="ascii") as kept:
            secret = bytes.fromhex(kept.read().strip())
            if len(secret) == _SECRET_BYTES:
                return secret
    secret = secrets.token_bytes(_SECRET_BYTES)
    with suppress(OSError, FileTrouble):
        os.makedirs(folder, mode=0o700, exist_ok=True)
        os.close(os.open(file, os.O_WRONLY | os.O_CREAT, 0o600))
        write(file, secret.hex() + "\n")
    return secret
