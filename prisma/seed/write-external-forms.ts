import { createExternalFormLink } from '@handoff/core/external-form/create-external-form-link';
import { createExternalForm } from '@handoff/core/external-form/create-external-form';
import { updateExternalForm } from '@handoff/core/external-form/update-external-form';
import type { Context } from '@handoff/core/platform/context';
import { createSecretBox } from '@handoff/core/platform/secret-box';

interface FormPlan {
  type: string;
  responsible: string;
  title: { en: string; zh: string };
  intro: { en: string; zh: string };
  thanks: { en: string; zh: string };
  fields: string[];
  /** What fields are called here, where the type speaks to colleagues. */
  labels?: Record<string, { en: string; zh: string }>;
  links: string[];
}

const forms: FormPlan[] = [
  {
    type: 'repair',
    responsible: 'li.na',
    title: { en: 'Ask for a repair', zh: '在线报修' },
    intro: {
      en: 'Tell us what is wrong. A technician calls you back within two hours of service time.',
      zh: '请描述故障情况，技术员将在两个服务小时内回电。',
    },
    thanks: { en: 'Thank you. We call you back soon.', zh: '感谢您的报修，我们会尽快回电。' },
    fields: [
      'appliance_kind',
      'appliance_model',
      'symptoms',
      'error_code',
      'fault_description',
      'fault_media',
      'warranty',
      'purchase_date',
      'purchase_proof',
      'contact_phone',
      'service_address',
      'preferred_time',
    ],
    links: ['官网 Website', '门店海报 Shop poster'],
  },
  {
    type: 'complaint',
    responsible: 'he.jing',
    title: { en: 'Tell us what went wrong', zh: '意见与投诉' },
    intro: { en: 'Somebody from our complaints team answers you in person.', zh: '投诉处理组将由专人回复您。' },
    thanks: { en: 'Thank you for telling us.', zh: '感谢您的反馈。' },
    labels: {
      subject: { en: 'What it is about', zh: '反馈类别' },
      statement: { en: 'What happened', zh: '请描述经过' },
      demands: { en: 'What you ask for', zh: '您的诉求' },
      evidence: { en: 'Pictures or papers', zh: '照片或凭证' },
    },
    fields: ['subject', 'statement', 'demands', 'evidence', 'contact_phone', 'contact_email'],
    links: ['短信回访 After-service message'],
  },
];

/** Forms for the company's website and shops, with links for anybody; those for one customer are made one by one. */
export async function writeExternalForms(
  context: Context,
  typeIds: ReadonlyMap<string, string>,
  agentIds: ReadonlyMap<string, string>,
  secretKey: string,
): Promise<void> {
  const equipped: Context = { ...context, secrets: createSecretBox(secretKey) };
  for (const { type, responsible, title, intro, thanks, fields, labels, links } of forms) {
    const responsibleId = agentIds.get(responsible);
    const formId = await createExternalForm(equipped, { typeId: typeIds.get(type) ?? '', title, responsibleId });
    await updateExternalForm(equipped, {
      formId,
      expectedVersion: 1,
      intro,
      thanks,
      fields: fields.map((key) => ({ key, label: labels?.[key] })),
      fileKinds: ['image', 'document', 'audio_video'],
      isActive: true,
    });
    for (const name of links) await createExternalFormLink(equipped, { formId, name });
  }
}
