"""threading.Semaphore and BoundedSemaphore: who has how many permits, and who waits for one."""


from _interleave import frames, limits, locks, names, permits, record
from _interleave.hooking import replace, wrap
from _interleave.hooks.threading import states
from _interleave.kinds import PERMIT_ACQUIRED, PERMIT_RELEASED, SYNC_WAIT_BEGIN, SYNC_WAIT_END, Flag, Type
from _interleave.makers import maker


def patch(module):
    """Patches the classes; a semaphore that the library made is left alone."""
    semaphore = module.Semaphore
    bounded = module.BoundedSemaphore

    def init(original):
        def __init__(self, value=1):
            original(self, value)
            frame = maker(frames.caller(), self)
            if frame is not None:
                name = names.name_of(frame, type(self).__name__)
                states.begins(self, value)
                self._interleave = record.object_id(Type.SEMAPHORE, 0, name)
                if type(self) not in (semaphore, bounded):
                    permits.watch(type(self), _tell)

        return __init__

    def acquire(original):
        def acquire(self, blocking=True, timeout=None):
            known = self.__dict__.get("_interleave")
            if known is None or not blocking and timeout is not None:
                return original(self, blocking, timeout)
            _tell(self, self._value)
            if not original.attempt(self, False):
                return blocking and _wait(original, self, timeout, known, frames.user_site())
            if permits.is_watched(type(self)):
                return True
            try:
                record.event(PERMIT_ACQUIRED, 0, known, frames.user_site(), 1)
            except BaseException:
                self.release()
                raise
            return True

        return acquire

    def release(original):
        def release(self, *arguments, **named):
            known = self.__dict__.get("_interleave")
            if known is not None and not permits.is_watched(type(self)):
                _tell(self, self._value)
                count = named.get("n", arguments[0] if arguments else 1)
                if type(count) is int and 0 < count <= _room(self):
                    record.event(PERMIT_RELEASED, 0, known, frames.user_site(), count)
            return original(self, *arguments, **named)

        return release

    def _room(self):
        """How many permits it takes back, where it is one that counts them."""
        return self._initial_value - self._value if isinstance(self, bounded) else 1 << 31

    wrap(semaphore, "__init__", init)
    wrap(semaphore, "acquire", acquire)
    replace(semaphore, "__enter__", semaphore.acquire)
    wrap(semaphore, "release", release)
    wrap(bounded, "release", release)


def _tell(semaphore, free):
    if semaphore._interleave_told != states.epoch:
        states.tell(semaphore, free)


def _wait(original, semaphore, timeout, known, site):
    limits.say(known, timeout)
    record.event(SYNC_WAIT_BEGIN, 0, known, site, 1)
    try:
        taken = original(semaphore, True, timeout)
    except BaseException as error:
        record.event(SYNC_WAIT_END, locks.abandons(error), known, site, 0)
        raise
    if taken and permits.is_watched(type(semaphore)):
        return taken
    if taken:
        record.event(PERMIT_ACQUIRED, 0, known, site, 1)
    else:
        record.event(SYNC_WAIT_END, Flag.TIMED_OUT, known, site, 0)
    return taken
