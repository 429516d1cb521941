"""Hooks of the package multiprocessing, a module for each of its modules."""
