import type { Answers, AnswerValue } from '@handoff/core/form/answers';
import type { ValueField } from '@handoff/core/form/field-definition';
import type { FormDefinition } from '@handoff/core/form/form-definition';
import { valueFields } from '@handoff/core/form/form-order';
import { resolveForm } from '@handoff/core/form/resolve-form';
import { complaints, diagnoses, faults, notes } from './phrases.ts';
import type { Random } from './random.ts';
import type { SeededCustomer } from './write-customers.ts';

/** What a filled-in form may speak of. */
export interface Setting {
  customer: SeededCustomer;
  products: readonly { id: string; name: string; priceMinor: number }[];
  agentIds: readonly string[];
  now: Date;
}

const hourMs = 60 * 60 * 1000;
const isoDay = (date: Date): string => date.toISOString().slice(0, 10);

const phrasesFor = (key: string): readonly string[] => {
  if (key === 'fault_description') return faults;
  if (key === 'statement') return complaints;
  if (key.includes('note') || key === 'findings') return diagnoses;
  return notes;
};

const later = (random: Random, now: Date, hours: number): Date =>
  new Date(now.getTime() + random.between(2, hours) * hourMs);

function pickOptions(random: Random, options: readonly string[]): string[] {
  const safe = options.filter((value) => value !== 'leak');
  const first = random.pick(safe);
  const second = random.pick(safe);
  return random.chance(0.3) && second !== first ? [first, second] : [first];
}

function treePath(random: Random, field: Extract<ValueField, { type: 'cascading_select' }>): string[] {
  const path: string[] = [];
  let level = field.options.filter((one) => one.value !== 'product');
  while (level.length > 0) {
    const choice = random.pick(level);
    path.push(choice.value);
    level = choice.children ?? [];
  }
  return path;
}

function valueFor(random: Random, field: ValueField, options: readonly string[] | null, setting: Setting): AnswerValue {
  const { customer, now } = setting;
  switch (field.type) {
    case 'text':
      return field.key.includes('courier')
        ? `SF14${random.between(10_000_000, 99_999_999)}`
        : field.key === 'error_code'
          ? `E${random.between(1, 9)}`
          : 'HC-520';
    case 'multiline':
    case 'rich_text':
      return random.pick(phrasesFor(field.key));
    case 'phone':
      return customer.phone;
    case 'email':
      return 'customer@example.com';
    case 'address':
      return { region: [customer.region], detail: customer.address };
    case 'date':
      return isoDay(
        field.key === 'purchase_date'
          ? new Date(now.getTime() - random.between(90, 900) * 24 * hourMs)
          : later(random, now, 72),
      );
    case 'datetime':
      return later(random, now, 48).toISOString();
    case 'number':
      return random.between(1, 5);
    case 'amount':
      return random.between(5, 80) * 1_000;
    case 'single_select':
    case 'radio':
      return field.key.startsWith('is_') && random.chance(0.8) ? 'yes' : random.pick(options ?? []);
    case 'multi_select':
    case 'checkbox':
      return pickOptions(random, options ?? []);
    case 'cascading_select':
      return treePath(random, field);
    case 'member':
      return random.pick(setting.agentIds);
    case 'customer':
      return customer.id;
    case 'product_lines':
      return Array.from({ length: random.between(1, 3) }, () => {
        const product = random.pick(setting.products);
        const quantity = random.between(1, 2);
        return {
          productId: product.id,
          name: product.name,
          quantity,
          unitPriceMinor: product.priceMinor,
          amountMinor: quantity * product.priceMinor,
        };
      });
    default:
      return null;
  }
}

/** An answer of an earlier round stays unless other answers took its option away. */
const isAnswered = (answer: AnswerValue | undefined, options: readonly string[] | null): boolean => {
  if (answer === undefined || answer === null) return false;
  return options === null || [answer].flat().every((value) => options.includes(String(value)));
};

/** Fills in a step's form as a person would: what is required, some of the rest, and what the answers bring up. */
export function fillForm(
  random: Random,
  form: FormDefinition,
  nodeId: string,
  previous: Answers,
  setting: Setting,
): Answers {
  // Whether it is solved, received or accepted is asked anew each time.
  const answers: Record<string, AnswerValue> = Object.fromEntries(
    Object.entries(previous).filter(([key]) => !key.startsWith('is_')),
  );
  const skipped = new Set<string>();
  // Looked up anew only after an answer: most fields of a round are left as they are.
  let states = resolveForm(form, answers, { nodeId, previous });
  for (let round = 0; round < 4; round++) {
    for (const field of valueFields(form)) {
      const state = states[field.key];
      if (!state?.visible || !state.editable || field.type === 'formula') continue;
      if (isAnswered(answers[field.key], field.type === 'cascading_select' ? null : state.options)) continue;
      const isWanted = state.required || (!skipped.has(field.key) && random.chance(0.35));
      if (isWanted) {
        answers[field.key] = valueFor(random, field, state.options, setting);
        states = resolveForm(form, answers, { nodeId, previous });
      } else skipped.add(field.key);
    }
  }
  return Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== null));
}
