import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { openDatabase } from '@handoff/prisma';
import { systemActor } from '@handoff/core/identity/actor';
import type { Context } from '@handoff/core/platform/context';
import { newId } from '@handoff/core/platform/id';
import { writeNotReadyReasons } from '@handoff/core/presence/reason/write-not-ready-reasons';
import { publishTicketType } from '@handoff/core/ticket-type/publish-ticket-type';
import { writeProducts } from './catalogue.ts';
import { seededRandom } from './random.ts';
import { settleOutbox } from './settle-outbox.ts';
import { writeAutomation } from './write-automation.ts';
import { writeCalendars } from './write-calendars.ts';
import { writeCallRules } from './write-call-rules.ts';
import { writeChannels } from './write-channels.ts';
import { writeCollaboration } from './write-collaboration.ts';
import { writeCustomers } from './write-customers.ts';
import { writeExternalForms } from './write-external-forms.ts';
import { writeFields } from './write-fields.ts';
import { demoPassword, writeOrganisation } from './write-organisation.ts';
import { writeTags } from './write-tags.ts';
import { writeParameters } from './write-parameters.ts';
import { writeTickets } from './write-tickets.ts';
import { beforeReminders, writeTypeTest } from './write-type-test.ts';
import { writeViews } from './write-views.ts';

import complaint from './ticket-types/complaint.json' with { type: 'json' };
import repair from './ticket-types/repair.json' with { type: 'json' };
import salesOrder from './ticket-types/sales-order.json' with { type: 'json' };

const marker = 'seed';
const demoLogins = [
  { who: 'Service agent 客服坐席', login: 'li.na' },
  { who: 'Technician 技术员', login: 'liu.yang' },
  { who: 'Service manager 客服主管', login: 'zhou.min' },
  { who: 'Administrator 管理员', login: 'admin' },
];

const db = openDatabase(process.env.DATABASE_URL ?? '', { connections: 8 });
const now = new Date();
const context: Context = {
  db,
  pool: db,
  actor: systemActor,
  locale: 'en',
  now: () => now,
  memo: new Map(),
};

type State = 'empty' | 'begun' | 'done' | 'used';

/** Whether this database has the demo company, somebody's own data, or a demo that was interrupted. */
async function readState(): Promise<State> {
  const mark = await db.selectFrom('numberSequence').select('value').where('key', '=', marker).executeTakeFirst();
  if (mark) return mark.value === 1 ? 'begun' : 'done';
  const company = await db.selectFrom('company').select('id').executeTakeFirst();
  return company ? 'used' : 'empty';
}

/** Only a demo that never came to its end is wiped: nobody has worked in it yet. */
async function wipe(): Promise<void> {
  const tables = await sql<{ name: string }>`SELECT table_name AS name FROM information_schema.tables
    WHERE table_schema = DATABASE() AND table_name NOT IN ('_prisma_migrations', 'parameter', 'parameter_option')`.execute(
    db,
  );
  for (const { name } of tables.rows) await sql`DELETE FROM ${sql.table(name)}`.execute(db);
  // Lists that the product needs came with their migration, and so did their first values; categories have none.
  const own = db
    .selectFrom('parameter')
    .select('id')
    .where((eb) => eb.or([eb('isBuiltIn', '=', false), eb('key', '=', 'service-category')]));
  await db.deleteFrom('parameterOption').where('parameterId', 'in', own).execute();
  await db.deleteFrom('parameter').where('isBuiltIn', '=', false).execute();
}

async function mark(value: 1 | 2): Promise<void> {
  await db.insertInto('numberSequence').values({ key: marker, value }).onDuplicateKeyUpdate({ value }).execute();
}

async function writeDemo(): Promise<void> {
  const random = seededRandom(20_260_317);
  await mark(1);
  await db
    .insertInto('company')
    .values({
      id: newId(),
      name: '海辰家电服务 Haichen Appliance Service',
      shortName: '海辰服务',
      zone: 'Asia/Shanghai',
      locale: 'zh',
      createdAt: now,
      updatedAt: now,
    })
    .execute();
  const { agentIds } = await writeOrganisation(context);
  await writeCalendars(context);
  await writeFields(context);
  await writeNotReadyReasons(context);
  await writeCallRules(context);
  await writeParameters(context);
  await writeChannels(context, process.env.SECRET_KEY ?? '');
  const products = await writeProducts(context);
  const owners = ['song.jia', 'gao.yuan'].flatMap((login) => agentIds.get(login) ?? []);
  const customers = await writeCustomers(context, random, 2_000, owners);
  await publishTicketType(context, { definition: beforeReminders(repair) });
  const typeIds = new Map<string, string>();
  for (const definition of [repair, complaint, salesOrder]) {
    typeIds.set(definition.key, await publishTicketType(context, { definition }));
  }
  await writeTickets({ context, customers, products, agentIds, typeIds }, 300);
  const tagIds = await writeTags(context, random);
  await writeCollaboration(context, agentIds, typeIds);
  await writeViews(context, agentIds, typeIds);
  await writeExternalForms(context, typeIds, agentIds, process.env.SECRET_KEY ?? '');
  await writeTypeTest(context, typeIds.get('repair') ?? '');
  await settleOutbox(context);
  // After the outbox: what triggers leave there is of today.
  await writeAutomation(context, { agentIds, typeIds, tagIds });
  await mark(2);
}

/** The logins that `npm start` prints. */
function tellLogins(): void {
  const folder = process.env.DATA_DIR;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'demo-logins.json');
  const text = `${JSON.stringify(
    demoLogins.map((one) => ({ ...one, password: demoPassword })),
    null,
    2,
  )}\n`;
  const known = (() => {
    try {
      return readFileSync(file, 'utf8');
    } catch {
      return '';
    }
  })();
  if (known !== text) writeFileSync(file, text);
}

const state = await readState();
if (state === 'begun') await wipe();
if (state === 'empty' || state === 'begun') await writeDemo();
if (state !== 'used') tellLogins();
await db.destroy();
