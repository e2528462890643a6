import type { Random } from './random.ts';

const surnames = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文',
];
const given = [
  ...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚',
  '秀英',
  '建国',
  '建华',
  '志强',
  '晓燕',
  '美玲',
  '海燕',
  '雪梅',
  '国强',
  '文静',
  '子涵',
  '雨桐',
  '浩然',
  '欣怡',
  '梓萱',
  '俊杰',
  '思远',
  '佳怡',
  '明辉',
  '春梅',
  '玉兰',
  '桂英',
  '宏伟',
  '晓东',
  '立新',
  '红梅',
  '瑞敏',
  '永康',
  '诗涵',
  '宇轩',
];
const firstNames = [
  'Olivia',
  'Tom',
  'Emma',
  'David',
  'Grace',
  'Henry',
  'Sophie',
  'James',
  'Anna',
  'Lucas',
  'Mia',
  'Daniel',
  'Chloe',
  'Robert',
  'Linda',
  'Peter',
  'Sarah',
  'Marco',
  'Julia',
  'Ahmed',
  'Priya',
  'Kenji',
  'Elena',
  'Noah',
  'Isabel',
];
const lastNames = [
  'Wang',
  'Zhao',
  'Miller',
  'Smith',
  'Brown',
  'Garcia',
  'Müller',
  'Rossi',
  'Tanaka',
  'Kim',
  'Patel',
  'Johnson',
  'Lee',
  'Martin',
  'Novak',
  'Silva',
  'Cohen',
  'Larsen',
  'Dubois',
  'Clark',
];

const cities = [
  { region: '浙江杭州', district: ['西湖区', '拱墅区', '滨江区', '余杭区', '上城区'] },
  { region: '上海', district: ['浦东新区', '徐汇区', '静安区', '闵行区', '杨浦区'] },
  { region: '浙江宁波', district: ['海曙区', '鄞州区', '江北区'] },
  { region: '江苏苏州', district: ['姑苏区', '吴中区', '工业园区'] },
];
const roads = [
  '文三路',
  '解放路',
  '人民路',
  '中山北路',
  '延安西路',
  '凤起路',
  '建国中路',
  '滨盛路',
  '天目山路',
  '世纪大道',
  '莫干山路',
  '虹桥路',
];
const companies = [
  '绿城物业',
  '云栖酒店',
  '海纳科技',
  '东方花园物业',
  '钱江餐饮',
  '星河公寓',
  '锦江酒店',
  '华策商贸',
  '宏达幼儿园',
  '西溪诊所',
];
const mobilePrefixes = [
  '130',
  '131',
  '135',
  '136',
  '137',
  '138',
  '139',
  '150',
  '151',
  '157',
  '158',
  '159',
  '176',
  '180',
  '182',
  '187',
  '188',
  '189',
];

/** A believable customer of an appliance firm in eastern China. */
export interface InventedCustomer {
  name: string;
  company: string | null;
  kind: string;
  level: string;
  type: string;
  source: string;
  region: string;
  address: string;
  phones: string[];
  email: string | null;
}

const digits = (random: Random, count: number): string =>
  Array.from({ length: count }, () => random.between(0, 9)).join('');

const mobile = (random: Random): string => {
  const number = `${random.pick(mobilePrefixes)}${digits(random, 8)}`;
  return `${number.slice(0, 3)} ${number.slice(3, 7)} ${number.slice(7)}`;
};

export function inventCustomer(random: Random): InventedCustomer {
  const isForeign = random.chance(0.15);
  const isBusiness = random.chance(0.12);
  const city = random.pick(cities);
  const name = isForeign
    ? `${random.pick(firstNames)} ${random.pick(lastNames)}`
    : `${random.pick(surnames)}${random.pick(given)}`;
  const phones = [mobile(random)];
  if (random.chance(0.18)) phones.push(mobile(random));
  if (isBusiness) phones.push(`0571-8${digits(random, 7)}`);
  const house = `${random.between(1, 899)} 号 ${random.between(1, 18)}-${random.between(1, 29)}0${random.between(1, 4)}`;
  const company = isBusiness ? random.pick(companies) : null;
  const kind = isBusiness ? random.pick(['business', 'property', 'dealer']) : 'household';
  const level = random.pick(['standard', 'standard', 'standard', 'silver', 'gold']);
  return {
    name,
    company,
    kind,
    level,
    type: kind === 'dealer' ? 'partner' : isBusiness && level !== 'standard' ? 'key_account' : 'regular',
    source: random.pick(['inbound_call', 'inbound_call', 'referral', 'web', 'shop', 'campaign']),
    region: city.region,
    address: `${city.region}${random.pick(city.district)}${random.pick(roads)} ${house}`,
    phones,
    email: isForeign || random.chance(0.2) ? `customer${digits(random, 6)}@example.com` : null,
  };
}
