/** Languages that citizens and operators can read. Documents, phrases and replies carry one of these. */
export const languages = ['zh', 'en'] as const
export type Language = (typeof languages)[number]
