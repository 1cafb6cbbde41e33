"""A stand-in for the PortOne V1 server on loopback, with sample payments.

Serves `--demo`, tests, and any client: `python -m iamport_desktop.sandbox`.
"""

from iamport_desktop.sandbox.embedded import RecordedRequest, Sandbox
from iamport_desktop.sandbox.samples import SamplePayment

__all__ = ["RecordedRequest", "SamplePayment", "Sandbox"]
