import type { ValueField } from '../form/field-definition.ts';
import { formFields } from '../form/form-fields.ts';
import type { Context } from '../platform/context.ts';
import type { Locale, LocalizedText } from '../platform/text/localized-text.ts';
import { apiName, listedFacts } from '../customer/listed-facts.ts';
import { optionsOf } from '../parameter/customer-lists.ts';
import { customerForm, loadCustomerFields } from '../customer/field/load-customer-fields.ts';
import { referredNodes, type AnswerName } from '../ticket/answer/answer-names.ts';
import { loadVersion } from '../ticket-type/load-version.ts';
import type { ViewListKey } from '../view/saved-view-input.ts';
import { answerWords } from './answer-words.ts';
import { enumWords } from './enum-words.ts';

export type Cell = string | number | Date | null;
/** A record as the API answers it. */
export type Answered = Record<string, unknown>;

/** A column that a list can be exported with. */
export interface ExportColumn {
  key: string;
  label: LocalizedText;
  /** What the API is asked for. */
  select: string;
  cell: (record: Answered) => Cell;
}

const named = (value: unknown): Cell =>
  typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string' ? value.name : null;
const text = (value: unknown): Cell => (typeof value === 'string' ? value : null);

const plain = (key: string, en: string, zh: string): ExportColumn => ({
  key,
  label: { en, zh },
  select: key,
  cell: (record) => text(record[key]),
});
const dated = (key: string, en: string, zh: string): ExportColumn => ({
  ...plain(key, en, zh),
  cell: (record) => (record[key] instanceof Date ? record[key] : record[key] ? new Date(String(record[key])) : null),
});
const ofPerson = (key: string, en: string, zh: string): ExportColumn => ({
  key,
  label: { en, zh },
  select: `${key} { name }`,
  cell: (record) => named(record[key]),
});

const ticketColumns: readonly ExportColumn[] = [
  plain('number', 'Number', '工单号'),
  plain('title', 'Title', '标题'),
  {
    key: 'type',
    label: { en: 'Type', zh: '工单类型' },
    select: 'type { name { text } }',
    cell: ({ type }) => text((type as { name: { text: string } } | null)?.name.text),
  },
  plain('status', 'Status', '状态'),
  plain('urgency', 'Urgency', '紧急度'),
  ofPerson('customer', 'Customer', '客户'),
  plain('contactName', 'Contact', '联系人'),
  plain('contactPhone', 'Contact phone', '联系电话'),
  plain('nodeName', 'Step', '步骤'),
  ofPerson('handler', 'Handler', '处理人'),
  ofPerson('group', 'Group', '服务组'),
  ofPerson('creator', 'Creator', '创建人'),
  {
    key: 'tags',
    label: { en: 'Tags', zh: '标签' },
    select: 'tags { path }',
    cell: ({ tags }) => (tags as { path: string }[]).map(({ path }) => path).join(', '),
  },
  plain('slaState', 'SLA', 'SLA'),
  dated('dueAt', 'Due', '到期'),
  dated('createdAt', 'Created', '创建时间'),
  dated('updatedAt', 'Updated', '更新时间'),
  dated('completedAt', 'Completed', '完结时间'),
];

const customerColumns: readonly ExportColumn[] = [
  plain('name', 'Name', '姓名'),
  plain('company', 'Company', '公司'),
  plain('kind', 'Kind', '客户性质'),
  plain('level', 'Level', '级别'),
  plain('typeKey', 'Type', '客户类型'),
  plain('sourceKey', 'Source', '来源'),
  {
    key: 'phones',
    label: { en: 'Phones', zh: '电话' },
    select: 'phones { national masked }',
    cell: ({ phones }) =>
      (phones as { national: string | null; masked: string }[])
        .map(({ national, masked }) => national ?? masked)
        .join(', '),
  },
  plain('email', 'E-mail', '邮箱'),
  plain('region', 'Region', '地区'),
  plain('address', 'Address', '地址'),
  plain('remark', 'Remark', '备注'),
  ofPerson('owner', 'Owner', '归属人'),
  dated('lastContactAt', 'Last contact', '最近联系'),
  dated('createdAt', 'Created', '创建时间'),
  dated('updatedAt', 'Updated', '更新时间'),
];

/** A designed field of records; fields of several types with one key share a column. */
function designedColumn(key: string, fields: readonly ValueField[], locale: Locale): ExportColumn {
  const [first] = fields;
  const label = first?.label ?? { en: key, zh: key };
  return {
    key: `answers.${key}`,
    label,
    select: fields.some(({ type }) => referredNodes[type]) ? 'answers answerNames { id name }' : 'answers',
    cell: ({ answers, answerNames = [] }) => {
      const names = new Map((answerNames as AnswerName[]).map(({ id, name }) => [id, name]));
      return answerWords(fields, (answers as Record<string, unknown>)[key], { locale, names });
    },
  };
}

/** What the values of a column are called where they are names of the API, or keys of a list's values. */
async function wordsOf(context: Context, key: string): Promise<Map<string, LocalizedText>> {
  const fact = listedFacts.find((one) => apiName(one) === key);
  if (!fact) return new Map(Object.entries(enumWords[key] ?? {}));
  return new Map((await optionsOf(context, fact)).map((option) => [option.key, option.labels as LocalizedText]));
}

async function inWords(context: Context, column: ExportColumn): Promise<ExportColumn> {
  const words = await wordsOf(context, column.key);
  if (words.size === 0) return column;
  const cell = (record: Answered): Cell => {
    const name = column.cell(record);
    return words.get(String(name))?.[context.locale] ?? name;
  };
  return { ...column, cell };
}

const allInWords = (context: Context, columns: readonly ExportColumn[]): Promise<ExportColumn[]> =>
  Promise.all(columns.map((column) => inWords(context, column)));

/** The columns of a list: what every record has, then the designed fields of the types that there are. */
export async function exportColumns(context: Context, list: ViewListKey): Promise<readonly ExportColumn[]> {
  if (list === 'customers') {
    const chosen = formFields(customerForm(await loadCustomerFields(context))).filter(
      (field) => field.type !== 'divider',
    );
    return [
      ...(await allInWords(context, customerColumns)),
      ...chosen.map((field) => designedColumn(field.key, [field], context.locale)),
    ];
  }
  const types = await context.db
    .selectFrom('ticketType')
    .select('currentVersionId')
    .where('currentVersionId', 'is not', null)
    .orderBy('key')
    .limit(100)
    .execute();
  const byKey = new Map<string, ValueField[]>();
  for (const { currentVersionId } of types) {
    const { definition } = await loadVersion(context, currentVersionId ?? '');
    for (const field of formFields(definition.form)) {
      if (field.type === 'divider') continue;
      byKey.set(field.key, [...(byKey.get(field.key) ?? []), field]);
    }
  }
  return [
    ...(await allInWords(context, ticketColumns)),
    ...[...byKey].map(([key, fields]) => designedColumn(key, fields, context.locale)),
  ];
}
