"""A signal handler that records, and one that raises, come in the middle of recording."""
import signal
import sys

from _interleave import record
from _interleave.kinds import LOCK_ACQUIRED, LOCK_RELEASED, OUTPUT, Type

handled = record.object_id(Type.LOCK, 0, "handled")
raised = 0


def handle(*_):
    record.text(LOCK_RELEASED, 0, handled, 0, 0, "from the handler")
    if int(sys.argv[1]):
        raise KeyboardInterrupt
    signal.setitimer(signal.ITIMER_REAL, 0.0005)


def work():
    """Records on to the end; the timer is set for one signal at a time."""
    global number
    signal.setitimer(signal.ITIMER_REAL, 0.0005)
    while number < 20000:
        number += 1
        record.event(LOCK_ACQUIRED, 0, handled, 0, number)
        if number % 10 == 0:
            record.text(OUTPUT, 0, 0, 0, 0, "x" * 50)
    signal.signal(signal.SIGALRM, signal.SIG_IGN)
    for _ in range(100):
        pass  # a signal that came before is handled here


signal.signal(signal.SIGALRM, handle)
number = 0
done = False
while not done:
    try:
        work()
        done = True
    except KeyboardInterrupt:
        raised += 1
record.event(LOCK_ACQUIRED, 0, handled, 0, 999999)
print(raised)
