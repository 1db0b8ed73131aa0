"""The whole daemon in one deterministic loop: virtual time, seeded order, and every way in which the world can fail.

The service, its courier and scribe, the store and its SQL on a real SQLite file are the product's own. Stood in for
are the clocks, APScheduler's alarms, the thread of the store and the mail server, which is the ground truth. A crash
is a power cut: what is committed stays, and every later touch of the world raises, so that cleanup cannot cheat.
"""
