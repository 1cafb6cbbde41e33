"""Every text of the program has its Korean, and in English every count its plural forms."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import sysconfig
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from iamport_desktop.api.codes import Language
from iamport_desktop.presentation.formatting import time_ago, time_left
from iamport_desktop.presentation.i18n import Translation
from tests.conftest import NOW
from tests.support.translation_files import I18N, file_of, texts_in
from tools.texts import ROOT, calls, command_line_texts, for_lupdate, look_ups, modules, name_of

SCRIPTS = sysconfig.get_path("scripts")
FORMS = {"ko": 1, "en": 2}  # 1개월, 2개월; 1 month, 2 months
EXTRACT = {"ko": [], "en": ["-pluralonly"]}
SAME_IN_KOREAN = {"#", "customer_uid"}  # names and signs

each_language = pytest.mark.parametrize("translation", FORMS)
Speak = Callable[[Language], None]


def run(*command: object) -> None:
    subprocess.run([str(each) for each in command], cwd=ROOT, check=True, capture_output=True)


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copies of the translation files, brought up to date with the code by `lupdate`."""
    folder = tmp_path_factory.mktemp("i18n")
    (folder / "texts.py").write_text("".join(for_lupdate()), encoding="utf-8")
    for language, options in EXTRACT.items():
        copy = shutil.copy(file_of(language), folder)
        run(f"{SCRIPTS}/pyside6-lupdate", "-no-obsolete", folder / "texts.py", *options, "-ts", copy)
    return folder


def fixed_parts(text: str) -> tuple[Counter[str], bool, bool]:
    """What a translation must not change: placeholders, the dots of an unfinished doing, no space around."""
    return Counter(re.findall(r"\{\w*\}|%\w", text)), text.endswith("…"), text == text.strip()


@each_language
def test_no_text_was_added_changed_or_removed_since_make_translations(
    collected: Path, translation: str
) -> None:
    assert texts_in(file_of(translation, folder=collected)) == texts_in(file_of(translation))


@each_language
def test_every_translation_is_finished(translation: str) -> None:
    texts = texts_in(file_of(translation))
    assert texts
    for text, (plural, state, forms) in texts.items():
        assert (state, len(forms)) == ("", FORMS[translation] if plural else 1), text
        assert all(forms), text


@each_language
def test_translations_keep_placeholders_and_ellipses(translation: str) -> None:
    for text, translated in texts_in(file_of(translation)).items():
        for form in translated.forms:
            assert fixed_parts(form) == fixed_parts(text.source)


def test_korean_is_korean() -> None:
    texts = texts_in(file_of("ko"))
    foreign = {text.source for text in texts if not re.search("[가-힣]", "".join(texts[text].forms))}
    assert foreign == SAME_IN_KOREAN


@each_language
def test_compiled_files_are_made_from_these_sources(tmp_path: Path, translation: str) -> None:
    run(f"{SCRIPTS}/pyside6-lrelease", file_of(translation), "-qm", tmp_path / "fresh.qm")
    assert (tmp_path / "fresh.qm").read_bytes() == file_of(translation, "qm").read_bytes()


@pytest.mark.skipif(sys.platform == "win32", reason="there is no make")
def test_make_translations_keeps_what_is_translated(tmp_path: Path) -> None:
    for path in I18N.glob("*.ts"):
        shutil.copy(path, tmp_path)
    skipped = ["-o", ".venv/.test", "VENV=.venv"]  # what is installed counts as up to date
    run("make", "translations", *skipped, f"BIN={SCRIPTS}", f"I18N={tmp_path}", f"TEXTS={tmp_path}/texts.py")
    for language in FORMS:
        assert texts_in(file_of(language, folder=tmp_path)) == texts_in(file_of(language))
        assert file_of(language, "qm", tmp_path).read_bytes() == file_of(language, "qm").read_bytes()


