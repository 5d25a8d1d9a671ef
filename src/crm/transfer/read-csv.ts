import type { FileRow } from './import.ts';

/** No spreadsheet keeps more in a cell; a quote that stands open for longer was never closed. */
const LONGEST_CELL = 32_767;

export interface CsvFile {
  names: string[];
  rows: FileRow[];
}

/**
 * Reads CSV as people's programs write it. A row that cannot be read is a row with a problem; after a quote that
 * nobody closes reading goes on with the next line, so that one slip costs one row. Empty lines are none.
 */
export function readCsv(text: string, delimiter: string, mostRows: number): CsvFile {
  const lines = recordsOf(text.startsWith('\uFEFF') ? text.slice(1) : text, delimiter);
  const heading = lines.next();
  if (heading.done) return { names: [], rows: [] };
  const names = uniqueNames(heading.value.cells);
  const rows: FileRow[] = [];
  for (const row of lines) {
    rows.push(checked(row, names.length));
    if (rows.length > mostRows) break;
  }
  return { names, rows };
}

/** Which of , ; and tab parts the first lines into most columns. */
export function guessDelimiter(text: string): string {
  const start = text.slice(0, 20_000);
  const columns = (delimiter: string) => recordsOf(start, delimiter).next().value?.cells.length ?? 0;
  return [',', ';', '\t'].reduce((best, one) => (columns(one) > columns(best) ? one : best));
}

function checked(row: FileRow, columns: number): FileRow {
  if (row.problem !== undefined || row.cells.length === columns) return row;
  const more = row.cells.slice(columns);
  if (row.cells.length > columns && more.every((cell) => cell.trim() === '')) {
    return { ...row, cells: row.cells.slice(0, columns) };
  }
  const problem = `This row has ${row.cells.length} cells; the heading has ${columns}.`;
  return { ...row, cells: row.cells.slice(0, columns + 1), problem };
}

function uniqueNames(cells: string[]): string[] {
  const seen = new Set<string>();
  return cells.map((cell, at) => {
    const own = cell.replace(/\s+/g, ' ').trim().slice(0, 100) || `Column ${at + 1}`;
    let name = own;
    for (let n = 2; seen.has(name); n++) name = `${own} (${n})`;
    seen.add(name);
    return name;
  });
}

function* recordsOf(text: string, delimiter: string): Generator<FileRow, undefined> {
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const read = recordAt(text, at, delimiter) ?? unclosed(text, at);
    if (read.cells.some((cell) => cell !== '')) {
      yield { line, cells: read.cells, ...(read.problem && { problem: read.problem }) };
    }
    line += read.lines;
    at = read.end;
  }
}

interface Read {
  cells: string[];
  /** Where the next record begins, and how many lines this one has. */
  end: number;
  lines: number;
  problem?: string;
}

/** One record from here on; nothing when a quote in it is not closed as it should be. */
function recordAt(text: string, from: number, delimiter: string): Read | undefined {
  const cells: string[] = [];
  let at = from;
  let lines = 1;
  for (;;) {
    const cell = text[at] === '"' ? quotedAt(text, at, delimiter) : plainAt(text, at, delimiter);
    if (!cell) return undefined;
    cells.push(cell.value);
    lines += cell.lines;
    at = cell.end;
    if (text[at] !== delimiter) break;
    at++;
  }
  return { cells, end: at + breakAt(text, at), lines };
}

interface Cell {
  value: string;
  end: number;
  lines: number;
}

function plainAt(text: string, from: number, delimiter: string): Cell {
  let end = from;
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end++;
  return { value: text.slice(from, end), end, lines: 0 };
}

function quotedAt(text: string, from: number, delimiter: string): Cell | undefined {
  const most = from + LONGEST_CELL;
  for (let at = from + 1; at < text.length && at < most; at++) {
    if (text[at] !== '"') continue;
    if (text[at + 1] === '"') {
      at++;
      continue;
    }
    const next = text[at + 1];
    if (next !== undefined && next !== delimiter && next !== '\n' && next !== '\r') return undefined;
    const value = text.slice(from + 1, at).replaceAll('""', '"');
    return { value, end: at + 1, lines: value.split(/\r\n|\n|\r/).length - 1 };
  }
  return undefined;
}

function unclosed(text: string, from: number): Read {
  let end = from;
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++;
  const problem = 'A quotation mark in this row is not closed.';
  return {
    cells: [text.slice(from, Math.min(end, from + LONGEST_CELL))],
    end: end + breakAt(text, end),
    lines: 1,
    problem,
  };
}

function breakAt(text: string, at: number): number {
  if (text[at] === '\r' && text[at + 1] === '\n') return 2;
  return at < text.length ? 1 : 0;
}
