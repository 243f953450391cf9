"""Log lines: events with fields, and of a fault only where it happened, never what it said (that may be a person's)."""

import logging
import sys
import traceback
from collections.abc import MutableMapping
from pathlib import PurePath
from types import TracebackType
from typing import Any, TextIO

import structlog

INNERMOST = 6
"""Places of a fault that are told: enough to find it, short enough for one line."""

_Raised = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


def where(error: BaseException) -> str:
    """The innermost places of a fault as `file:line`, the deepest last. Its message is left out on purpose."""
    found = [(PurePath(one.filename), one.lineno) for one in traceback.extract_tb(error.__traceback__)]
    return " > ".join(f"{path.parent.name}/{path.name}:{line}" for path, line in found[-INNERMOST:])


def set_up(stream: TextIO = sys.stderr, level: int = logging.INFO) -> None:
    """Events of ours from `level` on; libraries speak only when something is wrong."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(_Wordless("%(levelname)s %(name)s %(message)s"))
    logging.basicConfig(level=max(level, logging.WARNING), handlers=[handler], force=True)
    _take_over()
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            _without_words,
            structlog.processors.KeyValueRenderer(key_order=["timestamp", "level", "event"]),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(stream),
    )


def _take_over() -> None:
    """A library with a handler or a level of its own would print what it likes, or nothing: all goes through ours."""
    for logger in logging.root.manager.loggerDict.values():
        if isinstance(logger, logging.Logger):
            logger.handlers.clear()
            logger.propagate = True
            logger.disabled = False
            logger.setLevel(logging.NOTSET)


class _Wordless(logging.Formatter):
    """Tells the kind and the place of a library's fault, without its message and without the values in it."""

    def format(self, record: logging.LogRecord) -> str:
        kept = record.exc_text
        record.exc_text = None
        try:
            return super().format(record)
        finally:
            record.exc_text = kept

    def formatException(self, ei: _Raised) -> str:  # noqa: N802  # the name is the library's
        return f"{ei[0].__name__} at {where(ei[1])}" if ei[0] and ei[1] else ""


def _without_words(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """An exception in an event becomes its kind and its place."""
    raised = event.pop("exc_info", None)
    if raised is True:
        raised = sys.exc_info()[1]
    if isinstance(raised, tuple):
        raised = raised[1]
    if isinstance(raised, BaseException):
        event["error"], event["where"] = type(raised).__name__, where(raised)
    return event
