"""Locks and semaphores that processes share: who has them and who waits for them.

All of them are made of the system's semaphores. A semaphore's name is the same in each process that has it; where it
is copied by fork the library forgets the name, so it is kept here. What the library uses for itself (the locks within
queues, the semaphores within conditions) is not recorded: only what the program itself calls is.
"""

from _weakref import ref
from .clock import monotonic_ns as now

from . import frames, levels, limits, record
from .guards import silently
from .kinds import (LOCK_ABANDONED, LOCK_ACQUIRED, LOCK_RELEASED, LOCK_REQUEST, PERMIT_ACQUIRED, PERMIT_RELEASED,
                    SYNC_STATE, SYNC_WAIT_BEGIN, SYNC_WAIT_END, Flag, Type)
from .wires import failure


def event(*of_event):
    """Records it: what goes wrong with that is none of the program's affairs."""
    silently(record.event, *of_event)


_RECURSIVE = 0

# The codes by which a lock is made for the program.
WAYS = set()
# By identity the codes of the library that take a lock for the program: the values and arrays of sharedctypes.
FOR_THE_PROGRAM = {}


class Classes:
    """The classes of the module that are told apart."""

    semaphore = ()


def name_of(semaphore):
    """The name that the semaphore was made under."""
    return getattr(semaphore, "_interleave_name", "") or ""


def define(lock, name, value=None):
    made = name_of(lock)
    semaphore = isinstance(lock, Classes.semaphore)
    # Whoever wants to may give back what is no RLock.
    kind = Type.SEMAPHORE if semaphore else Type.LOCK if lock._semlock.kind == _RECURSIVE else Type.OPEN_LOCK
    thing = record.object_id(kind, record.key_of(made) if made else 0, name)
    lock._interleave = thing
    state = levels.packed(value, value) if semaphore else None
    if state is not None:
        event(SYNC_STATE, 0, thing, 0, state)
    return thing


def thing_of(lock):
    """What is recorded of a lock or semaphore."""
    try:
        return lock._interleave
    except AttributeError:
        return silently(define, lock, "") or 0  # the process that made it knows its name


def watch(lock):
    """From now on it is recorded when the program takes the lock."""
    traced = (_Semaphore if isinstance(lock, Classes.semaphore) else _Lock)(lock)
    lock.acquire, lock.release = traced.acquire, traced.release
    lock._interleave_traced = traced


def leave_alone(lock):
    """The lock is the library's own: it costs nothing."""
    lock.acquire, lock.release = lock._semlock.acquire, lock._semlock.release
    lock._interleave_traced = None


def site_of_call(depth):
    """The place of the program that the caller of a hook is at, or that it does this for; 0 for the library's own."""
    frame = frames.caller(depth + 1)
    if frame is not None and id(frame.f_code) in FOR_THE_PROGRAM:
        return frames.site_of_user(frame.f_back)
    return frames.site(depth + 1)


class _Lock:
    """A lock's two methods."""

    __slots__ = ("lock", "raw_acquire", "raw_release")

    def __init__(self, lock):
        self.lock = ref(lock)
        self.raw_acquire = lock._semlock.acquire
        self.raw_release = lock._semlock.release

    def acquire(self, block=True, timeout=None):
        """Takes the lock."""
        return self.take(silently(site_of_call, 1) or 0, block, timeout)

    def release(self):
        """Gives it back."""
        return self.give(silently(site_of_call, 1) or 0)

    def take(self, site, block, timeout):
        """Takes the lock, as done at that place of the program, if any."""
        lock = self.lock()
        if not site or lock is None or not block or timeout is not None and type(timeout) not in (int, float):
            taken = self.raw_acquire(block, timeout)
            if taken and site and lock is not None:
                event(LOCK_ACQUIRED, 0, thing_of(lock), site, 0)
            return taken
        thing = thing_of(lock)
        if self.raw_acquire(False):
            event(LOCK_ACQUIRED, 0, thing, site, 0)
            return True
        limits.say(thing, timeout)
        event(LOCK_REQUEST, 0, thing, site, 0)
        began = now()
        try:
            taken = self.raw_acquire(True, timeout)
        except BaseException as error:
            event(LOCK_ABANDONED, failure(error), thing, site, 0)
            raise
        event(*((LOCK_ACQUIRED, 0, thing, site, now() - began) if taken
                else (LOCK_ABANDONED, Flag.TIMED_OUT, thing, site, 0)))
        return taken

    def give(self, site):
        """Gives the lock back, as done at that place of the program, if any."""
        lock = self.lock() if site else None
        if lock is not None:
            # Any process may give it back. The semaphore knows whether this thread has it.
            mine = lock._semlock._is_mine()
            if mine or lock._semlock.kind:  # else it is one that none but its owner can let go
                event(LOCK_RELEASED, 0 if mine else Flag.ON_BEHALF, thing_of(lock), site, 0)
        return self.raw_release()


class _Semaphore(_Lock):
    """A semaphore's two methods."""

    __slots__ = ()

    def take(self, site, block, timeout):
        """Takes a permit."""
        lock = self.lock() if site else None
        if lock is None:
            return self.raw_acquire(block, timeout)
        thing = thing_of(lock)
        waits = block and not (type(timeout) in (int, float, type(None)) and self.raw_acquire(False))
        if waits:
            limits.say(thing, timeout)
            event(SYNC_WAIT_BEGIN, 0, thing, site, 1)
        try:
            taken = self.raw_acquire(block, timeout) if waits or not block else True
        except BaseException as error:
            event(SYNC_WAIT_END, failure(error), thing, site, 0)
            raise
        if taken:
            event(PERMIT_ACQUIRED, 0, thing, site, 1)
        elif waits:
            event(SYNC_WAIT_END, Flag.TIMED_OUT, thing, site, 0)
        return taken

    def give(self, site):
        """Gives a permit back."""
        lock = self.lock() if site else None
        if lock is None:
            return self.raw_release()
        thing = thing_of(lock)
        event(PERMIT_RELEASED, 0, thing, site, 1)
        try:
            return self.raw_release()
        except ValueError:  # there were none to be given back
            semaphore = lock._semlock
            state = levels.packed(semaphore._get_value(), semaphore.maxvalue)
            if state is not None:
                event(SYNC_STATE, 0, thing, site, state)
            raise
