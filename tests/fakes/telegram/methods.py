"""The methods of the Bot API that the server knows, each with the fields that it takes."""

COMMON = frozenset({"chat_id", "reply_markup", "disable_notification", "protect_content", "reply_parameters"})
CAPTION = frozenset({"caption", "parse_mode"})

FIELDS: dict[str, frozenset[str]] = {
    "getMe": frozenset(),
    "getUpdates": frozenset({"offset", "limit", "timeout", "allowed_updates"}),
    "setWebhook": frozenset({"url", "secret_token", "max_connections", "allowed_updates", "drop_pending_updates"}),
    "deleteWebhook": frozenset({"drop_pending_updates"}),
    "getWebhookInfo": frozenset(),
    "sendMessage": COMMON | {"text", "parse_mode", "link_preview_options"},
    "sendPhoto": COMMON | CAPTION | {"photo"},
    "sendVideo": COMMON | CAPTION | {"video", "duration", "width", "height", "supports_streaming"},
    "sendVoice": COMMON | CAPTION | {"voice", "duration"},
    "sendDocument": COMMON | CAPTION | {"document"},
    "editMessageText": frozenset(
        {"chat_id", "message_id", "text", "parse_mode", "link_preview_options", "reply_markup"}
    ),
    "editMessageReplyMarkup": frozenset({"chat_id", "message_id", "reply_markup"}),
    "answerCallbackQuery": frozenset({"callback_query_id", "text", "show_alert", "cache_time"}),
    "deleteMessage": frozenset({"chat_id", "message_id"}),
    "getFile": frozenset({"file_id"}),
    "setMyCommands": frozenset({"commands", "scope", "language_code"}),
    "getMyCommands": frozenset({"scope", "language_code"}),
    "deleteMyCommands": frozenset({"scope", "language_code"}),
    "getChat": frozenset({"chat_id"}),
    "leaveChat": frozenset({"chat_id"}),
}

MEDIA = {"sendPhoto": "photo", "sendVideo": "video", "sendVoice": "voice", "sendDocument": "document"}
"""Method -> the field that holds its file."""
LARGEST = {"photo": 10 * 2**20, "video": 50 * 2**20, "voice": 50 * 2**20, "document": 50 * 2**20}
"""Bytes of an upload, by field."""
DOWNLOAD = 20 * 2**20
SPENDS = frozenset({"sendMessage", "sendPhoto", "sendVideo", "sendVoice", "sendDocument"})
"""What counts for how many messages a chat may get."""
