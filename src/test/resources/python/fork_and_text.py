"""Records from two threads and a forked copy, through the tracer's own functions."""
import os
import sys
import threading

from _interleave import frames, record
from _interleave.kinds import LOCK_ACQUIRED, OUTPUT, Type

lock = record.object_id(Type.LOCK, 0, "bank.lock")


def many():
    for number in range(2000):
        record.event(LOCK_ACQUIRED, 0, lock, frames.site(0), number)
    record.text(OUTPUT, 0, 0, 0, 0, "ä" * 5000)


if __name__ == "__main__":
    thread = threading.Thread(target=many, name="second")
    thread.start()
    thread.join()
    many()
    sys.stdout.flush()
    copy = os.fork()
    if copy == 0:
        record.event(LOCK_ACQUIRED, 0, lock, frames.site(0), 5000)
        os._exit(0)
    os.waitpid(copy, 0)
    print("done")
