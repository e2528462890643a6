import { field } from '@handoff/plugin-sdk';
import { z } from 'zod';

export const config = z
  .object({
    host: field(
      z
        .string()
        .trim()
        .min(1)
        .max(253)
        .regex(/^[^\s/@]+$/, 'Write a host name | 请填写主机名'),
      {
        title: { en: 'Server', zh: '服务器' },
        description: { en: 'Such as smtp.example.com.', zh: '例如 smtp.example.com。' },
      },
    ),
    port: field(z.int().min(1).max(65_535).default(587), { title: { en: 'Port', zh: '端口' } }),
    security: field(z.enum(['starttls', 'tls', 'none']).default('starttls'), {
      title: { en: 'Encryption', zh: '加密方式' },
      description: {
        en: 'starttls (usually port 587), tls (usually 465), or none for a relay in your own network.',
        zh: 'starttls（通常 587 端口）、tls（通常 465 端口），内网中继可选 none。',
      },
    }),
    checksCertificate: field(z.boolean().default(true), {
      title: { en: 'Check the certificate', zh: '校验证书' },
      description: {
        en: 'Leave it on, but for a server of your own with a certificate of its own.',
        zh: '除自建服务器使用自签名证书外请保持开启。',
      },
    }),
    user: field(z.string().trim().max(200).optional(), { title: { en: 'User', zh: '用户名' } }),
    password: field(z.string().max(500).optional(), { title: { en: 'Password', zh: '密码' }, secret: true }),
    from: field(z.email(), {
      title: { en: 'Sender address', zh: '发件地址' },
      description: { en: 'The server has to allow it.', zh: '须为服务器允许的发件地址。' },
    }),
    fromName: field(z.string().trim().max(100).default('Handoff'), { title: { en: 'Sender name', zh: '发件人名称' } }),
  })
  .refine(({ security, password }) => security !== 'none' || !password, {
    path: ['security'],
    error: 'A password is not sent without encryption | 未加密时不会发送密码',
  });
