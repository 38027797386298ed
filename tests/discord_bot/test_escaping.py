"""What a person wrote is shown letter by letter, and read back as it was written."""

from __future__ import annotations

import re
from string import punctuation
from types import SimpleNamespace
from typing import cast

import discord
import pytest
from discord.components import _component_factory
from hypothesis import given
from hypothesis import strategies as st

from bot.platforms.discord import rendering
from bot.platforms.discord.escaping import carried, carrying, escaped, shown, storable

MARKUP = st.text("\\*_~|`>#-+.:/<@&!?()[]{}=1a \n", max_size=40)
ANY = st.text(st.characters(), max_size=200)  # lone surrogates too
TEXTS = ANY | MARKUP
BACKSLASHED = re.compile(r"\\(.)", re.DOTALL)


def message(text: str) -> discord.Message:
    """Stands for a message of the bot that carries the text between others."""
    note = discord.ui.TextDisplay[discord.ui.LayoutView]
    box = discord.ui.Container(note("inside"), carrying(text))
    view = rendering.view(note("before"), box, note("after"))
    sent = view.to_components()  # type: ignore[no-untyped-call]
    return cast("discord.Message", SimpleNamespace(components=list(map(_component_factory, sent))))


@given(TEXTS)
def test_carried_text_is_read_back_unchanged(text: str) -> None:
    assert carried(message(text)) == text


@given(TEXTS)
def test_every_mark_is_shown_as_itself(text: str) -> None:
    """Discord takes a mark with a backslash before it for no more than the mark."""
    marks = set(punctuation)
    assert set(BACKSLASHED.findall(escaped(text))) <= marks
    assert not marks & set(BACKSLASHED.sub("", escaped(text)))


@pytest.mark.parametrize("ping", ["<@1>", "<@!1>", "<@&1>", "<#1>", "</ask:1>", "<t:1>", "<:a:1>"])
def test_nothing_in_shown_text_is_read_as_a_mention(ping: str) -> None:
    assert ping not in shown(f"look {ping} there")


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=50))
def test_what_can_be_kept_is_kept_but_for_space_around_it(text: str) -> None:
    assert storable(text) == text.strip()


@given(TEXTS)
def test_what_is_kept_is_text_for_every_database(text: str) -> None:
    kept = storable(text)
    assert "\0" not in kept
    assert kept.encode().decode() == kept
    assert storable(kept) == kept


@pytest.mark.parametrize("mention", ["<@123456789012345678>", "<@!123456789012345678>"])
def test_who_is_mentioned_is_not_kept(mention: str) -> None:
    assert storable(f"does {mention} know?") == "does @somebody know?"


@given(st.text(st.characters(), max_size=60), st.integers(1, 30))
def test_long_text_is_cut_and_says_so(text: str, most: int) -> None:
    cut = text if len(text) <= most else text[: most - 1] + "…"
    assert shown(text, most) == escaped(cut)
    assert len(shown(text, most)) <= 2 * most


def test_the_longest_that_is_shown_fits_into_a_message() -> None:
    assert len(shown("*" * 4_000)) < rendering.MOST_TEXT


def test_a_message_that_carries_nothing_gives_nothing() -> None:
    assert carried(None) == ""
    assert carried(cast("discord.Message", SimpleNamespace(components=[]))) == ""
