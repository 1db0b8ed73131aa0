"""Which of the times in a text are deadlines, and which only tell: a refusal always has a reason."""
