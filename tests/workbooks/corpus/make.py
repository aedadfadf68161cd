"""Writes the corpus: workbooks of other programs, and beside them their right readings (`readings.toml`).

See README.md for what it needs. Each case says what a person sees in the file and, where the worksheet has the shape of one of our
tables, what a specialist would make of it. The readings follow from that alone and never from what our reader says.
"""

import csv
import datetime
import io
import os
import shutil
import subprocess
import tempfile
import zipfile
from pathlib import Path

import openpyxl
import pandas
import xlsxwriter
from odf import opendocument, table as odf_table, text as odf_text
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.utils.datetime import CALENDAR_MAC_1904

HERE = Path(__file__).parent
DAY = datetime.date(2024, 3, 1)
MOMENT = datetime.datetime(2024, 3, 1, 14, 30)

readings = []


# What is said of a file ------------------------------------------------------------------------------------------------------


def sheet(name, rows, hidden=False, goes=None):
    """A worksheet as people see it; `goes` is what a specialist makes of it."""
    rows = [[str(cell) for cell in row] for row in rows]
    return {"name": name, "hidden": hidden, "rows": rows, "goes": goes}


def goes(table, columns, taken, left_out, units="", said=""):
    """To which table, which column each of its columns is (blank for none), and how many rows are taken and left out. `units` are those
    of the headings where they are not the column's own; `said` the headings that are named to the person as not understood."""
    return {"table": table, "columns": columns.split(","), "taken": taken, "left_out": left_out,
            "units": units.split(",") if units else None, "said": said.split(",") if said else []}


def case(file, by, about, *sheets, refused=None):
    """Notes the right reading of a file that was written."""
    readings.append({"file": file, "by": by, "about": about, "sheets": sheets, "refused": refused})


def quoted(text):
    text = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c if c >= " " else f"\\u{ord(c):04x}" for c in text) + '"'


def listed(texts):
    return "[" + ", ".join(quoted(text) for text in texts) + "]"


def write_readings():
    out = ["# The right readings of the files beside, written by make.py. A row is as people see it; blanks at its end are left out.", ""]
    for one in readings:
        out += ["[[workbook]]", f"file = {quoted(one['file'])}", f"by = {quoted(one['by'])}", f"about = {quoted(one['about'])}"]
        if one["refused"]:
            out.append(f"refused = {quoted(one['refused'])}")
        for one_sheet in one["sheets"]:
            out += ["", "[[workbook.sheet]]", f"name = {quoted(one_sheet['name'])}"]
            if one_sheet["hidden"]:
                out.append("hidden = true")
            out.append("rows = [")
            for row in one_sheet["rows"]:
                while row and row[-1] == "":
                    row = row[:-1]
                out.append(f"    {listed(row)},")
            out.append("]")
            made = one_sheet["goes"]
            if made:
                out += ["", "[workbook.sheet.goes]", f"table = {quoted(made['table'])}", f"columns = {listed(made['columns'])}",
                        f"taken = {made['taken']}", f"left_out = {made['left_out']}"]
                if made["units"]:
                    out.append(f"units = {listed(made['units'])}")
                if made["said"]:
                    out.append(f"said = {listed(made['said'])}")
        out.append("")
    (HERE / "readings.toml").write_text("\n".join(out).rstrip() + "\n", encoding="utf-8")


# Programs --------------------------------------------------------------------------------------------------------------------


def with_openpyxl(file, fill):
    book = openpyxl.Workbook()
    fill(book)
    book.save(HERE / file)


def append(worksheet, rows):
    for row in rows:
        worksheet.append(row)


def calculated(source, target, filter_name):
    """Has LibreOffice open a file and write it in another format, formulas computed."""
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        extension = target.rsplit(".", 1)[1]
        copy = folder / ("in." + str(source).rsplit(".", 1)[1])
        shutil.copy(source, copy)
        out = folder / "out"
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", f"{extension}:{filter_name}",
             "--outdir", out, copy],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        shutil.copy(out / f"in.{extension}", HERE / target)


def with_libreoffice(target, filter_name, fill):
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "source.xlsx"
        book = openpyxl.Workbook()
        fill(book)
        book.save(source)
        calculated(source, target, filter_name)


