"""Processes of multiprocessing, each with another end; the start method is the argument."""

import multiprocessing
import os
import sys
import time


def run(how):
    print("child %s" % how)
    if how == "exits":
        sys.exit(3)
    if how == "fails":
        raise ValueError("no luck")
    if how == "kills itself":
        os.kill(os.getpid(), 9)
    if how == "leaves":
        os._exit(7)
    if how == "sleeps":
        time.sleep(60)


if __name__ == "__main__":
    multiprocessing.set_start_method(sys.argv[1])
    ends = ["returns", "exits", "fails", "kills itself", "leaves", "sleeps"]
    started = [multiprocessing.Process(target=run, args=(each,), name=each, daemon=True) for each in ends]
    for each in started:
        each.start()
    started[-1].terminate()
    for each in started:
        each.join()
    print([each.exitcode for each in started])
