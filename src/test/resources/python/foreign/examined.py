"""Tools of the standard library that look at programs.

>>> double(4)
8
>>> double("a")
'a'
"""

import cProfile
import doctest
import inspect
import io
import pstats
import sys
import threading
import traceback
import tracemalloc
import unittest


def double(x):
    return 2 * x


class DoubleTest(unittest.TestCase):
    def test_numbers(self):
        self.assertEqual(double(2), 4)

    def test_wrong(self):
        with self.subTest("sub"):
            self.assertEqual(double(3), 5)

    def test_threads(self):
        lock, out = threading.Lock(), []

        def run():
            with lock:
                out.append(threading.current_thread().name)

        thread = threading.Thread(target=run, name="t")
        thread.start()
        thread.join()
        self.assertEqual(out, ["t"])

    def test_output(self):
        out, sys.stdout = sys.stdout, io.StringIO()
        try:
            print("hidden")
            self.assertEqual(sys.stdout.getvalue(), "hidden\n")
        finally:
            sys.stdout = out


print(doctest.testmod())
suite = unittest.defaultTestLoader.loadTestsFromTestCase(DoubleTest)
result = unittest.TextTestRunner(stream=io.StringIO()).run(suite)
print(result.testsRun, len(result.failures), result.failures[0][1])
profile = cProfile.Profile()
profile.runcall(lambda: [double(i) for i in range(50)])
print(pstats.Stats(profile).get_stats_profile().func_profiles["double"].ncalls if sys.version_info > (3, 9) else 50)
tracemalloc.start()
kept = [bytes(1000) for _ in range(100)]
here = tracemalloc.take_snapshot().filter_traces([tracemalloc.Filter(True, __file__)]).statistics("lineno")
print(any(each.size > 100_000 for each in here))
print(inspect.signature(threading.Thread.join), inspect.signature(threading.Thread.start))
print(sorted(name for name in sys.modules if "sitecustomize" in name or name in ("threading", "queue", "subprocess")))
try:
    threading.Lock().release()
except RuntimeError:
    traceback.print_exc()
