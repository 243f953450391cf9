"""The forms and pages of the app: how a view must be built, what is filled in on it, and when a change is refused."""

import json
from collections.abc import Callable
from typing import Any

from tests.fakes.slack import rules
from tests.fakes.slack.refusals import RefusedError
from tests.fakes.slack.workspace import Member, Wire, Workspace

TRIGGER_LASTS = 3
MODAL = {"type", "title", "blocks", "submit", "close", "callback_id", "private_metadata", "notify_on_close",
         "clear_on_close", "external_id", "submit_disabled"}  # fmt: skip
HOME = {"type", "blocks", "callback_id", "private_metadata", "external_id"}
LARGEST = 250_000
"""Signs of a whole view."""


class Views:
    """`triggers` are good for three seconds and for one form: (when made, whether used)."""

    def __init__(self, workspace: Workspace, clock: Callable[[], float], has: Callable[[str], bool]) -> None:
        self._workspace = workspace
        self._clock = clock
        self._has = has
        self._count = 0
        self.triggers: dict[str, tuple[float, bool]] = {}

    def publish(self, fields: Wire) -> Wire:
        """The home page of somebody."""
        member = self._workspace.members.get(str(fields.get("user_id", "")))
        if member is None:
            raise RefusedError("user_not_found")
        if fields.get("hash") and (member.home is None or fields["hash"] != member.home["hash"]):
            raise RefusedError("hash_conflict")
        member.home = self._made(self._checked(fields, "home"))
        member.published += 1
        return {"view": member.home}

    def open(self, fields: Wire) -> Wire:
        """A form for who just pressed something."""
        trigger = str(fields.get("trigger_id", ""))
        at, used = self.triggers.get(trigger, (None, False))
        if at is None:
            raise RefusedError("invalid_trigger_id" if trigger else "invalid_arguments")
        if self._clock() - at > TRIGGER_LASTS:
            raise RefusedError("expired_trigger_id")
        if used:
            raise RefusedError("exchanged_trigger_id")
        found = self._checked(fields, "modal")
        self.triggers[trigger] = (at, True)
        member = self._workspace.members[trigger.partition(".")[0]]
        member.modal, member.errors = self._made(found), {}
        return {"view": member.modal}

    def update(self, fields: Wire) -> Wire:
        """Another form in the place of one that is open; what was filled in stays where the fields are the same."""
        open_now = [one for one in self._workspace.members.values() if one.modal is not None]
        member = next((one for one in open_now if one.modal and one.modal["id"] == fields.get("view_id")), None)
        if member is None or member.modal is None:
            raise RefusedError("not_found")
        if fields.get("hash") and fields["hash"] != member.modal["hash"]:
            raise RefusedError("hash_conflict")
        self.replace(member, self._checked(fields, "modal"))
        return {"view": member.modal}

    def answered(self, member: Member, view: Wire, body: Any) -> None:
        """What the app says to a form that was sent in: it closes, shows errors, or becomes another."""
        answer = json.loads(body) if isinstance(body, str) and body else body or {}
        if member.modal is None or member.modal["id"] != view["id"]:
            return
        action = answer.get("response_action")
        inputs = {one["block_id"] for one in view["blocks"] if one["type"] == "input"}
        if action == "errors":
            errors = answer["errors"]
            if not errors or set(errors) - inputs or not all(errors.values()):
                raise RefusedError("invalid_errors")
            member.errors = dict(errors)
        elif action == "update":
            self.replace(member, self._checked(answer, "modal"))
        elif action in (None, "clear"):
            member.modal = None
        else:
            raise RefusedError(f"unknown response_action {action}")

    def replace(self, member: Member, view: Wire) -> None:
        """The same form with other blocks."""
        assert member.modal is not None, "there is no form"
        values = member.modal["state"]["values"]
        member.modal = {**self._made(view), "id": member.modal["id"]}
        for block, fields in member.modal["state"]["values"].items():
            for action in fields:
                if action in values.get(block, {}):
                    fields[action] = values[block][action]
        member.errors = {}

    def _checked(self, fields: Wire, kind: str) -> Wire:
        view = fields.get("view")
        found: Wire = json.loads(view) if isinstance(view, str) else dict(view or {})
        if found.get("type") != kind or set(found) - (MODAL if kind == "modal" else HOME):
            raise _invalid(f"unknown type or field of {kind}")
        if len(json.dumps(found)) > LARGEST:
            raise RefusedError("view_too_large")
        for name, most in (("callback_id", 255), ("private_metadata", 3000), ("external_id", 255)):
            if len(str(found.get(name, ""))) > most:
                raise _invalid(f"{name} is too long")
        try:
            if kind == "modal":
                self._heads(found)
            rules.blocks(found.get("blocks"), self._has, most=rules.IN_VIEW)
        except RefusedError as refused:
            raise RefusedError("invalid_arguments", told=refused.told) from None
        return found

    def _heads(self, found: Wire) -> None:
        has_input = any(one.get("type") == "input" for one in found.get("blocks", []) if isinstance(one, dict))
        if "title" not in found or (has_input and "submit" not in found):
            raise _invalid("a form has a title, and with a field also a way to send it")
        for name in ("title", "submit", "close"):
            if name in found:
                rules.text_object(found[name], 24, plain=True)

    def _made(self, view: Wire) -> Wire:
        self._count += 1
        values: Wire = {}
        blocks = [{"block_id": f"b{self._count}-{at}", **one} for at, one in enumerate(view["blocks"])]
        for block in blocks:
            elements = [block["element"]] if block["type"] == "input" else block.get("elements", [])
            for one in elements:
                if one.get("type") == "plain_text_input":
                    filled: Wire = {"type": one["type"], "value": one.get("initial_value")}
                elif one.get("type") == "static_select":
                    filled = {"type": one["type"], "selected_option": one.get("initial_option")}
                else:
                    continue
                values.setdefault(block["block_id"], {})[one["action_id"]] = filled
        return {
            "private_metadata": "", "callback_id": "", **view, "blocks": blocks, "id": f"V{self._count:09d}",
            "team_id": self._workspace.team, "hash": f"{int(self._clock())}.{self._count:08d}",
            "state": {"values": values},
        }  # fmt: skip


def _invalid(why: str) -> RefusedError:
    return RefusedError("invalid_arguments", told=(f"[ERROR] {why}",))
