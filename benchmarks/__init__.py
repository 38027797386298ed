"""What is fast, measured against others in one run: `make bench`."""
