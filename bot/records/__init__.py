"""WHAT IS REMEMBERED: votes, passed-on questions, taught phrasings and settings."""
