"""Desktop lookup of PortOne V1 (i'mport) payments by imp_uid."""

__version__ = "0.1.0"
