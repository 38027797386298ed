"""WHAT TO SAY: `Answerer.answer(Question) -> Reply`, the one door."""
