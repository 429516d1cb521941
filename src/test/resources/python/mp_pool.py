"""A pool: tasks alone and in chunks, failures, workers that are replaced and one that is killed in mid-task."""
import multiprocessing
import multiprocessing.pool
import os
import signal
import sys
import traceback


def square(number):
    if number == 13:
        raise KeyError(number)
    return number * number


def die(_):
    os.kill(os.getpid(), signal.SIGKILL)


def main():
    context = multiprocessing.get_context(sys.argv[1])
    with context.Pool(2, maxtasksperchild=3) as pool:
        print(pool.map(square, range(5), chunksize=2))
        print(pool.starmap(pow, [(2, 3), (3, 2)], chunksize=2))
        print(list(pool.imap(square, [6, 7])), sorted(pool.imap_unordered(square, iter([8, 9]), chunksize=2)))
        print(pool.apply_async(square, (10,), callback=lambda value: print("callback", value)).get())
        try:
            pool.map(square, [12, 13, 14], chunksize=3)
        except KeyError as error:
            shown = "".join(traceback.format_exception(type(error), error, error.__traceback__))
            print(error, "_interleave" in shown.partition("The above exception")[0])
    with context.Pool(1) as deadly:
        deadly.apply(square, (1,))
        lost = deadly.apply_async(die, (0,))
        try:
            lost.get(timeout=0.5)
        except multiprocessing.TimeoutError:
            print("never answered")
    with multiprocessing.pool.ThreadPool(2) as threads:
        print(threads.map(square, [1, 2]))


if __name__ == "__main__":
    main()
