"""What the tracer changes in the standard library: for each module that is traced one of the same name, see hooking.

The hook of a module, such as hooks/os.py or hooks/multiprocessing/pool.py, has a function patch(module) and holds all
the code that goes around what is in that module. It is loaded when the program imports the module, and imports neither
that nor another hook. What is too long for one file is a folder of the module's name, such as hooks/threading: the
patch of its __init__ calls those of its files. A folder of a package of the library has no patch.

What several hooks need, and what the program gets in place of a thing of the library's, such as a lock, stands beside
this package. Nothing is patched there.
"""
