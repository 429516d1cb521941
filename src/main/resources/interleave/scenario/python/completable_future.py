"""An offer needs a price, an exchange rate and the stock: each is asked for, then combined.

Python's futures are awaited: a coroutine that needs two results awaits both, and goes on in the event loop.
"""

import asyncio

PRICE = 0.3  # seconds that each answer takes
RATE = 0.5
STOCK = 0.2


async def ask(what, answer, seconds):
    """Asks a server that takes its time."""
    print(f"Asking for the {what}...")
    await asyncio.sleep(seconds)
    return answer


async def total(price, rate):
    return await price * await rate  # goes on as soon as both are there


async def left(stock):
    try:
        return f"{await stock} in stock"
    except OSError:
        return "stock unknown"


async def main():
    # Three questions at once; none of them waits here.
    price = asyncio.create_task(ask("price", 250, PRICE))
    rate = asyncio.create_task(ask("rate", 7, RATE))
    stock = asyncio.create_task(ask("stock", 12, STOCK))
    t, l = await asyncio.gather(total(price, rate), left(stock))
    print(f"Offer: {t}, {l}")


if __name__ == "__main__":
    asyncio.run(main())
