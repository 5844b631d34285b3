"""What was worked out in earlier runs, on disk: it can be deleted, copied or damaged at any time."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import RLock
from typing import Any, Self
from zlib import crc32

FILE = "memo.sqlite"
LAYOUT = 3
FORGOTTEN = 40
"""Runs after which what nobody asked for is deleted at the latest."""
RENEWED = 10
"""Runs after which the mark of what is still asked for is set anew, and the rest looked for."""
MOST = 1 << 24
"""Bytes that wait in memory before they are written."""
_CHECK = 4
"""Bytes of a checksum."""
_EMPTY = "DROP TABLE IF EXISTS kept; DROP TABLE IF EXISTS runs;"
# With rowids: large values stand one behind the other, and only their keys are sorted. Sorting the values
# themselves by key costs three times as much at 50,000 of them.
_TABLES = f"""
PRAGMA journal_mode=WAL;
PRAGMA synchronous=OFF;
PRAGMA user_version={LAYOUT};
CREATE TABLE IF NOT EXISTS kept (
    step TEXT NOT NULL, key BLOB NOT NULL, value BLOB NOT NULL, used INTEGER NOT NULL,
    PRIMARY KEY (step, key)
);
CREATE TABLE IF NOT EXISTS runs (last INTEGER NOT NULL);
"""
Place = tuple[str, bytes]
"""A step and a key."""


class Store:
    """Bytes by step and key. What cannot be read, or is not what was written, counts as not there.

    A fault of the file or of the disk is never the caller's: the store then forgets, and goes on without. A
    process that was forked may ask it and put into it; what it puts is known there alone.
    """

    def __init__(self, folder: Path | None = None) -> None:
        """In a folder; without one it lasts as long as the process."""
        self._file = folder / FILE if folder else None
        self._known: dict[str, dict[bytes, tuple[bytes, int]]] = {}
        self._new: dict[Place, bytes] = {}
        self._waiting = 0
        """Bytes that are not on disk yet."""
        self._fresh: list[tuple[Place, bytes]] = []
        """What was put and not taken."""
        self._renewed: set[Place] = set()
        self._run = 1
        self._owner = self._reader = os.getpid()
        self._inherited: sqlite3.Connection | None = None
        """That of the process which this one was forked from; closing it here would hurt it there."""
        self._rests = False
        self._counts = True
        self._lock = RLock()
        self._base: sqlite3.Connection | None = None

    def __reduce__(self) -> tuple[Any, ...]:
        """For a process that was not forked: an empty one there, in which what is put can be taken."""
        return Store, ()

    def __enter__(self) -> Self:
        """Open it; a file that is damaged, or of another layout, is thrown away."""
        for _ in range(2):
            try:
                self._base = self._opened(self._file) if self._file else None
            except (OSError, sqlite3.Error, ValueError, TypeError):
                self.throw_away()
            else:
                break
        return self

    def __exit__(self, *error: object) -> None:
        """Write down what is new, and forget what nobody has asked for in a long time."""
        self.write()
        self._forget()
        self._close()

    def get(self, step: str, key: bytes) -> bytes | None:
        """What was kept for a key of a step; None where nothing is, or not what was written.

        All that was kept for a step is read at the first question for it: for many small values.
        """
        with self._lock:
            if self._rests:
                return self.get_alone(step, key)
            if step not in self._known:
                self._known[step] = self._rows(step)
            return self._found(step, key, self._known[step].get(key))

    def get_alone(self, step: str, key: bytes) -> bytes | None:
        """The same, of a step with large values: each is read for itself, and not held in memory."""
        with self._lock:
            return self._new.get((step, key)) or self._found(step, key, self._row(step, key))

    def renew(self, step: str, key: bytes) -> None:
        """Let a value stay as if it were asked for."""
        if self._run % RENEWED == 0:
            self._renewed.add((step, key))

    def let_go(self) -> None:
        """Write down what is new, and hold nothing that is on disk."""
        with self._lock:
            if self._new or self._renewed:
                self.write()
            self._known.clear()

    def rest(self) -> None:
        """The same; and from now on read each value for itself, as is right for what goes on for days."""
        with self._lock:
            self.let_go()
            self._rests = True

    @contextmanager
    def sparing(self) -> Iterator[None]:
        """Meanwhile read each value for itself, as is right for whoever wants a few of many."""
        before, self._rests = self._rests, True
        try:
            yield
        finally:
            self._rests = before

    def put(self, step: str, key: bytes, value: bytes) -> None:
        """Keep a value from now on; on disk soon, and from the end of the run on at the latest."""
        with self._lock:
            self._new[step, key] = value
            self._fresh.append(((step, key), value))
            self._waiting += len(value)
            if self._waiting > MOST:
                self.write()

    def mark(self) -> None:
        """Write what is new, and let `taken` leave out what is there now."""
        self.write()
        self._fresh.clear()

    def taken(self) -> list[tuple[Place, bytes]]:
        """What was put since this was asked last, to be put into the store of another process."""
        with self._lock:
            found, self._fresh = self._fresh, []
            return found

    def uncounted(self) -> None:
        """Let this run not count as one: it asks for so little that what it leaves would seem unwanted."""
        self._counts = False

    def write(self) -> None:
        """Write down what is new."""
        with self._lock:
            if self._base is None or os.getpid() != self._owner:
                return
            new = self._new
            try:
                with self._base as base:
                    rows = (
                        (step, key, _checksum(key, value) + value, self._run)
                        for (step, key), value in new.items()
                    )
                    base.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?)", rows)
                    used = ((self._run, step, key) for step, key in self._renewed)
                    base.executemany("UPDATE kept SET used = ? WHERE step = ? AND key = ?", used)
            except (sqlite3.Error, ValueError):
                return
            for (step, key), value in new.items():
                if step in self._known:
                    self._known[step][key] = (value, self._run)
            self._new.clear()
            self._fresh.clear()
            self._renewed.clear()
            self._waiting = 0

    def throw_away(self) -> None:
        """Delete it; from now on it lasts as long as the process."""
        with self._lock:
            self._close()
            self._known.clear()
            self._new.clear()
            if self._file:
                for ending in ("", "-wal", "-shm"):
                    with suppress(OSError):
                        self._file.with_name(FILE + ending).unlink()

    def _opened(self, file: Path) -> sqlite3.Connection:
        file.parent.mkdir(parents=True, exist_ok=True)
        base = sqlite3.connect(file, timeout=2, check_same_thread=False)
        try:
            if base.execute("PRAGMA user_version").fetchone()[0] != LAYOUT:
                base.executescript(_EMPTY)
            base.executescript(_TABLES)
            last = base.execute("SELECT max(last) FROM runs").fetchone()[0] or 0
            self._run = int(last) + 1
            with base:
                base.execute("DELETE FROM runs")
                base.execute("INSERT INTO runs VALUES (?)", (self._run,))
        except BaseException:
            base.close()
            raise
        return base

    def _close(self) -> None:
        if self._base:
            with suppress(sqlite3.Error):
                self._base.close()
        self._base = None

    def _forget(self) -> None:
        if self._base is None or os.getpid() != self._owner:
            return
        if not self._counts:
            with suppress(sqlite3.Error), self._base as base:
                base.execute("UPDATE runs SET last = last - 1")
            return
        if self._run % RENEWED:
            return
        with suppress(sqlite3.Error), self._base as base:
            base.execute("DELETE FROM kept WHERE used < ?", (self._run - FORGOTTEN + RENEWED,))

    def _found(self, step: str, key: bytes, row: tuple[bytes, int] | None) -> bytes | None:
        new = self._new.get((step, key))
        if new is not None or row is None:
            return new
        if row[1] < self._run - RENEWED:
            self._renewed.add((step, key))
        return row[0]

    def _rows(self, step: str) -> dict[bytes, tuple[bytes, int]]:
        rows = self._asked("SELECT key, value, used FROM kept WHERE step = ?", step)
        return {key: (value[_CHECK:], used) for key, value, used in rows if _is_whole(key, value)}

    def _row(self, step: str, key: bytes) -> tuple[bytes, int] | None:
        rows = self._asked("SELECT key, value, used FROM kept WHERE step = ? AND key = ?", step, key)
        return next(((value[_CHECK:], used) for key, value, used in rows if _is_whole(key, value)), None)

    def _asked(self, question: str, *about: str | bytes) -> list[tuple[bytes, bytes, int]]:
        if self._base is None or self._file is None:
            return []
        try:
            if os.getpid() != self._reader:  # two processes must not use one connection
                self._reader, self._inherited = os.getpid(), self._base
                self._base = sqlite3.connect(f"file:{self._file}?mode=ro", uri=True, timeout=2)
            return self._base.execute(question, about).fetchall()
        except (sqlite3.Error, TypeError, ValueError):
            return []


def _is_whole(key: bytes, value: bytes) -> bool:
    """Whether this is what was written."""
    return isinstance(value, bytes) and value[:_CHECK] == _checksum(key, value[_CHECK:])


def _checksum(key: bytes, value: bytes) -> bytes:
    return crc32(value, crc32(key)).to_bytes(_CHECK, "big")
