"""Managers: a queue that is served over TCP with an authkey, and the standard manager's dictionary."""
import multiprocessing
import queue
import sys
from multiprocessing.managers import BaseManager

tasks = queue.Queue()
results = queue.Queue()


def get_tasks():
    return tasks


def get_results():
    return results


class QueueManager(BaseManager):
    pass


def serve_both():
    QueueManager.register("tasks", callable=get_tasks)
    QueueManager.register("results", callable=get_results)


class Client(BaseManager):
    pass


def work(address):
    Client.register("tasks")
    Client.register("results")
    client = Client(address=address, authkey=b"abc")
    client.connect()
    mine, answers = client.tasks(), client.results()
    for _ in range(3):
        number = mine.get(timeout=20)
        answers.put(number * number)
    try:
        mine.get(block=False)
    except queue.Empty:
        print("empty")


def main():
    context = multiprocessing.get_context(sys.argv[1])
    serve_both()
    manager = QueueManager(address=("127.0.0.1", 0), authkey=b"abc", ctx=context)
    manager.start()
    todo, done = manager.tasks(), manager.results()
    worker = context.Process(target=work, args=(manager.address,))
    worker.start()
    for number in (7, 7, 8):
        todo.put(number)
    print([done.get(timeout=20) for _ in range(3)])
    worker.join()
    manager.shutdown()
    with context.Manager() as standard:
        table = standard.dict()
        table["a"] = 1
        print(table["a"], len(table), table)


if __name__ == "__main__":
    main()
