/** The departments of the demo company, three levels deep: name and what is below. */
export interface DepartmentPlan {
  key: string;
  name: string;
  head: string;
  below?: DepartmentPlan[];
}

export const departments: DepartmentPlan = {
  key: 'company',
  name: '海辰家电服务 Haichen Appliance Service',
  head: 'zhou.min',
  below: [
    {
      key: 'service',
      name: '客户服务中心 Customer service',
      head: 'zhou.min',
      below: [
        { key: 'service-1', name: '客服一部 Service team 1', head: 'sun.li' },
        { key: 'service-2', name: '客服二部 Service team 2', head: 'wu.qian' },
        { key: 'complaints', name: '投诉处理组 Complaints', head: 'he.jing' },
      ],
    },
    {
      key: 'technical',
      name: '技术部 Technical',
      head: 'zhao.lei',
      below: [
        { key: 'diagnosis', name: '远程诊断 Remote diagnosis', head: 'zhao.lei' },
        { key: 'hangzhou', name: '杭州服务站 Hangzhou station', head: 'lin.hao' },
        { key: 'shanghai', name: '上海服务站 Shanghai station', head: 'tang.wei' },
      ],
    },
    {
      key: 'sales',
      name: '销售部 Sales',
      head: 'gao.yuan',
      below: [{ key: 'sales-east', name: '华东销售 Sales east', head: 'gao.yuan' }],
    },
    {
      key: 'operations',
      name: '运营部 Operations',
      head: 'fang.yu',
      below: [
        { key: 'warehouse', name: '仓储 Warehouse', head: 'fang.yu' },
        { key: 'finance', name: '财务 Finance', head: 'xu.lan' },
      ],
    },
  ],
};

export interface AgentPlan {
  login: string;
  name: string;
  workNumber: string;
  department: string;
  manager: string | null;
  roles: string[];
  groups: string[];
}

const agent = (
  login: string,
  name: string,
  workNumber: string,
  department: string,
  manager: string | null,
  roles: string[],
  groups: string[],
): AgentPlan => ({ login, name, workNumber, department, manager, roles, groups });

/** Twenty people: who they report to, what they may do, which groups they serve in. */
export const agents: AgentPlan[] = [
  agent('admin', '钱晨 Qian Chen', '001', 'company', null, ['super-admin'], []),
  agent('zhou.min', '周敏 Zhou Min', '101', 'service', null, ['manager'], ['customer-service-1', 'customer-service-2']),
  agent('sun.li', '孙丽 Sun Li', '102', 'service-1', 'zhou.min', ['manager', 'call-agent'], ['customer-service-1']),
  agent('li.na', '李娜 Li Na', '103', 'service-1', 'sun.li', ['call-agent'], ['customer-service-1']),
  agent('chen.yu', '陈宇 Chen Yu', '104', 'service-1', 'sun.li', ['call-agent'], ['customer-service-1']),
  agent(
    'wu.qian',
    '吴倩 Wu Qian',
    '105',
    'service-2',
    'zhou.min',
    ['manager', 'all-channel-agent'],
    ['customer-service-2'],
  ),
  agent('ma.li', '马丽 Ma Li', '106', 'service-2', 'wu.qian', ['all-channel-agent'], ['customer-service-2']),
  agent('huang.kai', '黄凯 Huang Kai', '107', 'service-2', 'wu.qian', ['call-agent'], ['customer-service-2']),
  agent('he.jing', '何静 He Jing', '108', 'complaints', 'zhou.min', ['manager', 'call-agent'], ['complaints']),
  agent('emily.chen', 'Emily Chen', '109', 'complaints', 'he.jing', ['call-agent'], ['complaints']),
  agent('zhao.lei', '赵磊 Zhao Lei', '201', 'technical', null, ['manager'], ['technical']),
  agent('liu.yang', '刘洋 Liu Yang', '202', 'diagnosis', 'zhao.lei', ['agent'], ['technical']),
  agent('guo.tao', '郭涛 Guo Tao', '203', 'diagnosis', 'zhao.lei', ['agent'], ['technical']),
  agent('lin.hao', '林浩 Lin Hao', '204', 'hangzhou', 'zhao.lei', ['manager'], ['field-hangzhou']),
  agent('deng.bo', '邓波 Deng Bo', '205', 'hangzhou', 'lin.hao', ['agent'], ['field-hangzhou']),
  agent('tang.wei', '唐伟 Tang Wei', '206', 'shanghai', 'zhao.lei', ['manager', 'agent'], ['field-shanghai']),
  agent('gao.yuan', '高远 Gao Yuan', '301', 'sales', null, ['manager'], ['sales-east']),
  agent('song.jia', '宋佳 Song Jia', '302', 'sales-east', 'gao.yuan', ['agent'], ['sales-east']),
  agent('fang.yu', '方宇 Fang Yu', '401', 'warehouse', null, ['manager'], ['warehouse']),
  agent('xu.lan', '徐兰 Xu Lan', '402', 'finance', 'fang.yu', ['agent'], ['finance']),
];

export interface GroupPlan {
  key: string;
  name: string;
  kind: 'voice' | 'chat' | 'work';
  strategy: string;
  leader: string;
}

const group = (key: string, name: string, kind: GroupPlan['kind'], leader: string): GroupPlan => ({
  key,
  name,
  kind,
  strategy: kind === 'voice' ? 'longest_idle' : 'claim',
  leader,
});

export const groups: GroupPlan[] = [
  group('customer-service-1', '客服一组 Customer service 1', 'voice', 'sun.li'),
  group('customer-service-2', '客服二组 Customer service 2', 'voice', 'wu.qian'),
  group('complaints', '投诉组 Complaints', 'voice', 'he.jing'),
  group('technical', '技术支持 Technical support', 'work', 'zhao.lei'),
  group('field-hangzhou', '杭州上门 Field Hangzhou', 'work', 'lin.hao'),
  group('field-shanghai', '上海上门 Field Shanghai', 'work', 'tang.wei'),
  group('sales-east', '华东销售 Sales east', 'work', 'gao.yuan'),
  group('warehouse', '仓储 Warehouse', 'work', 'fang.yu'),
  group('finance', '财务 Finance', 'work', 'xu.lan'),
];
