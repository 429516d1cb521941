"""The program under control: found and compiled once, and run as __main__ in each run."""

import atexit
import os
import sys
import threading
from importlib.machinery import ModuleSpec
from importlib.util import find_spec

from . import failures, output, scheduler, threads, variables, wire


class Program:
    """What Python would run for that command line."""

    def __init__(self, words):
        if words[0] == "-m":
            self.spec, self.file, self.code = _of_module(words[1])
            self.folder = os.getcwd()
            words = words[1:]
        else:
            self.file = words[0]
            self.spec = None
            self.folder = os.path.dirname(os.path.realpath(self.file))
            with open(self.file, "rb") as file:
                self.code = compile(file.read(), self.file, "exec", dont_inherit=True)
        self.arguments = [self.file] + list(words[1:])
        sys.path.insert(0, self.folder)

    def run(self):
        """Runs it to its end, in which also the run ends."""
        me = scheduler.current()
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
            kind, text = "done", ""
        try:
            threading._shutdown()
            atexit._run_exitfuncs()
            threads.wait_for_the_others(me)
        except BaseException as error:
            failures.failed(me, error)
        scheduler.end(kind, text)


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


def over(kind, text):
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


def streams():
    """From now on what is printed is told."""
    sys.stdout = sys.__stdout__ = output.make("stdout")
    sys.stderr = sys.__stderr__ = output.make("stderr")
