import { readdirSync, readFileSync } from 'node:fs';
import { getDMMF } from '@prisma/internals';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from './testing/create-test-database.ts';

const folder = new URL('../schema/', import.meta.url);
const datamodel = readdirSync(folder)
  .filter((file) => file.endsWith('.prisma'))
  .map((file): [string, string] => [file, readFileSync(new URL(file, folder), 'utf8')]);

type Model = Awaited<ReturnType<typeof getDMMF>>['datamodel']['models'][number];
type Field = Model['fields'][number];

let test: TestDatabase;
let models: readonly Model[];
let indexes: Awaited<ReturnType<typeof getDMMF>>['datamodel']['indexes'];

beforeAll(async () => {
  test = await createTestDatabase();
  ({ models, indexes } = (await getDMMF({ datamodel })).datamodel);
});
afterAll(() => test.drop());

/** What MariaDB calls the column that a field asks for. Its JSON is a LONGTEXT with a check. */
const defaultTypes: Record<string, string> = {
  Boolean: 'tinyint(1)',
  Int: 'int(11)',
  BigInt: 'bigint(20)',
  Float: 'double',
  Json: 'longtext',
};

function typeOf(field: Field): string {
  const [native, args = []] = field.nativeType ?? [];
  if (!native) return defaultTypes[field.type] ?? `? ${field.type}`;
  return native === 'TinyInt' ? 'tinyint(4)' : `${native.toLowerCase()}${args.length ? `(${args.join()})` : ''}`;
}

const tableOf = (model: Model): string => model.dbName ?? model.name;
const columnOf = (model: Model, name: string): string =>
  model.fields.find((field) => field.name === name)?.dbName ?? name;
const describe = (table: string, column: string, type: string, isNullable: boolean): string =>
  `${table}.${column} ${type}${isNullable ? ' null' : ''}`;

it('has the tables and columns of the datamodel, each with its type', async () => {
  const { rows } = await sql<{ t: string; c: string; type: string; nullable: string }>`
    SELECT table_name AS t, column_name AS c, column_type AS type, is_nullable AS nullable
    FROM information_schema.columns
    WHERE table_schema = DATABASE() AND table_name <> '_prisma_migrations'`.execute(test.database);
  const wanted = models.flatMap((model) =>
    model.fields
      .filter((field) => field.kind !== 'object')
      .map((field) => describe(tableOf(model), columnOf(model, field.name), typeOf(field), !field.isRequired)),
  );
  const found = rows.map((row) => describe(row.t, row.c, row.type, row.nullable === 'YES'));
  expect(found.sort()).toEqual(wanted.sort());
});

it('has the keys and indexes of the datamodel, each over its columns in order', async () => {
  const { rows } = await sql<{ t: string; kind: string; columns: string }>`
    SELECT table_name AS t,
      CASE WHEN index_name = 'PRIMARY' THEN 'id' WHEN index_type = 'FULLTEXT' THEN 'fulltext'
           WHEN non_unique = 0 THEN 'unique' ELSE 'normal' END AS kind,
      GROUP_CONCAT(column_name ORDER BY seq_in_index) AS columns
    FROM information_schema.statistics
    WHERE table_schema = DATABASE() AND table_name <> '_prisma_migrations'
    GROUP BY table_name, index_name`.execute(test.database);
  const wanted = indexes.map((index) => {
    const model = models.find((candidate) => candidate.name === index.model);
    if (!model) throw new Error(`an index of ${index.model}, which is no model`);
    return `${tableOf(model)} ${index.type}(${index.fields.map((field) => columnOf(model, field.name)).join()})`;
  });
  expect(rows.map((row) => `${row.t} ${row.kind}(${row.columns})`).sort()).toEqual(wanted.sort());
});
