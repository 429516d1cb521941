"""The threads of a program under control, and what there is once in a run."""

from _thread import allocate_lock, get_ident


class Thread:
    """A thread of the program."""

    __slots__ = ("id", "path", "name", "daemon", "baton", "children", "starter", "operation", "thing", "detail", "place",
                 "enabled", "deadline", "may_time_out", "timed_out", "ended", "waits", "listener", "over", "ordered",
                 "clock", "outside", "free", "native",
                 "knowing", "watch")

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
        # Those of which it has seen the end, by joining them or one that had.
        self.over = set()
        self.ordered = 0
        # Virtual seconds: what has passed for it and for all that came before it by necessity.
        self.clock = 0.0
        # Whether what it waits for may come from outside of the program.
        self.outside = False
        # Whether it waits in native code, so that the others go on meanwhile; and its number in the system.
        self.free = False
        # Whether it waits there for what ends by itself, such as another process.
        self.knowing = False
        # What it did since it last did anything but look, see spins.
        self.watch = None
        self.native = 0

    def can(self):
        """Whether it stands and could go on."""
        return self.operation is not None and (self.enabled is None or bool(self.enabled()))


class State:
    """What there is once in a run."""

    on = False
    # Whoever decides has it. The others only try to get it.
    guard = allocate_lock()
    threads = {}
    order = []
    # How many threads there were, main included.
    born = 1
    # How many wait in native code, and whether nobody runs since all the others wait for those.
    free = 0
    idle = False
    last = None
    # Who runs to its first operation, while the one that has started it waits for that.
    begins = None
    schedule = []
    at = 0
    ask = None
    steps = 0
    most = 1 << 62
    # Whether any time has passed, and by number of a thing: how late it was when it was changed, and looked at.
    slept = False
    changed = {}
    looked = {}
    # By number of a thing: how often it was changed.
    changes = {}
    # Code of the program that is called to look is not stopped.
    looking = False
    finish = None
    chosen = None
    # Called by a recorded thread that is not chosen, with whether it had been.
    stands = None
    able = 0
    records = False
    patience = 0.0


def current():
    """The calling thread; None where it is not controlled, or only looks for us."""
    return None if State.looking else State.threads.get(get_ident())


def order_of(thing):
    """Where a thing stands among its like, the same in each run: by who asked for that first, and how often it did."""
    known = thing.__dict__.get("_interleave_order")
    if known is None:
        me = State.threads.get(get_ident())
        if me is None:
            known = (), id(thing)  # the run has not begun
        else:
            me.ordered += 1
            known = me.path, me.ordered
        thing.__dict__["_interleave_order"] = known
    return known


def hash_of(thing):
    """A hash by which a set of such things has one order in all runs."""
    return hash(order_of(thing))
