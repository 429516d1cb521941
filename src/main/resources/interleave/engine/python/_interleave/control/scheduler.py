"""One thread runs, all others stand before their next operation, and here it is decided who goes on.

What decides is called by the thread that runs, when it comes to its next operation or ends. It hands the baton, a lock
that only the chosen one waits for, to that one. One that waits in native code, where nothing stops it, is let be: those
that stand look now and then, and go on meanwhile. So there is a guard, which whoever decides has.
"""

import sys
from _thread import allocate_lock, get_ident
from time import monotonic, sleep

from .. import frames
from . import clocks, native, spins, things, wire
from .strands import State, Thread, current

__all__ = ["current"]

try:
    from _thread import get_native_id
except ImportError:  # on a system that has no such numbers
    def get_native_id():
        """None that the system knows."""
        return 0

# Who waits for somebody outside looks again after so many seconds, and later less often.
_OFTEN = 0.0005
_SELDOM = 0.02
# Who waits by looking again and again looks again when nobody else can go on, and nobody's time is over before.
_AT_LAST = float("inf")
# So many times as long where there are other processes.
_WITH_CHILDREN = 4


class _Idle:
    """Since when nobody runs, while some wait in native code."""

    since = 0.0


def begin(schedule, ask, most, finish, chosen=None, patience=float("inf"), stands=None):
    """The calling thread is the program's main thread, and runs.

    schedule: ids of threads, one for each choice; ask: who to choose behind it, None: stay; finish: called with how the
    run ended, by whatever thread; chosen: called by the chosen thread at the beginning of each step, with how many could
    have gone on; patience: for so many seconds all may wait for what is outside of the program; stands:
    called by a thread that is not chosen, with whether it had been.
    """
    State.guard = allocate_lock()
    State.threads = {}
    State.at = State.steps = State.free = 0
    State.born = 1
    State.idle = State.slept = False
    State.changed = {}
    State.looked = {}
    State.changes = {}
    State.looking = False
    State.schedule = schedule
    State.ask = ask
    State.most = most
    State.finish = finish
    State.chosen = chosen
    State.patience = patience
    State.stands = stands
    State.records = things.is_recorded()
    main = Thread((0,), "MainThread", False)
    main.native = get_native_id()
    State.threads[get_ident()] = main
    State.order = [main]
    State.last = main
    State.begins = None
    State.on = True
    wire.say("thread", main.id, main.name)
    return main


def abandon():
    """In a copy that the program made of itself: nobody is controlled."""
    if State.on:
        State.on = False
        State.threads = {}
        wire.drop()


def steps():
    """How many steps were made."""
    return State.steps


def others_live(me):
    """Whether there are threads beside that one, as far as it can tell itself: of whose end it has not seen."""
    return State.born - 1 > len(me.over)


def has_seen_end(me, thread):
    """That one has waited for the other's end."""
    me.over.add(thread)
    me.over |= thread.over
    me.clock = max(me.clock, thread.clock)


def waited_for(me):
    """The first thread beside that one that is no daemon; None where there is none."""
    for each in State.order:
        if each is not me and not each.daemon:
            return each
    return None


# Threads


def born(starter, name, daemon):
    """A thread that `starter` is about to start."""
    starter.children += 1
    path = (starter.children,) if starter.path == (0,) else starter.path + (starter.children,)
    made = Thread(path, name, daemon)
    made.clock = starter.clock
    return made


def unborn(starter, thread):
    """It could not be started."""
    starter.children -= thread.path[-1] == starter.children


def aside(me):
    """What the calling thread does until it is back is the library's own affair, and waits really."""
    del State.threads[get_ident()]
    return me


def back(me):
    """It is controlled again."""
    State.threads[get_ident()] = me


def bind(thread):
    """The calling thread is that one, and waits until it is let run."""
    State.threads[get_ident()] = thread
    thread.native = get_native_id()
    thread.baton.acquire()


def let_begin(starter, thread):
    """Lets a new thread run to its first operation; then its starter goes on."""
    with State.guard:
        wire.say("thread", thread.id, thread.name)
        State.born += 1
        State.order.append(thread)
        State.order.sort(key=_path)
        thread.starter = starter
        State.begins = thread
    thread.baton.release()
    looks = native.Looks()
    while not starter.baton.acquire(True, native.LOOKS):
        if looks.tell(thread.native, State.steps) and State.guard.acquire(False):
            if State.begins is thread:
                _let_be(thread)
                thread.starter = State.begins = None
                starter.baton.release()
            State.guard.release()


