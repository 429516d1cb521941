"""Ends in the way that the argument says."""

import os
import signal
import sys
import threading
import time
import warnings


def deep(n):
    return deep(n + 1)


def chained():
    try:
        open("/nowhere/at/all")
    except OSError as error:
        raise ValueError("chained") from error


def in_a_thread():
    thread = threading.Thread(target=chained, name="T")
    thread.start()
    thread.join()


def missing():
    import subprocess

    subprocess.run(["interleave-has-no-such-program"], check=True)


def interrupted():
    os.kill(os.getpid(), signal.SIGINT)
    time.sleep(5)


def terminated():
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("told to end"))
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(5)


def out_of_memory():
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (1 << 29, 1 << 29))
    bytes(1 << 30)


def crash():
    import ctypes

    print("last words", flush=True)
    ctypes.string_at(0)


def copied():
    print("before", end=" ")
    pid = os.fork()
    if pid == 0:
        raise KeyError("in the copy")
    print(os.waitstatus_to_exitcode(os.wait()[1]) if hasattr(os, "waitstatus_to_exitcode") else os.wait()[1] >> 8)


def locked():
    lock = threading.Lock()
    lock.release()


def callbacks():
    import atexit

    atexit.register(print, "at exit")
    said = threading.Event()
    threading.Thread(target=lambda: (said.wait(), time.sleep(0.02), print("after the main thread"))).start()
    print("main done")
    said.set()


def replaced():
    import io

    original = sys.stdout
    sys.stdout = io.TextIOWrapper(original.buffer, "utf-8", line_buffering=True)
    print("wrapped")
    print("and an error", file=sys.stderr)
    os.write(1, b"written\n")
    sys.stdout.detach()
    sys.stdout = original


def exec_again():
    print("first life", flush=True)
    os.execv(sys.executable, [sys.executable, __file__, "text"])


def with_stdin():
    print("read", sys.stdin.read(), input.__module__)


ENDS = {
    "text": lambda: sys.exit("the text"),
    "code": lambda: sys.exit(300),
    "none": lambda: sys.exit(),
    "deep": lambda: deep(0),
    "chained": chained,
    "thread": in_a_thread,
    "missing": missing,
    "interrupt": interrupted,
    "terminate": terminated,
    "memory": out_of_memory,
    "crash": crash,
    "abort": os.abort,
    "copy": copied,
    "lock": locked,
    "callbacks": callbacks,
    "replaced": replaced,
    "exec": exec_again,
    "stdin": with_stdin,
    "leave": lambda: os._exit(9),
    "warn": lambda: warnings.warn("careful", DeprecationWarning),
    "assert": lambda: exec("assert False, 'asserted'"),
}
if __name__ == "__main__":
    ENDS[sys.argv[1]]()
