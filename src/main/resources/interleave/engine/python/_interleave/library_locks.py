"""The locks that modules of the library make for themselves, such as those of the handlers of logging.

They are not recorded where they meet nobody. A wait that lasts is told, and with it who has the lock: else it would look
like work.
"""

from _thread import RLock as RawRLock
from _thread import get_ident
from sys import _getframe
from .clock import monotonic_ns

from . import frames, locks, record
from .guards import silently
from .kinds import LOCK_ABANDONED, LOCK_ACQUIRED, LOCK_RELEASED, LOCK_REQUEST, Flag, Type

# What these wait for is told otherwise, or they are what all waits are made of.
_LEFT_ALONE = ("threading", "queue", "_threading_local", "multiprocessing", "concurrent", "asyncio", "importlib",
               "_frozen_importlib", "weakref", "functools", "io", "selectors", "subprocess")
_NO_LIMIT = -1
# Seconds for which a wait is not told.
_UNTOLD = 0.001


def begin():
    """From now on the library gets such locks."""
    locks.OfLibrary.make = _make


def _make(frame, raw):
    module = frame.f_globals.get("__name__")
    if type(module) is not str or module.partition(".")[0] in _LEFT_ALONE:
        return raw
    made = object.__new__(RLock if type(raw) is RawRLock else Lock)
    made._raw = raw
    made._by = made._depth = made._told = made._id = 0
    made._code = frame.f_code
    made._module = module.partition(".")[0]
    return made


class _Lock:
    """What locks of both kinds do."""

    __slots__ = ("_raw", "_by", "_depth", "_told", "_id", "_code", "_module", "__weakref__")

    def acquire(self, blocking=True, timeout=_NO_LIMIT):
        if blocking is True and timeout is _NO_LIMIT:
            if not self._raw.acquire(False):
                return self._wait()
        elif not self._raw.acquire(blocking, timeout):
            return False
        self._by = get_ident()
        self._depth += 1
        return True

    def __enter__(self):
        if not self._raw.acquire(False):
            return self._wait()
        self._by = get_ident()
        self._depth += 1
        return True

    def __exit__(self, *_):
        self.release()

    def _wait(self):
        known = silently(self._known)
        began = monotonic_ns()
        if known is None:
            self._raw.acquire()
        elif not self._raw.acquire(True, _UNTOLD):
            self._wait_long(*known, began)
        self._by = get_ident()
        self._depth += 1
        return True

    def _known(self):
        site, put = locks.site_and_put(_getframe(2))
        if not self._id:
            owner = frames.owner_of(self._code)
            kind = Type.LOCK if type(self) is RLock else Type.OPEN_LOCK
            self._id = record.object_id(kind, 0, "%s: %s" % (self._module, owner + " lock" if owner else "lock"))
        return site, put

    def _wait_long(self, site, put, began):
        put(LOCK_REQUEST, 0, self._id, site, 0, began)
        holder = record.thread_of(self._by)
        if holder and not self._told:
            self._told = holder
            put(LOCK_ACQUIRED, Flag.ON_BEHALF, self._id, 0, 0, began, holder)
        try:
            self._raw.acquire()
        except BaseException as error:
            put(LOCK_ABANDONED, locks.abandons(error), self._id, site, 0)
            raise
        if self._told:  # it let go while we told that it had the lock
            put(LOCK_RELEASED, Flag.ON_BEHALF, self._id, 0, 0, 0, self._told)
        self._told = record.thread_id()
        put(LOCK_ACQUIRED, 0, self._id, site, monotonic_ns() - began)

    def _released(self):
        """Tells that the lock is let go, where it was told that it was got."""
        told, self._told = self._told, 0
        if told:
            silently(record.event_as, told, LOCK_RELEASED, Flag.ON_BEHALF, self._id, 0, 0)

    def _at_fork_reinit(self):
        self._raw._at_fork_reinit()
        self._by = self._depth = self._told = 0

    def locked(self):
        return self._raw.locked()

    def __repr__(self):
        return repr(self._raw)

    def __reduce_ex__(self, protocol):
        return self._raw.__reduce_ex__(protocol)


class Lock(_Lock, metaclass=locks.LikeRaw):
    """threading.Lock"""

    __slots__ = ()
    raw = locks.Lock.raw

    def release(self):
        if self._told:
            self._released()
        self._by = self._depth = 0
        self._raw.release()

    acquire_lock = _Lock.acquire
    release_lock = release
    locked_lock = _Lock.locked

    def _is_owned(self):
        return self._raw.locked()

    def _release_save(self):
        self.release()

    def _acquire_restore(self, _):
        self._raw.acquire()
        self._by = get_ident()


class RLock(_Lock, metaclass=locks.LikeRaw):
    """threading.RLock"""

    __slots__ = ()
    raw = RawRLock

    def release(self):
        if self._by != get_ident():
            self._raw.release()  # raises
            return
        if self._depth <= 1:
            if self._told:
                self._released()
            self._by = 0
        self._depth -= 1
        self._raw.release()

    def _is_owned(self):
        return self._raw._is_owned()

    def _release_save(self):
        if self._told:
            self._released()
        depth, self._depth = self._depth, 0
        self._by = 0
        return depth, self._raw._release_save()

    def _acquire_restore(self, state):
        depth, saved = state
        self._raw._acquire_restore(saved)
        self._by = get_ident()
        self._depth = depth

    def _recursion_count(self):
        return self._depth if self._by == get_ident() else 0


for _each, _name in ((Lock, "lock"), (RLock, "RLock")):
    locks.disguise(_each, _name)
