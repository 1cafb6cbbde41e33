"""Write the bill of materials (CycloneDX) from the inventory in the bundle."""

from __future__ import annotations

import uuid
from pathlib import Path

from cyclonedx.factory.license import LicenseFactory
from cyclonedx.model import ExternalReference, ExternalReferenceType, XsUri
from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import License
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from bundle import notices
from bundle.release import NAME, Release


def write(program: Path, release: Release, system: str, target: Path) -> Path:
    """Write the bill of the bundle `program` for `system` into `target`, and return its path."""
    known = notices.read(program)
    application = Component(
        name=NAME,
        version=release.version,
        type=ComponentType.APPLICATION,
        bom_ref=NAME,
        licenses=_licenses("MIT"),
    )
    bom = Bom(
        metadata=BomMetaData(component=application, timestamp=release.date),
        components=[_component(component) for component in known],
        # The same number for the same release.
        serial_number=uuid.uuid5(uuid.NAMESPACE_URL, f"{NAME}/{release.version}/{system}"),
    )
    bom.register_dependency(application, list(bom.components))
    bill = target / f"{NAME}-{release.version}-{system}.cdx.json"
    bill.write_text(JsonV1Dot6(bom).output_as_string(indent=1), encoding="utf-8")
    return bill


def _component(known: dict[str, str]) -> Component:
    homepage = [ExternalReference(type=ExternalReferenceType.WEBSITE, url=XsUri(known["homepage"]))]
    return Component(
        name=known["name"],
        version=known["version"],
        type=ComponentType.LIBRARY,
        bom_ref=known["purl"],
        purl=PackageURL.from_string(known["purl"]),
        licenses=_licenses(known["license"]),
        external_references=homepage if known["homepage"] else [],
    )


def _licenses(name: str) -> list[License]:
    return [LicenseFactory().make_from_string(name)] if name else []
