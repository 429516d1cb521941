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

    __slots__ = ("_depth", "__weakref__")
    raw = RawRLock

    def __new__(cls, *arguments, **named):
        raw = RawRLock(*arguments, **named)
        try:
            frame = _getframe(1)
            if frame.f_code.co_name == "RLock" and not frames.is_user(frame.f_code):
                frame = frame.f_back  # threading.RLock(), which is a function
            if frames.is_user(frame.f_code):
                return make_rlock(names.name_of(frame, "RLock"), raw)
            return OfLibrary.make(frame, raw)
        except Exception:
            return raw

    def __enter__(self):
        me = get_ident()
        if self._by == me:
            return self._again()
        taken = not sums.now and self._raw.acquire(False)
        try:
            if taken:
                self._by = me
            try:
                frame = _getframe(1)
                site = SITES[id(frame.f_code)][frame.f_lasti]
                put = PUTS[me]
            except (KeyError, ValueError):
                site, put = site_and_put(caller())
            if taken:
                put(LOCK_ACQUIRED, 0, self._id, site, 0)
                return True
        except BaseException:
            if taken:
                self._by = 0
                self._raw.release()
            raise
        return sums.acquire(self, site, put, NO_LIMIT) if sums.now else self._wait(site, put, NO_LIMIT)

    def acquire(self, blocking=True, timeout=NO_LIMIT):
        me = get_ident()
        if self._by == me:
            return self._again(blocking, timeout)
        plain = blocking is True and timeout is NO_LIMIT and not sums.now
        taken = plain and self._raw.acquire(False)
        try:
            if taken:
                self._by = me
            try:
                frame = _getframe(1)
                site = SITES[id(frame.f_code)][frame.f_lasti]
                put = PUTS[me]
            except (KeyError, ValueError):
                site, put = site_and_put(caller())
            if taken:
                put(LOCK_ACQUIRED, 0, self._id, site, 0)
                return True
        except BaseException:
            if taken:
                self._by = 0
                self._raw.release()
            raise
        return self._wait(site, put, NO_LIMIT) if plain else self._acquire(site, put, blocking, timeout)

    def _again(self, *arguments):
        taken = self._raw.acquire(*arguments)
        if taken:
            self._depth += 1
        return taken

    def release(self):
        if self._by != get_ident() or self._depth:
            self._raw.release()  # raises where it is not this thread's
            self._depth -= 1
            return
        try:
            try:
                frame = _getframe(1)
                site = SITES[id(frame.f_code)][frame.f_lasti]
                put = PUTS[get_ident()]
            except (KeyError, ValueError):
                site, put = site_and_put(caller())
            if self._since:
                sums.released(self, site, put)
            else:
                put(LOCK_RELEASED, 0, self._id, site, 0)
        finally:
            self._by = 0
            self._raw.release()

    def __exit__(self, *_):
        if self._by != get_ident() or self._depth:
            self._raw.release()
            self._depth -= 1
            return
        try:
            try:
                frame = _getframe(1)
                site = SITES[id(frame.f_code)][frame.f_lasti]
                put = PUTS[get_ident()]
            except (KeyError, ValueError):
                site, put = site_and_put(caller())
            if self._since:
                sums.released(self, site, put)
            else:
                put(LOCK_RELEASED, 0, self._id, site, 0)
        finally:
            self._by = 0
            self._raw.release()

    # What a condition asks for, silently: its wait is told as such.

    def _is_owned(self):
        return self._by == get_ident()

    def _release_save(self):
        if self._by == get_ident():
            sums.interrupt(self)
            self._by = 0
        depth, self._depth = self._depth, 0
        return depth, self._raw._release_save()

    def _acquire_restore(self, state):
        depth, saved = state
        self._raw._acquire_restore(saved)
        self._by = get_ident()
        self._depth = depth

    def _recursion_count(self):
        return self._depth + 1 if self._by == get_ident() else 0

    def _at_fork_reinit(self):
        self._raw._at_fork_reinit()
        self._by = self._depth = 0
        self._since = ()

    def locked(self):
        return self._raw.locked()


def make_rlock(name, raw):
    """A lock that is recorded under that name."""
    made = object.__new__(RLock)
    made._raw = raw
    made._depth = 0
    return begin(made, name, Type.LOCK)


disguise(RLock, "RLock")
