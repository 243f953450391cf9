"""How blocks must be built: which kinds there are, what each may hold, and how long everything may be."""

import re
from collections.abc import Callable
from typing import Any

from tests.fakes.slack.refusals import RefusedError, invalid

Block = dict[str, Any]

IN_MESSAGE, IN_VIEW = 50, 100
LONGEST_TEXT = 40_000
PINGS = re.compile(r"<!(?:channel|here|everyone|subteam\b)")

BLOCKS: dict[str, tuple[set[str], set[str]]] = {
    "section": ({"text"}, {"fields", "accessory", "expand"}),
    "actions": ({"elements"}, set()),
    "context": ({"elements"}, set()),
    "header": ({"text"}, set()),
    "divider": (set(), set()),
    "image": ({"alt_text"}, {"slack_file", "image_url", "title"}),
    "input": ({"label", "element"}, {"hint", "optional", "dispatch_action"}),
}
"""Kind -> the fields that it must have, and that it may have (block_id always)."""
ELEMENTS: dict[str, tuple[set[str], set[str]]] = {
    "button": ({"text", "action_id"}, {"value", "url", "style", "confirm", "accessibility_label"}),
    "checkboxes": ({"options", "action_id"}, {"initial_options", "confirm", "focus_on_load"}),
    "multi_static_select": ({"options", "action_id", "placeholder"}, {"initial_options", "max_selected_items"}),
    "static_select": ({"action_id"}, {"options", "option_groups", "placeholder", "initial_option", "confirm",
                                      "focus_on_load"}),
    "plain_text_input": ({"action_id"}, {"initial_value", "multiline", "max_length", "min_length", "placeholder",
                                         "dispatch_action_config"}),
}  # fmt: skip
MOST_OPTIONS = {"checkboxes": 10, "multi_static_select": 100, "static_select": 100}
MOST_GROUPS = 100


def message(fields: dict[str, Any], file: Callable[[str], bool]) -> None:
    """Refuses what cannot be said. A message of blocks without words tells nothing in a notification."""
    text = fields.get("text")
    if not isinstance(text, str) or not text.strip():
        raise RefusedError("no_text")
    if len(text) > LONGEST_TEXT:
        raise RefusedError("msg_too_long")
    if fields.get("blocks") is not None:
        blocks(fields["blocks"], file, most=IN_MESSAGE)


def blocks(given: Any, file: Callable[[str], bool], *, most: int) -> None:
    """Refuses a row of blocks that is not built as it must be. `file` tells whether a file is there."""
    if not isinstance(given, list):
        raise RefusedError("invalid_blocks_format")
    if len(given) > most:
        raise invalid(f"no more than {most} items allowed")
    for one in given:
        _block(one, file)
    _unique([one["block_id"] for one in given if "block_id" in one], "block_id")


def _block(block: Any, file: Callable[[str], bool]) -> None:
    kind = _kind(block, BLOCKS, "block")
    if "block_id" in block:
        _text(block["block_id"], 255, "block_id")
    if kind == "section":
        text_object(block["text"], 3000)
    elif kind == "header":
        text_object(block["text"], 150, plain=True)
    elif kind == "actions":
        _elements(block["elements"], 25)
    elif kind == "context":
        _context(block["elements"])
    elif kind == "image":
        _image(block, file)
    elif kind == "input":
        _input(block)


def _image(block: Block, file: Callable[[str], bool]) -> None:
    _text(block["alt_text"], 2000, "alt_text")
    if ("slack_file" in block) == ("image_url" in block):
        raise invalid("one of slack_file and image_url")
    if "slack_file" in block and not file(str(block["slack_file"].get("id", ""))):
        raise invalid("invalid slack file [json-pointer:/blocks/0/slack_file]")


def _input(block: Block) -> None:
    text_object(block["label"], 2000, plain=True)
    if "hint" in block:
        text_object(block["hint"], 2000, plain=True)
    if not all(isinstance(block.get(name, False), bool) for name in ("optional", "dispatch_action")):
        raise invalid("optional and dispatch_action are true or false")
    if not isinstance(block["element"], dict) or block["element"].get("type") == "button":
        raise invalid("a button is no field")
    _element(block["element"])


