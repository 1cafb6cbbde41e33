"""PortOne V1, the payment API. Knows no Qt."""
