"""Hooks for the modules of concurrent."""
