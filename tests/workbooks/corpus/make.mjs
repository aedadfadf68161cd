// Writes what SheetJS writes: a line of the standard input is a file and a format. Started by make.py.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import XLSX from "xlsx";

const folder = process.argv[2];
for (const line of readFileSync(0, "utf8").trim().split("\n")) {
  const [file, bookType] = line.split(" ");
  const sheet = XLSX.utils.aoa_to_sheet([
    ["Unit name", "Tap water (m3)", "Recirculated (m3)", "Day"],
    ["Boiler house", 9000, 100, ""],
    ["Workshop", 10.5, null, null],
    ["Total", 9010.5, 100, null],
  ]);
  sheet.D2 = { t: "n", v: 45352, z: "yyyy-mm-dd" };
  sheet.B4 = { t: "n", v: 9010.5, f: "SUM(B2:B3)" };
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, "Sheet1");
  XLSX.writeFile(book, join(folder, file), { bookType });
}
