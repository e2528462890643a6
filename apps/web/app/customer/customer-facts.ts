import type { CustomerFacts } from './facts-form.tsx';

type Texts = 'company' | 'level' | 'type' | 'source' | 'email' | 'region' | 'address' | 'remark';

type CustomerRecord = { name: string; kind: string } & Record<Texts, string | null> & {
    owner: { id: string } | null;
    phones: readonly { label: string | null; national: string | null; masked: string }[];
    answers: unknown;
    identities: readonly { channel: string; externalId: string; label: string | null }[];
  };

/** A record as its form holds it. Numbers that one may not see in full stand masked and are not written back. */
export function factsOf(customer: CustomerRecord): CustomerFacts {
  return {
    name: customer.name,
    company: customer.company ?? '',
    kind: customer.kind,
    level: customer.level ?? '',
    type: customer.type ?? '',
    source: customer.source ?? '',
    email: customer.email ?? '',
    region: customer.region ?? '',
    address: customer.address ?? '',
    remark: customer.remark ?? '',
    ownerId: customer.owner?.id ?? '',
    phones: customer.phones.map(({ label, national, masked }) => ({ label: label ?? '', number: national ?? masked })),
    answers: (customer.answers ?? {}) as Record<string, unknown>,
    identities: customer.identities.map(({ channel, externalId, label }) => ({
      channel,
      externalId,
      label: label ?? '',
    })),
  };
}

const changedEntries = (before: object, after: object) =>
  Object.entries(after).filter(
    ([key, value]) => JSON.stringify(value ?? null) !== JSON.stringify(Reflect.get(before, key) ?? null),
  );

/** Only what was changed, so that two people can change different facts. */
export function changedFacts(before: CustomerFacts, after: CustomerFacts): Partial<CustomerFacts> {
  const changed: Partial<CustomerFacts> = Object.fromEntries(changedEntries(before, after));
  if (!changed.answers) return changed;
  const answers = changedEntries(before.answers, after.answers).map(([key, value]) => [key, value ?? null] as const);
  const { answers: _all, ...facts } = changed;
  return answers.length > 0 ? { ...facts, answers: Object.fromEntries(answers) } : facts;
}

/** The facts with these in the place of theirs; answers one by one. */
export const withChanges = (facts: CustomerFacts, changes: Partial<CustomerFacts>): CustomerFacts => ({
  ...facts,
  ...changes,
  answers: { ...facts.answers, ...changes.answers },
});

/** The same facts and answers as in `like`, as they are in `facts`. */
export function partOf(facts: CustomerFacts, like: Partial<CustomerFacts>): Partial<CustomerFacts> {
  const { answers, ...rest } = like;
  const part = Object.fromEntries(Object.keys(rest).map((key) => [key, facts[key as keyof CustomerFacts]]));
  if (!answers) return part;
  return { ...part, answers: Object.fromEntries(Object.keys(answers).map((key) => [key, facts.answers[key] ?? null])) };
}
