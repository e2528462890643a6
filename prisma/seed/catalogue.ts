import type { Context } from '@handoff/core/platform/context';
import { newId } from '@handoff/core/platform/id';

const families = [
  {
    category: '冰箱 Refrigerators',
    code: 'HC',
    name: '对开门冰箱 Side-by-side fridge',
    models: ['520', '480', '610'],
    price: 649_900,
  },
  {
    category: '空调 Air conditioners',
    code: 'KF',
    name: '壁挂空调 Split air conditioner',
    models: ['26', '35', '50'],
    price: 329_900,
  },
  {
    category: '洗衣机 Washing machines',
    code: 'XQ',
    name: '滚筒洗衣机 Front-load washer',
    models: ['80', '100'],
    price: 279_900,
  },
  {
    category: '热水器 Water heaters',
    code: 'RS',
    name: '燃气热水器 Gas water heater',
    models: ['13', '16'],
    price: 199_900,
  },
  {
    category: '净水器 Water purifiers',
    code: 'RO',
    name: '反渗透净水器 RO purifier',
    models: ['75', '100'],
    price: 159_900,
  },
  { category: '配件 Parts', code: 'PTC', name: '启动继电器 Start relay', models: ['33', '47'], price: 4_900 },
  { category: '配件 Parts', code: 'LX', name: '滤芯套装 Filter set', models: ['75', '100'], price: 26_800 },
];

/** Products with prices in fen. Returns their ids and prices. */
export async function writeProducts(context: Context): Promise<{ id: string; name: string; priceMinor: number }[]> {
  const now = context.now();
  const products = families.flatMap((family) =>
    family.models.map((model, index) => ({
      id: newId(),
      sku: `${family.code}-${model}`,
      name: `${family.code}-${model} ${family.name}`,
      category: family.category,
      priceMinor: family.price + index * 30_000,
      currency: 'CNY',
      createdAt: now,
    })),
  );
  await context.db.insertInto('product').values(products).execute();
  return products;
}
