"""The command: opens the window, or stores a key. What the first paint need not wait for is imported late.

Exit codes: 0 done (with --screenshot: the payment was found), 1 failed, 2 wrong usage.
"""

from __future__ import annotations

import argparse
import gc
import itertools
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from iamport_desktop import __version__
from iamport_desktop.api.codes import Language
from iamport_desktop.api.errors import InvalidApiUrl
from iamport_desktop.api.identifiers import ImpUid, OneImpUid, parse_input
from iamport_desktop.api.origin import PORTONE, Origin, parse_origin
from iamport_desktop.desktop import windows
from iamport_desktop.desktop.deep_links import is_link, parse_link
from iamport_desktop.ui.appearance import as_language

if TYPE_CHECKING:
    from pathlib import Path

    from iamport_desktop.api.identifiers import ImpUid
    from iamport_desktop.desktop.single_instance import SingleInstance


class Options:
    """`language` is `ko`, `en`, or "" for the settings'; likewise `theme`."""

    def __init__(
        self,
        origin: Origin = PORTONE,
        imp_uid: ImpUid | None = None,
        *,
        demo: bool = False,
        language: str = "",
        theme: str = "",
        screenshot: Path | None = None,
        allow_capture: bool = False,
    ) -> None:
        self.origin = origin
        self.imp_uid = imp_uid
        self.demo = demo
        self.language = language
        self.theme = theme
        self.screenshot = screenshot
        self.allow_capture = allow_capture


pass

_TEXTS: dict[Language, dict[str, str]] = {
    "en": {
        "about": "Look up a PortOne V1 (i'mport) payment by its imp_uid.",
        "imp_uid": "the payment to look up at once, or a link to it (iamport-desktop://payment/imp_...)",
        "demo": "sample payments on an embedded stand-in; needs no key",
        "lang": "language of the window (ko or en)",
        "api-url": "address of the API; https, or http on this computer",
        "screenshot": "save a picture of the window when the lookup is done, and exit",
        "set-credentials": "read key and secret as two lines from standard input, check and store them",
        "theme": "light or dark, whatever the system uses",
        "allow-capture": "let the window be seen in screen captures again (Windows)",
        "bad-imp-uid": "not an imp_uid (imp_ and digits): {text}",
        "bad-link": "not a link to a payment (iamport-desktop://payment/imp_ and digits): {text}",
        "after-link": "nothing may follow a link",
        "bad-url": "the API's address must be https://host or https://host:port: {text}",
        "bad-screenshot": "cannot write there: {text}",
        "alone": "--set-credentials goes only with --lang and --api-url",
        "no-display": "there is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set); --screenshot needs none",
    },
    "ko": {
        "about": "imp_uid로 포트원 V1(아임포트) 결제를 조회합니다.",
        "imp_uid": "바로 조회할 결제, 또는 그 링크 (iamport-desktop://payment/imp_...)",
        "demo": "내장된 모의 서버의 예시 결제를 봅니다 (키 불필요)",
        "lang": "창의 언어 (ko 또는 en)",
        "api-url": "API 주소. https 또는 이 컴퓨터의 http",
        "screenshot": "조회가 끝나면 창을 그림으로 저장하고 종료합니다",
        "set-credentials": "표준 입력에서 키와 시크릿을 두 줄로 읽어 확인하고 저장합니다",
        "theme": "시스템 설정과 무관하게 밝게(light) 또는 어둡게(dark)",
        "allow-capture": "창이 화면 캡처와 공유에 다시 보이게 합니다 (Windows)",
        "bad-imp-uid": "imp_uid(imp_와 숫자)가 아닙니다: {text}",
        "bad-link": "결제 링크(iamport-desktop://payment/imp_와 숫자)가 아닙니다: {text}",
        "after-link": "링크 뒤에는 아무것도 올 수 없습니다",
        "bad-url": "API 주소는 https://호스트 또는 https://호스트:포트 형식이어야 합니다: {text}",
        "bad-screenshot": "이 위치에 저장할 수 없습니다: {text}",
        "alone": "--set-credentials는 --lang, --api-url과만 함께 쓸 수 있습니다",
        "no-display": "표시할 화면이 없습니다(DISPLAY와 WAYLAND_DISPLAY가 모두 없음). --screenshot은 화면 없이도 됩니다",
    },
}


class Wish(NamedTuple):
    """What to do: open a window with `options`, or store a key that comes on standard input."""

    options: Options
    set_credentials: bool


def parse(arguments: list[str]) -> Wish:
    """Read `arguments`. Raises SystemExit(2) when they are wrong, which has been said on standard error then."""
    texts = _TEXTS[_language(arguments)]
    parser = _parser(texts)
    if any(is_link(each) for each in arguments[:-1]):
        # A quotation mark in a link can end the argument it was started with; what follows is not the person's.
        parser.error(texts["after-link"])
    wish = parser.parse_args(arguments)
    if wish.set_credentials and (wish.imp_uid or wish.demo or wish.screenshot):
        parser.error(texts["alone"])
    if wish.screenshot and not os.access(wish.screenshot.absolute().parent, os.W_OK):
        parser.error(texts["bad-screenshot"].format(text=ascii(str(wish.screenshot))))
    options = Options(
        _origin(parser, wish.api_url, texts),
        imp_uid=_payment(parser, wish.imp_uid, texts) if wish.imp_uid else None,
        demo=wish.demo,
        language=wish.lang,
        theme=wish.theme,
        screenshot=wish.screenshot,
        allow_capture=wish.allow_capture,
    )
    return Wish(options, wish.set_credentials)


