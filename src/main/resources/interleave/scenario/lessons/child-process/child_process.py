"""A process starts another and waits for its end."""

import multiprocessing
import os
import time
from multiprocessing import Process

from arguments import arguments


def run(name, seconds, ending):
    """What the child process runs."""
    print(f"Run child process {name} ({os.getpid()})...")
    time.sleep(seconds)
    if ending == "fails":
        raise RuntimeError(f"{name} could not do its work")


if __name__ == "__main__":
    given = arguments(
        length=0.5,
        join=True,
        ending=("returns", "fails", "terminated"),
        patience=0.8,
        method=("usual", "fork", "spawn", "forkserver"),
    )
    if given.method != "usual":
        multiprocessing.set_start_method(given.method)
    print(f"Parent process {os.getpid()}.")
    child = Process(target=run, args=("test", given.length, given.ending), name="Child")
    print("Child process will start.")
    child.start()  # does not wait: both run from here on

    if given.ending == "terminated":
        time.sleep(given.patience)
        child.terminate()  # asks it to end; it has no time to say anything
    if given.join:
        child.join()  # waits here until the child has ended
        print(f"Child process end, exit code {child.exitcode}.")
    else:
        print("Parent process goes on without waiting.")
