"""A lock is taken more often than can be told, the last times when the interpreter ends or another program begins."""
import atexit
import os
import sys
import threading

lock = threading.Lock()


def work(times):
    for _ in range(times):
        with lock:
            pass


atexit.register(work, 500)
work(20000)
if sys.argv[1] == "exec":
    work(500)
    sys.stdout.flush()
    os.execv(sys.executable, [sys.executable, "-c", ""])
