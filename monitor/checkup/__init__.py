"""The checkup: everything that a letter on its way depends on, looked at once, each with what to do about it."""
