"""`python -m bot.content.checks [folder]`: prints all problems; ends with 1 when content may not go out."""

import sys
from pathlib import Path

from bot.content.checks.run import check, failing, render


def main(arguments: list[str]) -> int:
    """Checks the folder, or the content of the house."""
    folder = Path(arguments[0]) if arguments else Path(__file__).parent.parent
    problems = check(folder, language=True)
    sys.stdout.write(render(problems))
    sys.stdout.write(f"{len(failing(problems))} to mend, {len(problems)} in all\n")
    return 1 if failing(problems) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
