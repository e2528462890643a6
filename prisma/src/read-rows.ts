import { CamelCasePlugin, type PluginTransformResultArgs, type QueryResult, type UnknownRow } from 'kysely';
import type { FieldPacket } from 'mysql2';
import { jsonColumns } from './json-columns.ts';

/** Names in statements as the database has them, from names in code. Rows come with the names of code already. */
export class ColumnNames extends CamelCasePlugin {
  constructor() {
    super({ maintainNestedObjectKeys: true });
  }

  override transformResult({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    return Promise.resolve(result);
  }

  /** The name in code of a column. */
  inCode(column: string): string {
    return this.camelCase(column);
  }
}

type MakeRow = (cells: readonly unknown[]) => UnknownRow;
type ReadField = FieldPacket & { extendedFormat?: string };

const tinyInteger = 1;
const names = new ColumnNames();
/** By the columns of an answer; statements are few, and those that somebody composes are forgotten again. */
const makers = new Map<string, MakeRow>();
const mostMakers = 2_000;

const isFlag = ({ columnType, columnLength }: ReadField) => columnType === tinyInteger && columnLength === 1;
/** JSON comes as text, from MariaDB in columns that only their names tell. */
const isJson = ({ extendedFormat, name }: ReadField) => extendedFormat === 'json' || jsonColumns.has(name);

/**
 * The property of a row for a cell. JSON is parsed when it is first asked for: lists read whole records and seldom want
 * it.
 */
function propertyOf(field: ReadField, index: number): string {
  const name = JSON.stringify(names.inCode(field.name));
  const cell = `cells[${index}]`;
  if (isFlag(field)) return `${name}: ${cell} === null ? null : ${cell} === 1`;
  if (!isJson(field)) return `${name}: ${cell}`;
  return `get ${name}() {
    if (typeof ${cell} === 'string' && !isParsed${index}) ${cell} = JSON.parse(${cell});
    isParsed${index} = true;
    return ${cell};
  }`;
}

/** Compiled for its columns, as the driver compiles what reads the cells: one object of one shape a row. */
function compileRow(fields: readonly ReadField[]): MakeRow {
  const flags = fields.flatMap((field, index) => (isJson(field) ? [`let isParsed${index} = false;`] : []));
  const body = `${flags.join(' ')} return { ${fields.map(propertyOf).join(', ')} };`;
  // Names of columns are the only text in it, quoted.
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  return new Function('cells', body) as MakeRow;
}

/** Rows from the cells that the driver read, with their names in code. */
export function readRows(rows: readonly unknown[][], fields: readonly ReadField[]): UnknownRow[] {
  const shape = fields.map((field) => `${field.name} ${isFlag(field)}${isJson(field)}`).join();
  const known = makers.get(shape);
  const makeRow = known ?? compileRow(fields);
  if (!known) {
    if (makers.size >= mostMakers) makers.clear();
    makers.set(shape, makeRow);
  }
  return rows.map(makeRow);
}
