import { createField } from '@handoff/core/field/create-field';
import type { Context } from '@handoff/core/platform/context';

const option = (value: string, en: string, zh: string) => ({ value, label: { en, zh } });

/** Fields for forms to share: how somebody heard of the company, and which shop they go to. */
export async function writeFields(context: Context): Promise<void> {
  await createField(context, {
    definition: {
      type: 'single_select',
      key: 'heard_from',
      label: { en: 'Heard of us from', zh: '了解渠道' },
      options: [
        option('friend', 'A friend', '朋友介绍'),
        option('shop', 'A shop', '门店'),
        option('internet', 'The internet', '网络'),
      ],
    },
  });
  await createField(context, {
    definition: { type: 'text', key: 'shop', label: { en: 'Shop', zh: '门店' }, maxLength: 100 },
  });
}
