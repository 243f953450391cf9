"""What the server says when it refuses something: the code, the words, and the parameters that belong to it."""

from typing import Any


class RefusedError(Exception):
    """An answer that is not ok."""

    def __init__(self, code: int, words: str, **parameters: Any) -> None:
        super().__init__(words)
        self.code = code
        self.words = words
        self.parameters = parameters

    def body(self) -> dict[str, Any]:
        """The answer as it goes over the wire."""
        wire: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.words}
        return {**wire, "parameters": self.parameters} if self.parameters else wire


def bad(words: str) -> RefusedError:
    """400."""
    return RefusedError(400, f"Bad Request: {words}")


def too_many(seconds: int) -> RefusedError:
    """429."""
    return RefusedError(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)


BLOCKED = RefusedError(403, "Forbidden: bot was blocked by the user")
NO_CHAT = bad("chat not found")
TOO_OLD = bad("query is too old and response timeout expired or query ID is invalid")
