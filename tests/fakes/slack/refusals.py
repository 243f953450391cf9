"""What the server says when it refuses something."""

from typing import Any


class RefusedError(Exception):
    """An answer that is not ok: nearly always 200 with the name of the error."""

    def __init__(self, code: str, *, status: int = 200, after: int = 0, told: tuple[str, ...] = ()) -> None:
        super().__init__(code)
        self.code = code
        self.status = status
        self.after = after
        self.told = told

    def body(self) -> dict[str, Any]:
        """The answer as it goes over the wire."""
        body: dict[str, Any] = {"ok": False, "error": self.code}
        return {**body, "response_metadata": {"messages": list(self.told)}} if self.told else body

    @property
    def headers(self) -> dict[str, str]:
        """How long to wait, when it is about that."""
        return {"Retry-After": str(self.after)} if self.after else {}


def busy(seconds: int) -> RefusedError:
    """429."""
    return RefusedError("ratelimited", status=429, after=seconds)


def invalid(why: str) -> RefusedError:
    """A message or view that is not built as it must be."""
    return RefusedError("invalid_blocks", told=(f"[ERROR] {why}",))
