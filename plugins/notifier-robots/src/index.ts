export { notifierDingtalk } from './dingtalk.ts';
export { notifierFeishu } from './feishu.ts';
export { notifierWecom } from './wecom.ts';
