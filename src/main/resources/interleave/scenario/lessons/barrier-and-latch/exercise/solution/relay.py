"""Two swim, and only when both are out of the water the third may run."""

import threading

shore = threading.Lock()
ashore = threading.Semaphore(0)  # counts: the runner takes one for each who has to come
swum = 0
early = 0  # whether the runner began before both had swum


def swim():
    global swum
    with shore:
        swum = swum + 1
    ashore.release()


def run():
    global early
    ashore.acquire()
    ashore.acquire()
    with shore:
        early = 1 if swum < 2 else 0


if __name__ == "__main__":
    team = [
        threading.Thread(target=swim, name="Swimmer-1"),
        threading.Thread(target=swim, name="Swimmer-2"),
        threading.Thread(target=run, name="Runner"),
    ]
    for each in team:
        each.start()
    for each in team:
        each.join()
    print("A fair run." if early == 0 else "The runner was too early.")
