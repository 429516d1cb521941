"""Two threads log through a handler that is slow: one waits for the lock of the handler."""
import logging
import threading
import time


busy = threading.Event()
wanted = threading.Event()


class Slow(logging.Handler):
    def emit(self, record):
        busy.set()
        wanted.wait()
        time.sleep(0.1)


log = logging.getLogger("a")
log.propagate = False
log.addHandler(Slow())


def work():
    for _ in range(6):
        log.warning("x")


def follow():
    busy.wait()
    wanted.set()
    work()


threads = [threading.Thread(target=each, name="w%d" % number) for number, each in enumerate((work, follow))]
for each in threads:
    each.start()
for each in threads:
    each.join()
