"""The door of a live page: who has no link, comes from elsewhere or behaves badly is out, and nobody else suffers."""

from __future__ import annotations

import http.client
import json
import socket
import time
from contextlib import ExitStack, suppress

import pytest
from visiting import house, until, visitor
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect

from toc.live.room import MOST_GUESTS

SMALL = "goal g: Everybody reads\n"


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    with house(tmp_path_factory.mktemp("door") / "plan.toc", text=SMALL) as found:
        yield found


def fetch(opened, path, method="GET", **headers):
    connection = http.client.HTTPConnection(opened.host, timeout=10)
    connection.putrequest(method, path, skip_host="Host" in headers)
    for name, value in headers.items():
        connection.putheader(name, value)
    connection.endheaders()
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    return answer, content


def let_go(page) -> str:
    """Wait until the other side closes, and give what it says."""
    try:
        while True:
            page.recv(timeout=20)
    except ConnectionClosed as closed:
        return str(closed)


def beginning_of_a_text(size: int) -> bytes:
    """The head of a websocket message that says how long it is; whoever must refuse it need not read further."""
    return b"\x81\xff" + size.to_bytes(8, "big") + bytes(4)


@pytest.mark.parametrize(
    "path",
    [
        "/", "/x/", "//", "/{word}", "/{word}x/", "/{half}/", "/x/assets/main.js", "/{word}/assets/nothing.js",
        "/{word}/assets/../server.py", "/{word}/assets/..%2fserver.py", "/{word}/assets/%2e%2e/server.py",
        "/{word}/vendor/..%5c..%5cserver.py", "/{word}/vendor/stamp", "/{word}/assets/index.html",
        "/{word}/assets//etc/passwd", "/{word}/plan.toc/", "/{word}/story.md%00", "/{word}/qr.svg",
    ],
)  # fmt: skip
def test_what_is_not_in_the_table_is_not_there(opened, path):
    answer, content = fetch(opened, path.format(word=opened.word, half=opened.word[:10]))
    assert answer.status in (404, 405, 307)
    assert b"root:" not in content
    assert b"Starlette" not in content
    assert b"Everybody" not in content


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:{port}", "127.0.0.1", "localhost:1", "", "127.0.0.1.evil:{port}"]
)
def test_a_request_that_was_meant_for_another_host_is_not_heard(opened, host):
    port = opened.host.split(":")[1]
    answer, content = fetch(opened, f"/{opened.word}/", Host=host.format(port=port))
    assert answer.status in (400, 404)
    assert b"<html" not in content


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
@pytest.mark.parametrize("name", ["", "plan.toc", "assets/look.css"])
def test_only_reading_goes_by_http(opened, method, name):
    answer, _ = fetch(opened, f"/{opened.word}/{name}", method)
    assert answer.status == 405
    assert opened.file.read_text(encoding="utf-8") == SMALL


@pytest.mark.parametrize(
    "name", ["", "assets/look.css", "assets/main.js", "picture.svg", "story.md", "plan.toc", "pack.zip", "nothing"]
)
def test_every_answer_keeps_quiet(opened, name):
    answer, _ = fetch(opened, f"/{opened.word}/{name}")
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert answer.headers["Server"] is None


def test_generated_documents_are_sealed_and_the_page_is_strict(opened):
    for name in ("picture.svg", "story.md", "plan.toc", "pack.zip"):
        answer, _ = fetch(opened, f"/{opened.word}/{name}")
        assert answer.status == 200
        assert answer.headers["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
    first, page = fetch(opened, f"/{opened.word}/")
    second, _ = fetch(opened, f"/{opened.word}/")
    policy = first.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert policy != second.headers["Content-Security-Policy"], "the nonce is used once"
    assert b"{{" not in page


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "https://127.0.0.1:{port}", "http://127.0.0.1", "file://"]
)
def test_a_page_from_elsewhere_gets_no_socket(opened, origin):
    port = opened.host.split(":")[1]
    with pytest.raises(InvalidStatus), connect(opened.socket(), origin=origin.format(port=port)):
        pass


def test_a_page_from_here_does(opened):
    with connect(opened.socket(), origin=f"http://{opened.host}") as page:
        assert json.loads(page.recv())["type"] == "hello"


