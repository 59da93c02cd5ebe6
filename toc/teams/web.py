"""The one caller of a forge: JSON out, JSON in, and every failure one sentence.

There are no detours: an answer that sends us elsewhere is a failure, so that the token is shown to nobody else.
"""

from __future__ import annotations

import json
from http.client import HTTPException
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from urllib.error import HTTPError
from urllib.request import HTTPRedirectHandler, Request, build_opener

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_SECONDS: Final = 30
_PAGES: Final = 100
_ELSEWHERE: Final = 3
_REFUSALS: Final = {
    401: "it does not know the token",
    403: "the token may not write comments here, as is always so for a request that comes from a fork",
    404: "it shows nothing of the kind to this token",
}


class ForgeTrouble(Exception):  # noqa: N818  "error" is not a word to meet in a workshop
    """A forge that could not be asked, or said no; the text is one sentence without anybody's words in it."""


class Address(NamedTuple):
    """Where a forge answers, and the header that opens its door."""

    url: str
    headers: Mapping[str, str]


class _NoDetours(HTTPRedirectHandler):
    def redirect_request(self, *_: Any) -> None:
        """Follow nothing."""


def ask(address: Address, method: str, path: str, body: Mapping[str, str] | None = None) -> Any:
    """Ask a forge and give its answer; raises ForgeTrouble where there is none, or it says no."""
    if not address.url.startswith(("https://", "http://")):
        msg = "The address of the forge is none: it starts with neither https:// nor http://."
        raise ForgeTrouble(msg)
    content = json.dumps(body).encode() if body is not None else None
    headers = {**address.headers, "Content-Type": "application/json", "User-Agent": "toc"}
    request = Request(address.url.rstrip("/") + path, content, headers, method=method)  # noqa: S310  checked above
    try:
        with build_opener(_NoDetours).open(request, timeout=_SECONDS) as answer:
            return json.load(answer)
    except HTTPError as error:
        error.close()
        why = "it sent us elsewhere" if error.code // 100 == _ELSEWHERE else _REFUSALS.get(error.code, "it could not")
        msg = f"The forge said no, with status {error.code}: {why}."
        raise ForgeTrouble(msg) from None
    except (OSError, HTTPException, ValueError) as error:
        msg = f"The forge did not answer ({type(error).__name__})."
        raise ForgeTrouble(msg) from None


def pages(address: Address, path: str) -> Iterator[Any]:
    """Give everything of a list that comes in pages; ``path`` has its own question mark."""
    for page in range(1, _PAGES + 1):
        found = ask(address, "GET", f"{path}&page={page}")
        if not found:
            return
        yield from found
