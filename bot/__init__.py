"""Answers treatment questions in a community from a knowledge base its moderators edit."""

__version__ = "0.1.0"
