"""Threads, a copy of the process and handlers of signals record when room is scarce, or when there is none left."""
import os
import sys
import threading

from _interleave import record, segment
from _interleave.budget import Budget
from _interleave.kinds import LOCK_ACQUIRED, OUTPUT, Type

CHUNK = (segment.FIRST_CHUNK - segment.HEADER_BYTES) // segment.SLOT_BYTES
thing = record.object_id(Type.LOCK, 0, "thing")


def write(times):
    for number in range(times):
        record.event(LOCK_ACQUIRED, 0, thing, 0, number)


def alive_together(*times):
    """Threads that record so often, one after the other, and all of them are there until the last has done so."""
    end = threading.Event()
    threads = []
    for each in times:
        done = threading.Event()
        threads.append(threading.Thread(target=lambda: (write(each), done.set(), end.wait())))
        threads[-1].start()
        done.wait()
    end.set()
    for each in threads:
        each.join()


def late():
    alive_together(12000, 12000, 100, 100, 100)


def none():
    alive_together(2000, 2000, 2000)
    copy = os.fork()
    if copy == 0:
        write(300)
        os._exit(0)
    os.waitpid(copy, 0)


def open_segment():
    opened = segment.Segment(os.path.join(record.folder(), "own.seg"), Budget(record.folder()), True)
    opened.open(os.getpid(), os.getppid())
    return opened, segment.writer(opened, 1)[:2]


def handler():
    """A handler records while the file grows, and then the disk is full."""
    opened, (put, put_text) = open_segment()

    def full(*_):
        segment._allocate = none_left
        put(LOCK_ACQUIRED, 0, thing, 0, 1)
        put_text(OUTPUT, 0, thing, 0, 1, "of a handler")
        raise OSError

    def none_left(*_):
        raise OSError

    for number in range(CHUNK):
        put(LOCK_ACQUIRED, 0, thing, 0, number)
    segment._allocate = full
    put(LOCK_ACQUIRED, 0, thing, 0, CHUNK)


def within():
    """A handler records while the file grows, and there is room."""
    opened, (put, put_text) = open_segment()
    allocate = segment._allocate

    def interrupted(*of_file):
        segment._allocate = allocate
        for number in range(3 * CHUNK):
            put(LOCK_ACQUIRED, 0, thing, 0, number)
        put_text(OUTPUT, 0, thing, 0, 1, "of a handler")
        allocate(*of_file)

    for number in range(CHUNK):
        put(LOCK_ACQUIRED, 0, thing, 0, number)
    segment._allocate = interrupted
    put(LOCK_ACQUIRED, 0, thing, 0, CHUNK)


def often():
    """Whenever room is made for an event, a handler comes that wants to record, too."""
    opened, (put, put_text) = open_segment()
    allocate = segment._allocate

    def interrupted(*of_file):
        put(LOCK_ACQUIRED, 0, thing, 0, 0)
        put_text(OUTPUT, 0, thing, 0, 1, "of a handler " * 9)
        allocate(*of_file)

    segment._allocate = interrupted
    for number in range(CHUNK + 1):
        put(LOCK_ACQUIRED, 0, thing, 0, number)


def between():
    """Another thread comes while the file grows, and does not wait for ever, nor does anything of its wait for it."""
    opened, (put, _) = open_segment()
    growing, done = threading.Event(), threading.Event()
    allocate = segment._allocate

    def slow(*of_file):
        if not growing.is_set():
            growing.set()
            done.wait()
        allocate(*of_file)

    def other():
        growing.wait()
        put_other = segment.writer(opened, record.thread_id())[0]
        for number in range(5 * CHUNK):
            put_other(LOCK_ACQUIRED, 0, thing, 0, number)
        done.set()

    thread = threading.Thread(target=other)
    thread.start()
    for number in range(CHUNK):
        put(LOCK_ACQUIRED, 0, thing, 0, number)
    segment._allocate = slow
    put(LOCK_ACQUIRED, 0, thing, 0, CHUNK)
    thread.join()


def stopped():
    """Threads that share a segment are stopped by the end of the process before they have filled their slots."""
    opened, (put, put_text) = open_segment()
    record._State.shared.append(opened)
    for number in range(CHUNK + 10):
        if number in (5, CHUNK - 5, CHUNK + 5):
            opened.now[1]()
        put(LOCK_ACQUIRED, 0, thing, 0, number)
    at = opened.now[1]()
    put_text(OUTPUT, 0, thing, 0, 0, "a text of which the first slot is missing")
    opened.now[0][at + segment.SLOT_BYTES:at + 2 * segment.SLOT_BYTES] = bytes(segment.SLOT_BYTES)
    put_text(OUTPUT, 0, thing, 0, 0, "seen")


globals()[sys.argv[1]]()
