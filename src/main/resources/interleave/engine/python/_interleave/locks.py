"""The locks that a program gets in place of the interpreter's: the same, and recorded.

An acquisition first tries without waiting, so one that meets nobody is one event. It does so before all else: what is
done between giving a lock back and taking it again gives others the time to come between. Where the program is not the one that
makes the lock, it gets the interpreter's own, which keeps the locks within the library out of the recording. A signal
handler may raise at any moment, also while an event is written: then the lock is as if it had not been asked for.
"""

import sys
from abc import ABCMeta
from _thread import TIMEOUT_MAX
from _thread import allocate_lock, get_ident
from sys import _getframe
from .clock import monotonic_ns

from . import frames, limits, names, record, sums
from .frames import SITES
from .kinds import LOCK_ABANDONED, LOCK_ACQUIRED, LOCK_RELEASED, LOCK_REQUEST, Flag, Type
from .record import PUTS

NO_LIMIT = -1
_RawLock = type(allocate_lock())
_make = _RawLock if sys.version_info >= (3, 13) else allocate_lock


def site_and_put(frame):
    """Where a frame of the caller's is and with what its thread records."""
    return frames.site_of_user(frame), record.log().put


def caller():
    """The frame that called a method of a lock; None where the interpreter itself did, as on its way out."""
    try:
        return _getframe(2)
    except ValueError:
        return None


def abandons(error):
    """How a wait ended that raised."""
    return Flag.INTERRUPTED if isinstance(error, KeyboardInterrupt) else Flag.FAILED


def is_time(value):
    """Whether that is how long to wait, and no mistake that the interpreter has to answer."""
    return type(value) in (int, float) and 0 <= value <= TIMEOUT_MAX


class OfLibrary:
    """What a module of the library gets that makes a lock for itself."""

    @staticmethod
    def make(_, raw):
        return raw


class LikeRaw(ABCMeta):
    """The class of a lock says that it is the interpreter's, and counts the interpreter's as its own.

    Of a class that the program derives from it neither is so. It is a metaclass of abstract classes, too, only so that
    such a class can stand beside a lock: what is derived of both is then made as one, and is one.
    """

    def __new__(cls, name, bases, members, **named):
        if not any(isinstance(base, ABCMeta) and not isinstance(base, LikeRaw) for base in bases):
            return type.__new__(cls, name, bases, members, **named)
        made = ABCMeta.__new__(cls, name, bases, members, **named)
        made.__class__ = ABCMeta
        return made

    def __instancecheck__(cls, instance):
        return type.__instancecheck__(cls, instance) or type(instance) is vars(cls).get("raw")

    __subclasscheck__ = type.__subclasscheck__

    @property
    def __name__(cls):
        return _NAME.__get__(cls).rpartition(".")[2]

    @__name__.setter
    def __name__(cls, name):
        _NAME.__set__(cls, name)


_NAME = type.__dict__["__name__"]


class AnyLock:
    """What locks of both kinds do, this and that of rlocks.

    A program may make very many: nothing is made for a lock before it is needed, and what is found in its class is not
    kept in each, since whatever there is is looked at by each search for garbage. Classes that a program derives have
    names of their own, which are none of these.
    """

    __slots__ = ("_interleave_raw", "_interleave_id", "_interleave_by", "_interleave_since", "_interleave_waited",
                 "_interleave_sums")

    def __enter__(self):
        taken = not sums.now and self._interleave_raw.acquire(False)
        try:
            me = get_ident()
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
        plain = blocking is True and timeout is NO_LIMIT and not sums.now
        taken = plain and self._interleave_raw.acquire(False)
        try:
            me = get_ident()
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

    def _interleave_acquire(self, site, put, blocking, timeout):
        """All but a plain acquisition; what is wrong with the arguments the interpreter says."""
        waits = (blocking is True or type(blocking) is int and blocking == 1) and (
            timeout is NO_LIMIT or is_time(timeout))
        if waits and sums.now:
            return sums.acquire(self, site, put, timeout)
        if not self._interleave_raw.acquire(False) if waits else not self._interleave_raw.acquire(blocking, timeout):
            return self._interleave_wait(site, put, timeout) if waits else False
        if sums.now:
            sums.acquired(self, site, put, 0)
        else:
            self._interleave_acquired(site, put, 0)
        return True

    def _interleave_wait(self, site, put, timeout):
        began = monotonic_ns()
        if timeout != NO_LIMIT:
            limits.say(self._interleave_id, timeout, began)
        put(LOCK_REQUEST, 0, self._interleave_id, site, 0, began)
        try:
            taken = self._interleave_raw.acquire(True, timeout)
        except BaseException as error:
            put(LOCK_ABANDONED, abandons(error), self._interleave_id, site, 0)
            raise
        if taken:
            self._interleave_acquired(site, put, monotonic_ns() - began)
        else:
            put(LOCK_ABANDONED, Flag.TIMED_OUT, self._interleave_id, site, 0)
        return taken

    def _interleave_acquired(self, site, put, waited):
        """Records it, or gives the lock back."""
        try:
            self._interleave_by = get_ident()
            put(LOCK_ACQUIRED, 0, self._interleave_id, site, waited)
        except BaseException:
            self._interleave_raw.release()
            raise

    def _interleave_released(self, site, put):
        """The lock may be let go by another thread than the one that took it."""
        if self._interleave_since:
            sums.released(self, site, put)
        else:
            # A thread that has ended is known no more: then who has the lock is found where all is put together.
            holder = record.thread_of(self._interleave_by) or record.thread_id()
            put(LOCK_RELEASED, Flag.ON_BEHALF, self._interleave_id, site, 0, 0, holder)

    def __repr__(self):
        return repr(self._interleave_raw)

    def __reduce_ex__(self, protocol):
        return self._interleave_raw.__reduce_ex__(protocol)


