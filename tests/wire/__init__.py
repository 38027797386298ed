"""The bot's process against a Discord of our own on loopback: real sockets, no internet.

`server` speaks Discord's REST and gateway, `process` starts the bot, `schema` reads what it sent.
"""
