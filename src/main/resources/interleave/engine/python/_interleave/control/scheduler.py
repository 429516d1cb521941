"""One thread runs, all others stand before their next operation, and here it is decided who goes on.

What decides is called by the thread that runs, when it comes to its next operation or ends. It hands the baton, a lock
that only the chosen one waits for, to that one. So nothing of this file is ever run by two threads at a time.
"""

import sys
from _thread import allocate_lock, get_ident

from .. import frames
from . import things, wire


class Thread:
    """A thread of the program."""

    __slots__ = ("id", "path", "name", "daemon", "baton", "children", "starter", "operation", "thing", "detail", "place",
                 "enabled", "deadline", "may_time_out", "timed_out", "ended", "arrived", "waits", "listener")

    def __init__(self, path, name, daemon):
        self.path = path
        self.id = ".".join(map(str, path))
        self.name = name
        self.daemon = daemon
        self.baton = allocate_lock()
        self.baton.acquire()
        self.children = 0
        # Who waits for this one to come to its next operation, and then goes on itself.
        self.starter = None
        self.operation = None
        self.enabled = self.deadline = self.may_time_out = None
        # Called by the thread as soon as it has to wait, and who then listens.
        self.waits = self.listener = None
        self.timed_out = self.ended = False
        self.arrived = 0

    def can(self):
        """Whether it could go on."""
        return self.enabled is None or bool(self.enabled())


class _State:
    """What there is once in a run."""

    on = False
    threads = {}
    order = []
    last = None
    schedule = []
    at = 0
    ask = None
    steps = 0
    most = 1 << 62
    clock = 0.0
    arrivals = 0
    # Code of the program that is called to look is not stopped.
    looking = False
    finish = None
    chosen = None
    stands = None
    able = 0
    records = False


def begin(schedule, ask, most, finish, chosen=None, stands=None):
    """The calling thread is the program's main thread, and runs.

    schedule: ids of threads, one for each choice; ask: who to choose behind it, None: stay; finish: called with how the
    run ended, by whatever thread; chosen: called by the chosen thread at the beginning of each step, with how many could
    have gone on; stands: called by a thread that is not chosen, with whether it had been.
    """
    _State.threads = {}
    _State.at = _State.steps = _State.arrivals = 0
    _State.clock = 0.0
    _State.looking = False
    _State.schedule = schedule
    _State.ask = ask
    _State.most = most
    _State.finish = finish
    _State.chosen = chosen
    _State.stands = stands
    _State.records = things.is_recorded()
    main = Thread((0,), "MainThread", False)
    _State.threads[get_ident()] = main
    _State.order = [main]
    _State.last = main
    _State.on = True
    wire.say("thread", main.id, main.name)
    return main


def abandon():
    """In a copy that the program made of itself: nobody is controlled."""
    if _State.on:
        _State.on = False
        _State.threads = {}
        wire.drop()


def current():
    """The calling thread; None where it is not controlled, or only looks for us."""
    return None if _State.looking else _State.threads.get(get_ident())


def clock():
    """Virtual seconds since the run began."""
    return _State.clock


def steps():
    """How many steps were made."""
    return _State.steps


def others_live(me):
    """Whether there are threads beside that one."""
    return any(each is not me for each in _State.order)


def waited_for(me):
    """The first thread beside that one that is no daemon; None where there is none."""
    for each in _State.order:
        if each is not me and not each.daemon:
            return each
    return None


# Threads


def born(starter, name, daemon):
    """A thread that `starter` is about to start."""
    starter.children += 1
    path = (starter.children,) if starter.path == (0,) else starter.path + (starter.children,)
    return Thread(path, name, daemon)


def unborn(starter, thread):
    """It could not be started."""
    starter.children -= thread.path[-1] == starter.children


def aside(me):
    """What the calling thread does until it is back is the library's own affair, and waits really."""
    del _State.threads[get_ident()]
    return me


def back(me):
    """It is controlled again."""
    _State.threads[get_ident()] = me


def bind(thread):
    """The calling thread is that one, and waits until it is let run."""
    _State.threads[get_ident()] = thread
    thread.baton.acquire()


def let_begin(starter, thread):
    """Lets a new thread run to its first operation; then its starter goes on."""
    wire.say("thread", thread.id, thread.name)
    _State.order.append(thread)
    _State.order.sort(key=_path)
    thread.starter = starter
    thread.baton.release()
    starter.baton.acquire()


def _path(thread):
    return thread.path


def ended(thread):
    """The calling thread has nothing more to do; who goes on is chosen."""
    _State.threads.pop(get_ident(), None)
    thread.ended = True
    thread.operation = None
    _State.order.remove(thread)
    starter, thread.starter = thread.starter, None
    if starter is not None:
        starter.baton.release()
    else:
        _next(None)


# Points


def is_plain(blocking, timeout):
    """Whether those arguments of a lock are no mistake that the interpreter has to answer."""
    if type(timeout) not in (int, float) or type(blocking) not in (bool, int):
        return False
    return timeout == -1 or timeout >= 0 and bool(blocking)


