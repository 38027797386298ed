"""Who may change what the bot knows, and from which server."""

from __future__ import annotations

from bot.moderation.rights import Refusal, home, refusal


def test_the_one_server_is_home_and_of_several_none() -> None:
    assert home((), [1]) == [1]
    assert not home((), [1, 2])
    assert not home((), [])


def test_servers_that_are_named_are_home_however_many_there_are() -> None:
    assert home({2}, [1, 2, 3]) == {2}
    assert home({2, 3}, [2]) == {2, 3}
    assert home({9}, [1]) == {9}


def test_it_takes_the_permission_and_a_server_that_is_home() -> None:
    assert refusal(manages=True, server=1, homes=[1]) is None
    assert refusal(manages=False, server=1, homes=[1]) is Refusal.NO_MODERATOR
    assert refusal(manages=True, server=2, homes=[1]) is Refusal.NOT_AT_HOME
    assert refusal(manages=True, server=1, homes=()) is Refusal.NOT_AT_HOME


def test_in_a_direct_message_nobody_may() -> None:
    assert refusal(manages=True, server=None, homes=[1]) is Refusal.NOT_AT_HOME


def test_who_lacks_the_permission_is_told_that_first() -> None:
    assert refusal(manages=False, server=2, homes=[1]) is Refusal.NO_MODERATOR
