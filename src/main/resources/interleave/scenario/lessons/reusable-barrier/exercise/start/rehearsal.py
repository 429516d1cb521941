"""Two musicians play three parts, and want to begin each of them together."""

import threading

mutex = threading.Semaphore(1)
entrance = threading.Semaphore(0)
parts = [0, 0]  # which part each of them plays
counted = 0
ahead = 0  # by how many parts one was ahead of the other, at most


def begin(musician):
    global ahead
    with mutex:
        parts[musician] = parts[musician] + 1
        ahead = max(ahead, parts[musician] - parts[1 - musician])


def meet():
    global counted
    with mutex:
        counted = counted + 1
        if counted == 2:
            counted = 0
            entrance.release()
            entrance.release()
    entrance.acquire()


def play(musician):
    for _ in range(3):
        begin(musician)
        meet()


if __name__ == "__main__":
    anna = threading.Thread(target=play, args=(0,), name="Anna")
    ben = threading.Thread(target=play, args=(1,), name="Ben")
    anna.start()
    ben.start()
    anna.join()
    ben.join()
    print(f"At most {ahead} ahead.")
