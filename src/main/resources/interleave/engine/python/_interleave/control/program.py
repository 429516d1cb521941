"""The program under control: found and compiled once, and run as __main__ in each run.

Before each run what it imported of its own is forgotten, and what the library counts begins anew. So runs in one process
do not know of each other, where the program only uses modules of the library of which that is known, see _HARMLESS.
"""

import atexit
import gc
import os
import sys
import threading
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import find_spec
from itertools import count

from .. import frames, names
from . import failures, outside, output, scheduler, sources, things, threads, variables, wire

# These remember nothing that would change the next run.
_HARMLESS = {"__future__", "abc", "argparse", "array", "ast", "bisect", "builtins", "collections", "concurrent",
             "contextlib", "copy", "dataclasses", "datetime", "decimal", "enum", "fractions", "functools", "hashlib", "heapq", "itertools",
             "json", "math", "numbers", "operator", "queue", "random", "re", "statistics", "string", "struct", "sys",
             "textwrap", "threading", "time", "traceback", "types", "typing", "uuid", "weakref"}


class Program:
    """What Python would run for that command line."""

    def __init__(self, words):
        if words[0] == "-m":
            sys.path.insert(0, os.getcwd())
            self.spec, self.file, self.code = _of_module(words[1])
            words = words[1:]
        else:
            self.file = words[0]
            self.spec = None
            sys.path.insert(0, os.path.dirname(os.path.realpath(self.file)))
            with open(self.file, "rb") as file:
                self.code = compile(file.read(), self.file, "exec", dont_inherit=True)
        self.arguments = [self.file] + list(words[1:])
        self.sources = sources.of(self.file)
        # Places and names of what is not observed, and is told in each run.
        self.missed = []
        self.known = set()
        self.path = []
        self.atexits = 0
        self.at_threads_end = []
        self.leftovers = False
        self.harmless = sources.imported(self.sources) <= _HARMLESS

    def get_ready(self):
        """What every run needs is there before the first."""
        for name in sorted(sources.imported(self.sources)):
            _import_of_library(name)
        _keep_codes(self.sources)
        self.known = set(sys.modules)
        self.path = list(sys.path)
        self.atexits = _atexits()
        self.at_threads_end = list(getattr(threading, "_threading_atexits", ()))
        output.begin()

    def begin(self):
        """Forgets the run before."""
        for name in sys.modules.keys() - self.known:
            if not _is_library(sys.modules[name]):
                del sys.modules[name]
        sys.path[:] = self.path
        random = sys.modules.get("random")
        if random is not None:
            from .patches import random as numbers

            numbers.begin(random)
        threading._counter = count(1).__next__
        pools = sys.modules.get("concurrent.futures.thread")
        if pools is not None:
            self._forget_pools(pools)
        for each in (names, things, variables, failures, outside):
            each.renew()
        output.renew()

    def _forget_pools(self, module):
        """None was shut down, and none is left."""
        module._shutdown = False
        module._threads_queues.clear()
        module.ThreadPoolExecutor._counter = count().__next__
        if hasattr(threading, "_threading_atexits"):
            threading._threading_atexits[:] = self.at_threads_end
        elif _atexits() < self.atexits:
            atexit.register(module._python_exit)
        gc.collect()  # what is left of one says so to its threads when it goes

    def run(self):
        """Runs it to its end, in which also the run ends."""
        me = scheduler.current()
        for file, line, name in self.missed:
            outside.told_at((file, line), "unobserved", name)
        module = type(sys)("__main__")
        scope = module.__dict__
        scope.update(__file__=self.file, __builtins__=sys.modules["builtins"], __spec__=self.spec, __cached__=None)
        if self.spec is not None:
            scope["__package__"] = self.spec.parent
        sys.modules["__main__"] = module
        sys.argv = list(self.arguments)
        try:
            exec(self.code, scope)
            kind, text = "done", ""
        except SystemExit as error:
            kind, text = _exit(error.code)
        except BaseException as error:
            failures.failed(me, error)
            sys.excepthook(type(error), error, error.__traceback__.tb_next)
            kind, text = "done", ""
        try:
            threading._shutdown()
            self.leftovers = _atexits() > self.atexits
            atexit._run_exitfuncs()
            threads.join_the_others(me)
        except BaseException as error:
            failures.failed(me, error)
        scheduler.end(kind, text)

    def is_reusable(self):
        """Whether this process may make another run."""
        return self.harmless and not self.leftovers

    def over(self, kind, text):
        """Says how the run ended, and what was in its variables then."""
        for stream in (sys.stdout, sys.stderr):
            try:
                stream.flush()
            except (AttributeError, OSError, ValueError):
                pass
        variables.tell_values()
        failed = failures.all_of_them()
        if kind == "done" and failed:
            kind, text = "exception", failed[0]
        wire.say("ended", kind, text)


def _import_of_library(name):
    try:
        spec = find_spec(name)
        if spec is not None and (spec.origin in ("built-in", "frozen") or frames.is_library_file(spec.origin or "")):
            __import__(name)
            if name == "concurrent":
                __import__("concurrent.futures.thread")
    except (ImportError, ValueError):
        pass  # the program will see


def _keep_codes(sources):
    """The program's own modules are compiled once."""
    original = SourceFileLoader.get_code
    codes = {}

    def get_code(self, name):
        code = codes.get(self.path)
        if code is None:
            code = original(self, name)
            if self.path in sources:
                codes[self.path] = code
        return code

    SourceFileLoader.get_code = get_code


def _atexits():
    """How much is to be called at the end of the process."""
    return atexit._ncallbacks()


def _is_library(module):
    file = getattr(module, "__file__", None)
    return file is None or frames.is_library_file(file)


def _exit(code):
    if code is None or code == 0 and type(code) in (int, bool):
        return "done", ""
    if isinstance(code, int):
        return "exit", str(code & 0xFF)
    print(code, file=sys.stderr)
    return "exit", "1"


def _of_module(name):
    spec = find_spec(name)
    if spec is not None and spec.submodule_search_locations is not None:
        spec = find_spec(name + ".__main__")
    if spec is None or spec.loader is None:
        raise ImportError("No module named %s" % name)
    main = ModuleSpec(spec.name, spec.loader, origin=spec.origin)
    main.has_location = spec.has_location
    return spec, spec.origin, spec.loader.get_code(spec.name)