def _path(thread):
    return thread.path


def ended(thread):
    """The calling thread has nothing more to do; who goes on is chosen."""
    with State.guard:
        State.threads.pop(get_ident(), None)
        thread.ended = True
        thread.operation = None
        State.order.remove(thread)
        starter, thread.starter = thread.starter, None
        if starter is not None:
            State.begins = None
            starter.baton.release()
        elif _is_to_choose(thread):
            _next(None)


# Points


def is_plain(blocking, timeout):
    """Whether those arguments of a lock are no mistake that the interpreter has to answer."""
    if type(timeout) not in (int, float) or type(blocking) not in (bool, int):
        return False
    return timeout == -1 or timeout >= 0 and bool(blocking)


def point(me, operation, thing, detail="", enabled=None, seconds=None, may_time_out=None, place=("", 0),
          waits=None, outside=False):
    """The calling thread stands before an operation, until it is chosen; False where its time was over before.

    enabled: whether it could go on, None for always. seconds: how long it waits at most. may_time_out: whether it
    could go on when its time is over, None for always. waits: called by the thread as soon as it could not go on.
    outside: whether what it waits for may come from outside of the program.
    """
    if not State.on:
        return True
    does = operation
    until = spins.wait(me, operation)
    if until is not None:
        operation, enabled, seconds = "await", until, _AT_LAST
    guard = State.guard
    guard.acquire()
    me.operation = operation
    me.thing = thing
    me.detail = detail
    me.place = place
    me.enabled = enabled
    me.may_time_out = may_time_out
    me.timed_out = False
    me.waits = waits
    me.outside = outside
    me.deadline = None if seconds is None else me.clock + max(0, seconds)
    wire.say("next", me.id, operation, thing, detail, place[0], place[1])
    starter, me.starter = me.starter, None
    if starter is not None:
        State.begins = None
        if State.stands is not None:
            State.stands(False)
        starter.baton.release()
        stands = True
    else:
        stands = not _is_to_choose(me) or _next(me)
    guard.release()
    if stands:
        _stand(me)
    me.operation = me.waits = None
    me.enabled = me.deadline = None
    if State.slept and thing:
        clocks.meet(me, does, thing)
    spins.made(me, does, thing)
    if State.chosen is not None:
        State.chosen(State.able)
    return not me.timed_out or until is not None


def did(me, detail):
    """What the step that is being made came to."""
    wire.say("did", me.id, detail)


def _is_to_choose(me):
    """Whether the calling thread ran, or comes back from native code when nobody runs."""
    if not me.free:
        return True
    me.free = False
    State.free -= 1
    idle, State.idle = State.idle, False
    return idle


def _next(me):
    """Chooses who goes on, and lets that one; whether the calling thread has to wait, unless it has ended."""
    if State.records:
        _let_say_that_they_wait(me)
    chosen = _choose()
    if chosen is None:
        return State.idle
    if chosen is me:
        return False
    if me is not None and State.stands is not None:
        State.stands(True)
    chosen.baton.release()
    return True


def _stand(me):
    """Until the calling thread is chosen; what it has to say when it is let speak, it says."""
    looks = native.Looks()
    while True:
        while not me.baton.acquire(True, native.LOOKS):
            if _looks(looks) and _goes_on_meanwhile(me):
                return
        if me.listener is None:
            return
        listener, me.listener = me.listener, None
        me.waits()
        me.waits = None
        listener.release()


def _let_say_that_they_wait(me):
    for each in list(State.order):
        if each.waits is not None and not each.can():
            if each is me:
                me.waits()
                me.waits = None
            else:
                each.listener = listener = allocate_lock()
                listener.acquire()
                each.baton.release()
                listener.acquire()


# Waits in native code


def _looks(looks):
    """Whether the thread that runs waits in native code; or nobody runs, and somebody's time may be over."""
    last = State.last
    return State.on and (State.idle or State.begins is None and looks.tell(last.native, State.steps, last.knowing))


def _goes_on_meanwhile(me):
    """The calling thread, which stands, chooses who goes on; whether it does itself."""
    last, made, guard = State.last, State.steps, State.guard
    if not guard.acquire(False):
        return False
    try:
        idle = State.idle
        if not State.on or State.steps != made:
            return False
        if idle:
            if not _has_waited_long():
                return False
        elif last.ended or last.free or last.operation is not None:
            return False
        else:
            _let_be(last)
        chosen = _choose(idle) if State.on else None
        if chosen is not None and chosen is not me:
            chosen.baton.release()
        return chosen is me
    finally:
        guard.release()


