"""Write the kinds of payments, the rules and their sources: python -m tools.kinds [--write docs/quality.md].

The kinds are those of the sample payments, by what their badge says; the rules are those of `resources/rules` and
`resources/failure_reasons.toml`.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from iamport_desktop.api.models import Payment
from iamport_desktop.domain.assessment import Assessment, assess
from iamport_desktop.domain.pg_rule_types import Rule
from iamport_desktop.domain.pg_rules import TABLES
from iamport_desktop.domain.rules import Rules
from iamport_desktop.domain.status import State
from iamport_desktop.presentation.i18n import Translation, using_translator
from iamport_desktop.presentation.status import status_view
from iamport_desktop.resources import resource_path
from iamport_desktop.sandbox.samples import load_samples
from tools.generated_table import put_between

MARK = "kinds"
NOW = datetime(2026, 11, 25, 5, 0, tzinfo=UTC)
REPOSITORY_PARTS = 2  # of a source: owner and name


def main() -> None:
    """Print the section, or write it into the page that the command line names."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--write", type=Path, metavar="PAGE", help="put the tables into this page")
    page = parser.parse_args().write
    app = QCoreApplication([])
    text = section(Translation(app))
    if page:
        put_between(MARK, page, text)
    else:
        sys.stdout.write(text)


def section(translation: Translation) -> str:
    """Return the section as Markdown."""
    rules = Rules.load(resource_path())
    return "\n".join([*_kinds(rules, translation), "", *_facts(rules), "", *_sources(rules), ""])


def _kinds(rules: Rules, translation: Translation) -> Iterator[str]:
    found: dict[tuple[State, str, str], list[str]] = {}
    for imp_uid, assessment in _samples(rules):
        words = [_word(assessment, translation, language) for language in ("en", "ko")]
        found.setdefault((assessment.state, words[0], words[1]), []).append(imp_uid)
    yield "| Kind | Badge | In Korean | Samples | For example |"
    yield "|---|---|---|---|---|"
    order = list(State)
    for (state, english, korean), samples in sorted(found.items(), key=lambda item: order.index(item[0][0])):
        yield f"| `{state}` | {english} | {korean} | {len(samples)} | `{samples[0]}` |"


def _samples(rules: Rules) -> Iterator[tuple[str, Assessment]]:
    for sample in load_samples(NOW.timestamp(), "").payments:
        answer = json.loads(json.dumps(sample.body), parse_float=Decimal)
        yield sample.imp_uid, assess(Payment.from_json(answer), NOW, rules)


def _word(assessment: Assessment, translation: Translation, language: str) -> str:
    with using_translator(translation.translators["ko" if language == "ko" else "en"]):
        return status_view(assessment).word


def _facts(rules: Rules) -> Iterator[str]:
    yield "| Rules | What they state | Facts | PGs named |"
    yield "|---|---|---|---|"
    for table, rule_type in TABLES.items():
        facts = [rule for rule in rules.pg.rules if type(rule) is rule_type]
        named = {pg for rule in facts for pg in rule.pg}
        yield f"| `{table}` | {_first_sentence(rule_type)} | {len(facts)} | {len(named)} |"
    all_named = {pg for rule in rules.pg.rules for pg in rule.pg}
    yield f"| **All** | | **{len(rules.pg.rules)}** | **{len(all_named)}** |"
    patterns = rules.failures.patterns
    meanings = {pattern.explanation for pattern in patterns} - {None}
    yield ""
    yield (
        f"What a PG's text about a failed payment means is read by {len(patterns)} patterns with "
        f"{len(meanings)} meanings, from {len(rules.failures.sources)} lists of such texts."
    )


def _first_sentence(rule_type: type[Rule]) -> str:
    paragraph = " ".join((rule_type.__doc__ or "").split("\n\n")[0].split())
    return paragraph.replace("``", "`").split(". ")[0].rstrip(".")


def _sources(rules: Rules) -> Iterator[str]:
    documents: dict[str, int] = {}
    for rule in rules.pg.rules:
        for source in {rule.source, *rule.also, *rule.disputed_by}:
            documents[source] = documents.get(source, 0) + 1
    read = [rule.read for rule in rules.pg.rules]
    dates = " to ".join(dict.fromkeys(f"{day:%Y-%m-%d}" for day in (min(read), max(read))))
    yield f"<details><summary>The {len(documents)} documents and the lists, read {dates}</summary>"
    yield ""
    for repository, names in _by_repository(documents):
        listed = ", ".join(f"`{name}` ({documents[f'{repository}/{name}']})" for name in names)
        yield f"- **{repository}:** {listed}."
    yield from (f"- {source.title}" for source in rules.failures.sources.values())
    yield ""
    yield "</details>"


def _by_repository(documents: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    found: dict[str, list[str]] = {}
    for source in sorted(documents):
        parts = source.split("/")
        split = -1 if source.startswith("https://") else REPOSITORY_PARTS
        found.setdefault("/".join(parts[:split]), []).append("/".join(parts[split:]))
    yield from found.items()


if __name__ == "__main__":
    main()
