import type { CustomerFacts } from './facts-form.tsx';

type Texts = 'company' | 'level' | 'source' | 'email' | 'region' | 'address' | 'remark';

type CustomerRecord = { name: string; kind: string } & Record<Texts, string | null> & {
    owner: { id: string } | null;
    phones: readonly { label: string | null; national: string | null; masked: string }[];
    identities: readonly { channel: string; externalId: string; label: string | null }[];
  };

/** A record as its form holds it. Numbers that one may not see in full stand masked and are not written back. */
export function factsOf(customer: CustomerRecord): CustomerFacts {
  return {
    name: customer.name,
    company: customer.company ?? '',
    kind: customer.kind,
    level: customer.level ?? '',
    source: customer.source ?? '',
    email: customer.email ?? '',
    region: customer.region ?? '',
    address: customer.address ?? '',
    remark: customer.remark ?? '',
    ownerId: customer.owner?.id ?? '',
    phones: customer.phones.map(({ label, national, masked }) => ({ label: label ?? '', number: national ?? masked })),
    identities: customer.identities.map(({ channel, externalId, label }) => ({
      channel,
      externalId,
      label: label ?? '',
    })),
  };
}

/** Only what was changed, so that two people can change different facts. */
export const changedFacts = (before: CustomerFacts, after: CustomerFacts): Partial<CustomerFacts> =>
  Object.fromEntries(
    Object.entries(after).filter(
      ([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key as keyof CustomerFacts]),
    ),
  );
