export const titles = {
  repair: [
    '冰箱不制冷，压缩机嗡嗡响 Fridge not cooling',
    '洗衣机 E4 报错，排水不畅',
    '空调外机异响，楼下邻居投诉',
    '热水器打不着火',
    '净水器滤芯更换后出水慢',
    '油烟机不启动，面板无显示',
    '洗衣机脱水震动大 Vibration on spin',
    '空调不制热，出风是冷的',
    '燃气灶右灶打不着火',
    '冰箱冷冻室结冰厚',
    '热水器显示 E1，忽冷忽热',
    'Washer door will not unlock',
  ],
  complaint: [
    '投诉：师傅两次失约 Missed visit twice',
    '投诉：收费与报价不符',
    '投诉：客服态度差',
    '投诉：维修后三天又坏',
    'Complaint: nobody called back',
    '投诉：安装划伤地板',
  ],
  'sales-order': [
    '滤芯年包下单 Filter year pack',
    '对开门冰箱 1 台，周六送货',
    '酒店空调 6 台报价成交',
    '净水器以旧换新',
    '滚筒洗衣机 2 台 Two washers',
  ],
} as const;

export const faults = [
  '昨晚开始不制冷，冷藏室 14 度，菜都要坏了，希望今天能来看。',
  '一启动就跳闸，插座换过还是一样。',
  'Makes a loud hum every few minutes, then stops. Bought it last year.',
  '面板一直闪 E4，重新通电也没有用。',
  '洗到一半停机，里面都是水，门打不开。',
  '出水很小，换过滤芯了，还是慢。',
];

export const complaints = [
  '约好周二上午，等了一天没有人来，也没有电话。第二次又没来。',
  '电话里说 200，上门收了 480，说法不一样，要求退差价。',
  'I was told someone would call me back within two hours. It has been two days.',
  '师傅进门没有穿鞋套，安装时把地板划了一道，不承认。',
];

export const diagnoses = [
  '启动继电器故障，带 PTC-33 上门更换。',
  '排水泵堵塞，远程指导清理后恢复，试机 10 分钟正常。',
  'Control board fault, code E4 stays after reset. Needs a visit.',
  '现场检查压缩机电流正常，更换继电器后制冷恢复，已试机 30 分钟。',
  '核实录音，报价与实收相差 280 元，建议退还差价并致歉。',
];

export const notes = [
  '客户满意，无其他问题。',
  '客户要求下次提前半小时电话。',
  'Customer is happy, no further questions.',
  '已说明保修政策。',
];

export const subTicketTitles = [
  '师傅迟到，客户要求补偿 The technician came late, the customer asks for redress',
  '配件收费有异议 Disputes the price of the part',
  '二次上门仍未修好 Not fixed at the second visit',
] as const;

/** Why a handler needs more time. */
export const extensionReasons = [
  '配件缺货，等待到货 The part is out of stock; waiting for delivery.',
  '客户改约到周末 The customer moved the visit to the weekend.',
  '需要厂家技术支持 The manufacturer has to look at it first.',
];

/** What comes up on the side and becomes a ticket of its own. */
export const splitNote = {
  title: '客户另报热水器漏水 The water heater leaks too',
  body: '客户说热水器也在漏水，需另开工单。The customer says that the water heater leaks as well.',
};