def _context(elements: Any) -> None:
    if not isinstance(elements, list) or not 1 <= len(elements) <= 10:
        raise invalid("1 to 10 elements in a context")
    for one in elements:
        text_object(one, 3000)


def _elements(elements: Any, most: int) -> None:
    if not isinstance(elements, list) or not 1 <= len(elements) <= most:
        raise invalid(f"1 to {most} elements")
    for one in elements:
        _element(one)
    _unique([one["action_id"] for one in elements], "action_id")


def _element(element: Any) -> None:
    kind = _kind(element, ELEMENTS, "element")
    _text(element["action_id"], 255, "action_id")
    if kind == "button":
        text_object(element["text"], 75, plain=True)
        if "value" in element:
            _text(element["value"], 2000, "value")
        if "url" in element and not re.match(r"https?://\S{1,2990}$", str(element["url"])):
            raise invalid("invalid url")
    if kind in MOST_OPTIONS:
        _menu(element, MOST_OPTIONS[kind])
    if kind == "plain_text_input":
        _writing(element)
    if "placeholder" in element:
        text_object(element["placeholder"], 150, plain=True)


def _menu(element: Block, most: int) -> None:
    """One list, or one under headings; what is chosen at first is one of its options as it stands there."""
    if ("options" in element) == ("option_groups" in element):
        raise invalid("one of options and option_groups")
    groups = element.get("option_groups", [{"options": element.get("options")}])
    if not isinstance(groups, list) or not 1 <= len(groups) <= MOST_GROUPS:
        raise invalid(f"1 to {MOST_GROUPS} groups")
    for one in groups:
        if "option_groups" in element:
            text_object(one.get("label"), 75, plain=True)
        _options(one["options"], most)
    listed = [option for one in groups for option in one["options"]]
    _unique([one["value"] for one in listed], "value")
    first = element.get("initial_option")
    if first is not None and first not in listed:
        raise invalid("initial_option is no option")


def _writing(element: Block) -> None:
    for name, least in (("max_length", 1), ("min_length", 0)):
        if name in element and not least <= int(element[name]) <= 3000:
            raise invalid(f"{name} is between {least} and 3000")
    if len(str(element.get("initial_value", ""))) > 3000:
        raise invalid("initial_value is too long")
    config = element.get("dispatch_action_config", {}).get("trigger_actions_on", [])
    if set(config) - {"on_enter_pressed", "on_character_entered"}:
        raise invalid("unknown trigger_actions_on")


def _options(options: Any, most: int) -> None:
    if not isinstance(options, list) or not 1 <= len(options) <= most:
        raise invalid(f"1 to {most} options")
    for one in options:
        if set(one) - {"text", "value", "description"} or not {"text", "value"} <= set(one):
            raise invalid("an option has a text and a value")
        text_object(one["text"], 75)
        _text(one["value"], 150, "value")
    _unique([one["value"] for one in options], "value")


def _kind(found: Any, known: dict[str, tuple[set[str], set[str]]], what: str) -> str:
    kind = found.get("type") if isinstance(found, dict) else None
    if kind not in known:
        raise invalid(f"unsupported {what} {kind}")
    must, may = known[kind]
    fields = set(found) - {"type", "block_id"}
    if not must <= fields:
        raise invalid(f"{kind} misses {min(must - fields)}")
    if fields - must - may:
        raise invalid(f"{kind} has an unknown field {min(fields - must - may)}")
    return str(kind)


def text_object(found: Any, most: int, *, plain: bool = False) -> None:
    """A text object."""
    kind = found.get("type") if isinstance(found, dict) else None
    if kind not in ("plain_text",) if plain else kind not in ("plain_text", "mrkdwn"):
        raise invalid(f"unsupported text {kind}")
    if set(found) - {"type", "text", "emoji" if kind == "plain_text" else "verbatim"}:
        raise invalid(f"unknown field in {kind}")
    _text(found.get("text"), most, "text")


def _text(found: Any, most: int, what: str) -> None:
    if not isinstance(found, str) or not found:
        raise invalid(f"{what} must be more than 0 characters")
    if len(found) > most:
        raise invalid(f"{what} must be less than {most + 1} characters")


def _unique(found: list[str], what: str) -> None:
    if len(found) != len(set(found)):
        raise invalid(f"{what} already exists")
