"""Control of a Python program of threads: who goes on next is chosen from outside.

Exactly one thread of the program runs; all others stand before an operation that another thread could tell from its
absence: a lock, a wait, a queue, a start, a join, a sleep, a print, a read or a write of an observed variable. The
program's own code computes; only the order is chosen, and time is virtual.

A host of many runs is started so, and runs each in a copy of itself, which knows nothing of the runs before it:

    INTERLEAVE_CONTROL=PORT:TOKEN [INTERLEAVE_OBSERVE=balance,Account.balance] PYTHONPATH=.../python \\
        python -m _interleave.control PROGRAM.py ARGUMENTS...       (or -m MODULE ARGUMENTS...)

It connects to 127.0.0.1:PORT and speaks protocol 1, see wire. INTERLEAVE_OBSERVE names what is observed, as for the
tracer; where it is not set, that is found in the program's sources, see defaults. INTERLEAVE_SWITCH_POINTS=interpreter
leaves out the points at which this interpreter would not let another thread run, see switches; the default, every, has
one before each read and write. INTERLEAVE_CONTROL_PATIENCE=SECONDS, 10 unless it is said, is how long a thread may run
without coming to a point before a run is given up as stuck.

Made for CPython 3.8 to 3.13 with a GIL.
"""
