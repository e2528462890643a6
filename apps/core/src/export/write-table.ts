import { PassThrough } from 'node:stream';
import type { Cell } from './export-columns.ts';

interface Table {
  header: readonly string[];
  /** Groups of rows, as they are read. */
  pages: AsyncIterable<readonly (readonly Cell[])[]>;
}

/** UTF-8 with the mark by which spreadsheets know it; what they would take for a formula begins with an apostrophe. */
async function* csvOf({ header, pages }: Table): AsyncGenerator<Uint8Array> {
  const { stringify } = await import('csv-stringify/sync');
  const options = { escape_formulas: true, cast: { date: (date: Date) => date.toISOString() } };
  yield Buffer.from(`\uFEFF${stringify([[...header]], options)}`);
  for await (const page of pages)
    yield Buffer.from(
      stringify(
        page.map((row) => [...row]),
        options,
      ),
    );
}

/** Written as it is read, so that a long table needs no more memory than a short one. Texts stay texts, never formulas. */
async function* xlsxOf({ header, pages }: Table): AsyncGenerator<Uint8Array> {
  const { default: excel } = await import('exceljs');
  const stream = new PassThrough();
  const workbook = new excel.stream.xlsx.WorkbookWriter({ stream, useSharedStrings: false, useStyles: true });
  const sheet = workbook.addWorksheet('Export', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = header.map((name) => ({ header: name, width: 20 }));
  const write = async (): Promise<void> => {
    for await (const page of pages) for (const row of page) sheet.addRow([...row]).commit();
    sheet.commit();
    await workbook.commit();
  };
  const written = write().catch((error: unknown) => {
    stream.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  yield* stream as AsyncIterable<Uint8Array>;
  await written;
}

/** The bytes of a table in one of the formats. */
export const tableBytes = (format: 'xlsx' | 'csv', table: Table): AsyncIterable<Uint8Array> =>
  format === 'csv' ? csvOf(table) : xlsxOf(table);
