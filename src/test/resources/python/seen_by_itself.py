"""What a program can see of itself; it prints the same whether it is traced or not."""
import _thread
import abc
import asyncio
import concurrent.futures
import copy
import gc
import inspect
import os
import pickle
import queue
import subprocess
import sys
import threading
import time
import weakref


def functions_are_pickled_by_their_names():
    for each in (os._exit, os.kill, os.fork, os.system, os.read, os.waitpid, time.sleep, threading.Thread.start):
        print(each.__name__, pickle.loads(pickle.dumps(each)) is each, copy.copy(each) is each)


def what_failed_goes_without_a_collection():
    gc.disable()
    future = concurrent.futures.Future()
    future.set_exception(ValueError("failed"))
    try:
        future.result()
    except ValueError as error:
        print(error)
    seen = weakref.ref(future)
    del future
    print("gone", seen() is None)
    gc.enable()


def errors_about_locks_name_them():
    for lock in (threading.Lock(), threading.RLock()):
        for wrong in (lambda: lock.owner, lambda: lock < lock, lambda: lock(), lambda: len(lock)):
            try:
                wrong()
            except (AttributeError, TypeError) as error:
                print(error)
        print(type(lock).__name__, type(lock).__qualname__, type(lock).__module__, type(lock))


def a_lock_has_no_more_than_the_interpreters():
    asked = []

    class Passing:
        def __init__(self):
            self.lock = threading.Lock()

        def __getattr__(self, name):
            asked.append((name, hasattr(self.lock, name)))
            return getattr(self.lock, name)

        def __enter__(self):
            return self.lock.__enter__()

        def __exit__(self, *error):
            self.lock.__exit__(*error)

    class Own(threading.Condition):
        def _is_owned(self):
            asked.append("own")
            return super()._is_owned()

    for condition in (threading.Condition(Passing()), Own(threading.Lock())):
        with condition:
            condition.notify()
            print(condition.wait(0.001))
    print(sorted(set(map(str, asked))))


def stacks_are_the_programs():
    def look():
        print([each.function for each in inspect.stack()])

    thread = threading.Thread(target=look)
    thread.start()
    thread.join()
    try:
        threading.Lock().release()
    except RuntimeError:
        print([each.function for each in inspect.trace()])


def what_is_traced_is_the_programs():
    seen = []
    lock = threading.RLock()
    messages = queue.Queue()

    def trace(frame, event, argument):
        if event in ("call", "exception"):
            seen.append((event, frame.f_code.co_name))
        return trace

    def profile(frame, event, argument):
        if event in ("call", "return"):
            seen.append((event, frame.f_code.co_name))

    def work():
        with lock:
            messages.put(1)
        threading.Thread(target=print, name="never")
        try:
            messages.get_nowait()
            messages.get_nowait()
        except queue.Empty:
            time.sleep(0)
        sys.settrace(None)
        sys.setprofile(None)

    for module, among, function in (("settrace", "gettrace", trace), ("setprofile", "getprofile", profile)):
        getattr(threading, module)(function)
        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
        getattr(threading, module)(None)
        getattr(sys, module)(function)
        print(getattr(sys, among)() is function)
        work()
        print(getattr(sys, among)(), seen)
        del seen[:]


async def stacks_of_who_made_it():
    loop = asyncio.get_running_loop()
    for made in (loop.call_soon(print, "called"), asyncio.ensure_future(asyncio.sleep(0)), loop.create_future()):
        print([(each.name, each.lineno) for each in made._source_traceback])
    await asyncio.sleep(0.01)


def failing(number):
    raise KeyError(number)


def threads_without_threading_fail():
    sys.stderr = sys.stdout
    for number in range(2):
        done = _thread.allocate_lock()
        done.acquire()
        shown = sys.unraisablehook
        _thread.start_new_thread(End(done, number).run, ())
        print("ended", done.acquire(timeout=60), sys.unraisablehook is shown)


