"""Every error that Opstap names: the docstring is the message, the details are attributes."""


class OpstapError(Exception):
    """Something in Opstap went wrong."""

    def __init__(self, **details: object) -> None:
        self.details = details
        super().__init__(self.sentence())

    def sentence(self) -> str:
        """One plain sentence for an operator, with the details filled in."""
        text = (type(self).__doc__ or "").strip().format_map(_Lenient(self.details))
        return " ".join(text.split())


class _Lenient(dict[str, object]):
    """Leaves a detail that was not given as a word between angle brackets, so that a message never fails."""

    def __missing__(self, key: str) -> str:
        return f"<{key}>"


class ContentInvalidError(OpstapError):
    """The content has {count} problem(s); run `opstap content check` to see them all."""


class StoryStuckError(OpstapError):
    """The story of the demo cannot go on: {who} sees no button '{label}'."""


class UnknownFlowError(OpstapError):
    """The content has no flow named {flow}."""


class UnknownStepError(OpstapError):
    """The flow {flow} has no step {step}, and no step that replaces it."""


class FlowLoopError(OpstapError):
    """The flow {flow} goes round at step {step} without asking anything."""


class UnknownEffectError(OpstapError):
    """No handler knows the effect {effect}."""


class UnknownActionError(OpstapError):
    """No handler knows the action {action}."""


class MasterKeyError(OpstapError):
    """The master key is not usable ({why}); set OPSTAP_MASTER_KEY to the key that this database was made with."""


class SealBrokenError(OpstapError):
    """A stored text of person {person} cannot be read: the key does not fit or the row was changed."""


class PersonGoneError(OpstapError):
    """Person {person} was erased or never existed, so nothing can be stored or read for them."""


class StaleSessionError(OpstapError):
    """{count} session(s) were changed by someone else since they were loaded; load them again."""


class DatabaseUnreachableError(OpstapError):
    """The database at {url} cannot be reached ({why}); check OPSTAP_DATABASE_URL and that the server runs."""


class ClosingError(OpstapError):
    """Opstap is stopping and takes nothing new; try again in a moment."""


class SchemaUnknownError(OpstapError):
    """The database is at version {found}, which this program does not know; start the Opstap that made it, or newer."""


class DataFolderError(OpstapError):
    """The folder {path} cannot be written ({why}); choose another with OPSTAP_DATA or change its rights."""


class PortTakenError(OpstapError):
    """{host}:{port} is already in use; stop the other program or choose another with OPSTAP_LISTEN=host:port."""


class SettingError(OpstapError):
    """The setting {name} is not usable: {why}."""


class PersonUnknownError(OpstapError):
    """No person has the code {code}."""


class NameUnknownError(OpstapError):
    """Nobody in {organisation} is named {name}; `opstap invite` adds someone new."""


class OrganisationUnknownError(OpstapError):
    """There is no organisation named {name} (known: {known}); `opstap org add` makes one."""


class TeamUnknownError(OpstapError):
    """{organisation} has no team named {name} (known: {known}); `opstap org team` makes one."""


class NoCoachError(OpstapError):
    """{organisation} has no coach yet; `opstap invite NAME --organisation ORGANISATION --role coach` lets one in."""


class CoachUnknownError(OpstapError):
    """{organisation} has {count} coaches; say which one with --coach and a handle ({handles})."""


class NotACoachError(OpstapError):
    """{person} is no coach there; `opstap org list` shows who is, `opstap org give HANDLE coach` makes someone one."""


class NotThisRoleError(OpstapError):
    """{person} is no {role}."""


class LastCoachError(OpstapError):
    """This coach has {count} people; say who gets them with --to and the handle of another coach."""


class NameSharedError(OpstapError):
    """{count} people in {organisation} are named {name}; say which one with --handle ({handles})."""


class ProgramMissingError(OpstapError):
    """The program {program} is missing; install it with: {remedy}."""


class VoiceModelError(OpstapError):
    """The voice {model} cannot be used ({why}); put a Dutch Piper model there (the .onnx file with its .onnx.json), or
    change OPSTAP_VOICE."""


class VoiceFailedError(OpstapError):
    """The voice gave no sound: {program} failed ({why})."""


class StoryboardError(OpstapError):
    """The storyboard {name} is not usable: {why}."""


class PageWordsMissingError(OpstapError):
    """The web chat misses the words {missing}; write them under `web:` (or `buttons:`) in flows/words.yaml."""


class ChannelWordsMissingError(OpstapError):
    """The channel {channel} misses the words {missing}; write them under `{channel}:` in flows/words.yaml."""


class ChannelError(OpstapError):
    """The channel {channel} could not deliver: {why}."""

    retryable = True
    retry_after: float | None = None


class AwayError(ChannelError):
    """The platform of the channel {channel} cannot be reached or lets nobody in ({why}); nothing was sent."""


class OutcomeUnknownError(ChannelError):
    """The channel {channel} did not say whether it delivered ({why})."""


class UnreachableError(ChannelError):
    """The person at {address} on {channel} can no longer be reached."""

    retryable = False
