"""threading.Condition: waits and notifications, and which of the program's conditions belongs to which lock."""

from _interleave import frames, locks, names, record, rlocks
from _interleave.guards import bare, guard
from _interleave.hooking import wrap
from _interleave.kinds import NOTIFY, WAIT_BEGIN, WAIT_END, Flag, Type
from _interleave.makers import maker

_TRACED = (locks.Lock, rlocks.RLock)
_LONGEST = 0xFFFF_FFFF


def patch(module):
    """Patches the class; a condition of the library's own, on a lock of its own, stays as it is."""
    condition = module.Condition
    notify_all = condition.notify_all.__code__

    def init(original):
        def __init__(self, lock=None):
            frame = maker(frames.caller(), self)
            name = names.of_creation(frame) if frame is not None else ""
            if frame is not None and lock is None:
                name = names.counted(name) or names.numbered("Condition")
                lock = rlocks.make_rlock(name, rlocks.RawRLock())
                original(self, lock)
                self._interleave = record.object_id(Type.CONDITION, 0, name)
            else:
                original(self, lock)
                if type(lock) is locks.Lock:
                    lock.lend_to(self, condition)
                if issubclass(type(lock), _TRACED):
                    name = names.counted(name) or names.numbered("Condition")
                    self._interleave = record.object_id(Type.CONDITION, 0, name)

        return __init__

    def wait(original):
        def wait(self, timeout=None):
            known = self.__dict__.get("_interleave")
            if known is None or not self._is_owned():
                return original(self, timeout)
            lock = self._lock._interleave_id
            site = frames.user_site()
            longest = _micros(timeout)
            record.event(WAIT_BEGIN, 0, lock, site, longest << 32 | known)
            flags = 0
            try:
                notified = original(self, timeout)
                flags = 0 if notified else Flag.TIMED_OUT
                return notified
            except BaseException as error:
                flags = locks.abandons(error)
                raise
            finally:
                record.event(WAIT_END, flags, lock, site, known)

        return wait

    def notify_known(original):
        def notify(self, n=1):
            if self._is_owned():
                frame = frames.caller()
                flags = Flag.ALL if frame.f_code is notify_all else 0
                record.event(NOTIFY, flags, self._lock._interleave_id, frames.site_of_user(frame), self._interleave)
            return original(self, n)

        return notify

    def notify(plain):
        known = guard(notify_known, plain)

        def notify(self, n=1):
            """Each put and get of a queue comes here with a condition that is none of the program's."""
            return known(self, n) if "_interleave" in self.__dict__ else plain(self, n)

        return bare(notify)

    wrap(condition, "__init__", init)
    wrap(condition, "wait", wait)
    wrap(condition, "notify", notify, bare=True)


def _micros(timeout):
    """The longest wait asked for, rounded up; 0 for ever."""
    if timeout is None or type(timeout) not in (int, float):
        return 0
    return max(1, min(_LONGEST, int(min(timeout, 1e9) * 1_000_000)))
