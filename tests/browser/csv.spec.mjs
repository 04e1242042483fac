// Tests the playground's CSV reader against RFC 4180 and against the playground's own writer, with the text cut at any
// place.
import { expect, test } from "@playwright/test";
import { CsvReader, csvLine } from "../../www/bulk/csv.js";
import { FileFault, rowReader } from "../../www/bulk/rows.js";

function read(...parts) {
  const records = [];
  const reader = new CsvReader((record) => records.push(record));
  for (const part of parts) reader.push(part);
  reader.end();
  return records;
}

const cells = (...parts) => read(...parts).map((record) => record.cells);

// The numbers refer to RFC 4180, section 2.
const rows = [
  ["1: lines end with CRLF", "aaa,bbb,ccc\r\nzzz,yyy,xxx\r\n", [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]],
  ["2: the last line may end without CRLF", "aaa,bbb,ccc\r\nzzz,yyy,xxx", [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]],
  ["4: spaces are part of a field", "a , b\r\n", [["a ", " b"]]],
  ["5: quotation marks around a field", '"aaa","bbb","ccc"\r\nzzz,yyy,xxx', [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]],
  ["6: line breaks and commas inside", '"aaa","b\r\nbb","c,c"\r\nzzz,yyy,xxx', [["aaa", "b\r\nbb", "c,c"], ["zzz", "yyy", "xxx"]]],
  ["7: a doubled quotation mark", '"aaa","b""bb","ccc"', [["aaa", 'b"bb', "ccc"]]],
  ["LF alone", "a,b\nc,d\n", [["a", "b"], ["c", "d"]]],
  ["empty fields", "a,,\r\n,,\r\n", [["a", "", ""], ["", "", ""]]],
  ["a quoted field that is empty", '""\r\n"",""\r\n', [[""], ["", ""]]],
  ["empty lines are skipped", "a,b\r\n\r\n\nc,d\r\n\r\n", [["a", "b"], ["c", "d"]]],
  ["a quotation mark inside a plain field", 'a,5" pipe\r\n', [["a", '5" pipe']]],
  ["semicolons separate fields if the first line has more of them", 'a;b;"c;d"\r\n1,5;2;3', [["a", "b", "c;d"], ["1,5", "2", "3"]]],
  ["tabs", "a\tb\r\n1\t2", [["a", "b"], ["1", "2"]]],
  ["separators in quotation marks do not count", '"a;b;c;d",e\r\n1,2', [["a;b;c;d", "e"], ["1", "2"]]],
  ["characters of two code units", '"🎉",b\r\n🎉,"x🎉"', [["🎉", "b"], ["🎉", "x🎉"]]],
  ["nothing", "", []],
];

for (const [why, text, expected] of rows) {
  test(`CSV, ${why}`, () => {
    expect(cells(text)).toEqual(expected);
    // The parts never end inside a character, because the decoder holds back incomplete ones.
    expect(cells(...text)).toEqual(expected);
  });
}

test("CSV, each record reports the line on which it begins", () => {
  expect(read('a,b\r\n"x\r\ny",1\r\n\r\n2,3\r\n').map(({ line }) => line)).toEqual([1, 2, 5]);
});

test("CSV, a wrongly quoted field is reported, and the next line is read again", () => {
  expect(read('a,b\r\n"x"y,1\r\n2,3')).toEqual([{ cells: ["a", "b"], line: 1 }, { cells: ["xy", "1"], line: 2, fault: "csv_after_quote" }, { cells: ["2", "3"], line: 3 }]);
  expect(read('a,b\r\n1,"open\r\n2,3').map(({ fault }) => fault)).toEqual([undefined, "csv_quote_open"]);
});

test("CSV, the reader reads what the writer wrote, however the text is cut", () => {
  let seed = 1;
  const random = (below) => (seed = (seed * 48271) % 2147483647) % below;
  const characters = ['"', ",", ";", "\r", "\n", "\r\n", "a", "é", " ", "🎉", ""];
  for (let round = 0; round < 500; round += 1) {
    const width = 2 + random(4);
    // The first line needs no quoting, so the file's separator is found in it.
    const table = [Array(width).fill("x"), ...Array.from({ length: random(5) }, () => Array.from({ length: width }, () => Array.from({ length: random(6) }, () => characters[random(characters.length)]).join("").replace(/^[\r\t]+/, "")))];
    const text = [...table.map((row) => csvLine(row)).join("")];
    const parts = [];
    for (let at = 0; at < text.length; ) { const length = 1 + random(7); parts.push(text.slice(at, at + length).join("")); at += length; }
    expect(cells(...parts)).toEqual(table);
  }
});

