import { z } from 'zod';
import type { LocalizedText } from '../../platform/text/localized-text.ts';
import { duration } from '../clock/duration-words.ts';
import {
  CLOCK_KINDS,
  usualBreachNotice,
  type ClockKind,
  type Escalation,
  type Reminder,
  type SlaAudience,
} from './sla-policy.ts';
import { policyOf } from './hold-policy.ts';
import type { SlaPlan } from './sla-plan.ts';

const said = (en: string, zh: string): LocalizedText => ({ en, zh });

const clocks: Record<ClockKind, LocalizedText> = {
  first_response: said('first response', '首次响应'),
  step: said('step', '步骤'),
  completion: said('completion', '完结'),
};

const people: Record<SlaAudience, LocalizedText> = {
  handler: said('the handler', '处理人'),
  group_leader: said('the group leader', '组长'),
  manager: said('the manager', '主管'),
};

function audience(to: readonly SlaAudience[]): LocalizedText {
  return said(to.map((who) => people[who].en).join(', '), to.map((who) => people[who].zh).join('、'));
}

function when({ at }: Reminder): LocalizedText {
  if ('percent' in at) return said(`when ${at.percent}% of the time has passed`, `时间过 ${at.percent}% 时`);
  const seconds = duration('beforeSeconds' in at ? at.beforeSeconds : at.afterSeconds);
  return 'beforeSeconds' in at
    ? said(`${seconds.en} before the due time`, `到期前${seconds.zh}`)
    : said(`${seconds.en} after the due time`, `到期后${seconds.zh}`);
}

function rung(escalation: Escalation, place: number, count: number, turn: number): LocalizedText {
  const { afterSeconds, repeat, to } = escalation;
  const seconds = afterSeconds + turn * (repeat?.everySeconds ?? 0);
  const after = duration(seconds);
  const at =
    seconds === 0 ? said('at the due time', '到期时') : said(`${after.en} after the due time`, `到期后${after.zh}`);
  const who = audience(to);
  const again =
    turn > 0 ? said(`, repetition ${turn} of ${repeat?.times ?? turn}`, `，第 ${turn} 次重复`) : said('', '');
  return said(
    `step ${place} of ${count} of the ladder${again.en}: ${at.en}, to ${who.en}`,
    `升级阶梯第 ${place}/${count} 级${again.zh}：${at.zh}，通知${who.zh}`,
  );
}

const toldOf = z.object({ policy: z.string().optional(), clock: z.enum(CLOCK_KINDS), key: z.string() });

/**
 * Which rule of the policy made a clock do something, from the trace of its event: the policy, and the reminder or step
 * of the ladder. Null for what no policy did.
 */
export function ruleWords(plan: SlaPlan, trace: unknown): LocalizedText | null {
  const told = toldOf.safeParse(trace);
  if (!told.success) return null;
  const { clock, key } = told.data;
  const policy = policyOf(plan, told.data.policy === undefined ? null : { key: told.data.policy });
  const [name = '', turn = '0'] = key.split(':');
  const begin = (rule: LocalizedText) =>
    said(
      `SLA policy “${policy.name.en}”, ${clocks[clock].en}, ${rule.en}`,
      `SLA 策略“${policy.name.zh}”，${clocks[clock].zh}，${rule.zh}`,
    );
  if (key === 'breach') {
    const who = audience((policy.atBreach?.[clock] ?? usualBreachNotice).to);
    return begin(said(`target missed, to ${who.en}`, `未达目标，通知${who.zh}`));
  }
  const reminder = policy.reminders.find((one) => one.key === name);
  if (reminder) {
    const [at, who] = [when(reminder), audience(reminder.to)];
    return begin(said(`reminder ${at.en}, to ${who.en}`, `提醒：${at.zh}，通知${who.zh}`));
  }
  const ladder = policy.escalations.filter((one) => one.clock === clock);
  const place = ladder.findIndex((one) => one.key === name);
  const escalation = ladder[place];
  return escalation ? begin(rung(escalation, place + 1, ladder.length, Number(turn))) : null;
}
