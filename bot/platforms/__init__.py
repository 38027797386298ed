"""WHERE PEOPLE ARE: each platform turns its events into a `Question` and a `Reply` into pixels."""
