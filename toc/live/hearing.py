"""What pages say, and what is done about it: a table of messages, with who may send them.

A message is a JSON object with a ``type``. What somebody may not do, or what nobody understands, is refused in a
sentence and changes nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from toc.service import round_named

from .changes import BadChange
from .look import look_of

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Mapping

    from .desk import Open
    from .guest import Guest
    from .room import Room

    Message = Mapping[str, Any]
    Doing = Coroutine[Any, Any, None] | None
    Does = Callable[[Room, Guest, Message], Doing]

_STRANGE = "This page is of another version than the program. Load it again."
_READERS = "This link is for reading. Ask the facilitator for the one for writing."


def hear(room: Room, guest: Guest, message: Any) -> None:
    """Do what a page asks for."""
    kind = message.get("type") if isinstance(message, dict) else None
    known = MESSAGES.get(kind) if isinstance(kind, str) else None
    if known is None:
        guest.tell({"type": "refused", "message": _STRANGE})
        return
    writers_only, does = known
    if writers_only and guest.may != "write":
        guest.tell({"type": "refused", "message": _READERS})
        return
    try:
        doing = does(room, guest, message)
    except BadChange as trouble:
        guest.tell({"type": "refused", "message": str(trouble), "file": message.get("file")})
        return
    if doing is not None:
        room.spawn(doing)


def _open(room: Room, guest: Guest, message: Message) -> None:
    name, laid = _file(room, message)
    guest.opened.add(name)
    guest.tell(_document(room, guest, name, laid))


def _push(room: Room, guest: Guest, message: Message) -> None:
    name, laid = _file(room, message)
    version = message.get("version")
    if type(version) is not int:
        msg = "A change says which version it was made on."
        raise BadChange(msg)
    if laid.shared.push(version, message.get("updates")):
        room.tell_updates(name, version)
        room.changed()
        return
    missed = laid.shared.since(version)
    if missed is None:
        guest.tell(_document(room, guest, name, laid))
    else:
        updates = [one.as_json() for one in missed]
        guest.tell({"type": "updates", "file": name, "version": version, "updates": updates})


def _weave(room: Room, guest: Guest, message: Message) -> None:
    name, laid = _file(room, message)
    base, text = message.get("base"), message.get("text")
    if not isinstance(base, str) or not isinstance(text, str):
        msg = "A text that is to be woven in comes with the one it was made from."
        raise BadChange(msg)
    version = laid.shared.version
    changed = laid.shared.weave("woven", _one_line_end(base), _one_line_end(text))
    guest.opened.discard(name)  # it gets the text, and with it the changes
    if changed:
        room.tell_updates(name, version)
        room.changed()
    guest.opened.add(name)
    shared, number = laid.shared, message.get("id")
    guest.tell({"type": "text", "file": name, "id": number, "version": shared.version, "text": shared.text})


def _look(room: Room, guest: Guest, message: Message) -> None:
    guest.look = look_of(message)
    guest.drawing = False
    room.seeing.show_to(guest)


def _drawn(room: Room, guest: Guest, message: Message) -> None:
    if message.get("number") == guest.number:
        guest.drawing = False
        room.seeing.show_to(guest)


def _ask(room: Room, guest: Guest, message: Message) -> Doing:
    return room.answerer.answer(guest, message)


def _round(room: Room, _: Guest, message: Message) -> None:
    room.round = round_named(str(message.get("round")))
    room.tell_room()
    room.seeing.wake()


def _pack(room: Room, guest: Guest, _: Message) -> Doing:
    return room.answerer.pack(guest)


def _settle(room: Room, _: Guest, message: Message) -> Doing:
    name, _laid = _file(room, message)
    return room.saving.write_again(name)


def _file(room: Room, message: Message) -> tuple[str, Open]:
    name = message.get("file")
    laid = room.desk.open.get(name) if isinstance(name, str) else None
    if laid is None or not isinstance(name, str):
        msg = "There is no such file on the table."
        raise BadChange(msg)
    return name, laid


def _document(room: Room, guest: Guest, name: str, laid: Open) -> dict[str, Any]:
    return {
        "type": "document",
        "file": name,
        "version": laid.shared.version,
        "text": laid.shared.text,
        "writable": guest.may == "write",
        "run": room.run,
    }


def _one_line_end(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


MESSAGES: dict[str, tuple[bool, Does]] = {
    "open": (False, _open),
    "look": (False, _look),
    "drawn": (False, _drawn),
    "ask": (False, _ask),
    "push": (True, _push),
    "weave": (True, _weave),
    "round": (True, _round),
    "pack": (True, _pack),
    "settle": (True, _settle),
}
"""What pages may say: whether only those who write may, and what it does."""