class Lock(AnyLock, metaclass=LikeRaw):
    """threading.Lock"""

    __slots__ = ("__weakref__",)
    raw = _RawLock

    def __new__(cls, *arguments, **named):
        raw = _make(*arguments, **named)
        try:
            frame = _getframe(1)
            if frames.is_user(frame.f_code):
                return make_lock(names.name_of(frame, "Lock"), raw)
            return OfLibrary.make(frame, raw)
        except Exception:
            return raw

    def __init_subclass__(cls):
        raise TypeError("type '_thread.lock' is not an acceptable base type")

    def release(self):
        me = get_ident()
        if self._interleave_by != me:
            self._release_of_another(caller())
            return
        try:
            try:
                frame = _getframe(1)
                site = SITES[id(frame.f_code)][frame.f_lasti]
                put = PUTS[me]
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
        me = get_ident()
        if self._interleave_by != me:
            self._release_of_another(caller())
            return
        try:
            try:
                frame = _getframe(1)
                site = SITES[id(frame.f_code)][frame.f_lasti]
                put = PUTS[me]
            except (KeyError, ValueError):
                site, put = site_and_put(caller())
            if self._interleave_since:
                sums.released(self, site, put)
            else:
                put(LOCK_RELEASED, 0, self._interleave_id, site, 0)
        finally:
            self._interleave_by = 0
            self._interleave_raw.release()

    def _release_of_another(self, frame):
        """Lets go of what another thread took, or of nothing."""
        try:
            if self.locked():
                self._interleave_released(*site_and_put(frame))
        finally:
            self._interleave_by = 0
            self._interleave_raw.release()

    def locked(self):
        return self._interleave_raw.locked()

    acquire_lock = AnyLock.acquire
    release_lock = release
    locked_lock = locked

    # What a condition of it does, see lend.

    def _let_go(self):
        sums.interrupt(self)
        self._interleave_by = 0
        self._interleave_raw.release()

    def _take_back(self, _):
        self._interleave_raw.acquire()
        self._interleave_by = get_ident()

    def lend_to(self, condition, kind):
        """Has a condition give the lock away and take it back."""
        lend(condition, kind, self.locked, self._let_go, self._take_back)

    def _at_fork_reinit(self):
        self._interleave_raw._at_fork_reinit()
        self._interleave_by = 0
        self._interleave_since = ()


def make_lock(name, raw):
    """A lock that is recorded under that name."""
    made = object.__new__(Lock)
    made._interleave_raw = raw
    return begin(made, name, Type.OPEN_LOCK)


_LENT = ("_is_owned", "_release_save", "_acquire_restore")


def lend(condition, kind, *methods):
    """Gives a condition what it does with its lock silently, because its wait is told as such.

    An rlock is asked for these methods. A plain lock of the interpreter has none, and so has none of ours: what passes a
    lock's attributes on would have them, too. What the program's own kind of condition does differently, it does.
    """
    for name, method in zip(_LENT, methods):
        if getattr(type(condition), name, None) is getattr(kind, name):
            setattr(condition, name, method)


def begin(made, name, kind):
    """What all locks begin with."""
    made._interleave_by = made._interleave_waited = 0
    # Since when it is held, where that is not told; taken out in one step by who tells of it.
    made._interleave_since = ()
    made._interleave_sums = None
    made._interleave_id = record.object_id(kind, 0, name)
    return made


def disguise(kind, name):
    """Has a class of locks call itself as the interpreter's does: of its objects errors say `_thread.lock`."""
    kind.__module__ = "_thread"
    kind.__qualname__ = name
    _NAME.__set__(kind, "_thread." + name)


disguise(Lock, "lock")
