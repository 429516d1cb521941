"""threading.Thread: made, started, begun, ended, joined and renamed; and the main thread's wait for the others."""

from _thread import get_ident
from sys import exc_info

from _interleave import frames, limits, locks, previews, record, threads
from _interleave.hooking import replace, wrap
from _interleave.kinds import JOIN_BEGIN, JOIN_END, THREAD_BEGIN, THREAD_CREATED, THREAD_STARTED, Flag
from _interleave.makers import maker

# Functions of the library that run what the program gave them: a thread of theirs is no mere helper.
_WORKERS = ("_worker", "worker", "process_request_thread", "serve_client", "handle_request")


def patch(module):
    """Patches the class of threads, and what the interpreter calls at the end of the main thread."""
    thread = module.Thread
    wrap(thread, "__init__", _init)
    wrap(thread, "start", _start)
    wrap(thread, "_bootstrap_inner", _bootstrap)
    wrap(thread, "join", _join)
    _patch_name(thread)
    replace(module, "_shutdown", _shutdown(module))


def _init(original):
    def __init__(self, *arguments, **named):
        original(self, *arguments, **named)
        _create(self, maker(frames.caller(), self))

    return __init__


def _create(thread, frame):
    number = thread._interleave = record.new_thread_id()
    thread._interleave_flags = Flag.SERVICE if frame is None and _is_helper(thread) else 0
    record.event(THREAD_CREATED, 0, 0, 0 if frame is None else frames.site_of(frame), number)
    _define(thread, 0)


def _is_helper(thread):
    """Whether it runs nothing of the program's: the library made it for itself."""
    target = getattr(thread, "_target", None)
    run = type(thread).run if target is None else target
    code = getattr(getattr(run, "__func__", run), "__code__", None)
    return code is not None and not frames.is_user(code) and code.co_name not in _WORKERS


def _define(thread, ident):
    name = thread._name
    flags = thread._interleave_flags | (Flag.DAEMON if thread._daemonic is True else 0)
    record.define_thread(thread._interleave, flags, ident, name if type(name) is str else "")


def _start(original):
    def start(self):
        number = self.__dict__.get("_interleave")
        if number is not None and not self._started.is_set():
            record.event(THREAD_STARTED, 0, 0, frames.user_site(1), number)
        return original(self)

    return start


def _bootstrap(original):
    def _bootstrap_inner(self):
        number = self.__dict__.get("_interleave")
        if number is None:
            return original(self)
        flags = self._interleave_flags | (Flag.DAEMON if self._daemonic is True else 0)
        record.bind_thread(number, self._name if type(self._name) is str else "", flags)
        record.event(THREAD_BEGIN, 0, 0, 0, 0)
        failure = _watch(self)
        try:
            return original(self)
        finally:
            threads.end(number, failure)

    return _bootstrap_inner


def _watch(thread):
    """A list into which comes what the thread failed by, before it is shown."""
    failure = []
    show = thread._invoke_excepthook

    def invoke_excepthook(*arguments):
        error = exc_info()[1]
        if not isinstance(error, SystemExit):
            failure.append(previews.failure(error))
        del error
        return show(*arguments)

    thread._invoke_excepthook = invoke_excepthook
    return failure


def _join(original):
    def join(self, timeout=None):
        number = self.__dict__.get("_interleave", 0) or _main(self)
        if not number or not self._started.is_set() or self._ident == get_ident() or _is_own_affair(self):
            return original(self, timeout)
        site = frames.user_site(1)
        limits.say(0, timeout)
        record.event(JOIN_BEGIN, 0, 0, site, number)
        flags = 0
        try:
            result = original(self, timeout)
            flags = Flag.TIMED_OUT if timeout is not None and self.is_alive() else 0
            return result
        except BaseException as error:
            flags = locks.abandons(error)
            raise
        finally:
            record.event(JOIN_END, flags, 0, site, number)

    return join


def _is_own_affair(thread):
    """Whether the library waits for a thread that it has made for itself."""
    return getattr(thread, "_interleave_flags", 0) & Flag.SERVICE and not frames.site(2)


def _main(thread):
    """The main thread was there before us."""
    return 1 if type(thread).__name__ == "_MainThread" else 0


def _patch_name(thread):
    known = vars(thread)["name"]

    def name(self, name):
        known.fset(self, name)
        if "_interleave" in self.__dict__:
            _define(self, 0)
        elif _main(self):
            record.define_thread(1, 0, 0, self._name)

    replace(thread, "name", property(known.fget, name, known.fdel, known.__doc__))


def _shutdown(module):
    original = module._shutdown
    active = module._active

    def _shutdown():
        if module._main_thread.ident == get_ident():
            threads.wait_for_the_others(active)
        try:
            return original()
        finally:
            threads.wait_no_longer()

    return _shutdown
