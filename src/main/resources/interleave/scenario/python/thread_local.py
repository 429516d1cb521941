"""One variable that all threads share, and in it a value of its own for each thread."""

import threading
import time

local_school = threading.local()
PAUSE = 0.15


def process_student():
    """Nobody hands it the student; it asks the variable."""
    time.sleep(PAUSE)
    name = threading.current_thread().name
    print(f"Hello, {local_school.student} (in {name})")


def process_thread(student):
    """What each thread runs: it says who its student is, and then calls without saying it."""
    local_school.student = student
    process_student()


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
            for i in range(5)
        ]
    )
    print("In main:", getattr(local_school, "student", None))
