"""The locks that a program under control gets in place of the interpreter's.

Those that the program makes are points each time. One that a module of the library makes for its own affairs, such as
the mutex of a queue, is a point only where somebody else has it: what it guards is a point of its own.
"""

import sys
from _thread import RLock as RawRLock
from _thread import allocate_lock as make_raw
from _thread import get_ident

from .. import frames
from .. import locks as traced
from ..locks import LikeRaw, disguise, lend
from . import recording, scheduler, things
from .things import INNER

_NO_LIMIT = -1


class AnyLock:
    """What both kinds of locks do."""

    __slots__ = ("_raw", "_thing", "_module", "_owner", "_depth", "__weakref__")
    again = False

    def acquire(self, blocking=True, timeout=_NO_LIMIT):
        """As the interpreter's, behind the point."""
        me = scheduler.current()
        if me is None or self.again and self._owner == get_ident() or not scheduler.is_plain(blocking, timeout):
            return self._taken(self._raw.acquire(blocking, timeout))
        if not blocking or timeout == 0:
            return self._try(me)
        if (self._module in INNER or not self._is_point(me)) and self._raw.acquire(False):
            return self._taken(True)
        seconds = None if timeout < 0 else timeout
        if not scheduler.point(me, "lock", self.thing(), "", self.is_free, seconds, None, things.place()):
            return False
        # Somebody who is not controlled may have been quicker.
        return self._taken(self._raw.acquire(False) or self._raw.acquire(True, timeout))

    __enter__ = acquire

    def thing(self):
        """Its number; one that the library made gets it when it is needed first."""
        run, number = self._thing
        if run != things.run():
            number = things.number("lock", things.name_of(None, self._module + ".lock"))
            self._thing = things.run(), number
        return number

    def _is_point(self, me):
        """Whether another thread could tell what is done to it."""
        if not self._module:
            return True
        return (self._module not in INNER or self._thing[0] == things.run()) and scheduler.others_live(me)

    def _try(self, me):
        is_point = self._is_point(me)
        if is_point:
            scheduler.point(me, "trylock", self.thing(), "", None, None, None, things.place())
        got = self._raw.acquire(False)
        if is_point:
            scheduler.did(me, "got" if got else "not got")
        return self._taken(got)

    def _taken(self, taken):
        if taken:
            self._owner = get_ident()
            self._depth += 1
        return taken

    def release(self):
        """As the interpreter's, behind the point."""
        if self._depth == 1:
            me = scheduler.current()
            if me is not None and self._is_point(me):
                scheduler.point(me, "unlock", self.thing(), "", None, None, None, things.place())
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
        if me is not None and self._is_point(me):
            scheduler.point(me, "read", self.thing(), "", None, None, None, things.place())
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

    # What a condition of it does: its wait is a point of its own.

    def _is_taken(self):
        return bool(self._depth)

    def _let_go(self):
        self._raw.release()
        self._owner = self._depth = 0

    def _take_back(self, _):
        self._taken(self._raw.acquire())

    def lend_to(self, condition, kind):
        """Has a condition give the lock away and take it back."""
        lend(condition, kind, self._is_taken, self._let_go, self._take_back)


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
    made._thing = 0, 0
    if frames.is_user(frame.f_code):
        made._module = ""
        if scheduler.current() is not None:
            made._thing = things.run(), things.number("lock", things.name_of(frame, kind))
    else:
        made._module = things.module_of(frame)
    return made


def named(frame, kind, lock=RLock):
    """A lock under the name of what the program makes at that frame."""
    return _made(lock, RawRLock() if lock is RLock else make_raw(), frame, kind)


def of_library(frame, raw):
    """A lock that the library makes for itself, where the program's own are recorded."""
    return _made(RLock if type(raw) is RawRLock else Lock, raw, frame, "")


def is_free(lock):
    """Whether a lock could be taken, whatever kind it is of."""
    if isinstance(lock, AnyLock):
        return lock.is_free()
    if isinstance(lock, traced.AnyLock):
        return not lock._by
    locked = getattr(lock, "locked", None)
    return locked is None or not locked()


def number(lock):
    """The number of a lock of whatever kind; 0 where it has none."""
    if isinstance(lock, AnyLock):
        return lock.thing()
    return recording.number(lock) if isinstance(lock, traced.AnyLock) else 0


disguise(Lock, "lock")
disguise(RLock, "RLock")
