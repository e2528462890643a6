import { createParameterOption } from '@handoff/core/parameter/create-parameter-option';
import { createParameter } from '@handoff/core/parameter/create-parameter';
import { createServiceTemplate } from '@handoff/core/service-record/save-service-template';
import type { Context } from '@handoff/core/platform/context';

interface Branch {
  key: string;
  en: string;
  zh: string;
  below?: Branch[];
}

const branch = (key: string, en: string, zh: string, below: Branch[] = []): Branch => ({ key, en, zh, below });

const categories: Branch[] = [
  branch('after_sales', 'After-sales service', '售后服务', [
    branch('repair', 'Repair', '维修', [
      branch('repair_cooling', 'Air conditioners and refrigerators', '空调冰箱'),
      branch('repair_washing', 'Washing machines', '洗衣机'),
      branch('repair_heating', 'Water heaters', '热水器'),
    ]),
    branch('installation', 'Installation', '安装'),
    branch('maintenance', 'Cleaning and maintenance', '清洗保养'),
  ]),
  branch('before_sales', 'Before the sale', '售前咨询', [
    branch('product', 'Product', '产品'),
    branch('price', 'Price and offers', '价格与优惠'),
  ]),
  branch('complaints', 'Complaints', '投诉建议', [
    branch('complaint_service', 'Service', '服务态度'),
    branch('complaint_product', 'Product quality', '产品质量'),
  ]),
];

const brands = [
  ['haichen', 'Haichen', '海辰'],
  ['haichen_pro', 'Haichen Pro', '海辰 Pro'],
  ['other_brand', 'Another brand', '其他品牌'],
] as const;

/** What contacts can be about, a list of the company's own, and what each group notes of its calls. */
export async function writeParameters(context: Context): Promise<void> {
  const idOf = async (key: string): Promise<string> => {
    const row = await context.db.selectFrom('parameter').select('id').where('key', '=', key).executeTakeFirstOrThrow();
    return row.id;
  };
  const categoryId = await idOf('service-category');
  const write = async (branches: readonly Branch[], parentId: string | null): Promise<void> => {
    for (const [position, { key, en, zh, below = [] }] of branches.entries()) {
      const facts = { parameterId: categoryId, parentId, key, label: { en, zh }, position };
      await write(below, await createParameterOption(context, facts));
    }
  };
  await write(categories, null);
  const brandId = await createParameter(context, { key: 'brand', label: { en: 'Brands', zh: '品牌' } });
  for (const [position, [key, en, zh]] of brands.entries()) {
    await createParameterOption(context, { parameterId: brandId, key, label: { en, zh }, position });
  }
  const purpose = await idOf('call-purpose');
  const source = await idOf('customer-source');
  const callType = await idOf('call-type');
  const part = (parameterId: string, isRequired = false) => ({ parameterId, isRequired });
  await createServiceTemplate(context, {
    key: 'standard',
    label: { en: 'Standard', zh: '标准小结' },
    parts: [part(purpose, true), part(categoryId), part(callType), part(source)],
    isDefault: true,
  });
  const complaints = await context.db
    .selectFrom('serviceGroup')
    .select('id')
    .where('key', '=', 'complaints')
    .executeTakeFirstOrThrow();
  await createServiceTemplate(context, {
    key: 'complaint',
    label: { en: 'Complaint', zh: '投诉小结' },
    parts: [part(categoryId, true), part(brandId), part(callType, true)],
    groupIds: [complaints.id],
  });
}