def test_a_wrong_word_gets_no_socket(opened):
    with pytest.raises(InvalidStatus), connect(opened.socket().replace(opened.word, "x" * len(opened.word))):
        pass


@pytest.mark.parametrize(
    "message",
    [
        "", "x", "[]", "null", "1", '"push"', "{}", '{"type":1}', '{"type":"nothing"}', '{"type":["push"]}', "[" * 5000,
        '{"type":"push"}', '{"type":"push","file":"plan.toc"}', '{"type":"push","file":"plan.toc","version":0}',
        '{"type":"push","file":"plan.toc","version":VERSION,"updates":[]}',
        '{"type":"push","file":"plan.toc","version":VERSION,"updates":[{}]}',
        '{"type":"push","file":"plan.toc","version":VERSION,"updates":[{"clientID":"a","changes":[99]}]}',
        '{"type":"push","file":"plan.toc","version":VERSION,"updates":[{"clientID":"a","changes":[24,[0,"\\ud800"]]}]}',
        '{"type":"push","file":"../plan.toc","version":0,"updates":[]}', '{"type":"open","file":"/etc/passwd"}',
        '{"type":"weave","file":"plan.toc","base":1,"text":"x"}', '{"type":"settle","file":"nothing"}',
    ],
)  # fmt: skip
def test_what_nobody_understands_is_refused_in_a_sentence_and_changes_nothing(opened, message):
    with visitor(opened) as page:
        found = page.open()
        page.socket.send(message.replace("VERSION", str(found["version"])))
        said = page.hear("refused")["message"]
        assert said.endswith(".")
        assert page.open() == found


def test_what_asks_for_nothing_sensible_is_answered_in_a_sentence(opened):
    with visitor(opened) as page:
        page.open()
        for asked in ({"what": "nothing"}, {"what": "hover", "file": "x"}, {"what": "complete"}, {"what": ["hover"]}):
            assert page.ask(**asked)["trouble"].endswith(".")
        for at in (-5, 10**12, None, "x", 1.5, True):
            assert "from" in page.ask("complete", file="plan.toc", at=at)


def test_a_message_that_is_too_long_ends_only_its_own_visit(opened):
    with visitor(opened) as other:
        other.open()
        with connect(opened.socket()) as page:
            page.socket.sendall(beginning_of_a_text(4 * 1024 * 1024 + 1))
            assert "too big" in let_go(page)
        assert other.open()["text"] == SMALL


def test_who_says_too_much_is_let_go_and_others_are_not(opened):
    with visitor(opened) as other:
        other.open()
        with visitor(opened) as page:
            with suppress(ConnectionClosed):
                for _ in range(5000):
                    page.say("look")
            assert let_go(page.socket)
        assert other.open()["text"] == SMALL


def test_who_takes_nothing_is_let_go_and_the_others_do_not_wait(opened):
    host, port = opened.host.split(":")
    deaf = socket.create_connection((host, int(port)))
    deaf.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
    asking = (
        f"GET /{opened.word}/socket HTTP/1.1\r\nHost: {opened.host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n"
    )
    deaf.sendall(asking.encode())
    with visitor(opened) as page:
        found = page.open()
        begun = time.monotonic()
        for number in range(30):
            page.type(found["version"] + number, [[0, "#"], len(SMALL) + number])
            page.hear("updates")
        assert time.monotonic() - begun < 10
        page.say("weave", file="plan.toc", base="#" * 30 + SMALL, text=SMALL)
        page.hear("text")
    until(lambda: opened.file.read_text(encoding="utf-8") == SMALL)
    deaf.close()


def test_a_full_room_says_so(opened):
    with ExitStack() as pages:
        for _ in range(MOST_GUESTS):
            pages.enter_context(connect(opened.socket(), max_size=None, close_timeout=0.01))
        with connect(opened.socket()) as one_more:
            assert "full" in let_go(one_more)


def test_the_words_of_the_links_are_said_once_and_in_no_log(tmp_path):
    with house(tmp_path / "plan.toc", text=SMALL) as opened:
        fetch(opened, f"/{opened.word}/nothing")
        fetch(opened, f"/{opened.word}/")
        opened.process.send_signal(2)
        said = opened.process.stdout.read()
    assert opened.word not in said
