"""Drives one headless LibreOffice, whose profile lies in the folder given: JSON lines in, JSON
lines out, until stdin closes."""

import ctypes
import json
import os
import shutil
import signal
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.table import CellAddress, CellRangeAddress

ENGLISH_OOXML = 3  # com.sun.star.sheet.AddressConvention.XL_OOX
ERRORS = {502: "#VALUE!", 503: "#NUM!", 508: "Err:508", 519: "#VALUE!", 522: "Err:522",
          524: "#REF!", 525: "#NAME?", 532: "#DIV/0!", 32767: "#N/A"}

FILTERS = {"xlsx": "Calc MS Excel 2007 XML", "xls": "MS Excel 97", "ods": "calc8",
           "fods": "OpenDocument Spreadsheet Flat XML", "html": "HTML (StarCalc)",
           "docx": "MS Word 2007 XML"}

PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="ODFRecalcMode" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Misc"><prop oor:name="FirstRun" oor:op="fuse"><value>false</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Save/Document"><prop oor:name="AutoSave" oor:op="fuse"><value>false</value></prop></item>
<item oor:path="/org.openoffice.Setup/Product"><prop oor:name="ooSetupLastVersion" oor:op="fuse"><value>99.0</value></prop></item>
</oor:items>
"""


def die_with_parent():
    os.setsid()
    ctypes.CDLL("libc.so.6").prctl(1, signal.SIGKILL)


def properties(**values):
    return tuple(PropertyValue(Name=name, Value=value) for name, value in values.items())


class Office:
    def __init__(self, folder):
        self.folder = folder
        user = os.path.join(self.folder, "user")
        os.mkdir(user)
        with open(os.path.join(user, "registrymodifications.xcu"), "w", encoding="utf-8") as file:
            file.write(PROFILE)
        self.process = None
        self.desktop = None

    def start(self):
        pipe = "gongkai%d" % os.getpid()
        # soffice is a script that forks; the program itself can be tied to this process's life.
        program = os.path.join(os.path.dirname(os.path.realpath(shutil.which("soffice"))), "soffice.bin")
        command = [program, "--headless", "--invisible", "--norestore", "--nologo", "--nodefault",
                   "--nolockcheck", "--nofirststartwizard",
                   "-env:UserInstallation=" + uno.systemPathToFileUrl(self.folder),
                   "--accept=pipe,name=%s;urp;StarOffice.ComponentContext" % pipe]
        environment = dict(os.environ, SAL_USE_VCLPLUGIN="svp", LC_ALL="C.UTF-8", HOME=self.folder)
        for name in ("PYTHONHOME", "PYTHONPATH"):
            environment.pop(name, None)
        resolver = uno.getComponentContext().ServiceManager.createInstance(
            "com.sun.star.bridge.UnoUrlResolver")
        deadline = time.monotonic() + 60
        while True:
            # 81: the program asks to be started anew after its first look at the profile.
            if self.process is None or self.process.poll() == 81:
                self.process = subprocess.Popen(
                    command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL, env=environment, preexec_fn=die_with_parent)
            elif self.process.poll() is not None:
                raise RuntimeError("LibreOffice ended with %s" % self.process.returncode)
            try:
                context = resolver.resolve(
                    "uno:pipe,name=%s;urp;StarOffice.ComponentContext" % pipe)
                break
            except Exception:
                if time.monotonic() > deadline:
                    raise RuntimeError("LibreOffice did not answer within 60 s")
                time.sleep(0.05)
        self.desktop = context.ServiceManager.createInstanceWithContext(
            "com.sun.star.frame.Desktop", context)

    def stop(self):
        if self.process is not None and self.process.poll() is None:
            try:
                self.desktop.terminate()
            except Exception:
                pass
            try:
                self.process.wait(3)
            except subprocess.TimeoutExpired:
                os.killpg(self.process.pid, signal.SIGKILL)
                self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def open(self, path, filter_name=None):
        named = {} if filter_name is None else {"FilterName": filter_name}
        document = self.desktop.loadComponentFromURL(
            uno.systemPathToFileUrl(path), "_blank", 0, properties(Hidden=True, **named))
        if document is None:
            raise RuntimeError("LibreOffice cannot open the file")
        return document


def sheet_of(document, name):
    if not document.Sheets.hasByName(name):
        raise RuntimeError("no sheet %s; there are %s" % (name, ", ".join(document.Sheets.ElementNames)))
    return document.Sheets.getByName(name)


def end_of(sheet):
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    return cursor.RangeAddress


def apply(document, edit):
    kind = edit["kind"]
    if kind == "renameSheet":
        sheet_of(document, edit["from"]).setName(edit["to"])
        return
    sheet = sheet_of(document, edit["sheet"])
    if kind == "insertRows":
        sheet.Rows.insertByIndex(edit["row"] - 1, edit["count"])
    elif kind == "deleteRows":
        sheet.Rows.removeByIndex(edit["row"] - 1, edit["count"])
    elif kind == "cutPasteRow":
        index = sheet.RangeAddress.Sheet
        row = edit["from"] - 1
        sheet.moveRange(CellAddress(index, 0, edit["to"] - 1),
                        CellRangeAddress(index, 0, row, end_of(sheet).EndColumn, row))
    elif kind == "moveCell":
        index = sheet.RangeAddress.Sheet
        source = sheet.getCellRangeByName(edit["from"]).RangeAddress
        target = sheet.getCellRangeByName(edit["to"]).RangeAddress
        sheet.moveRange(CellAddress(index, target.StartColumn, target.StartRow), source)
    elif kind == "setCell":
        cell = sheet.getCellRangeByName(edit["address"]).getCellByPosition(0, 0)
        value = edit["value"]
        if value is None:
            cell.setFormula("")
        elif isinstance(value, str):
            cell.setString(value)
        else:
            cell.setValue(value)
    elif kind == "protectSheet":
        sheet.protect(edit["password"])
    elif kind == "setFormula":
        cell = sheet.getCellRangeByName(edit["address"]).getCellByPosition(0, 0)
        parser = document.createInstance("com.sun.star.sheet.FormulaParser")
        parser.FormulaConvention = ENGLISH_OOXML
        parser.CompileEnglish = True
        cell.setTokens(parser.parseFormula(edit["formula"].lstrip("="), cell.CellAddress))
    else:
        raise RuntimeError("unknown edit " + kind)


def values_of(sheet):
    end = end_of(sheet)
    area = sheet.getCellRangeByPosition(0, 0, end.EndColumn, end.EndRow)
    # An empty cell and a formula that gives "" look alike in the data, not in the formulas.
    rows = [
        [None if value == "" and formula == "" else value for value, formula in zip(data, formulas)]
        for data, formulas in zip(area.DataArray, area.FormulaArray)
    ]
    for address in area.queryFormulaCells(4).RangeAddresses:
        for row in range(address.StartRow, address.EndRow + 1):
            for column in range(address.StartColumn, address.EndColumn + 1):
                number = sheet.getCellByPosition(column, row).getError()
                rows[row][column] = {"error": ERRORS.get(number, "Err:%d" % number)}
    return rows


def handle(office, request):
    document = office.open(request["path"], request.get("openAs"))
    try:
        edits = request.get("edits") or []
        for edit in edits:
            apply(document, edit)
        if edits:
            document.calculateAll()
        answer = {}
        if "sheets" in request:
            names = request["sheets"]
            answer["sheets"] = {
                name: values_of(sheet_of(document, name))
                for name in (document.Sheets.ElementNames if names is None else names)
            }
        if "saveAs" in request:
            document.storeToURL(uno.systemPathToFileUrl(request["saveAs"]),
                                properties(FilterName=FILTERS[request["saveAs"].rsplit(".", 1)[-1]],
                                           **({"Password": request["password"]} if "password" in request else {}),
                                           Overwrite=True))
        if "pdf" in request:
            kind = "calc" if document.supportsService("com.sun.star.sheet.SpreadsheetDocument") else "writer"
            document.storeToURL(uno.systemPathToFileUrl(request["pdf"]),
                                properties(FilterName=kind + "_pdf_Export", Overwrite=True))
        return answer
    finally:
        document.close(True)


def main():
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)

    def answer(value):
        answers.write(json.dumps(value, ensure_ascii=False) + "\n")
        answers.flush()

    office = Office(sys.argv[1])
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: sys.exit(0))
    try:
        office.start()
        for line in sys.stdin.buffer:
            request = json.loads(line)
            try:
                answer({"id": request["id"], **handle(office, request)})
            except Exception as error:
                answer({"id": request["id"], "error": "%s: %s" % (type(error).__name__, error)})
    except BrokenPipeError:
        pass
    except Exception as error:
        answer({"id": -1, "error": str(error)})
    finally:
        office.stop()


main()
