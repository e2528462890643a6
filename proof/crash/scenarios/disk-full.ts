// The disk of the uploaded files is full. Needs root, since a small disk is mounted for them.
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { handoffUrl } from '@handoff/e2e/support/instance.ts';
import { faultAnswers, typeIdOf } from '@handoff/e2e/support/demo-ticket.ts';
import { asPerson } from '@handoff/e2e/support/integrator.ts';
import { openSession } from '@handoff/e2e/support/sign-in.ts';
import { asRows, onInstance, type Scenario } from '../scenario.ts';

const kilobyte = 1024;
const diskKilobytes = 512;

interface Uploaded {
  status: number;
  answer: { id?: string; code?: string; message?: string; isRetryable?: boolean };
}

async function upload(token: string, kilobytes: number, language: string): Promise<Uploaded> {
  const form = new FormData();
  form.set('file', new File([new Uint8Array(kilobytes * kilobyte)], 'leak.bin'));
  const response = await fetch(`${handoffUrl()}/files`, {
    method: 'post',
    body: form,
    headers: { authorization: `Bearer ${token}`, 'accept-language': language },
  });
  return { status: response.status, answer: (await response.json()) as Uploaded['answer'] };
}

const run = (command: string, ...args: string[]): boolean => spawnSync(command, args).status === 0;

/** What /readyz says in the end: Temporal comes up beside the rest, and may still be on its way. */
async function readiness(): Promise<{ status: number; text: string }> {
  for (let attempt = 1; ; attempt++) {
    const response = await fetch(`${handoffUrl()}/readyz`);
    if (response.ok || attempt === 60) return { status: response.status, text: await response.text() };
    await setTimeout(1_000);
  }
}

async function fillAndFree(folder: string): Promise<{ rows: object[]; faults: string[] }> {
  const faults: string[] = [];
  const token = await openSession('li.na');
  const expect = (what: string, isTrue: boolean, found: unknown): void => {
    if (!isTrue) faults.push(`${what}: ${JSON.stringify(found)}`);
  };
  const small = await upload(token, 8, 'en');
  expect('a small file was not kept', small.status === 200, small);
  const refusals = await Promise.all(
    ['en', 'zh'].flatMap((language) => Array.from({ length: 5 }, () => upload(token, 2 * diskKilobytes, language))),
  );
  for (const refusal of refusals) {
    const { code, isRetryable } = refusal.answer;
    expect(
      'a full disk was not told',
      refusal.status === 507 && code === 'storage_full' && isRetryable === true,
      refusal,
    );
  }
  const messages = [...new Set(refusals.map(({ answer }) => answer.message))];
  expect(
    'both languages were not told',
    messages.length === 2 && messages.some((text) => /磁盘已满/.test(text ?? '')),
    messages,
  );
  const person = await asPerson('li.na');
  const typeId = await typeIdOf(person, 'repair');
  const input = { typeId, title: 'Leak', urgency: 'NORMAL', answers: faultAnswers };
  const { ticket } = await person.act<{ ticket: { id: string } }>('createTicket', input, 'ticket { id }');
  expect('a ticket could not be opened', Boolean(ticket.id), ticket);
  const again = await upload(token, 8, 'en');
  expect('nothing of what was refused was given back', again.status === 200, again);
  run('mount', '-o', `remount,size=${8 * diskKilobytes}k`, folder);
  const later = await upload(token, 2 * diskKilobytes, 'en');
  expect('the file was not kept though there is space again', later.status === 200, later);
  const ready = await readiness();
  expect('not ready', ready.status === 200, ready);
  return {
    rows: asRows({
      'uploads refused': refusals.length,
      'in English': messages.find((text) => /^[ -~]+$/.test(text ?? '')) ?? '',
      'in Chinese': messages.find((text) => /磁/.test(text ?? '')) ?? '',
      'uploads kept before, meanwhile and after': [small, again, later].filter(({ status }) => status === 200).length,
    }),
    faults,
  };
}

export const diskFull: Scenario = async () => {
  const data = await mkdtemp(join(tmpdir(), 'handoff-instance-'));
  const folder = join(data, 'files');
  await mkdir(folder);
  if (!run('mount', '-t', 'tmpfs', '-o', `size=${diskKilobytes}k`, 'tmpfs', folder)) {
    await rm(data, { recursive: true });
    return { rows: asRows({ 'left out': 'this account may not mount a disk' }), faults: [] };
  }
  let isMounted = true;
  try {
    return await onInstance(
      async () => {
        const verdict = await fillAndFree(folder);
        isMounted = !run('umount', '-l', folder);
        return verdict;
      },
      { DATA_DIR: data },
    );
  } finally {
    if (isMounted) run('umount', '-l', folder);
    await rm(data, { recursive: true, force: true });
  }
};
