"""Waits in vain, for three hundredths of a second each, in every way that a limit can be given."""
import concurrent.futures
import multiprocessing
import queue
import subprocess
import sys
import threading

TIME = 0.03


def held(lock):
    lock.acquire()
    stop.wait()


def in_vain(wait, *arguments, **named):
    try:
        wait(*arguments, **named)
    except (queue.Empty, queue.Full, subprocess.TimeoutExpired, threading.BrokenBarrierError,
            concurrent.futures.TimeoutError, multiprocessing.TimeoutError):
        pass


def sleeper():
    import time

    time.sleep(60)


if __name__ == "__main__":
    stop = threading.Event()
    lock, relock, shared = threading.Lock(), threading.RLock(), multiprocessing.get_context("fork").Lock()
    threads = [threading.Thread(target=held, args=(each,), name="holder") for each in (lock, relock)]
    for each in threads:
        each.start()
    shared.acquire()
    threads[0].join(TIME)
    lock.acquire(timeout=TIME)
    relock.acquire(True, TIME)
    shared.acquire(True, TIME)
    threading.Semaphore(0).acquire(timeout=TIME)
    stop.wait(TIME)
    in_vain(threading.Barrier(2).wait, TIME)
    in_vain(threading.Barrier(2, timeout=TIME).wait)
    full = queue.Queue(1)
    in_vain(full.get, timeout=TIME)
    full.put(1)
    in_vain(full.put, 2, True, TIME)
    in_vain(queue.SimpleQueue().get, timeout=TIME)
    fork = multiprocessing.get_context("fork")
    in_vain(fork.Queue().get, True, TIME)
    fork.Event().wait(TIME)
    permits = fork.Semaphore(0)
    permits.acquire(True, TIME)
    fork.Pipe()[0].poll(TIME)
    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        future = pool.submit(stop.wait)
        in_vain(future.result, TIME)
        in_vain(future.exception, timeout=TIME)
        concurrent.futures.wait([future], timeout=TIME)
        in_vain(lambda: list(concurrent.futures.as_completed([future], timeout=TIME)))
        child = subprocess.Popen([sys.executable, "-S", "-c", "import time; time.sleep(60)"])
        in_vain(child.wait, TIME)
        in_vain(child.wait, timeout=TIME)
        child.kill()
        other = fork.Process(target=sleeper)
        other.start()
        other.join(TIME)
        other.kill()
        stop.set()
