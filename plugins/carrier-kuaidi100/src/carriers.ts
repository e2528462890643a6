import type { CarrierChoice } from '@handoff/plugin-sdk';

const carrier = (key: string, en: string, zh: string): CarrierChoice => ({ key, name: { en, zh } });

/** The carriers that people choose from, under Kuaidi100's codes for them. A detected one may be another. */
export const carriers: readonly CarrierChoice[] = [
  carrier('shunfeng', 'SF Express', '顺丰速运'),
  carrier('zhongtong', 'ZTO Express', '中通快递'),
  carrier('yuantong', 'YTO Express', '圆通速递'),
  carrier('yunda', 'Yunda Express', '韵达快递'),
  carrier('shentong', 'STO Express', '申通快递'),
  carrier('jtexpress', 'J&T Express', '极兔速递'),
  carrier('jd', 'JD Logistics', '京东物流'),
  carrier('ems', 'EMS', 'EMS'),
  carrier('youzhengguonei', 'China Post', '邮政快递包裹'),
  carrier('debangkuaidi', 'Deppon Express', '德邦快递'),
];