def test_lupdate_learns_every_text_that_python_reads(collected: Path) -> None:
    read_by_python = {each.text for each in look_ups() if each.text}
    assert read_by_python == set(texts_in(file_of("ko", folder=collected)))


def test_no_text_is_put_together_before_it_is_looked_up() -> None:
    assert [each.where for each in look_ups() if not each.whole] == []


def test_counts_have_plural_forms() -> None:
    korean = texts_in(file_of("ko"))
    plural = {text for text in korean if korean[text].plural}
    assert plural == {text for text in korean if "%n" in text.source} == set(texts_in(file_of("en")))
    assert {each.text for each in look_ups() if each.counted} - {None} <= plural


WORDING = re.compile(
    "set(Text|ToolTip|WindowTitle|Title|TabText|PlaceholderText|Accessible(Name|Description))|add(Action|Menu|Tab)"
)


def test_no_widget_is_given_words_that_were_not_looked_up() -> None:
    given = [
        (where, argument.value)
        for where, module in modules()
        for call in calls(module)
        if WORDING.fullmatch(name_of(call))
        for argument in call.args
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    ]
    assert [each for each in given if re.search("[A-Za-z가-힣]{2}", each[1])] == []


def test_texts_of_the_command_line_are_in_both_languages_and_used() -> None:
    found = list(command_line_texts())
    assert "iamport_desktop/cli.py" in {where for where, _, _ in found}
    for where, table, used in found:
        assert set(table["ko"]) == set(table["en"]) == used, where
        for key, korean in table["ko"].items():
            assert fixed_parts(korean) == fixed_parts(table["en"][key]), key
            assert re.search("[가-힣]", korean), key


@pytest.fixture
def speak(qapp: QCoreApplication) -> Iterator[Speak]:
    before, locale = set(qapp.findChildren(QTranslator)), QLocale()
    yield Translation(qapp).use
    for each in set(qapp.findChildren(QTranslator)) - before:
        qapp.removeTranslator(each)
    QLocale.setDefault(locale)


def test_qt_itself_follows_the_language(speak: Speak) -> None:
    speak("ko")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "취소"
    assert QCoreApplication.translate("QLineEdit", "&Copy") == "복사(&C)"
    speak("en")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


@pytest.mark.parametrize(
    ("translation", "one", "many"),
    [
        ("ko", "1초 후 다시 시도해 주세요.", "30초 후 다시 시도해 주세요."),
        ("en", "Try again in 1 second.", "Try again in 30 seconds."),
    ],
)
def test_counts_are_said_as_people_say_them(speak: Speak, translation: Language, one: str, many: str) -> None:
    speak(translation)
    for number, expected in ((1, one), (30, many)):
        assert QCoreApplication.translate("Messages", "Try again in %n second(s).", None, number) == expected


@pytest.mark.parametrize(
    ("translation", "expected"),
    [
        ("ko", ("1일 전", "2개월 전", "약 2시간 남음")),
        ("en", ("1 day ago", "2 months ago", "about 2 hours left")),
    ],
)
def test_times_are_said_as_people_say_them(
    speak: Speak, translation: Language, expected: tuple[str, str, str]
) -> None:
    speak(translation)
    day, hour = timedelta(days=1), timedelta(hours=1)
    assert (
        time_ago(NOW - day, NOW),
        time_ago(NOW - 61 * day, NOW),
        time_left(NOW + 2 * hour, NOW),
    ) == expected


FORGOTTEN = """
import gc
from PySide6.QtCore import QCoreApplication
from iamport_desktop.presentation.i18n import Translation
app = QCoreApplication([])
translation = Translation(app)
translation.use("ko")
del translation
gc.collect()
others = [bytes(size) for size in range(1_000, 200_000, 997)]  # where the texts were, if they are gone
print(QCoreApplication.translate("SearchBar", "Look up"))
"""


def test_texts_stay_for_as_long_as_qt_reads_them() -> None:
    run = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", FORGOTTEN], check=True, capture_output=True, encoding="utf-8"
    )
    assert run.stdout.strip() == "조회"
