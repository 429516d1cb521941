"""Pools of threads and of processes: results, failures, chunks, cancelled and lost tasks, initializers that fail."""

import multiprocessing
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor, as_completed, wait


def add(one, other=1):
    time.sleep(0.01)
    return one + other


def odd(number):
    if number % 2 == 0:
        raise OSError("%d is even" % number)
    return number


def die():
    os._exit(3)


def fail():
    raise RuntimeError("not today")


def of_threads():
    with ThreadPoolExecutor(2) as threads:
        print(list(threads.map(add, range(3))))
        slow = [threads.submit(add, 1, other=2), threads.submit(add, 3)]
        even = threads.submit(odd, 2)
        print(threads.submit(add, 9).cancel())
        print(repr(even.exception()), sorted(each.result() for each in as_completed(slow)))
        print(len(wait(slow).done))


def of_processes(context):
    with ProcessPoolExecutor(2, mp_context=context) as processes:
        print(list(processes.map(add, range(5), chunksize=2)))
        try:
            list(processes.map(odd, [1, 3, 4, 5], chunksize=4))
        except OSError as error:
            print(error)
        try:
            processes.submit(lambda: 1).result()
        except Exception as error:
            print(type(error).__name__)
    dying = ProcessPoolExecutor(1, mp_context=context)
    for future in (dying.submit(die), dying.submit(add, 1)):
        try:
            future.result()
        except Exception as error:
            print(type(error).__name__)
    dying.shutdown()


if __name__ == "__main__":
    of_threads()
    of_processes(multiprocessing.get_context(sys.argv[1]))
