"""What a task awaits, and where: read from its coroutines, which await each other."""

from . import frames
from .kinds import Awaited
from .known import Known

_DEEPEST = 100
_MOST = 0xFFFF_FFFF
_INPUT_AND_OUTPUT = ("streams.py", "selector_events.py", "proactor_events.py", "sslproto.py", "subprocess.py",
                     "base_subprocess.py")
_THINGS = ("locks.py", "queues.py")
_NAMES = (("cr_frame", "cr_await"), ("gi_frame", "gi_yieldfrom"), ("ag_frame", "ag_await"))

# For futures of the loop that stand for a task of a pool: the pool's object and the task's number.
RESULTS = Known()


def is_of_loop(task):
    """Whether a task runs what the library itself has to do, such as to shut a loop down, or to connect pipes."""
    code = getattr(task._coro, "cr_code", None)
    if code is None or frames.is_user(code):
        return False
    return code.co_name.startswith("_") or code.co_filename.endswith("base_events.py")


def first_line(task):
    """The place of the function that a task is to run, which has not begun."""
    frame, _ = _look_into(task._coro)
    return frames.site_of(frame) if frame is not None and frames.is_user(frame.f_code) else 0


def awaited(task, lanes):
    """What kind of thing it awaits, the object, what more is known of it, and the place in the program."""
    place, library = _innermost(task._coro)
    site = frames.site_of(place) if place is not None else 0
    waiter = task._fut_waiter
    if waiter is None:
        return Awaited.TURN, 0, 0, site
    lane = lanes.get(waiter)
    if lane is not None:
        return Awaited.TASK, 0, lane, site
    result = RESULTS.get(waiter)
    if result is not None:
        return Awaited.RESULT, result[0], min(result[1], _MOST), site
    what, detail = _by_library(library, waiter, lanes)
    return what, 0, detail, site


def _innermost(coroutine):
    """The innermost frame of the program's, and those of the library's that it awaits."""
    place = None
    library = []
    for _ in range(_DEEPEST):
        frame, inner = _look_into(coroutine)
        if frame is not None:
            if frames.is_user(frame.f_code):
                place = frame
                library.clear()
            else:
                library.append(frame)
        if inner is None:
            break
        coroutine = inner
    return place, library


def _look_into(coroutine):
    kind = type(coroutine)
    for frame, inner in _NAMES:
        if frame in vars(kind):
            return getattr(coroutine, frame), getattr(coroutine, inner)
    return None, None


def _by_library(library, waiter, lanes):
    children = getattr(waiter, "_children", None) if type(waiter).__name__ == "_GatheringFuture" else None
    if children is not None:
        return Awaited.TASKS, len(children)
    for frame in library:
        name = frame.f_code.co_name
        file = frame.f_code.co_filename.replace("\\", "/").rpartition("/")[2]
        if file in _INPUT_AND_OUTPUT:
            return Awaited.IO, 0
        if file in _THINGS:
            return Awaited.THING, 0
        found = _BY_NAME.get((file, name))
        if found is not None:
            # These are what the frame holds as long as it lives.
            return found(frame.f_locals, lanes)
    return Awaited.FUTURE, 0


def _sleep(local, _):
    delay = local.get("delay")
    known = type(delay) in (int, float) and 0 < delay < _MOST / 1e6
    return Awaited.SLEEP, int(delay * 1e6) if known else 0


def _group(local, _):
    return Awaited.TASKS, len(local["self"]._tasks)


def _several(local, _):
    return Awaited.TASKS, min(max(local.get("counter", 0), 0), _MOST)


def _timed(local, lanes):
    lane = lanes.get(local.get("fut"))
    return (Awaited.FUTURE, 0) if lane is None else (Awaited.TASK, lane)


_BY_NAME = {
    ("tasks.py", "sleep"): _sleep,
    ("tasks.py", "_wait"): _several,
    ("tasks.py", "wait_for"): _timed,
    ("taskgroups.py", "__aexit__"): _group,
    ("taskgroups.py", "_aexit"): _group,
}
