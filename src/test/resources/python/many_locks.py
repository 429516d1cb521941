"""Makes many locks, tells how many objects the search for garbage gets with each, and uses two of them in a copy."""
import gc
import os
import sys
import threading

first = threading.Lock()


def grown(make):
    gc.collect()
    gc.disable()
    before = len(gc.get_objects())
    kept = [make() for _ in range(2000)]
    grown = len(gc.get_objects()) - before
    gc.enable()
    return grown // len(kept)


grown(threading.Lock)  # the names are known from now on
print(grown(threading.Lock), grown(threading.RLock))
many = [threading.Lock() for _ in range(4000)]
sys.stdout.flush()
copy = os.fork()
if not copy:
    with first:
        pass
    with many[3999]:
        pass
    os._exit(0)
os.waitpid(copy, 0)
