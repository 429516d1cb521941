"""Forks many times among busy threads, while a timer's signals come; the number of forks is the argument."""

import os
import signal
import sys
import threading
import time

lock = threading.Lock()
busy = True


def work():
    while busy:
        for _ in range(20):
            with lock:
                pass
        time.sleep(0.002)  # else most of what is recorded and read is this


def handle(*_):
    with threading.Lock():
        pass
    if busy:  # only now: where the machine is busy, handlers would else lie in each other until the stack is full
        signal.setitimer(signal.ITIMER_REAL, 0.005)


sys.setswitchinterval(0.0005)
for _ in range(3):
    threading.Thread(target=work, daemon=True).start()
signal.signal(signal.SIGALRM, handle)
signal.setitimer(signal.ITIMER_REAL, 0.005)
wrong = 0
for i in range(int(sys.argv[1])):
    pid = os.fork()
    if pid == 0:
        signal.setitimer(signal.ITIMER_REAL, 0)
        own = threading.Lock()
        for _ in range(50):
            with own:
                pass
        os._exit(i % 100)
    wrong += os.waitpid(pid, 0)[1] >> 8 != i % 100
busy = False
signal.setitimer(signal.ITIMER_REAL, 0)
print("wrong:", wrong)
