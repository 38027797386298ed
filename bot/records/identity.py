"""Hides who somebody is: no id of a person stands in the database in the clear.

The secret stands in the same database, so this keeps ids out of sight and out of backups that are
searched for them; it does not keep them from whoever holds the whole database and tries every id.
"""

import base64
import hashlib
import hmac

from cryptography.fernet import Fernet, InvalidToken

VOTER = "voter"
ASKER = "asker"


class Identity:
    """Keyed hashes, which tell the same person again, and sealed ids, which can be opened."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret
        key = hashlib.sha256(b"seal" + secret).digest()
        self._fernet = Fernet(base64.urlsafe_b64encode(key))

    def hash(self, purpose: str, person: int) -> str:
        """The same for the same person and purpose; of two purposes nobody sees they are one."""
        message = f"{purpose}:{person}".encode()
        return hmac.new(self._secret, message, hashlib.sha256).hexdigest()

    def seal(self, person: int) -> bytes:
        """An id that only `open` can read."""
        return self._fernet.encrypt(str(person).encode())

    def open(self, sealed: bytes) -> int | None:
        """The id that was sealed; None if it was sealed with another secret."""
        try:
            return int(self._fernet.decrypt(sealed))
        except InvalidToken:
            return None
