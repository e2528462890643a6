/** The choices of a customer's facts, in the order that menus show them. */
export const customerKinds = ['HOUSEHOLD', 'BUSINESS', 'PROPERTY', 'DEALER'] as const;
export const customerLevels = ['STANDARD', 'SILVER', 'GOLD'] as const;
export const followUpMethods = ['CALL', 'VISIT', 'WECHAT', 'SMS', 'EMAIL', 'OTHER'] as const;
export const followUpStages = ['FIRST_CONTACT', 'NEEDS', 'TRIAL', 'QUOTE', 'SIGNED', 'LOST'] as const;
