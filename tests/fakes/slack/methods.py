"""The methods of the Web API that the server knows, with the fields that each takes."""

FIELDS: dict[str, frozenset[str]] = {
    "auth.test": frozenset(),
    "chat.postMessage": frozenset(
        {"channel", "text", "blocks", "unfurl_links", "unfurl_media", "mrkdwn", "thread_ts", "parse", "metadata"}
    ),
    "chat.update": frozenset({"channel", "ts", "text", "blocks", "parse", "metadata"}),
    "chat.postEphemeral": frozenset({"channel", "user", "text", "blocks", "thread_ts", "parse"}),
    "views.publish": frozenset({"user_id", "view", "hash"}),
    "views.open": frozenset({"trigger_id", "view", "interactivity_pointer"}),
    "views.update": frozenset({"view", "view_id", "external_id", "hash"}),
    "conversations.open": frozenset({"users", "channel", "return_im", "prevent_creation"}),
    "files.getUploadURLExternal": frozenset({"filename", "length", "alt_txt", "snippet_type"}),
    "files.completeUploadExternal": frozenset({"files", "channel_id", "channels", "initial_comment", "thread_ts"}),
    "files.delete": frozenset({"file"}),
    "conversations.history": frozenset(
        {"channel", "cursor", "inclusive", "latest", "limit", "oldest", "include_all_metadata"}
    ),
    "users.info": frozenset({"user", "include_locale"}),
    "apps.connections.open": frozenset(),
}
FORM_ONLY = frozenset({"files.getUploadURLExternal", "apps.connections.open", "conversations.history"})
"""Methods that take no JSON."""
SPENDS = frozenset({"chat.postMessage"})
"""What counts for one message a second in a channel."""
SCOPES: dict[str, str] = {
    "chat.postMessage": "chat:write",
    "chat.update": "chat:write",
    "chat.postEphemeral": "chat:write",
    "conversations.open": "im:write",
    "files.getUploadURLExternal": "files:write",
    "files.completeUploadExternal": "files:write",
    "files.delete": "files:write",
    "conversations.history": "im:history",
    "users.info": "users:read",
}
"""The right that the app must have been given for a method; the others need none."""
