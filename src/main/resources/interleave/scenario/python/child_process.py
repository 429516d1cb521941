"""A process starts another and waits for its end."""
import os
import time
from multiprocessing import Process


def run(name):
    """What the child process runs."""
    print(f"Run child process {name} ({os.getpid()})...")
    time.sleep(0.5)


if __name__ == "__main__":
    print(f"Parent process {os.getpid()}.")
    child = Process(target=run, args=("test",))
    print("Child process will start.")
    child.start()  # does not wait: both run from here on
    child.join()  # waits here until the child has ended
    print(f"Child process end, exit code {child.exitcode}.")