XLSX, XLS, ODS = "Calc MS Excel 2007 XML", "MS Excel 97", "calc8"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def by_hand(file, data, parts=(), names=("用水",), before="", after="", workbook="", relations="", prefix="", states=()):
    """A workbook written as XML, its worksheets with this data."""
    data = [data] if isinstance(data, str) else data
    p = f"{prefix}:" if prefix else ""
    space = f'xmlns:{prefix}="{MAIN}"' if prefix else f'xmlns="{MAIN}"'
    with zipfile.ZipFile(HERE / file, "w", zipfile.ZIP_DEFLATED) as out:
        def put(name, content):
            info = zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            out.writestr(info, content)
        sheets = "".join(
            f'<{p}sheet name="{name}" sheetId="{at}" r:id="r{at}"{states[at - 1] if at <= len(states) else ""}/>' for at, name in enumerate(names, 1))
        links = "".join(
            f'<Relationship Id="r{at}" Type="{RELATION}/worksheet" Target="worksheets/sheet{at}.xml"/>' for at in range(1, len(names) + 1))
        types = "".join(
            f'<Override PartName="/xl/worksheets/sheet{at}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
            for at in range(1, len(names) + 1))
        put("[Content_Types].xml",
            '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>{types}</Types>')
        put("_rels/.rels",
            '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="r1" Type="{RELATION}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
        put("xl/workbook.xml", f'<?xml version="1.0"?><{p}workbook {space} xmlns:r="{RELATION}">{workbook}<{p}sheets>{sheets}</{p}sheets></{p}workbook>')
        put("xl/_rels/workbook.xml.rels",
            f'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{links}{relations}</Relationships>')
        for at, cells in enumerate(data, 1):
            put(f"xl/worksheets/sheet{at}.xml",
                f'<?xml version="1.0"?><{p}worksheet {space} xmlns:r="{RELATION}">{before}<{p}sheetData>{cells}</{p}sheetData>{after}</{p}worksheet>')
        for name, content in parts:
            put(name, content)


def texts(at, *cells, first="A"):
    """A row of inline strings and numbers."""
    out = []
    for place, cell in enumerate(cells):
        where = f"{chr(ord(first) + place)}{at}"
        if isinstance(cell, str) and cell:
            out.append(f'<c r="{where}" t="inlineStr"><is><t>{cell}</t></is></c>')
        elif cell != "":
            out.append(f'<c r="{where}"><v>{cell}</v></c>')
    return f'<row r="{at}">{"".join(out)}</row>'


def with_sheetjs(jobs):
    subprocess.run(["node", HERE / "make.mjs", HERE], input=jobs, text=True, check=True)


# Tables that come back -------------------------------------------------------------------------------------------------------

UNITS = [["单元名称", "自来水量(m³)", "循环水量(m³)", "漏失水量(m³)"], ["机修车间", 9000, 1200, 90], ["锅炉房", 6000.5, 0, 12]]
UNIT_COLUMNS = "name,town,circulation,leakage"
DISTRICTS = [["Name", "Size", "Area (mu)", "Net (10⁴ m³)", "Gross (10⁴ m³)"], ["East River", "Large", 312000, 8179, 14851], ["West Hill", "Small", 1200, 40.5, 70]]
DISTRICT_COLUMNS = "name,class,area,net,gross"


def cells(rows):
    return [[f"{cell:g}" if isinstance(cell, float) else cell for cell in row] for row in rows]


def tables():
    """Shapes of tables: headings, units, sums, other words."""

    def plain(book):
        book.active.title = "用水单元"
        append(book.active, UNITS)

    with_openpyxl("openpyxl-plain.xlsx", plain)
    case("openpyxl-plain.xlsx", "openpyxl", "headings and rows, nothing else",
         sheet("用水单元", cells(UNITS), goes=goes("units", UNIT_COLUMNS, 2, 1)))

    two_lines = [["用水单元", "新水量", "", "", "循环水量", "耗水量", "排水量"], ["", "自来水", "地表水", "地下水", "", "", ""],
                 ["锅炉房", 9000, "", "", 0, 2000, 7000], ["冷却水站", "", "", 22000, 880000, 15000, 7000]]

    def two(book):
        page = book.active
        page.title = "统计表"
        append(page, two_lines)
        for area in ["A1:A2", "B1:D1", "E1:E2", "F1:F2", "G1:G2"]:
            page.merge_cells(area)

    with_openpyxl("openpyxl-two-line-headings.xlsx", two)
    case("openpyxl-two-line-headings.xlsx", "openpyxl", "headings in two lines, merged across and down",
         sheet("统计表", two_lines, goes=goes("units", "name,town,surface,ground,circulation,consumption,discharge", 2, 2)))

    three_lines = [["序号", "用水单元名称", "水量 (m³)", "", "", ""], ["", "", "输入", "", "输出", ""], ["", "", "自来水", "循环水", "排水", "漏失"],
                   [1, "机修", 10, 20, 7, 1], [2, "锅炉", 30, 0, 25, 0], ["", "合计", 40, 20, 32, 1]]

    def three(book):
        append(book.active, three_lines)
        for area in ["A1:A3", "B1:B3", "C1:F1", "C2:D2", "E2:F2"]:
            book.active.merge_cells(area)

    with_openpyxl("openpyxl-three-line-headings.xlsx", three)
    case("openpyxl-three-line-headings.xlsx", "openpyxl", "headings in three lines, a column that counts, a sum below",
         sheet("Sheet", three_lines, goes=goes("units", ",name,town,circulation,discharge,leakage", 2, 4)))

    sums = [["某市 2023 年灌区用水情况表"], ["填报单位：水利局", "", "", "单位：万m³"], ["灌区名称", "规模", "净灌溉用水量", "毛灌溉用水量"], ["东河灌区", "大型", 8179, 14851],
            ["南渠灌区", "大型", 100, 190], ["大型小计", "", 8279, 15041], ["西山灌区", "小型", 40.5, 70], ["小型小计", "", 40.5, 70], ["合计", "", 8319.5, 15111],
            ["注：净灌溉用水量为田间实测。"], ["填表人：", "", "审核人："]]

    def with_sums(book):
        book.active.title = "2023"
        append(book.active, sums)
        book.active.merge_cells("A1:D1")

    with_openpyxl("openpyxl-title-and-sums.xlsx", with_sums)
    case("openpyxl-title-and-sums.xlsx", "openpyxl", "a title, the unit of all above the table, 小计 and 合计 lines, notes below",
         sheet("2023", cells(sums), goes=goes("districts", "name,class,net,gross", 3, 8)))

    with_openpyxl("openpyxl-english.xlsx", lambda book: append(book.active, DISTRICTS))
    case("openpyxl-english.xlsx", "openpyxl", "English headings, one in another unit than ours",
         sheet("Sheet", cells(DISTRICTS), goes=goes("districts", DISTRICT_COLUMNS, 2, 1, units=",,亩,万m³,万m³")))

    synonyms = [["车间", "井水", "中水", "冷却循环水量", "消耗水量", "外排水量", "漏损水量", "电话"], ["印染一", 100, 20, 4000, 5, 90, 2, "0571-1"], ["印染二", 110, 0, 0, 4, 100, 1, "0571-2"]]
    with_openpyxl("openpyxl-synonyms.xlsx", lambda book: append(book.active, synonyms))
    case("openpyxl-synonyms.xlsx", "openpyxl", "other words for the same columns, and a column that is none of ours",
         sheet("Sheet", synonyms, goes=goes("units", "name,ground,nonconventional,circulation,consumption,discharge,leakage,", 2, 1, said="电话")))

    both = [["灌区名称\nName of district", "灌区规模\nSize", "有效灌溉面积\nIrrigated area (万亩)", "净灌溉用水量\nNet irrigation water (万m³)", "毛灌溉用水量 Gross irrigation water (万m³)"],
            ["东河", "大型", 31.2, 8179, 14851], ["西山", "小型", 0.12, 40.5, 70]]
    with_openpyxl("openpyxl-both-languages.xlsx", lambda book: append(book.active, both))
    case("openpyxl-both-languages.xlsx", "openpyxl", "headings in both languages at once, as forms for two readers have them",
         sheet("Sheet", cells(both), goes=goes("districts", "name,class,area,net,gross", 2, 1)))

    in_rows = [["取水水源", "水源类型", "取水量"], ["", "", "(万m³)"], ["市政自来水", "自来水", 6.2], ["1#深井", "地下水", 1.56]]
    with_openpyxl("openpyxl-row-of-units.xlsx", lambda book: append(book.active, in_rows))
    case("openpyxl-row-of-units.xlsx", "openpyxl", "units in a row of their own below the headings",
         sheet("Sheet", in_rows, goes=goes("supplies", "name,kind,amount", 2, 2, units=",,万m³")))

    def offset(book):
        for row, line in enumerate(UNITS):
            for column, cell in enumerate(line):
                book.active.cell(row + 7, column + 4, cell)

    with_openpyxl("openpyxl-table-in-the-middle.xlsx", offset)
    case("openpyxl-table-in-the-middle.xlsx", "openpyxl", "the table begins at D7",
         sheet("Sheet", [[]] * 6 + [["", "", "", *row] for row in cells(UNITS)], goes=goes("units", ",,," + UNIT_COLUMNS, 2, 1)))

    groups = [["水表级别", "应装数", "实装数", "完好数量"], ["一级", 2, 2, 2], ["二级", 8, 7, 7], ["三级", 20, 15, 14]]
    with_openpyxl("openpyxl-meters.xlsx", lambda book: append(book.active, groups))
    case("openpyxl-meters.xlsx", "openpyxl", "the levels of meters", sheet("Sheet", groups, goes=goes("meters", "level,required,installed,working", 3, 1)))

    merged = [["用水单元名称", "生产类别", "自来水量"], ["一车间", "主要生产", 10], ["二车间", "", 20], ["锅炉房", "辅助生产", 30], ["空压站", "", 40]]

    def merge(book):
        append(book.active, merged)
        book.active.merge_cells("B2:B3")
        book.active.merge_cells("B4:B5")

    with_openpyxl("openpyxl-merged-groups.xlsx", merge)
    case("openpyxl-merged-groups.xlsx", "openpyxl", "a class that is merged down over its rows",
         sheet("Sheet", merged, goes=goes("units", "name,kind,town", 4, 1)))

    months = [["月份", "平均最高气温(℃)", "平均最低气温(℃)", "相对湿度(%)", "平均风速(m/s)", "日照时数(h)", "降水量(mm)"], ["1月", 5.1, -4.2, 60, 2.1, 5.5, 3.2], ["2月", 8, -1, 58, 2.3, 6, 9]]
    with_openpyxl("openpyxl-months.xlsx", lambda book: append(book.active, months))
    case("openpyxl-months.xlsx", "openpyxl", "a station's months, units that only this table has",
         sheet("Sheet", cells(months), goes=goes("months", "month,tmax,tmin,humidity,wind,sunshine,rain", 2, 1)))

    report = {"封面": [["××公司"], ["水平衡测试报告书"], ["2024年"]], "水源": in_rows, "单元": UNITS, "水表": groups}

    def whole(book):
        book.remove(book.active)
        for name, rows in report.items():
            append(book.create_sheet(name), rows)

    with_openpyxl("openpyxl-report.xlsx", whole)
    case("openpyxl-report.xlsx", "openpyxl", "a report of several tables behind a cover",
         sheet("封面", report["封面"]),
         sheet("水源", in_rows, goes=goes("supplies", "name,kind,amount", 2, 2, units=",,万m³")),
         sheet("单元", cells(UNITS), goes=goes("units", UNIT_COLUMNS, 2, 1)),
         sheet("水表", groups, goes=goes("meters", "level,required,installed,working", 3, 1)))

    crops = [["所属灌区", "作物", "种植面积(万亩)", "亩均净灌溉用水量(m³/亩)"], ["东河灌区", "小麦", 20, 180], ["东河灌区", "玉米", 11.2, 90], ["西山灌区", "水稻", 0.12, 410], ["合计", "", 31.32, ""]]
    canals = [["灌区名称", "渠道名称", "上级渠道", "长度(km)", "供田流量(m³/s)", "土质"], ["东河灌区", "总干渠", "", 12.5, "", "壤土"], ["", "一支渠", "总干渠", 3.2, 0.8, "壤土"], ["西山灌区", "西干渠", "", 4, 0.3, "黏土"]]

    def nested(book):
        book.active.title = "灌区"
        append(book.active, sums[2:5] + [sums[6]])
        append(book.create_sheet("作物"), crops)
        canal_sheet = book.create_sheet("渠道")
        append(canal_sheet, canals)
        canal_sheet.merge_cells("A2:A3")

    with_openpyxl("openpyxl-tables-within-rows.xlsx", nested)
    case("openpyxl-tables-within-rows.xlsx", "openpyxl", "crops and canals that name the district they stand in",
         sheet("灌区", cells(sums[2:5] + [sums[6]]), goes=goes("districts", "name,class,net,gross", 3, 1)),
         sheet("作物", cells(crops), goes=goes("crops", "^,name,area,net", 3, 2)),
         sheet("渠道", cells(canals), goes=goes("canals", "^,name,upstream,length,delivery,soil", 3, 1)))


def kinds_of_cells():
    """Cells of every kind, however they are stored."""

    def hidden(book):
        page = book.active
        page.title = "看得见"
        append(page, UNITS)
        page.row_dimensions[3].hidden = True
        page.column_dimensions["C"].hidden = True
        for name, state in [("藏起", "hidden"), ("藏得深", "veryHidden")]:
            other = book.create_sheet(name)
            other.sheet_state = state
            append(other, [["内部", 1]])

    with_openpyxl("openpyxl-hidden.xlsx", hidden)
    case("openpyxl-hidden.xlsx", "openpyxl", "hidden worksheets are said to be; a hidden row and column are part of their table",
         sheet("看得见", cells(UNITS), goes=goes("units", UNIT_COLUMNS, 2, 1)),
         sheet("藏起", [["内部", 1]], hidden=True), sheet("藏得深", [["内部", 1]], hidden=True))

    dates = [["日期", DAY], ["时刻", MOMENT], ["时间", datetime.time(14, 30)], ["时间", datetime.time(2, 7, 30)], ["时长", datetime.timedelta(hours=36, minutes=15)]]
    seen = [["日期", "2024-03-01"], ["时刻", "2024-03-01 14:30"], ["时间", "14:30"], ["时间", "02:07:30"], ["时长", "36:15:00"]]
    with_openpyxl("openpyxl-dates.xlsx", lambda book: append(book.active, dates))
    case("openpyxl-dates.xlsx", "openpyxl", "a day, a moment, times of a day, a length of time", sheet("Sheet", seen))

    def since_1904(book):
        book.epoch = CALENDAR_MAC_1904
        append(book.active, dates[:3])

    with_openpyxl("openpyxl-since-1904.xlsx", since_1904)
    case("openpyxl-since-1904.xlsx", "openpyxl", "days counted since 1904", sheet("Sheet", seen[:3]))

    def chinese_dates(book):
        page = book.active
        for row, (code, value) in enumerate([('yyyy"年"m"月"d"日"', DAY), ("[$-804]yyyy年m月", DAY), ("m/d/yy", DAY), ("General", 45352), ('0"年"', 2024), ('#,##0.0"d"', 3.5), ('"日"0', 7)], 1):
            page.cell(row, 1, value).number_format = code

    with_openpyxl("openpyxl-formats-of-dates.xlsx", chinese_dates)
    case("openpyxl-formats-of-dates.xlsx", "openpyxl", "days in Chinese formats, and numbers whose formats only look like those of days",
         sheet("Sheet", [["2024-03-01"], ["2024-03-01"], ["2024-03-01"], [45352], [2024], [3.5], [7]]))

    def percents(book):
        page = book.active
        append(page, [["产品名称", "合格率", "利用率"], ["布", 0.65, 0.125], ["纱", 1, 0.07]])
        for row in (2, 3):
            page.cell(row, 2).number_format = "0%"
            page.cell(row, 3).number_format = "0.00%"

    with_openpyxl("openpyxl-percents.xlsx", percents)
    case("openpyxl-percents.xlsx", "openpyxl", "shares that are shown as per cent, which is what people see and mean",
         sheet("Sheet", [["产品名称", "合格率", "利用率"], ["布", "65%", "12.5%"], ["纱", "100%", "7%"]]))

    def thousands(book):
        page = book.active
        append(page, [["水源名称", "取水量(m³)"], ["自来水", 1234567.8], ["井水", "1,234,567.8"], ["河水", -12]])
        page["B2"].number_format = "#,##0.00"
        page["B4"].number_format = "#,##0_);[Red](#,##0)"

    with_openpyxl("openpyxl-thousands.xlsx", thousands)
    case("openpyxl-thousands.xlsx", "openpyxl", "marks between thousands, of the format and typed",
         sheet("Sheet", [["水源名称", "取水量(m³)"], ["自来水", "1234567.8"], ["井水", "1,234,567.8"], ["河水", -12]], goes=goes("supplies", "name,amount", 3, 1)))

    as_text = [["单元名称", "自来水量(m³)"], ["一车间", "9000"], ["二车间", "９０００"], ["三车间", " 1 200 "], ["四车间", "0012"], ["五车间", "无"], ["六车间", "—"]]
    with_openpyxl("openpyxl-numbers-as-text.xlsx", lambda book: append(book.active, as_text))
    case("openpyxl-numbers-as-text.xlsx", "openpyxl", "numbers kept as text, in full-width digits too, and marks for none",
         sheet("Sheet", as_text, goes=goes("units", "name,town", 6, 1)))

    exact = [[0.1], [1e-7], [123456789012345], [0.30000000000000004], [1e21], [-0.5]]
    with_openpyxl("openpyxl-numbers.xlsx", lambda book: append(book.active, exact))
    case("openpyxl-numbers.xlsx", "openpyxl", "numbers in fifteen digits, which is what spreadsheets keep",
         sheet("Sheet", [["0.1"], ["0.0000001"], ["123456789012345"], ["0.3"], ["1000000000000000000000"], ["-0.5"]]))

    def equals(book):
        book.active.append(["看", "x"])
        for column, text in enumerate(["=1+1", "+86 571", "-", "@某"], 1):
            book.active.cell(2, column).value = text
            book.active.cell(2, column).data_type = "s"

    with_openpyxl("openpyxl-begins-like-a-formula.xlsx", equals)
    case("openpyxl-begins-like-a-formula.xlsx", "openpyxl", "texts that begin as formulas do, which are none",
         sheet("Sheet", [["看", "x"], ["=1+1", "+86 571", "-", "@某"]]))

    def no_values(book):
        append(book.active, [["单元名称", "自来水量(m³)"], ["一车间", 9000], ["二车间", "=B2*2"]])

    with_openpyxl("openpyxl-formulas-never-computed.xlsx", no_values)
    case("openpyxl-formulas-never-computed.xlsx", "openpyxl", "a formula beside which no value stands: it is shown, so that nobody takes it for a blank",
         sheet("Sheet", [["单元名称", "自来水量(m³)"], ["一车间", 9000], ["二车间", "=B2*2"]], goes=goes("units", "name,town", 2, 1)))

    def errors(book):
        for column, text in enumerate(["#DIV/0!", "#N/A", "#REF!", "#VALUE!", "#NAME?"], 1):
            book.active.cell(1, column).value = text
            book.active.cell(1, column).data_type = "e"
        book.active["A2"] = True
        book.active["B2"] = False

    with_openpyxl("openpyxl-errors.xlsx", errors)
    case("openpyxl-errors.xlsx", "openpyxl", "what could not be computed, as its mark; truths",
         sheet("Sheet", [["#DIV/0!", "#N/A", "#REF!", "#VALUE!", "#NAME?"], ["TRUE", "FALSE"]]))

    def rich(book):
        book.active["A1"] = CellRichText("自来", TextBlock(InlineFont(b=True), "水量"), TextBlock(InlineFont(vertAlign="superscript"), "3"))
        book.active["A2"] = "两\n行"
        book.active["A3"] = "  前后  "

    with_openpyxl("openpyxl-rich-text.xlsx", rich)
    case("openpyxl-rich-text.xlsx", "openpyxl", "a text in several types, one of two lines, one with blanks around it",
         sheet("Sheet", [["自来水量3"], ["两\n行"], ["  前后  "]]))

    def returns(book):
        book.active.append(["锅\r\n炉", "_x000D_", "a_x0041_b"])

    with_openpyxl("openpyxl-escaped.xlsx", returns)
    # openpyxl writes what it was given; a name in the form of an escape is read as what it stands for, as spreadsheets do.
    case("openpyxl-escaped.xlsx", "openpyxl", "_x000D_ as spreadsheets escape the end of a line", sheet("Sheet", [["锅\n炉", "\n", "aAb"]]))

    def settings(book):
        page = book.active
        append(page, UNITS)
        page.freeze_panes = "B2"
        page.auto_filter.ref = "A1:D3"
        page["A2"].comment = openpyxl.comments.Comment("昨天量的", "某人")
        page["A3"].hyperlink = "https://example.org/x"
        page.conditional_formatting.add("B2:B3", openpyxl.formatting.rule.CellIsRule(operator="lessThan", formula=["1"]))
        page.add_data_validation(openpyxl.worksheet.datavalidation.DataValidation(type="list", formula1='"甲,乙"'))
        book.defined_names["总量"] = openpyxl.workbook.defined_name.DefinedName("总量", attr_text="Sheet!$B$2:$B$3")

    with_openpyxl("openpyxl-settings.xlsx", settings)
    case("openpyxl-settings.xlsx", "openpyxl", "filters, comments, links, rules, names: none of them is a cell",
         sheet("Sheet", cells(UNITS), goes=goes("units", UNIT_COLUMNS, 2, 1)))

    def empty(book):
        book.active.title = "空"
        append(book.create_sheet("有"), [["甲"]])

    with_openpyxl("openpyxl-empty-sheet.xlsx", empty)
    case("openpyxl-empty-sheet.xlsx", "openpyxl", "a worksheet without a cell before one with", sheet("空", []), sheet("有", [["甲"]]))

    def far(book):
        book.active["A1"] = "近"
        book.active["XFD2000"] = 5

    with_openpyxl("openpyxl-far-off.xlsx", far)
    case("openpyxl-far-off.xlsx", "openpyxl", "two cells far from each other", sheet("Sheet", [["近"]] + [[]] * 1998 + [[""] * 16383 + ["5"]]))


def other_writers():
    """The same things as other libraries write them."""
    book = xlsxwriter.Workbook(HERE / "xlsxwriter-inline.xlsx", {"constant_memory": True})
    page = book.add_worksheet("单元")
    for row, line in enumerate(UNITS):
        page.write_row(row, 0, line)
    book.close()
    case("xlsxwriter-inline.xlsx", "XlsxWriter", "texts in the cells and not in a list of them", sheet("单元", cells(UNITS), goes=goes("units", UNIT_COLUMNS, 2, 1)))

    book = xlsxwriter.Workbook(HERE / "xlsxwriter-formulas.xlsx")
    page = book.add_worksheet()
    page.write_row(0, 0, ["水源名称", "取水量(m³)", "备注"])
    page.write_row(1, 0, ["井", 5])
    page.write_formula(2, 0, '="河"&"水"', None, "河水")
    page.write_formula(2, 1, "=B2*3", None, 15)
    page.write_formula(2, 2, '=IF(B2>1,"大","小")', None, "大")
    page.write_array_formula("B4:B4", "{=SUM(B2:B3)}", None, 20)
    page.write(3, 0, "总计")
    book.close()
    case("xlsxwriter-formulas.xlsx", "XlsxWriter", "formulas of numbers and texts with their values",
         sheet("Sheet1", [["水源名称", "取水量(m³)", "备注"], ["井", 5], ["河水", 15, "大"], ["总计", 20]], goes=goes("supplies", "name,amount,", 2, 2, said="备注")))

    with tempfile.NamedTemporaryFile(suffix=".bin") as macros:
        macros.write(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 Sub AutoOpen()" + b"\0" * 512)
        macros.flush()
        book = xlsxwriter.Workbook(HERE / "xlsxwriter-macros.xlsm")
        book.add_vba_project(macros.name)
        page = book.add_worksheet("单元")
        for row, line in enumerate(UNITS):
            page.write_row(row, 0, line)
        book.close()
    case("xlsxwriter-macros.xlsm", "XlsxWriter", "macros, which nobody looks at", sheet("单元", cells(UNITS), goes=goes("units", UNIT_COLUMNS, 2, 1)))

    book = xlsxwriter.Workbook(HERE / "xlsxwriter-charts.xlsx")
    page = book.add_worksheet("数")
    page.add_table("A1:B4", {"data": [["锅炉房", 3], ["机修", 4]], "total_row": True,
                             "columns": [{"header": "用水部门", "total_string": "合计"}, {"header": "自来水量", "total_function": "sum", "total_value": 7}]})
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "=数!$B$2:$B$3"})
    book.add_chartsheet("图").set_chart(chart)
    book.close()
    case("xlsxwriter-charts.xlsx", "XlsxWriter", "a table with its sum, and a sheet that is a chart",
         sheet("数", [["用水部门", "自来水量"], ["锅炉房", 3], ["机修", 4], ["合计", 7]], goes=goes("units", "name,town", 2, 2)), sheet("图", []))

    frame = pandas.DataFrame({"用水单元名称": ["一车间", "二车间"], "自来水量(m³)": [9000.0, float("nan")], "记录日期": [pandas.Timestamp(DAY), pandas.NaT]})
    frame_rows = [["用水单元名称", "自来水量(m³)", "记录日期"], ["一车间", 9000, "2024-03-01"], ["二车间"]]
    made = goes("units", "name,town,", 2, 1, said="记录日期")
    frame.to_excel(HERE / "pandas-xlsxwriter.xlsx", engine="xlsxwriter", sheet_name="数据", index=False)
    case("pandas-xlsxwriter.xlsx", "pandas with XlsxWriter", "a frame with a number and a day that are missing", sheet("数据", frame_rows, goes=made))
    frame.to_excel(HERE / "pandas-odf.ods", engine="odf", sheet_name="数据", index=False)
    case("pandas-odf.ods", "pandas with odfpy", "the same in the open format", sheet("数据", frame_rows, goes=made))
    wide = pandas.DataFrame([[9000, 100, 7000], [10, 0, 9]], index=["锅炉房", "机修"],
                            columns=pandas.MultiIndex.from_tuples([("输入", "自来水"), ("输入", "循环水"), ("输出", "排水")]))
    wide.index.name = "单元"
    wide.to_excel(HERE / "pandas-openpyxl.xlsx", engine="openpyxl", sheet_name="宽")
    case("pandas-openpyxl.xlsx", "pandas with openpyxl", "columns of two levels; the name of the index stands in a line of its own below them",
         sheet("宽", [["", "输入", "", "输出"], ["", "自来水", "循环水", "排水"], ["单元"], ["锅炉房", 9000, 100, 7000], ["机修", 10, 0, 9]],
               goes=goes("units", "name,town,circulation,discharge", 2, 3)))

    import xlwt
    old = xlwt.Workbook(encoding="utf-8")
    page = old.add_sheet("单元")
    for row, line in enumerate(UNITS):
        for column, cell in enumerate(line):
            page.write(row, column, cell)
    page = old.add_sheet("杂")
    page.write(0, 0, DAY, xlwt.easyxf(num_format_str="YYYY-MM-DD"))
    page.write(0, 1, 0.65, xlwt.easyxf(num_format_str="0%"))
    page.write(0, 2, True)
    page.write(0, 3, "长" * 5000)
    page.visibility = 1
    old.save(str(HERE / "xlwt.xls"))
    case("xlwt.xls", "xlwt", "the older format: a hidden worksheet, a day, a share in per cent, a text over two records",
         sheet("单元", cells(UNITS), goes=goes("units", UNIT_COLUMNS, 2, 1)), sheet("杂", [["2024-03-01", "65%", "TRUE", "长" * 5000]], hidden=True))


