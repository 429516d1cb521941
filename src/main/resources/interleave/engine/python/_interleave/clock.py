"""The recording's clock: the machine's; where a program is recorded under control, its steps, see control.recorded.

Whoever needs the time imports it from here, which has to have happened after it was decided which clock it is.
"""

from time import monotonic_ns
