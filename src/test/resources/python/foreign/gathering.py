"""Threads, pools and coroutines that gather things: a stand-in for a crawler, a database, a log, a schedule."""

import asyncio
import logging
import logging.handlers
import os
import queue
import sched
import sqlite3
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor, as_completed

LINKS = {"a": "bc", "b": "cd", "c": "a", "d": ""}


def fetch(page):
    time.sleep(0.001)
    if page == "d":
        raise LookupError(page)
    return LINKS[page]


def crawl():
    seen, waiting = {"a"}, ["a"]
    with ThreadPoolExecutor(3) as pool:
        while waiting:
            pages = {pool.submit(fetch, page): page for page in waiting}
            waiting = []
            for each in as_completed(pages):
                error = each.exception()
                for link in "" if error else each.result():
                    if link not in seen:
                        seen.add(link)
                        waiting.append(link)
    return sorted(seen)


def store():
    with tempfile.TemporaryDirectory() as folder:
        name = os.path.join(folder, "data.db")
        with sqlite3.connect(name) as db:
            db.execute("create table t (x integer)")

        def insert(x):
            with sqlite3.connect(name, timeout=30) as own:
                own.execute("insert into t values (?)", (x,))

        threads = [threading.Thread(target=insert, args=(i,)) for i in range(5)]
        for each in threads:
            each.start()
        for each in threads:
            each.join()
        return db.execute("select sum(x), count(*) from t").fetchone()


def log():
    lines = queue.Queue()
    listener = logging.handlers.QueueListener(lines, logging.StreamHandler())
    logger = logging.getLogger("gathering")
    logger.addHandler(logging.handlers.QueueHandler(lines))
    listener.start()
    logger.warning("%d of %d", 1, 2)
    try:
        fetch("d")
    except LookupError:
        logger.exception("not found")
    listener.stop()


def plan():
    done = []
    planner = sched.scheduler(time.monotonic, time.sleep)
    now = time.monotonic()
    planner.enterabs(now + 0.002, 1, done.append, ("late",))
    planner.enterabs(now + 0.001, 1, done.append, ("early",))
    planner.run()
    return done


async def count(name, turns, out):
    for i in range(turns):
        await asyncio.sleep(0)
        out.append(name + str(i))


async def gather():
    out = []
    await asyncio.gather(count("x", 3, out), count("y", 2, out))
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-c", "print(input() * 2)", stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE)
    said, _ = await child.communicate(b"ab\n")
    return out, said, child.returncode


print(crawl(), store(), plan())
log()
print(asyncio.run(gather()))
