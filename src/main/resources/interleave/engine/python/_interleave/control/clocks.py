"""Virtual time: each thread has a clock, which shows what has passed for it and for all that came before it by necessity.

So what it shows depends, as all that a thread does, on nothing but that; and orders that nobody can tell apart show the
same times.
"""

from _thread import get_ident

from .strands import State


def clock():
    """Virtual seconds since the run began, as the calling thread knows it."""
    me = State.threads.get(get_ident())
    return 0.0 if me is None else me.clock


def advance(seconds):
    """It is as late as that for the calling thread."""
    State.threads[get_ident()].clock = seconds
    State.slept = True


def meet(me, operation, thing):
    """It is at least as late as it was for those who did something to that thing before, as far as that can be told."""
    known = State.changed.get(thing, 0.0)
    if operation in ("read", "join"):
        me.clock = max(me.clock, known)
        State.looked[thing] = max(State.looked.get(thing, 0.0), me.clock)
    else:
        State.changed[thing] = me.clock = max(me.clock, known, State.looked.get(thing, 0.0))


def run_out(thread):
    """Its time is over, since nobody can go on."""
    State.slept = True
    limit = [] if thread.deadline == float("inf") else [thread.deadline]
    thread.clock = max(limit + [each.clock for each in State.order])
