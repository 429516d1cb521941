"""What control puts in front of functions of the library: points at which a thread stands before it does something.

As in patches, for each module of the library one of the same name with a function patch(module). It comes last, so that
the tracer's hooks, where there are any, tell what is done when it is done.
"""
