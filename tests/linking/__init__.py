"""One person on several channels: real HTTP to both platforms and the web chat, over one house and one database."""
