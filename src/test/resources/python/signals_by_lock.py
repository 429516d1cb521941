"""A plain lock as a signal: taken twice by one thread, released by a signal handler."""
import signal
import threading

done = threading.Lock()
done.acquire()
signal.signal(signal.SIGALRM, lambda *_: done.release())
signal.alarm(4)
done.acquire()
print("done")
