"""The shell of Duewatch: the only code that waits, reads and writes."""

__version__ = "0.1.0"
