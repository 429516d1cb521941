"""threading.local: what each thread has in it, and when it looks.

Each attribute is a variable of its own. Its values are recorded as previews, and a read without one where it is as the
thread said last.
"""

from _thread import _local as RawLocal

from . import frames, names, previews, record
from .guards import silently
from .kinds import LOCAL_GET, LOCAL_REMOVED, LOCAL_SET, Type

_get = RawLocal.__getattribute__
_set = RawLocal.__setattr__
_delete = RawLocal.__delattr__

# By thread: what it said of its variables last.
_said = {}


def forget(thread):
    """The thread has ended."""
    _said.pop(thread, None)


class local(RawLocal):
    """threading.local"""

    # Slots are the same for all threads, and everything else is not.
    __slots__ = ("_interleave",)

    def __new__(cls, *arguments, **named):
        frame = frames.caller()
        ours = frame is not None and frames.is_user(frame.f_code)
        if not ours and cls is local:
            return RawLocal(*arguments, **named)
        made = RawLocal.__new__(cls, *arguments, **named)
        _VARIABLES.__set__(made, silently(_made_at, frame, cls) if ours else None)
        return made

    def __setattr__(self, name, value):
        _set(self, name, value)
        variables = _VARIABLES.__get__(self)
        if variables is not None:
            silently(variables.was_set, name, value, frames.caller())

    def __getattribute__(self, name):
        value = _get(self, name)
        if name[:2] != "__":
            variables = _VARIABLES.__get__(self)
            if variables is not None and name in _get(self, "__dict__"):
                silently(variables.was_read, name, value, frames.caller())
        return value

    def __delattr__(self, name):
        _delete(self, name)
        variables = _VARIABLES.__get__(self)
        if variables is not None:
            silently(variables.was_removed, name, frames.caller())


_VARIABLES = local._interleave


def _made_at(frame, kind):
    return _Variables(names.name_of(frame, kind.__qualname__.lstrip("_")))


class _Variables:
    """The ids of an object's attributes."""

    __slots__ = ("name", "ids")

    def __init__(self, name):
        self.name = name
        self.ids = {}

    def id_of(self, name):
        known = self.ids.get(name)
        if known is None:
            known = self.ids[name] = record.object_id(Type.THREAD_LOCAL, 0, "%s.%s" % (self.name, name))
        return known

    def was_set(self, name, value, frame):
        shown = previews.preview(value)
        known = self.id_of(name)
        _said.setdefault(record.thread_id(), {})[known] = shown
        record.text(LOCAL_SET, 0, known, frames.site_of_user(frame), 0, shown)

    def was_read(self, name, value, frame):
        shown = previews.preview(value)
        known = self.id_of(name)
        said = _said.setdefault(record.thread_id(), {})
        if said.get(known) == shown:
            record.event(LOCAL_GET, 0, known, frames.site_of_user(frame), 0)
        else:
            said[known] = shown
            record.text(LOCAL_GET, 0, known, frames.site_of_user(frame), 0, shown)

    def was_removed(self, name, frame):
        known = self.id_of(name)
        _said.setdefault(record.thread_id(), {}).pop(known, None)
        record.event(LOCAL_REMOVED, 0, known, frames.site_of_user(frame), 0)


local.__module__ = "_thread"
local.__qualname__ = "_local"
local.__name__ = "_thread._local"  # which is what the interpreter says where an attribute is missing