def say_no_display(options: Options) -> None:
    """Say on standard error that there is no display."""
    print(_TEXTS[as_language(options.language)]["no-display"], file=sys.stderr)


def say_not_written(options: Options) -> None:
    """Say on standard error that the picture cannot be written."""
    text = _TEXTS[as_language(options.language)]["bad-screenshot"]
    print(text.format(text=ascii(str(options.screenshot))), file=sys.stderr)


def _language(arguments: list[str]) -> Language:
    """Of what is said of the arguments, before they are read."""
    asked = [each.removeprefix("--lang=") for each in arguments if each.startswith("--lang=")]
    asked += [after for each, after in itertools.pairwise(arguments) if each == "--lang"]
    return as_language(asked[-1] if asked else "")


def _parser(texts: dict[str, str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("iamport-desktop", description=texts["about"], allow_abbrev=False)
    parser.add_argument("imp_uid", nargs="?", help=texts["imp_uid"])
    parser.add_argument("--demo", action="store_true", help=texts["demo"])
    parser.add_argument("--lang", choices=("ko", "en"), default="", help=texts["lang"])
    parser.add_argument("--theme", choices=("light", "dark"), default="", help=texts["theme"])
    parser.add_argument("--api-url", metavar="URL", help=texts["api-url"])
    parser.add_argument("--screenshot", metavar="PNG", type=Path, help=texts["screenshot"])
    parser.add_argument("--set-credentials", action="store_true", help=texts["set-credentials"])
    parser.add_argument("--allow-capture", action="store_true", help=texts["allow-capture"])
    parser.add_argument("--version", action="version", version=f"iamport-desktop {__version__}")
    return parser


def _origin(parser: argparse.ArgumentParser, url: str | None, texts: dict[str, str]) -> Origin:
    try:
        return PORTONE if url is None else parse_origin(url)
    except InvalidApiUrl as error:
        parser.error(texts["bad-url"].format(text=ascii(error.url)))


def _payment(parser: argparse.ArgumentParser, text: str, texts: dict[str, str]) -> ImpUid:
    if is_link(text):
        named = parse_link(text)
        return named or parser.error(texts["bad-link"].format(text=ascii(text[:80])))
    found = parse_input(text)
    if isinstance(found, OneImpUid):
        return found.imp_uid
    parser.error(texts["bad-imp-uid"].format(text=ascii(text[:80])))


pass


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with `argv` (without the program's name); return its exit code."""
    begun = time.monotonic()
    arguments = list(sys.argv[1:] if argv is None else argv)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(
            stream, "reconfigure"
        ):  # a Windows console may lack a letter; that must not end the program
            stream.reconfigure(errors="backslashreplace")
    options = Options()
    if arguments:
        pass

        options, set_credentials = parse(arguments)
        if set_credentials:
            return _set_credentials(options)
    _open_window(options, begun)


def _set_credentials(options: Options) -> int:
    from iamport_desktop.provision import provision
    from iamport_desktop.ui.appearance import as_language

    return provision(options.origin, as_language(options.language))


def _open_window(options: Options, begun: float) -> NoReturn:
    gc.disable()  # until the app is put together: what is imported stays, and looking through it takes 5 ms
    if not _has_display():
        _do_without_display(options)
    instance = _place(options)
    if instance and not instance.claim():
        from iamport_desktop.desktop.single_instance import ActivationRequest

        request = ActivationRequest(options.imp_uid, os.environ.get("XDG_ACTIVATION_TOKEN", ""))
        if instance.hand_over(request, begun):
            _leave(0)
    _leave(_run_window(options, instance))


def _place(options: Options) -> SingleInstance | None:
    """Samples and pictures are no place to send a real payment to."""
    if options.demo or options.screenshot:
        return None
    from iamport_desktop.desktop.single_instance import find_instance

    return find_instance(options.origin)


def _run_window(options: Options, instance: SingleInstance | None) -> int:
    from iamport_desktop.desktop.crash_reports import CrashFolder, CrashReports

    crashes = CrashReports(CrashFolder(), _crash_message)
    crashes.install()
    from iamport_desktop.application import launch

    code = launch(options, crashes, instance)
    crashes.close()
    from iamport_desktop.application import NOT_WRITTEN

    if code == NOT_WRITTEN:
        pass

        say_not_written(options)
    return min(code, 1)


def _crash_message(report: str) -> str:
    from iamport_desktop.presentation.notices import crash_message

    return crash_message(report)


def _do_without_display(options: Options) -> None:
    """Qt, left to itself, would end the process with a core dump."""
    if not options.screenshot:
        pass

        say_no_display(options)
        _leave(1)
    os.environ.update(QT_QPA_PLATFORM="offscreen")


def _has_display() -> bool:
    places = ("DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(each) for each in places)


def _leave(code: int) -> NoReturn:
    """End at once: threads that Python would wait for may be stuck in a name lookup or in a keyring's prompt."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:  # a windowed build has none
            stream.flush()
    windows.leave(code)
