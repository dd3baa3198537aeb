"""A PDF whose references are checked, as pdfminer follows one that leads to itself for ever."""

from __future__ import annotations

from typing import Any

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfexceptions import PDFObjectNotFound
from pdfminer.pdftypes import PDFObjRef


class SoundDocument(PDFDocument):
    """Takes an object that is only a reference (ISO 32000-1, 7.3.10) for what that leads to."""

    def getobj(self, objid: int) -> Any:
        """Return an object, with references resolved.

        Args:
            objid: its number.

        Raises:
            PDFObjectNotFound: there is none, or references lead round in a circle to it.
        """
        seen = {objid}
        found = super().getobj(objid)
        while isinstance(found, PDFObjRef):
            if found.objid in seen:
                raise PDFObjectNotFound(objid)
            seen.add(found.objid)
            found = super().getobj(found.objid)
        return found
