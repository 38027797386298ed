"""Tests of the records; a package, since its modules share names with others."""