def office_suite():
    """What LibreOffice writes, each from the same workbook."""
    def everything(book):
        page = book.active
        page.title = "用水单元"
        append(page, [["用水单元统计表 (m³)"], ["用水单元", "新水量", "", "循环水量"], ["", "自来水", "地下水", ""], ["锅炉房", 9000, "", 0], ["机修", 10.5, 20, "=B5*2"], ["合计", "=SUM(B4:B5)", "=SUM(C4:C5)", "=SUM(D4:D5)"]])
        for area in ["A1:D1", "A2:A3", "B2:C2", "D2:D3"]:
            page.merge_cells(area)
        other = book.create_sheet("杂")
        append(other, [[DAY, MOMENT, datetime.time(14, 30), 0.125, "是", "=1/0", "=\"=1+1\""], [5, 5, 5, 5, 5, "两\n行", "  前  后  "], [1, 1, 1], [1, 1, 1], [1, 1, 1]])
        other["D1"].number_format = "0.00%"
        far = book.create_sheet("藏")
        far.sheet_state = "hidden"
        far["AA40"] = "远"

    units = [["用水单元统计表 (m³)"], ["用水单元", "新水量", "", "循环水量"], ["", "自来水", "地下水"], ["锅炉房", 9000, "", 0], ["机修", "10.5", 20, 21], ["合计", "9010.5", 20, 21]]
    more = [["2024-03-01", "2024-03-01 14:30", "14:30", "12.5%", "是", "#DIV/0!", "=1+1"], [5, 5, 5, 5, 5, "两\n行", "  前  后  "], [1, 1, 1], [1, 1, 1], [1, 1, 1]]
    for file, filter_name, about in [("libreoffice.xlsx", XLSX, "headings in two lines below a title, formulas computed, days, a share, what is no number, a far-off cell in a hidden worksheet"),
                                     ("libreoffice.xls", XLS, "the same in the older format"), ("libreoffice.ods", ODS, "the same in the open format, equal cells and rows kept once")]:
        with_libreoffice(file, filter_name, everything)
        case(file, "LibreOffice", about, sheet("用水单元", units, goes=goes("units", "name,town,ground,circulation", 2, 4)), sheet("杂", more),
             sheet("藏", [[]] * 39 + [[""] * 26 + ["远"]], hidden=True))

    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "s.xlsx"
        book = openpyxl.Workbook()
        append(book.active, UNITS)
        book.save(source)
        calculated(source, "page.html", "HTML (StarCalc)")
    os.replace(HERE / "page.html", HERE / "libreoffice-page.xls")
    case("libreoffice-page.xls", "LibreOffice", "a page that is called a workbook", sheet("1", cells(UNITS), goes=goes("units", UNIT_COLUMNS, 2, 1)))

    def odd(book):
        append(book.active, [["灌区名称", "毛灌溉用水量(万m³)", "灌溉水有效利用系数"], ["东河", 14851, 0.55], ["西山", 70, 0.61]])
        book.active["C2"].number_format = "0.0%"

    with_libreoffice("libreoffice-districts.ods", ODS, odd)
    case("libreoffice-districts.ods", "LibreOffice", "a coefficient that is shown as per cent",
         sheet("Sheet", [["灌区名称", "毛灌溉用水量(万m³)", "灌溉水有效利用系数"], ["东河", 14851, "55%"], ["西山", 70, "0.61"]], goes=goes("districts", "name,gross,coefficient", 2, 1)))


