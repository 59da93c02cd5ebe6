"""The notes of a merge request on GitLab, as the environment of a job names it."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from .comment import Comment, Forge
from .web import Address, ForgeTrouble, ask, pages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping


def forge(environment: Mapping[str, str]) -> Forge:
    """Find the request; raises ForgeTrouble where a job belongs to none, or has no token.

    The token of a job itself may not write notes, so the project has to bring one as TOC_TOKEN.
    """
    number, token = environment.get("CI_MERGE_REQUEST_IID", ""), environment.get("TOC_TOKEN", "")
    if not number.isdecimal():
        msg = "This job belongs to no merge request."
        raise ForgeTrouble(msg)
    if not token:
        msg = "There is no token to write a note with: the variable TOC_TOKEN is not set, or not for this branch."
        raise ForgeTrouble(msg)
    address = Address(environment.get("CI_API_V4_URL", ""), {"PRIVATE-TOKEN": token})
    project = quote(environment.get("CI_MERGE_REQUEST_PROJECT_ID", ""), safe="")
    notes = f"/projects/{project}/merge_requests/{number}/notes"
    me = cache(lambda: ask(address, "GET", "/user")["id"])
    return Forge(
        partial(_notes, address, f"{notes}?per_page=100&sort=asc&order_by=created_at", me),
        lambda text: ask(address, "POST", notes, {"body": text}),
        lambda number, text: ask(address, "PUT", f"{notes}/{number}", {"body": text}),
    )


def _notes(address: Address, path: str, me: Callable[[], Any]) -> Iterator[Comment]:
    for each in pages(address, path):
        yield Comment(each["id"], each["body"] or "", partial(_is, each["author"]["id"], me))


def _is(author: Any, me: Callable[[], Any]) -> bool:
    return bool(author == me())
