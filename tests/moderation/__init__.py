"""The moderators' rules: values in, values out."""
