"""The command line: options and their texts, exit codes, and what a start does before there is a window.

Exit codes: 0 done (with --screenshot: the payment was found), 1 failed, 2 wrong usage.
"""

from __future__ import annotations

import argparse
import itertools
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from iamport_desktop import __version__
from iamport_desktop.api.codes import Language
from iamport_desktop.api.errors import InvalidApiUrl
from iamport_desktop.api.identifiers import is_order_number
from iamport_desktop.api.origin import PORTONE, Origin, parse_origin
from iamport_desktop.desktop import windows
from iamport_desktop.desktop.crash_reports import CrashFolder, CrashReports
from iamport_desktop.desktop.deep_links import is_link, parse_link
from iamport_desktop.desktop.single_instance import ActivationRequest, find_instance
from iamport_desktop.presentation.i18n import as_language
from iamport_desktop.query.imp_uids import find_imp_uids
from iamport_desktop.settings import Options

_TEXTS: dict[Language, dict[str, str]] = {
    "en": {
        "about": "Look up a PortOne V1 (i'mport) payment by its imp_uid, or an order's payments by its order number.",
        "text": "what to look up at once: an imp_uid, an order number (merchant_uid), or a link to one "
        "(iamport-desktop://payment/imp_..., iamport-desktop://order/...)",
        "demo": "sample payments on an embedded stand-in; needs no key",
        "lang": "language of the window (ko or en)",
        "api-url": "address of the API; https, or http on this computer",
        "screenshot": "save a picture of the window when the lookup is done, and exit",
        "set-credentials": "read key and secret as two lines from standard input, check and store them",
        "theme": "light or dark, whatever the system uses",
        "allow-capture": "let the window be seen in screen captures again (Windows)",
        "bad-text": "neither an imp_uid (imp_ and digits) nor an order number: {text}",
        "bad-link": "not a link to a payment or an order (iamport-desktop://payment/imp_ and digits, or "
        "iamport-desktop://order/ and an order number): {text}",
        "after-link": "nothing may follow a link",
        "bad-url": "the API's address must be https://host or https://host:port: {text}",
        "bad-screenshot": "cannot write there: {text}",
        "alone": "--set-credentials goes only with --lang and --api-url",
        "no-display": "there is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set); --screenshot needs none",
    },
    "ko": {
        "about": "imp_uid나 주문번호로 포트원 V1(아임포트) 결제를 조회합니다.",
        "text": "바로 조회할 imp_uid 또는 주문번호(merchant_uid), 또는 그 링크 "
        "(iamport-desktop://payment/imp_..., iamport-desktop://order/...)",
        "demo": "내장된 모의 서버의 예시 결제를 봅니다 (키 불필요)",
        "lang": "창의 언어 (ko 또는 en)",
        "api-url": "API 주소. https 또는 이 컴퓨터의 http",
        "screenshot": "조회가 끝나면 창을 그림으로 저장하고 종료합니다",
        "set-credentials": "표준 입력에서 키와 시크릿을 두 줄로 읽어 확인하고 저장합니다",
        "theme": "시스템 설정과 무관하게 밝게(light) 또는 어둡게(dark)",
        "allow-capture": "창이 화면 캡처와 공유에 다시 보이게 합니다 (Windows)",
        "bad-text": "imp_uid(imp_와 숫자)도 주문번호도 아닙니다: {text}",
        "bad-link": "결제 링크(iamport-desktop://payment/imp_와 숫자)도 주문 링크(iamport-desktop://order/와 주문번호)도 "
        "아닙니다: {text}",
        "after-link": "링크 뒤에는 아무것도 올 수 없습니다",
        "bad-url": "API 주소는 https://호스트 또는 https://호스트:포트 형식이어야 합니다: {text}",
        "bad-screenshot": "이 위치에 저장할 수 없습니다: {text}",
        "alone": "--set-credentials는 --lang, --api-url과만 함께 쓸 수 있습니다",
        "no-display": "표시할 화면이 없습니다(DISPLAY와 WAYLAND_DISPLAY가 모두 없음). --screenshot은 화면 없이도 됩니다",
    },
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with `argv` (without the program's name); return its exit code.

    A window ends the process itself when it is closed: threads that Python would wait for may hang in a name lookup
    or in a keyring's prompt.
    """
    windows.prepare()
    _escape_unprintable()
    arguments = list(sys.argv[1:] if argv is None else argv)
    options, set_credentials = parse(arguments)
    if set_credentials:
        from iamport_desktop.provision import provision

        return provision(options.origin, as_language(options.language))
    code = _open_window(options)
    _flush()
    windows.exit_process(code)


def _open_window(options: Options) -> int:
    """Open the window, unless the one that is open already takes the request over."""
    if not _has_display():
        if not options.screenshot:
            print(_TEXTS[as_language(options.language)]["no-display"], file=sys.stderr)
            return 1
        os.environ.update(QT_QPA_PLATFORM="offscreen")
    # Samples and pictures take no part: a later start must not send a real payment there.
    instance = None if options.is_ephemeral else find_instance(options.origin)
    if instance and not instance.acquire():
        token = os.environ.get("XDG_ACTIVATION_TOKEN", "")
        request = ActivationRequest(options.imp_uid, token, options.order_number)
        if instance.forward(request):
            return 0
    crash_reports = CrashReports(CrashFolder(), _crash_message)
    crash_reports.install()
    from iamport_desktop.application import run  # here, so that a failing import is reported

    code = run(options, crash_reports, instance)
    crash_reports.close()
    return code


def _crash_message(report: str) -> str:
    from iamport_desktop.presentation.notices import crash_message  # which only a crash needs

    return crash_message(report)


def parse(arguments: list[str]) -> tuple[Options, bool]:
    """Return the options, and whether to store a key that comes on standard input instead of opening a window.

    Raises SystemExit(2) for wrong arguments, after saying on standard error what is wrong.
    """
    texts = _TEXTS[_language(arguments)]
    parser = _parser(texts)
    if any(is_link(argument) for argument in arguments[:-1]):
        # A quotation mark in a link can end its argument; what follows was then not written by the user.
        parser.error(texts["after-link"])
    args = parser.parse_args(arguments)
    if args.set_credentials and (args.text or args.demo or args.screenshot):
        parser.error(texts["alone"])
    if args.screenshot and not os.access(args.screenshot.absolute().parent, os.W_OK):
        parser.error(texts["bad-screenshot"].format(text=ascii(str(args.screenshot))))
    subject = _subject(parser, args.text, texts) if args.text else ActivationRequest()
    options = Options(
        origin=_origin(parser, args.api_url, texts),
        imp_uid=subject.imp_uid,
        order_number=subject.order_number,
        demo=args.demo,
        language=args.lang,
        theme=args.theme,
        screenshot=args.screenshot,
        allow_capture=args.allow_capture,
    )
    return options, args.set_credentials


def _language(arguments: list[str]) -> Language:
    """Return the language of messages about `arguments`, which are not parsed yet."""
    choices = [argument.removeprefix("--lang=") for argument in arguments if argument.startswith("--lang=")]
    choices += [value for option, value in itertools.pairwise(arguments) if option == "--lang"]
    return as_language(choices[-1] if choices else "")


def _parser(texts: dict[str, str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("iamport-desktop", description=texts["about"], allow_abbrev=False)
    parser.add_argument("text", nargs="?", help=texts["text"])
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


def _subject(parser: argparse.ArgumentParser, text: str, texts: dict[str, str]) -> ActivationRequest:
    """Return the payment or the order that an argument names."""
    if is_link(text):
        return parse_link(text) or parser.error(texts["bad-link"].format(text=ascii(text[:80])))
    imp_uids = find_imp_uids(text)
    if len(imp_uids) == 1:
        return ActivationRequest(imp_uids[0])
    if not imp_uids and is_order_number(text.strip()):
        return ActivationRequest(order_number=text.strip())
    parser.error(texts["bad-text"].format(text=ascii(text[:80])))


def _escape_unprintable() -> None:
    """Print letters that a Windows console lacks as escapes, instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _has_display() -> bool:
    """Return whether Qt can open a window; without a display it would end the process with a core dump."""
    variables = ("DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(variable) for variable in variables)


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:  # a windowed program may have none
            stream.flush()
