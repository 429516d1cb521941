"""What control changes in modules of the library: for each of them a module with a function patch(module).

It lies beneath the tracer's hooks, where both are there: a hook calls what it finds, and finds these.
"""
