"""The locks that a program under control gets in place of the interpreter's.

Those that the program makes are points each time. One that a module of the library makes for its own affairs, such as
the mutex of a queue, is a point only where somebody else has it: what it guards is a point of its own.
"""

import sys
from _thread import RLock as RawRLock
from _thread import allocate_lock as make_raw
from _thread import get_ident

from .. import frames
from ..locks import LikeRaw, disguise
from . import scheduler, things

_NO_LIMIT = -1
# What these make guards what is a point by itself.
_INNER = ("threading", "queue", "_threading_local", "importlib", "_frozen_importlib", "weakref", "functools", "io",
          "selectors", "subprocess", "tempfile", "contextlib", "typing", "re", "_interleave")


def _number(frame, kind):
    """A number for a lock that is made at that frame; 0 for one that is none of the program's affairs."""
    if scheduler.current() is None:
        return 0
    if frames.is_user(frame.f_code):
        return things.number("lock", things.name_of(frame, kind))
    module = str(frame.f_globals.get("__name__")).partition(".")[0]
    return 0 if module in _INNER else things.number("lock", things.name_of(None, module + ".lock"))


class AnyLock:
    """What both kinds of locks do."""

    __slots__ = ("_raw", "thing", "_owner", "_depth", "__weakref__")
    again = False

    def acquire(self, blocking=True, timeout=_NO_LIMIT):
        """As the interpreter's, behind the point."""
        me = scheduler.current()
        if me is None or self.again and self._owner == get_ident() or not _is_plain(blocking, timeout):
            return self._taken(self._raw.acquire(blocking, timeout))
        if not blocking or timeout == 0:
            return self._try(me)
        if not self.thing:
            if self._raw.acquire(False):
                return self._taken(True)
            self.thing = things.number("lock", things.name_of(None, "lock"))
        seconds = None if timeout < 0 else timeout
        if not scheduler.point(me, "lock", self.thing, "", self.is_free, seconds, None, things.place()):
            return False
        # Somebody who is not controlled may have been quicker.
        return self._taken(self._raw.acquire(False) or self._raw.acquire(True, timeout))

    __enter__ = acquire

    def _try(self, me):
        if self.thing:
            scheduler.point(me, "trylock", self.thing, "", None, None, None, things.place())
        got = self._raw.acquire(False)
        if self.thing:
            scheduler.did(me, "got" if got else "not got")
        return self._taken(got)

    def _taken(self, taken):
        if taken:
            self._owner = get_ident()
            self._depth += 1
        return taken

    def release(self):
        """As the interpreter's, behind the point."""
        if self.thing and self._depth == 1:
            me = scheduler.current()
            if me is not None:
                scheduler.point(me, "unlock", self.thing, "", None, None, None, things.place())
        self._raw.release()
        self._depth -= 1
        if not self._depth:
            self._owner = 0

    def __exit__(self, *_):
        self.release()

    def is_free(self):
        """Whether a thread that has it not could take it."""
        return not self._depth

    def locked(self):
        """Whether somebody has it; another thread may tell that from its absence, so it is a point."""
        me = scheduler.current()
        if me is not None and self.thing:
            scheduler.point(me, "read", self.thing, "", None, None, None, things.place())
        return bool(self._depth)

    def _at_fork_reinit(self):
        self._raw._at_fork_reinit()
        self._owner = self._depth = 0

    def __repr__(self):
        return repr(self._raw)

    def __reduce_ex__(self, protocol):
        return self._raw.__reduce_ex__(protocol)


class Lock(AnyLock, metaclass=LikeRaw):
    """threading.Lock"""

    __slots__ = ()
    raw = type(make_raw())

    def __new__(cls, *arguments, **named):
        return _made(cls, make_raw(*arguments, **named), sys._getframe(1), "Lock")

    acquire_lock = AnyLock.acquire
    release_lock = AnyLock.release
    locked_lock = AnyLock.locked

    # What a condition asks for: its wait is a point of its own.

    def _is_owned(self):
        return bool(self._depth)

    def _release_save(self):
        self._raw.release()
        self._owner = self._depth = 0

    def _acquire_restore(self, _):
        self._taken(self._raw.acquire())


class RLock(AnyLock, metaclass=LikeRaw):
    """threading.RLock"""

    __slots__ = ()
    raw = RawRLock
    again = True

    def __new__(cls, *arguments, **named):
        frame = sys._getframe(1)
        if frame.f_code.co_name == "RLock" and not frames.is_user(frame.f_code):
            frame = frame.f_back  # threading.RLock(), which is a function
        return _made(cls, RawRLock(*arguments, **named), frame, "RLock")

    def _is_owned(self):
        return self._owner == get_ident()

    def _release_save(self):
        depth, self._depth = self._depth, 0
        self._owner = 0
        return depth, self._raw._release_save()

    def _acquire_restore(self, state):
        self._raw._acquire_restore(state[1])
        self._owner = get_ident()
        self._depth = state[0]

    def _recursion_count(self):
        return self._depth if self._owner == get_ident() else 0


def _made(cls, raw, frame, kind):
    made = object.__new__(cls)
    made._raw = raw
    made._owner = made._depth = 0
    made.thing = _number(frame, kind)
    return made


def named(frame, kind, lock=RLock):
    """A lock under the name of what the program makes at that frame."""
    made = _made(lock, RawRLock() if lock is RLock else make_raw(), frame, kind)
    return made


def is_free(lock):
    """Whether a lock could be taken, whatever kind it is of."""
    if isinstance(lock, AnyLock):
        return lock.is_free()
    locked = getattr(lock, "locked", None)
    return locked is None or not locked()


def _is_plain(blocking, timeout):
    """Whether those are no mistake that the interpreter has to answer."""
    if type(timeout) not in (int, float) or type(blocking) not in (bool, int):
        return False
    return timeout == _NO_LIMIT or timeout >= 0 and bool(blocking)


disguise(Lock, "lock")
disguise(RLock, "RLock")
