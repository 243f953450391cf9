"""The web server that ends the open streams first when it is told to stop, so that stopping never hangs."""

import socket

import uvicorn

from bot.channels.web.hub import Hub


class Server(uvicorn.Server):
    """A uvicorn server that knows the hub."""

    def __init__(self, config: uvicorn.Config, hub: Hub) -> None:
        super().__init__(config)
        self._hub = hub

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Close the hub, and then everything else."""
        self._hub.close()
        await super().shutdown(sockets)
