"""What control changes in modules of the library so that they wait for what the explorer decides, and not really.

For each of them a module of the same name with a function patch(module). It lies beneath the tracer's hooks, where there
are any: they call what they find, and find these.
"""
