import type { FieldSources } from './field-sources.ts';
import type { PickerChoice } from './picker-input.tsx';

const finder =
  (kind: 'agents' | 'receivers' | 'accounts' | 'customers' | 'tickets' | 'departments' | 'tags' | 'all_tags') =>
  async (query: string) => {
    const response = await fetch(`/choices?kind=${kind}&q=${encodeURIComponent(query)}`);
    if (!response.ok) throw new Error(`choices answered ${response.status}`);
    return (await response.json()) as PickerChoice[];
  };

export const findAgents = finder('agents');
/** Service groups and agents: who can be given a step. */
export const findReceivers = finder('receivers');
/** Whom a chosen receiver names, as the API takes it. */
export const givenTo = ({ id, kind }: PickerChoice) => (kind === 'group' ? { toGroupId: id } : { toAgentId: id });
/** Agents by the login name that definitions know them by. */
export const findAccounts = finder('accounts');
export const findCustomers = finder('customers');
/** Tags that records are offered. */
export const findTags = finder('tags');
/** Tags, disabled ones included. */
export const findAllTags = finder('all_tags');
export const findTickets = finder('tickets');
export const findDepartments = finder('departments');

/** Macros by a part of their name. */
export async function findMacros(query: string): Promise<PickerChoice[]> {
  const response = await fetch('/macros');
  if (!response.ok) throw new Error(`macros answered ${response.status}`);
  const found = (await response.json()) as { id: string; name: string; folder: string }[];
  return found
    .filter(({ name }) => name.toLowerCase().includes(query.toLowerCase()))
    .map(({ id, name, folder }) => ({ id, label: name, detail: folder || undefined }));
}

/** Keeps a file; throws with the server's words when it may not be kept. */
export async function uploadTo(path: string, file: File, more: Readonly<Record<string, string>> = {}) {
  const form = new FormData();
  for (const [name, value] of Object.entries(more)) form.set(name, value);
  form.set('file', file);
  const response = await fetch(path, { method: 'post', body: form });
  const answer = (await response.json()) as { id: string; name: string; message?: string };
  if (!response.ok) throw new Error(answer.message);
  return answer;
}

export const uploadFile = (file: File) => uploadTo('/files', file);

/** Where the fields of a ticket's form find people, customers and files; there is no product list to find from. */
export const fieldSources = (names: Readonly<Record<string, string>>): FieldSources => ({
  findMembers: findAgents,
  findDepartments,
  findCustomers,
  findProducts: () => Promise.resolve([]),
  upload: uploadFile,
  names,
});

/** For a form of a record that holds nothing yet. */
export const newRecordSources = fieldSources({});
