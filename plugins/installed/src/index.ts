import { carrierKuaidi100 } from '@handoff/carrier-kuaidi100';
import { carrierSimulator } from '@handoff/carrier-simulator';
import { notifierEmail } from '@handoff/notifier-email';
import { notifierDingtalk, notifierFeishu, notifierWecom } from '@handoff/notifier-robots';
import { notifierWebhook } from '@handoff/notifier-webhook';
import type { Plugin } from '@handoff/plugin-sdk';
import { telephonySimulator } from '@handoff/telephony-simulator';

/** The plugins of this installation. Web and worker run with the same ones: what one offers the other can do. */
export const installedPlugins: readonly Plugin[] = [
  telephonySimulator,
  carrierKuaidi100,
  carrierSimulator,
  notifierWebhook,
  notifierEmail,
  notifierWecom,
  notifierDingtalk,
  notifierFeishu,
];
