"""The archive of a poll (`.bel`): an append-only tar of data and events, named by their hashes (specification, 4.4)."""

import base64
import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

BLOCK = 512


def receipt_of(ballot: str) -> str:
    """The tracker that a voter keeps: what the box lists."""
    return base64.b64encode(hashlib.sha256(ballot.encode()).digest()).decode().rstrip("=")


def compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


@dataclass
class Archive:
    """Everything in it has one time, the day the poll was opened: the archive tells no order of votes."""

    timestamp: int
    content: bytearray = field(default_factory=bytearray)
    parent: str = ""
    height: int = 0
    last: dict[str, Any] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)

    @classmethod
    def begin(
        cls, timestamp: int, election: str, trustees: str, credentials: Sequence[str]
    ) -> "Archive":
        made = cls(timestamp)
        made._add("BELENIOS", compact({"version": 1, "timestamp": str(timestamp)}))
        setup = {
            "election": made.data(election),
            "trustees": made.data(trustees),
            "credentials": made.data(compact(list(credentials))),
        }
        made.event("Setup", compact(setup))
        return made

    @classmethod
    def load(cls, content: bytes) -> "Archive":
        """Go on where it stopped."""
        found = cls(0, bytearray(content))
        place = 0
        while place < len(content):
            head = content[place : place + BLOCK]
            name = head[:100].rstrip(b"\0").decode()
            size, found.timestamp = int(head[124:135], 8), int(head[136:147], 8)
            found.names.add(name)
            if name.endswith(".event.json"):
                found.last = json.loads(content[place + BLOCK : place + BLOCK + size])
                found.parent, found.height = name.partition(".")[0], found.height + 1
            place += BLOCK + size + -size % BLOCK
        return found

    def read(self, digest: str) -> str:
        """The words of this hash."""
        place = self.content.index(f"{digest}.data.json".encode())
        size = int(self.content[place + 124 : place + 135], 8)
        return self.content[place + BLOCK : place + BLOCK + size].decode()

    def data(self, text: str) -> str:
        digest = hashlib.sha256(text.encode()).hexdigest()
        self._add(f"{digest}.data.json", text)
        return digest

    def event(self, kind: str, payload: str | None = None) -> None:
        told: dict[str, Any] = {"parent": self.parent} if self.parent else {}
        told |= {"height": self.height, "type": kind}
        if payload is not None:
            told["payload"] = self.data(payload)
        text = compact(told)
        self.parent = hashlib.sha256(text.encode()).hexdigest()
        self._add(f"{self.parent}.event.json", text)
        self.height += 1

    def _add(self, name: str, text: str) -> None:
        if name in self.names:
            return  # the same words are there already
        self.names.add(name)
        body = text.encode()
        self.content += _header(name, len(body), self.timestamp) + body
        self.content += bytes(-len(body) % BLOCK)


def _header(name: str, size: int, at: int) -> bytes:
    """An old-style tar header: regular file, everybody may read it, of nobody."""
    parts = [
        name.encode().ljust(100, b"\0"), b"0000644\0", b"0000000\0", b"0000000\0",
        b"%011o\0" % size, b"%011o\0" % at,
    ]  # fmt: skip
    head, tail = b"".join(parts), b"0" + bytes(BLOCK - 157)
    return head + b"%06o\0 " % sum(head + b" " * 8 + tail) + tail
