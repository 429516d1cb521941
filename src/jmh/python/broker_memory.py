"""The memory of a process that has connected to a broker, put a message and taken it."""
import os

import broker_client

client = broker_client.Client(os.environ["BROKER"])
for number in range(1, 200):
    client.put("memory", number, "a message")
    client.commit(client.take("memory"))
with open("/proc/self/status") as status:
    print("resident=" + next(line for line in status if line.startswith("VmRSS")).split()[1])
client.close()
