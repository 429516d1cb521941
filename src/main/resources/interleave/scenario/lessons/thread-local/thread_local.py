"""One variable that all threads share, and in it a value of its own for each thread."""

import threading
import time

from arguments import arguments

given = arguments(kind=("thread-local", "plain"), workers=5, pause=0.15)

local_school = threading.local()
plain_student = "nobody"  # for contrast: one value for all


def current_student():
    """Nobody hands it the student; it asks the variable."""
    if given.kind == "plain":
        return plain_student
    return getattr(local_school, "student", "nobody")


def process_student():
    name = threading.current_thread().name
    time.sleep(given.pause)  # so much goes on elsewhere meanwhile
    print(f"Hello, {current_student()} (in {name})")
    time.sleep(given.pause)


def process_thread(student):
    """What each thread runs: it says who its student is, and then calls without saying it."""
    global plain_student
    if given.kind == "plain":
        plain_student = student
        process_student()
    else:
        local_school.student = student
        process_student()
        del local_school.student  # or else the value stays as long as its thread


def start_and_join(threads):
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


if __name__ == "__main__":
    a = threading.Thread(target=process_thread, args=("Alice",), name="Thread-A")
    b = threading.Thread(target=process_thread, args=("Bob",), name="Thread-B")
    start_and_join([a, b])
    start_and_join(
        [
            threading.Thread(target=process_thread, args=(f"No. {i}",), name=f"worker-{i}")
            for i in range(given.workers)
        ]
    )
    print("In main:", current_student())
