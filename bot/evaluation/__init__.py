"""HOW WELL IT ANSWERS: labelled messages become counts, thresholds and reports for moderators."""
