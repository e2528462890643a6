import type { Locator, Page } from 'playwright-core';
import { pageAnswers } from './browse.ts';
import type { Integrator } from './integrator.ts';
import { simulatorChannel } from './simulator.ts';

/** The phone bar of somebody's page. */
export const phoneOf = (page: Page): Locator => page.getByRole('group', { name: 'Phone' });

/** Sets somebody ready whatever they did before, as they would: by the bar. */
export async function becomeReady(page: Page): Promise<void> {
  const phone = phoneOf(page);
  await phone.waitFor();
  await pageAnswers(page);
  const hangUp = phone.getByRole('button', { name: 'Hang up' });
  if (await hangUp.isVisible()) await hangUp.click();
  const ready = phone.getByRole('button', { name: 'Ready now' });
  const state = phone.getByRole('button', { name: /^(Ready(?! now)|Not ready)/ });
  await ready.or(state).first().waitFor();
  const disposition = phone.getByRole('combobox');
  if (await disposition.isVisible()) await disposition.selectOption({ index: 1 });
  if (await ready.isVisible()) await ready.click();
  await state.waitFor();
  if ((await state.textContent())?.startsWith('Ready')) return;
  await state.click();
  await page.getByRole('menuitem', { name: 'Ready', exact: true }).click();
  await phone.getByRole('button', { name: /^Ready(?! now)/ }).waitFor();
}

/** Has a customer call; the vendor's id of the call. */
export async function ringIn(admin: Integrator, input: Record<string, unknown>): Promise<string> {
  const channelId = await simulatorChannel(admin);
  return runAction(admin, channelId, 'ringIn', input);
}

/** Has the customer of a call do something. */
export async function act(
  admin: Integrator,
  action: 'hangUpByCustomer' | 'abandon' | 'answerByCustomer',
  callId: string,
) {
  return runAction(admin, await simulatorChannel(admin), action, { callId });
}

/** Has an agent take a ringing call at a telephone of theirs. */
export async function pickUp(admin: Integrator, callId: string, agent: string): Promise<void> {
  await runAction(admin, await simulatorChannel(admin), 'pickUp', { callId, agent });
}

async function runAction(admin: Integrator, channelId: string, action: string, input: object): Promise<string> {
  const { runId } = await admin.act<{ runId: string }>('runPluginAction', { channelId, action, input }, 'runId');
  return runId;
}

/** A number that nobody has called from. */
export const newNumber = (): string => `139${String(Date.now()).slice(-8)}`;

/** Has every customer hang up who still waits, rings or talks after an earlier run. */
export async function endAllCalls(admin: Integrator): Promise<void> {
  const { calls } = await admin.query<{ calls: { edges: { node: { vendorCallId: string } }[] } }>(
    '{ calls(first: 100, filter: { status: { notIn: [ENDED] } }) { edges { node { vendorCallId } } } }',
  );
  for (const { node } of calls.edges) await act(admin, 'hangUpByCustomer', node.vendorCallId);
}
