"""Two threads meet at the lock that a condition made for itself."""

import threading
import time

turn = threading.Condition()
inside = threading.Event()


def hold():
    with turn:
        inside.set()
        time.sleep(0.05)


holder = threading.Thread(target=hold)
holder.start()
inside.wait()
with turn:
    turn.notify_all()
holder.join()
