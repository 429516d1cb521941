"""Two threads meet at the lock that a condition made for itself."""

import threading
import time

turn = threading.Condition()
inside = threading.Event()
wanted = threading.Event()


def hold():
    with turn:
        inside.set()
        wanted.wait()
        time.sleep(0.5)


holder = threading.Thread(target=hold)
holder.start()
inside.wait()
wanted.set()
with turn:
    turn.notify_all()
holder.join()
