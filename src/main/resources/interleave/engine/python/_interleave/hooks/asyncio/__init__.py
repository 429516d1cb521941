"""Hooks for the modules of asyncio."""