def _has_waited_long():
    """While nobody runs: whether somebody's time is over, as it really passes; or the run is."""
    waited = monotonic() - _Idle.since
    left = _times_left()
    if left and waited >= min(left):
        State.idle = False
        return True
    if not left and waited >= _patience():
        end("stuck", "%s:%d" % (frame_of_running() or ("", 0)))
        return True
    return False


def _times_left():
    return [each.deadline - each.clock for each in State.order if each.deadline not in (None, _AT_LAST)]


def _patience():
    """How long all may wait for what is outside: longer where other processes may bring it."""
    return State.patience * (_WITH_CHILDREN if native.has_children() else 1)


def _let_be(thread):
    from . import outside

    thread.free = True
    State.free += 1
    place = _place_of(thread)
    if place is not None:
        outside.told_at(place, "waits", thread.name)


def _await_outside():
    """Who can go on since something came from outside; nobody where it takes too long."""
    waiting = [each for each in State.order if each.outside and each.operation is not None]
    if not waiting:
        return []
    begun = monotonic()
    left = _times_left()
    pause = _OFTEN
    while monotonic() - begun < min(left or [_patience()]):
        sleep(pause)
        pause = min(2 * pause, _SELDOM)
        able = _able()
        if able:
            return able
    if not left:
        State.last = waiting[0]
        end("stuck", "%s:%d" % waiting[0].place)
    return []


# Choosing


def _able():
    State.looking = True
    try:
        return [each for each in State.order if each.can()]
    finally:
        State.looking = False


def _choose(is_late=False):
    """Whose step is next; None where the run is over, or all wait for threads in native code."""
    able = _able() or _await_outside()
    if not able and State.on:
        if State.free and not is_late:
            State.idle = True
            _Idle.since = monotonic()
            return None
        able = _timed_out()
        if not able:
            if State.free:
                State.idle = True
            else:
                _no_more()
    if not able or not State.on:
        return None
    if State.steps >= State.most:
        return end("steps", "")
    chosen = able[0] if len(able) == 1 else _chosen_of(able)
    if chosen is None:
        return None
    State.steps += 1
    State.last = chosen
    State.able = len(able)
    if chosen.timed_out:
        wire.say("step", chosen.id, chosen.id, "late")
    else:
        wire.say("step", chosen.id, " ".join([each.id for each in able]))
    return chosen


def _chosen_of(able):
    if State.at < len(State.schedule):
        wanted = State.schedule[State.at]
        State.at += 1
    elif State.ask is not None:
        wire.say("ask", " ".join([each.id for each in able]))
        wire.flush()
        wanted = State.ask()
        if wanted is None:
            return end("stopped", "")
    else:
        return State.last if State.last in able else able[0]
    for each in able:
        if each.id == wanted:
            return each
    return end("astray", wanted)


def _timed_out():
    """Nobody can go on: whose time is over first does."""
    State.looking = True
    try:
        waiting = [each for each in State.order
                   if each.deadline is not None and (each.may_time_out is None or each.may_time_out())]
    finally:
        State.looking = False
    if not waiting:
        return []
    first = min(waiting, key=lambda each: (each.deadline, each.path))
    first.timed_out = True
    clocks.run_out(first)
    return [first]


def _no_more():
    if waited_for(None) is None:
        end("done", "")
    else:
        standing = ["%s %s %s" % (each.id, each.operation, things.name(each.thing)) for each in State.order]
        end("deadlock", "; ".join(standing))


def end(kind, text):
    """The run is over, because of that."""
    State.on = False
    State.finish(kind, text)


def leave():
    """From now on nobody is controlled; whether only the main thread, which is the caller, is left of the run."""
    State.on = False
    State.looking = True
    me = State.threads.get(get_ident())
    return me is not None and me.path == (0,) and State.order == [me]


def frame_of_running():
    """File and line of the program's that the thread is at which runs; None where that is not known."""
    free = [each for each in State.order if each.free]
    return _place_of(free[0] if free and State.idle else State.begins or State.last)


def _place_of(thread):
    for ident, each in State.threads.items():
        if each is thread:
            frame = sys._current_frames().get(ident)
            while frame is not None and not frames.is_user(frame.f_code):
                frame = frame.f_back
            return None if frame is None else (things.file_of(frame.f_code), frame.f_lineno or 0)
    return None
