"""Certificates made for a test, good ones and bad ones."""

from __future__ import annotations

import ssl
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ec import (
    SECP256R1,
    EllipticCurvePrivateKey,
    generate_private_key,
)
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
)

_DAY = timedelta(days=1)


class Authority:
    """Vouches for certificates; whoever trusts `file` trusts them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._key = generate_private_key(SECP256R1())
        self._name = _named(f"authority {x509.random_serial_number()}")
        self.file = folder / "authority.pem"
        certificate = self._made(self._name, self._key, None, -1, 30)
        self.file.write_bytes(certificate.public_bytes(Encoding.PEM))

    def context(self, address: str, *, first: int = -1, last: int = 30) -> ssl.SSLContext:
        """Return what a server needs that has a certificate.

        Args:
            address: the IP address that it is for.
            first: the day from which it is valid, counted from today.
            last: the day to which it is.
        """
        key = generate_private_key(SECP256R1())
        names = x509.SubjectAlternativeName([x509.IPAddress(ip_address(address))])
        certificate = self._made(_named("server"), key, names, first, last)
        return self._context(certificate, key)

    def _made(
        self,
        name: x509.Name,
        key: EllipticCurvePrivateKey,
        names: x509.SubjectAlternativeName | None,
        first: int,
        last: int,
    ) -> x509.Certificate:
        today = datetime.now(UTC)
        builder = (
            x509.CertificateBuilder()
            .subject_name(name)
            .issuer_name(self._name)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(today + first * _DAY)
            .not_valid_after(today + last * _DAY)
            .add_extension(x509.BasicConstraints(ca=names is None, path_length=None), critical=True)
        )
        if names is not None:
            builder = builder.add_extension(names, critical=False)
        return builder.sign(self._key, hashes.SHA256())

    def _context(
        self, certificate: x509.Certificate, key: EllipticCurvePrivateKey
    ) -> ssl.SSLContext:
        file = self._folder / f"{certificate.serial_number}.pem"
        private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        file.write_bytes(private + certificate.public_bytes(Encoding.PEM))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(file)
        return context


def _named(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