def script_library():
    """What SheetJS writes."""
    jobs = [("sheetjs.xlsx", "xlsx"), ("sheetjs.xlsb", "xlsb"), ("sheetjs.xls", "biff8"), ("sheetjs-95.xls", "biff5"), ("sheetjs.ods", "ods"), ("sheetjs.txt", "txt")]
    with_sheetjs("\n".join(f"{file} {kind}" for file, kind in jobs))
    rows = [["Unit name", "Tap water (m3)", "Recirculated (m3)", "Day"], ["Boiler house", 9000, 100, "2024-03-01"], ["Workshop", "10.5", "", ""], ["Total", "9010.5", 100]]
    made = goes("units", "name,town,circulation,", 2, 2, said="Day")
    about = {"xlsx": "an English table with a day and a formula", "xlsb": "the same in the binary format", "biff8": "the same in the older format",
             "biff5": "the same in the format of 1995", "ods": "the same in the open format", "txt": "the same as text in UTF-16, as Excel calls Unicode text"}
    for file, kind in jobs:
        name = "Sheet1" if kind != "txt" else ""
        # It keeps no formats in the open format: there the day is a number to everybody.
        seen = [[str(cell).replace("2024-03-01", "45352") for cell in row] for row in rows] if kind == "ods" else rows
        case(file, "SheetJS", about[kind], sheet(name, seen, goes=made))


