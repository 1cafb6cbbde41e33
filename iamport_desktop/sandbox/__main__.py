"""Run the sandbox in the foreground, to try any client of the API on it."""

import argparse
import io
import sys
import time

from iamport_desktop.sandbox import Sandbox

EPILOG = """GET /payments/{imp_uid} answers 404 for test payments (marked "test channel") unless include_sandbox=true
is asked for; the other calls return them.
GET /payments/imp_100000000999 answers HTTP 200 with code 1. Ctrl-C ends it."""


def main() -> int:
    """Serve until Ctrl-C. Return 0, or 1 if the port cannot be bound; exit with 2 for wrong usage."""
    port = _arguments().port
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a terminal without Korean
    try:
        with Sandbox(port=port) as sandbox:
            _print_introduction(sandbox)
            while True:
                time.sleep(3600)
    except KeyboardInterrupt:
        return 0
    except OSError as error:
        print(f"Cannot listen on port {port}: {error}", file=sys.stderr)
        return 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m iamport_desktop.sandbox",
        description="An embedded stand-in for PortOne V1 with sample payments, on loopback.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--port", type=_port, default=0, help="default: a free port")
    return parser.parse_args()


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"{text!r} is not a port (0 to 65535)")
    return int(text)


def _print_introduction(sandbox: Sandbox) -> None:
    print(f"url: {sandbox.url}")
    print(f"imp_key: {sandbox.imp_key}")
    print(f"imp_secret: {sandbox.imp_secret}")
    for payment in sandbox.payments:
        mark = "(test channel) " if payment.sandbox else ""
        print(f"{payment.imp_uid}  {mark}{payment.shows_ko} / {payment.shows_en}")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
