"""The locks that a thread may take again while it has them, which a program gets in place of the interpreter's."""

from _thread import RLock as RawRLock
from _thread import get_ident
from sys import _getframe

from . import frames, names, sums
from .frames import SITES
from .kinds import LOCK_ACQUIRED, LOCK_RELEASED, Type
from .locks import NO_LIMIT, AnyLock, LikeRaw, OfLibrary, begin, caller, disguise, site_and_put
from .record import PUTS


class RLock(AnyLock, metaclass=LikeRaw):
    """threading.RLock: told from the first acquisition of a thread to its last release."""

    __slots__ = ("_interleave_depth", "__weakref__")
    raw = RawRLock

    def __new__(cls, *arguments, **named):
        raw = RawRLock(*arguments, **named)
        try:
            frame = _getframe(1)
            if frame.f_code.co_name == "RLock" and not frames.is_user(frame.f_code):
                frame = frame.f_back  # threading.RLock(), which is a function
            if cls is not RLock:
                return make_rlock(names.name_of(frame, cls.__name__), raw, cls)
            if frames.is_user(frame.f_code):
                return make_rlock(names.name_of(frame, "RLock"), raw)
            return OfLibrary.make(frame, raw)
        except Exception:
            return raw if cls is RLock else make_rlock("", raw, cls)

    def __enter__(self):
        me = get_ident()
        if self._interleave_by == me:
            return self._interleave_again()
        taken = not sums.now and self._interleave_raw.acquire(False)
        try:
            if taken:
                self._interleave_by = me
            try:
                frame = _getframe(1)
                site = SITES[id(frame.f_code)][frame.f_lasti]
                put = PUTS[me]
            except (KeyError, ValueError):
                site, put = site_and_put(caller())
            if taken:
                put(LOCK_ACQUIRED, 0, self._interleave_id, site, 0)
                return True
        except BaseException:
            if taken:
                self._interleave_by = 0
                self._interleave_raw.release()
            raise
        return sums.acquire(self, site, put, NO_LIMIT) if sums.now else self._interleave_wait(site, put, NO_LIMIT)

    def acquire(self, blocking=True, timeout=NO_LIMIT):
        me = get_ident()
        if self._interleave_by == me:
            return self._interleave_again(blocking, timeout)
        plain = blocking is True and timeout is NO_LIMIT and not sums.now
        taken = plain and self._interleave_raw.acquire(False)
        try:
            if taken:
                self._interleave_by = me
            try:
                frame = _getframe(1)
                site = SITES[id(frame.f_code)][frame.f_lasti]
                put = PUTS[me]
            except (KeyError, ValueError):
                site, put = site_and_put(caller())
            if taken:
                put(LOCK_ACQUIRED, 0, self._interleave_id, site, 0)
                return True
        except BaseException:
            if taken:
                self._interleave_by = 0
                self._interleave_raw.release()
            raise
        if plain:
            return self._interleave_wait(site, put, NO_LIMIT)
        return self._interleave_acquire(site, put, blocking, timeout)

    def _interleave_again(self, *arguments):
        taken = self._interleave_raw.acquire(*arguments)
        if taken:
            self._interleave_depth += 1
        return taken

    def release(self):
        if self._interleave_by != get_ident() or self._interleave_depth:
            self._interleave_raw.release()  # raises where it is not this thread's
            self._interleave_depth -= 1
            return
        try:
            try:
                frame = _getframe(1)
                site = SITES[id(frame.f_code)][frame.f_lasti]
                put = PUTS[get_ident()]
            except (KeyError, ValueError):
                site, put = site_and_put(caller())
            if self._interleave_since:
                sums.released(self, site, put)
            else:
                put(LOCK_RELEASED, 0, self._interleave_id, site, 0)
        finally:
            self._interleave_by = 0
            self._interleave_raw.release()

    def __exit__(self, *_):
        if self._interleave_by != get_ident() or self._interleave_depth:
            self._interleave_raw.release()
            self._interleave_depth -= 1
            return
        try:
            try:
                frame = _getframe(1)
                site = SITES[id(frame.f_code)][frame.f_lasti]
                put = PUTS[get_ident()]
            except (KeyError, ValueError):
                site, put = site_and_put(caller())
            if self._interleave_since:
                sums.released(self, site, put)
            else:
                put(LOCK_RELEASED, 0, self._interleave_id, site, 0)
        finally:
            self._interleave_by = 0
            self._interleave_raw.release()

    # What a condition asks for, silently: its wait is told as such.

    def _is_owned(self):
        return self._interleave_by == get_ident()

    def _release_save(self):
        if self._interleave_by == get_ident():
            sums.interrupt(self)
            self._interleave_by = 0
        depth, self._interleave_depth = self._interleave_depth, 0
        return depth, self._interleave_raw._release_save()

    def _acquire_restore(self, state):
        depth, saved = state
        self._interleave_raw._acquire_restore(saved)
        self._interleave_by = get_ident()
        self._interleave_depth = depth

    def _recursion_count(self):
        return self._interleave_depth + 1 if self._interleave_by == get_ident() else 0

    def _at_fork_reinit(self):
        self._interleave_raw._at_fork_reinit()
        self._interleave_by = self._interleave_depth = 0
        self._interleave_since = ()

    def locked(self):
        return self._interleave_raw.locked()

    # Of a class of the program's, what the interpreter makes of its name, and of what it says of itself.

    def __repr__(self):
        shown = repr(self._interleave_raw)
        return shown if type(self) is RLock else shown.replace("_thread.RLock", type(self).__name__, 1)

    def __reduce_ex__(self, protocol):
        kind = type(self)
        if kind is RLock:
            return self._interleave_raw.__reduce_ex__(protocol)
        if kind.__reduce__ is object.__reduce__ and _state_of(kind) is _state_of(object):
            raise TypeError("cannot pickle '%s' object" % kind.__name__)
        return object.__reduce_ex__(self, protocol)


def _state_of(kind):
    """What a class has that says what of an object is kept; from 3.11 on all have one."""
    return getattr(kind, "__getstate__", None)


def make_rlock(name, raw, kind=RLock):
    """A lock that is recorded under that name, of a class that may be one of the program's."""
    made = object.__new__(kind)
    made._interleave_raw = raw
    made._interleave_depth = 0
    return begin(made, name, Type.LOCK)


disguise(RLock, "RLock")