test("CSV, no cell is a formula to a spreadsheet", () => {
  expect(csvLine(["=1+1", "+55", "-1", "@x", "a=b"])).toBe("'=1+1,'+55,'-1,'@x,a=b\r\n");
});

function rowsOf(...parts) {
  const found = [];
  const reader = rowReader((row) => found.push(row));
  for (const part of parts) reader.push(part);
  reader.end();
  return found;
}

test("rows of CSV become the texts of a form, and empty cells are left out", () => {
  expect(rowsOf("to,name,durationMinutes,location.name,location.latitude,canceled,start\n", "1,12,12,X,-23.5,TRUE,\n", "1,2,x,,1e3,yes,4,5\n")).toEqual([
    { row: 1, line: 2, input: { to: "1", name: "12", durationMinutes: "12", "location.name": "X", "location.latitude": "-23.5", canceled: "TRUE" } },
    { row: 2, line: 3, fault: "csv_cells" },
  ]);
  expect(() => rowsOf("a,b\n1,2\n")).toThrow(FileFault);
  expect(rowsOf("to,__proto__.x,name\n1,2,3\n")[0].input.name).toBe("3");
  expect({}.x).toBe(undefined);
});

test("rows of NDJSON: one object a line, and every other line is reported", () => {
  expect(rowsOf('{"to":"1"}\r\n\n{"to"', ':"2"}\nnull\n{', "\n")).toEqual([
    { row: 1, line: 1, input: { to: "1" } }, { row: 2, line: 3, input: { to: "2" } }, { row: 3, line: 4, fault: "json" }, { row: 4, line: 5, fault: "json" },
  ]);
});

// Pieces of the size that a file's stream returns. Code that joins all pieces again for each new one would take minutes
// here.
const PIECE = 65_536;
const long = (start, fill, pieces) => [start, ...Array.from({ length: pieces }, () => fill.repeat(PIECE))];

test("rows that are too long are reported without being stored, and the rows after them are read", () => {
  const row = '{"to":"1"}';
  expect(rowsOf(row + "\n", ...long('{"to":"', "x", 800), `"}\n${row}\n`)).toEqual([
    { row: 1, line: 1, input: { to: "1" } }, { row: 2, line: 2, fault: "row_too_long" }, { row: 3, line: 3, input: { to: "1" } },
  ]);
  expect(rowsOf("to,name\n", ...long('1,"', "é", 100), ...long('",', ",", 100), 'x\n2,"3"\n').map(({ line, fault, input }) => [line, fault ?? input])).toEqual([[2, "row_too_long"], [3, { to: "2", name: "3" }]]);
  // A quotation mark that is never closed swallows everything after it.
  expect(rowsOf("to,name\n1,2\n", ...long('3,"4\n', "5,6\n", 100)).map(({ line, fault, input }) => [line, fault ?? input])).toEqual([[2, { to: "1", name: "2" }], [3, "row_too_long"]]);
  for (const fill of ["x", '"', ","]) {
    expect(() => rowsOf(...long("to,", fill, 800))).toThrow(expect.objectContaining({ key: "row_too_long" }));
  }
  expect(rowsOf(...long("", " \n", 20), `${row}\n`)).toEqual([{ row: 1, line: 20 * PIECE + 1, input: { to: "1" } }]);
  expect(rowsOf(...long("", " ", 800), `\n${row}`)).toEqual([{ row: 1, line: 2, input: { to: "1" } }]);
});

test("a row of exactly one mebibyte is still read", () => {
  const most = 1 << 20;
  const object = (length) => `{"to":"${"x".repeat(length - '{"to":""}'.length)}"}`;
  expect([object(most), object(most + 1)].map((text) => rowsOf(text)[0].fault)).toEqual([undefined, "row_too_long"]);
  const cells = (length) => `1,${"x".repeat(length - "1,".length)}`;
  expect([cells(most), cells(most + 1)].map((text) => rowsOf("to,name\n", text)[0].fault)).toEqual([undefined, "row_too_long"]);
});
