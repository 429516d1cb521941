"""A pool whose queues are of the program: it sends through them, and the library receives."""
import multiprocessing as mp, pickle
from multiprocessing.pool import Pool
class PlainQueue:
    def __init__(self, context):
        self._reader, self._writer = context.Pipe(duplex=False)
        self._rlock, self._wlock = context.Lock(), context.Lock()
    def get(self):
        with self._rlock: return self._reader.recv()
    def put(self, thing):
        with self._wlock: self._writer.send_bytes(pickle.dumps(thing))
class OwnPool(Pool):
    def _setup_queues(self):
        self._inqueue = PlainQueue(self._ctx)
        self._outqueue = PlainQueue(self._ctx)
        self._quick_put = self._inqueue.put
        self._quick_get = self._outqueue._reader.recv
def square(x): return x * x
if __name__ == "__main__":
    pool = OwnPool(2, context=mp.get_context("fork"))
    print(pool.map(square, range(4), chunksize=1))
    pool.close(); pool.join()
