"""What office files hold, read by their own libraries and by a look into their XML."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"

ORDER = {
    f"{{{W}}}pPr": """pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd
        tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd
        snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment
        textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange""",
    f"{{{W}}}rPr": """rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof
        snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign
        rtl cs em lang eastAsianLayout specVanish oMath""",
    f"{{{W}}}tblPr": """tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc
        tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription""",
    f"{{{W}}}tcPr": """cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign
        hideMark""",
    f"{{{W}}}sectPr": """headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders
        lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid""",
    f"{{{A}}}ln": "noFill solidFill gradFill pattFill prstDash custDash round bevel miter headEnd tailEnd extLst",
    f"{{{A}}}pPr": """lnSpc spcBef spcAft buClrTx buClr buSzTx buSzPct buSzPts buFontTx buFont buNone buAutoNum buChar
        buBlip tabLst defRPr extLst""",
    f"{{{A}}}rPr": """ln noFill solidFill gradFill blipFill pattFill grpFill effectLst effectDag highlight uLnTx uLn
        uFillTx uFill latin ea cs sym hlinkClick hlinkMouseOver rtl extLst""",
    f"{{{A}}}bodyPr": "prstTxWarp noAutofit normAutofit spAutoFit scene3d sp3d flatTx extLst",
    "{http://schemas.openxmlformats.org/presentationml/2006/main}spPr": """xfrm custGeom prstGeom noFill solidFill
        gradFill blipFill pattFill grpFill ln effectLst effectDag scene3d sp3d extLst""",
    "{http://schemas.openxmlformats.org/presentationml/2006/main}cNvCxnSpPr": "cxnSpLocks stCxn endCxn extLst",
    f"{{{A}}}tcPr": """lnL lnR lnT lnB lnTlToBr lnBlToTr cell3D noFill solidFill gradFill blipFill pattFill grpFill
        headers extLst""",
}
"""The order of children in ECMA-376 (transitional), which Word and PowerPoint insist on."""


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as container:
        assert all(info.date_time == (1980, 1, 1, 0, 0, 0) for info in container.infolist())
        assert len(set(container.namelist())) == len(container.namelist())
        return {name: container.read(name) for name in container.namelist()}


def out_of_order(content: bytes) -> list[str]:
    """Find elements whose children do not stand as the standard has them."""
    found = []
    for name, part in parts(content).items():
        if not name.endswith((".xml", ".rels")):
            continue
        for element in etree.fromstring(part).iter():
            if element.tag in ORDER:
                order = ORDER[element.tag].split()
                places = [order.index(etree.QName(child).localname) for child in element]
                if places != sorted(places):
                    found.append(f"{name}: {etree.tostring(element).decode()[:300]}")
    return found


def twice_used(content: bytes, path: str = ".//*[local-name()='cNvPr' or local-name()='docPr']") -> list[str]:
    """Find ids of drawn things that two of them have on one page."""
    found = []
    for name, part in parts(content).items():
        if name.startswith(("ppt/slides/slide", "word/document")) and name.endswith(".xml"):
            ids = etree.fromstring(part).xpath(f"{path}/@id")
            found += [f"{name}: {one}" for one in set(ids) if ids.count(one) > 1]
    return found


def outside(content: bytes) -> list[str]:
    """Find what a file leads to that does not lie in it."""
    return [
        relation.get("Target")
        for name, part in parts(content).items()
        if name.endswith(".rels")
        for relation in etree.fromstring(part)
        if relation.get("TargetMode") == "External"
    ]
