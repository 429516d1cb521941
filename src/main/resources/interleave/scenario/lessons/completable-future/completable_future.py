"""An offer needs a price, an exchange rate and the stock: each is asked for, then combined.

Python's futures are awaited: a coroutine that needs two results awaits both, and goes on in the event loop.
"""

import asyncio

from arguments import arguments


async def ask(what, answer, seconds):
    """Asks a server that takes its time."""
    print(f"Asking for the {what}...")
    await asyncio.sleep(seconds)
    if answer < 0:
        raise OSError(f"no answer for the {what}")
    return answer


async def total(price, rate):
    return await price * await rate  # goes on as soon as both are there


async def left(stock):
    try:
        return f"{await stock} in stock"
    except OSError:
        return "stock unknown"


async def main(given):
    # Three questions at once; none of them waits here.
    price = asyncio.create_task(ask("price", 250, given.price), name="price")
    rate = asyncio.create_task(ask("rate", 7, given.rate), name="rate")
    stock = asyncio.create_task(ask("stock", -1 if given.stock_fails else 12, given.stock), name="stock")
    print("All is on its way.")
    amount = asyncio.create_task(total(price, rate), name="total")
    pieces = asyncio.create_task(left(stock), name="left")
    print(f"Offer: {await amount}, {await pieces}")


if __name__ == "__main__":
    asyncio.run(main(arguments(price=0.3, rate=0.5, stock=0.2, stock_fails=False)))