class End:
    """Opens a lock when the interpreter lets go of what the thread ran."""

    def __init__(self, done, number):
        self.done = done
        self.number = number

    def __repr__(self):
        return "an end"

    def run(self):
        failing(self.number)

    def __del__(self):
        self.done.release()


Raw = type(threading.RLock())


class Derived(Raw):
    pass


class Counting(Raw):
    """Uses names that might be those of what it is derived from."""

    def __init__(self, name):
        self.name = name
        self._by = self._depth = self._raw = 0

    def acquire(self, *arguments):
        got = Raw.acquire(self, *arguments)
        self._depth += got
        return got

    __enter__ = acquire

    def __reduce__(self):
        return Counting, (self.name,)


class Made(Counting):
    def __new__(cls, name):
        made = super().__new__(cls)
        made.other = name
        return made


class Abstract(abc.ABC):
    @abc.abstractmethod
    def tell(self):
        """What is told of it."""


class Incomplete(Abstract, Raw):
    pass


class Complete(Raw, Abstract):
    def __init_subclass__(cls, said=None, **named):
        super().__init_subclass__(**named)
        cls.said = said

    def tell(self):
        return __class__.__name__


class Further(Complete, said="further"):
    pass


def a_lock_may_be_of_an_abstract_class():
    for kind in (Incomplete, Complete, Further, type("Derived", (Derived, Abstract), {"tell": repr})):
        print(type(kind), kind.__name__, kind.__abstractmethods__, kind.__base__ is Raw, getattr(kind, "said", None))
        print(issubclass(kind, Abstract), issubclass(kind, Raw), issubclass(Derived, kind))
    Complete.register(int)
    for lock in (Complete(), Further()):
        with lock:
            print(lock.tell(), lock._is_owned(), isinstance(lock, Abstract), isinstance(1, type(lock)))
    print(isinstance(threading.RLock(), Complete), isinstance(1, Raw), "_abc_impl" in vars(Raw))


def a_lock_of_the_programs_own_class_is_of_that_class():
    for lock in (Derived(), Counting("a"), Made("b")):
        kind = type(lock)
        print(kind, kind.__name__, isinstance(lock, Raw), isinstance(threading.RLock(), kind), issubclass(kind, Raw))
        print(repr(lock).partition(" at ")[0])
        with lock:
            with lock:
                print(lock._is_owned())
        print(vars(lock), weakref.ref(lock)() is lock)
        for again in (copy.copy, lambda each: pickle.loads(pickle.dumps(each))):
            try:
                print(type(again(lock)))
            except TypeError as error:
                print(error)
    waits_at_a_condition_of(Counting("c"))


def waits_at_a_condition_of(lock):
    told = threading.Condition(lock)

    def tell():
        with told:
            told.notify()

    with told:
        teller = threading.Thread(target=tell)
        teller.start()
        print(told.wait(60))
    teller.join()
    print(lock._depth)


def another_interpreter_is_left_alone():
    try:
        import _interpreters as interpreters
    except ImportError:
        import _xxsubinterpreters as interpreters
    run = getattr(interpreters, "exec", None) or interpreters.run_string
    sys.stdout.flush()
    made = interpreters.create()
    run(made, """if True:
        import sys, threading
        with threading.Lock():
            print([each for each in sys.modules if each.startswith("_interleave")], flush=True)
    """)
    interpreters.destroy(made)


functions_are_pickled_by_their_names()
what_failed_goes_without_a_collection()
errors_about_locks_name_them()
a_lock_has_no_more_than_the_interpreters()
a_lock_of_the_programs_own_class_is_of_that_class()
a_lock_may_be_of_an_abstract_class()
stacks_are_the_programs()
what_is_traced_is_the_programs()
another_interpreter_is_left_alone()
asyncio.run(stacks_of_who_made_it(), debug=True)
threads_without_threading_fail()
