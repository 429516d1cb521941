"""Two threads log through a handler that is slow: one waits for the lock of the handler."""
import logging
import threading
import time


class Slow(logging.Handler):
    def emit(self, record):
        time.sleep(0.05)


log = logging.getLogger("a")
log.propagate = False
log.addHandler(Slow())


def work():
    for _ in range(6):
        log.warning("x")


threads = [threading.Thread(target=work, name="w%d" % number) for number in range(2)]
for each in threads:
    each.start()
for each in threads:
    each.join()
