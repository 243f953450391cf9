"""On which platforms this house can be found, besides its own web chat."""

from msgspec import Struct, field

TELEGRAM, SLACK, WEB = "telegram", "slack", "web"


class Platforms(Struct):
    """Platform -> the name under which people find us there; empty as long as the platform did not say it."""

    names: dict[str, str] = field(default_factory=dict)

    def has(self, platform: str) -> bool:
        """Whether this house is there."""
        return platform == WEB or platform in self.names

    def link(self, platform: str, code: str, url: str) -> str:
        """The address that opens the conversation with this code; empty where there is none."""
        if platform == WEB:
            return f"{url}/k/{code}"
        name = self.names.get(platform, "")
        return f"https://t.me/{name}?start={code}" if platform == TELEGRAM and name else ""

    def picture(self, platform: str, code: str) -> str:
        """The name of the picture to scan for that; empty where there is nothing to scan."""
        if platform == WEB:
            return f"qr-{code}"
        name = self.names.get(platform, "")
        return f"qr-{name}-{code}" if platform == TELEGRAM and name else ""
