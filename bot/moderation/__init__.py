"""WHAT MODERATORS DO: gaps, teaching, settings, statistics: as values, for any platform."""
