import { addCustomerField } from '@handoff/core/customer/field/change-customer-fields';
import { createField } from '@handoff/core/field/create-field';
import type { Context } from '@handoff/core/platform/context';

const option = (value: string, en: string, zh: string) => ({ value, label: { en, zh } });

/** Fields for forms to share, two of which customers are asked for. */
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
  const homeId = await createField(context, {
    definition: {
      type: 'radio',
      key: 'home_type',
      label: { en: 'Home', zh: '住房类型' },
      options: [option('flat', 'Flat', '公寓'), option('house', 'House', '别墅'), option('shop_floor', 'Shop', '商铺')],
    },
  });
  const reachId = await createField(context, {
    definition: {
      type: 'multi_select',
      key: 'reach_at',
      label: { en: 'Best reached', zh: '方便联系时段' },
      options: [
        option('morning', 'In the morning', '上午'),
        option('afternoon', 'In the afternoon', '下午'),
        option('evening', 'In the evening', '晚上'),
      ],
    },
  });
  await addCustomerField(context, { fieldId: homeId, isSearchable: true });
  await addCustomerField(context, { fieldId: reachId });
}
