"""Two threads and a copy of the process take one lock far more often than can be told; another lock is used rarely."""
import os
import sys
import threading
import time

lock = threading.Lock()
rare = threading.Lock()
TIMES = int(sys.argv[1])


def work():
    for number in range(TIMES):
        with lock:
            pass
        if number % (TIMES // 4) == 0:
            with rare:
                pass


def block():
    """Has the lock for so long that it is told."""
    lock.acquire()
    while not lock._interleave_sums.told_for:
        time.sleep(0.01)
    lock.release()


def run(*targets):
    threads = [threading.Thread(target=each, name=each.__name__ + " %d" % number) for number, each in enumerate(targets)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()


copy = os.fork()
run(work, work)
blocker = threading.Thread(target=block, name="blocker")
blocker.start()
while not lock.locked():
    time.sleep(0.001)
lock.acquire()
lock.release()
blocker.join()
if copy == 0:
    os._exit(0)
os.waitpid(copy, 0)