def point(me, operation, thing, detail="", enabled=None, seconds=None, may_time_out=None, place=("", 0),
          waits=None):
    """The calling thread stands before an operation, until it is chosen; False where its time was over before.

    enabled: whether it could go on, None for always. seconds: how long it waits at most. may_time_out: whether it
    could go on when its time is over, None for always. waits: called by the thread as soon as it could not go on.
    """
    if not _State.on:
        return True
    me.operation = operation
    me.thing = thing
    me.detail = detail
    me.place = place
    me.enabled = enabled
    me.may_time_out = may_time_out
    me.timed_out = False
    me.waits = waits
    _State.arrivals += 1
    me.arrived = _State.arrivals
    me.deadline = None if seconds is None else _State.clock + max(0, seconds)
    wire.say("next", me.id, operation, thing, detail, place[0], place[1])
    starter, me.starter = me.starter, None
    if starter is not None:
        if _State.stands is not None:
            _State.stands(False)
        starter.baton.release()
        _stand(me)
    else:
        _next(me)
    me.operation = me.waits = None
    me.enabled = me.deadline = None
    if _State.chosen is not None:
        _State.chosen(_State.able)
    return not me.timed_out


def did(me, detail):
    """What the step that is being made came to."""
    wire.say("did", me.id, detail)


def advance(seconds):
    """So much virtual time has passed for who slept."""
    _State.clock = max(_State.clock, seconds)


def _next(me):
    """Chooses who goes on; where that is another one, the calling thread waits for its turn, unless it has ended."""
    if _State.records:
        _let_say_that_they_wait(me)
    chosen = _choose()
    if chosen is me or chosen is None:
        return
    if me is not None and _State.stands is not None:
        _State.stands(True)
    chosen.baton.release()
    if me is not None:
        _stand(me)


def _stand(me):
    """Until the calling thread is chosen; what it has to say when it is let speak, it says."""
    me.baton.acquire()
    while me.listener is not None:
        listener, me.listener = me.listener, None
        me.waits()
        me.waits = None
        listener.release()
        me.baton.acquire()


def _let_say_that_they_wait(me):
    for each in list(_State.order):
        if each.waits is not None and not each.can():
            if each is me:
                me.waits()
                me.waits = None
            else:
                each.listener = listener = allocate_lock()
                listener.acquire()
                each.baton.release()
                listener.acquire()


def _able():
    _State.looking = True
    try:
        return [each for each in _State.order if each.can()]
    finally:
        _State.looking = False


def _choose():
    able = _able()
    if not able:
        able = _timed_out()
        if not able:
            _no_more()
            return None
    if _State.steps >= _State.most:
        return end("steps", "")
    chosen = able[0] if len(able) == 1 else _chosen_of(able)
    if chosen is None:
        return None
    _State.steps += 1
    _State.last = chosen
    _State.able = len(able)
    if chosen.timed_out:
        wire.say("step", chosen.id, chosen.id, "late")
    else:
        wire.say("step", chosen.id, " ".join([each.id for each in able]))
    return chosen


def _chosen_of(able):
    if _State.at < len(_State.schedule):
        wanted = _State.schedule[_State.at]
        _State.at += 1
    elif _State.ask is not None:
        wire.say("ask", " ".join([each.id for each in able]))
        wire.flush()
        wanted = _State.ask()
        if wanted is None:
            return end("stopped", "")
    else:
        return _State.last if _State.last in able else able[0]
    for each in able:
        if each.id == wanted:
            return each
    return end("astray", wanted)


def _timed_out():
    """Nobody can go on: whose time is over first does."""
    _State.looking = True
    try:
        waiting = [each for each in _State.order
                   if each.deadline is not None and (each.may_time_out is None or each.may_time_out())]
    finally:
        _State.looking = False
    if not waiting:
        return []
    first = min(waiting, key=lambda each: (each.deadline, each.arrived))
    first.timed_out = True
    _State.clock = max(_State.clock, first.deadline)
    return [first]


def _no_more():
    if waited_for(None) is None:
        end("done", "")
    else:
        standing = ["%s %s %s" % (each.id, each.operation, things.name(each.thing)) for each in _State.order]
        end("deadlock", "; ".join(standing))


def end(kind, text):
    """The run is over, because of that."""
    _State.on = False
    _State.finish(kind, text)


def leave():
    """From now on nobody is controlled; whether only the main thread, which is the caller, is left of the run."""
    _State.on = False
    _State.looking = True
    me = _State.threads.get(get_ident())
    return me is not None and me.path == (0,) and _State.order == [me]


def frame_of_running():
    """File and line of the program's that the thread is at which runs; None where that is not known."""
    last = _State.last
    for ident, thread in _State.threads.items():
        if thread is last:
            frame = sys._current_frames().get(ident)
            while frame is not None and not frames.is_user(frame.f_code):
                frame = frame.f_back
            return None if frame is None else (things.file_of(frame.f_code), frame.f_lineno or 0)
    return None