def written_by_hand():
    """What no program writes, but some reader has met."""
    by_hand("hand-no-references.xlsx", '<row><c t="inlineStr"><is><t>甲</t></is></c><c/><c><v>1</v></c></row><row><c><v>2</v></c></row>')
    case("hand-no-references.xlsx", "hand", "cells and rows that do not say where they stand", sheet("用水", [["甲", "", 1], [2]]))

    by_hand("hand-prefixed.xlsx", '<x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c><x:c r="B1"><x:v>1</x:v></x:c></x:row>', prefix="x")
    case("hand-prefixed.xlsx", "hand", "the elements with a prefix, as some servers write them", sheet("用水", [["甲", 1]]))

    claims = texts(1, "水源名称", "取水量(m³)") + texts(2, "井", 5)
    by_hand("hand-claims-all.xlsx", claims, before='<dimension ref="A1:XFD1048576"/>')
    case("hand-claims-all.xlsx", "hand", "two rows that claim to fill the sheet", sheet("用水", [["水源名称", "取水量(m³)"], ["井", 5]], goes=goes("supplies", "name,amount", 1, 1)))

    shared = ('<?xml version="1.0"?><sst xmlns="' + MAIN + '" count="9" uniqueCount="4"><si><t>单元名称</t><rPh sb="0" eb="2"><t>dan yuan</t></rPh><phoneticPr fontId="1"/></si>'
              '<si><r><rPr><b/></rPr><t>自来水</t></r><r><t xml:space="preserve">量 (m³)</t></r></si><si><t xml:space="preserve">锅_x000D_\n炉&amp;房 &lt;1&gt;</t></si><si/></sst>')
    by_hand("hand-shared-strings.xlsx",
            '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2"><v>9000</v></c><c r="C2" t="s"><v>3</v></c></row>',
            parts=[("xl/sharedStrings.xml", shared)], relations=f'<Relationship Id="s1" Type="{RELATION}/sharedStrings" Target="sharedStrings.xml"/>')
    case("hand-shared-strings.xlsx", "hand", "texts in a list: with a guide to their sound, in several types, with escapes, one empty",
         sheet("用水", [["单元名称", "自来水量 (m³)"], ["锅\n炉&房 <1>", 9000]], goes=goes("units", "name,town", 1, 1)))

    by_hand("hand-linked.xlsx", texts(1, "名称", "水量") + '<row r="2"><c r="A2" t="str"><f>HYPERLINK("http://x","看")</f><v>看</v></c><c r="B2"><f>[1]表!$A$1*2</f><v>84</v></c></row>',
            parts=[("xl/externalLinks/externalLink1.xml", f'<externalLink xmlns="{MAIN}" xmlns:r="{RELATION}"><externalBook r:id="e1"/></externalLink>'),
                   ("xl/externalLinks/_rels/externalLink1.xml.rels", f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="e1" Type="{RELATION}/externalLinkPath" Target="file:///c:/other.xlsx" TargetMode="External"/></Relationships>')],
            relations=f'<Relationship Id="x1" Type="{RELATION}/externalLink" Target="externalLinks/externalLink1.xml"/>')
    case("hand-linked.xlsx", "hand", "a link, and a formula over another workbook: the value that was kept is read, nothing is opened", sheet("用水", [["名称", "水量"], ["看", 84]], goes=goes("supplies", "name,amount", 1, 1)))

    by_hand("hand-order.xlsx", texts(3, "后") + texts(1, "前") + '<row r="2"><c r="B2"><v>2</v></c><c r="A2"><v>1</v></c></row>')
    case("hand-order.xlsx", "hand", "rows and cells in another order than they stand in", sheet("用水", [["前"], [1, 2], ["后"]]))

    by_hand("hand-iso-dates.xlsx", '<row r="1"><c r="A1" t="d"><v>2024-03-01T00:00:00</v></c><c r="B1" t="d"><v>2024-03-01T14:30:00</v></c><c r="C1" t="b"><v>0</v></c></row>')
    case("hand-iso-dates.xlsx", "hand", "days as texts of the standard", sheet("用水", [["2024-03-01", "2024-03-01 14:30", "FALSE"]]))

    by_hand("hand-names.xlsx", [texts(1, "一"), texts(1, "二"), texts(1, "三")], names=("A &amp; B", "二", "&#20108; (2)"), states=("", ' state="hidden"', ""))
    case("hand-names.xlsx", "hand", "names of worksheets with signs that XML escapes", sheet("A & B", [["一"]]), sheet("二", [["二"]], hidden=True), sheet("二 (2)", [["三"]]))

    document = opendocument.OpenDocumentSpreadsheet()
    made = odf_table.Table(name="多")
    for line in [["名称", "水量"], ["锅 炉", "1 200"]]:
        row = odf_table.TableRow()
        for text in line:
            one = odf_table.TableCell(valuetype="string")
            paragraph = odf_text.P()
            for at, part in enumerate(text.split(" ")):
                if at:
                    paragraph.addElement(odf_text.S(c=1))
                paragraph.addText(part)
            one.addElement(paragraph)
            if text == "名称":
                one.addElement(odf_text.P(text="(2024)"))
            row.addElement(one)
        made.addElement(row)
    document.spreadsheet.addElement(made)
    document.save(str(HERE / "odfpy.ods"))
    case("odfpy.ods", "odfpy", "cells of several paragraphs, blanks as elements", sheet("多", [["名称\n(2024)", "水量"], ["锅 炉", "1 200"]]))

    import msoffcrypto.format.ooxml
    with open(HERE / "openpyxl-plain.xlsx", "rb") as source, open(HERE / "msoffcrypto-locked.xlsx", "wb") as out:
        msoffcrypto.format.ooxml.OOXMLFile(source).encrypt("秘密", out)
    case("msoffcrypto-locked.xlsx", "msoffcrypto", "locked with a password", refused="locked")
    with zipfile.ZipFile(HERE / "hand-locked.ods", "w") as out:
        out.writestr(zipfile.ZipInfo("mimetype"), "application/vnd.oasis.opendocument.spreadsheet")
        out.writestr(zipfile.ZipInfo("content.xml"), bytes(range(256)))
        out.writestr(zipfile.ZipInfo("META-INF/manifest.xml"),
                     '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml">'
                     '<manifest:encryption-data manifest:checksum-type="SHA1/1K" manifest:checksum="AA=="/></manifest:file-entry></manifest:manifest>')
    case("hand-locked.ods", "hand", "the open format, locked", refused="locked")


def as_text():
    """Tables as text."""
    rows = [["单元名称", "自来水量(m³)", "备注"], ["机修,一车间", 9000, "两\n行"], ["锅炉房", "6,000", '"引"'], ["合计", 15000, ""]]
    made = goes("units", "name,town,", 2, 2, said="备注")

    def written(separator=",", line="\r\n"):
        out = io.StringIO()
        csv.writer(out, delimiter=separator, lineterminator=line).writerows(rows)
        return out.getvalue()

    def put(file, about, content, by="Python's csv"):
        (HERE / file).write_bytes(content)
        case(file, by, about, sheet("", [[str(cell) for cell in row] for row in rows], goes=made))

    put("utf-8.csv", "UTF-8 without its mark", written(line="\n").encode())
    put("utf-8-mark.csv", "UTF-8 with its mark, as Excel writes it", written().encode("utf-8-sig"))
    put("utf-16-le.csv", "UTF-16, little end first, with its mark", b"\xff\xfe" + written().encode("utf-16-le"))
    put("utf-16-be.csv", "UTF-16, big end first, with its mark", b"\xfe\xff" + written().encode("utf-16-be"))
    put("utf-16-unmarked.csv", "UTF-16 without its mark", written().encode("utf-16-le"))
    put("gb18030.csv", "GB 18030, as Excel in China writes it", written().encode("gb18030"))
    put("tabs-unicode.txt", "tabs, UTF-16: what Excel calls Unicode text", b"\xff\xfe" + written("\t").encode("utf-16-le"))
    put("semicolons.csv", "semicolons, as where the comma is the decimal sign", written(";").encode("utf-8-sig"))
    put("bars-old-lines.txt", "bars, lines ended as by old machines", written("|", "\n").replace("\n", "\r").encode())
    put("called-a-workbook.xlsx", "a text that is called a workbook", written().encode("gb18030"))
    put("said-its-separator.csv", "a first line that says what parts the cells", ("sep=;\r\n" + written(";")).encode("utf-8-sig"))
    shutil.copy(HERE / "openpyxl-plain.xlsx", HERE / "called-a-text.csv")
    case("called-a-text.csv", "openpyxl", "a workbook that is called a text", sheet("用水单元", cells(UNITS), goes=goes("units", UNIT_COLUMNS, 2, 1)))


if __name__ == "__main__":
    for old in HERE.iterdir():
        if old.suffix not in {".py", ".mjs", ".md", ".toml"}:
            old.unlink()
    tables()
    kinds_of_cells()
    other_writers()
    office_suite()
    script_library()
    written_by_hand()
    as_text()
    write_readings()
    print(len(readings), "files,", sum((HERE / one["file"]).stat().st_size for one in readings), "bytes")
