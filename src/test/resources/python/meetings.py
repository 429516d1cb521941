"""Threads, locks, conditions, semaphores, events, barriers and locals, in all the ways in which a program uses them."""

import _thread
import copy
import logging
import pickle
import queue
import sys
import threading
import time
import weakref
from dataclasses import dataclass, field

log = logging.getLogger("meetings")
log.addHandler(logging.NullHandler())

lock = threading.Lock()
again = threading.RLock()
condition = threading.Condition()
shared_condition = threading.Condition(lock)
semaphore = threading.Semaphore(2)
bounded = threading.BoundedSemaphore(1)
event = threading.Event()
barrier = threading.Barrier(2)
school = threading.local()
bell = _thread.allocate_lock()
items = []
tried = []
dozing = []


class Account:
    lock_class = threading.Lock

    def __init__(self):
        self.lock = self.lock_class()


@dataclass
class Record:
    guard: object = field(default_factory=threading.Lock)


class Counted(threading.local):
    def __init__(self, start):
        self.count = start


class Mine(threading.Thread):
    def run(self):
        with again:
            with again:
                again.acquire()
                again.release()
            time.sleep(0.02)


class Loud(threading.Event):
    def set(self):
        log.info("set")
        super().set()


def raised(function, *arguments, **named):
    """The exception that a call raises, as a text."""
    try:
        function(*arguments, **named)
    except BaseException as error:
        return "%s: %s" % (type(error).__name__, error)
    return "nothing"


def likeness():
    """All that a program may ask a lock is answered as ever; what is printed is compared with an untraced run."""
    other = threading.Lock()
    print(isinstance(lock, type(other)), isinstance(lock, _thread.LockType), isinstance(again, type(threading.RLock())))
    print(repr(other)[:30], repr(again)[:35], repr(type(other)), lock.locked(), other.acquire(False), other.locked())
    print(other.acquire(False), other.acquire(timeout=0.01), other.acquire(True, 0))
    print(raised(other.acquire, False, 1), raised(other.acquire, timeout=-5), raised(other.acquire, "x", "y"))
    other.release()
    print(raised(other.release), "|", raised(again.release), "|", raised(bounded.release), "|", raised(other.__exit__))
    print(raised(pickle.dumps, lock), raised(copy.copy, lock), raised(threading.Lock, 1))
    print(raised(setattr, lock, "foo", 1)[:14], weakref.ref(lock)() is lock, len({lock, other}), lock == other)
    print(raised(condition.wait), raised(condition.notify), raised(semaphore.acquire, False, 1))
    print(raised(threading.Semaphore, -1), raised(time.sleep, -1), raised(time.sleep, "x"))
    print(again.acquire(), again.acquire(False), again.acquire(timeout=1), [again.release() for _ in range(3)])
    print(lock.acquire_lock(), lock.locked_lock(), lock.release_lock(), semaphore.acquire(False), semaphore.release())
    print(Account().lock.acquire(False), Record().guard.acquire(False), hasattr(school, "name"), vars(school))
    print(raised(threading.Thread.start, Mine), raised(threading.local, 1), raised(getattr, school, "missing"))
    again.acquire()
    print(again._is_owned(), lock._is_owned() if hasattr(lock, "_is_owned") and sys.flags.dev_mode else False)
    again.release()


def until(holds):
    while not holds():
        time.sleep(0.001)


def hold():
    with lock:
        bell.release()
        until(lambda: tried)
        time.sleep(0.05)


def consume():
    with condition:
        while not items:
            condition.wait()
        items.pop()
    with condition:
        condition.wait_for(lambda: items, 5)


def meet():
    with semaphore:
        barrier.wait()
    try:
        barrier.wait(0.01)
    except threading.BrokenBarrierError:
        pass


def learn(name):
    school.name = name
    print(school.name, counted.count)
    counted.count += 1
    del school.name


def outlive():
    threading.main_thread().join()
    time.sleep(0.1)


def doze():
    dozing.append(True)
    time.sleep(30)


def fail():
    raise ValueError("too much")


def run(*threads):
    for each in threads:
        each.start()
    for each in threads:
        each.join()


likeness()
bell.acquire()
holder = threading.Thread(target=hold, name="holder")
holder.start()
bell.acquire()
print(lock.acquire(timeout=0.001))
tried.append(True)
lock.acquire()
lock.release()
holder.join()

consumer = threading.Thread(target=consume, name="consumer")
consumer.start()
until(lambda: condition._waiters)
with condition:
    items.append(1)
    condition.notify()
until(lambda: not items and condition._waiters)
with condition:
    items.append(2)
    condition.notify_all()
consumer.join()
with shared_condition:
    print(shared_condition.wait(0.001), lock.locked())

run(threading.Thread(target=meet, name="left"), threading.Thread(target=meet, name="right"))
bounded.acquire()
waiter = threading.Thread(target=bounded.acquire, name="waiter", daemon=True)
waiter.start()
until(lambda: bounded._cond._waiters)
bounded.release()
waiter.join()
print(semaphore.acquire(timeout=0.001), semaphore.acquire(), semaphore.acquire(timeout=0.001), semaphore.release())

watcher = threading.Thread(target=event.wait, name="watcher")
watcher.start()
until(lambda: event._cond._waiters)
event.set()
event.set()
watcher.join()
event.clear()
print(event.wait(0.001), event.is_set())
loud = Loud()
loud.set()

counted = Counted(5)
for each in ("Alice", "Bob"):
    run(threading.Thread(target=learn, args=(each,), name="Thread-" + each))
print(counted.count)
run(Mine(name="mine"), Mine(name="his"))
threading.excepthook = lambda arguments: print("hooked", arguments.exc_type.__name__, arguments.thread.name)
run(threading.Thread(target=fail, name="failing"))
_thread.start_new_thread(bell.release, ())
bell.acquire()
print(holder.is_alive(), holder.name, threading.current_thread().name)
threading.current_thread().name = "Boss"
pair = threading.Thread(target=time.sleep, args=(0.01,))
pair.name = "renamed"
pair.start()
pair.join(0.001)
pair.join()
threading.Thread(target=doze, name="demon", daemon=True).start()
until(lambda: dozing)
threading.Thread(target=outlive, name="late").start()
queue.Queue().put(1)
print("done")
threading.Timer(0.01, print, ["timer"]).start()
