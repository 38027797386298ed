"""How the bot behaves on Discord, seen by the people who write, press and read there."""
