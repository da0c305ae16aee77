/**
 * The language in which commands, logs of the start and readers speak to the people who run this: what OPERATOR_LANGUAGE says, else
 * Chinese on a terminal with a Chinese locale, else English. Plain JavaScript: it is needed before anything is installed.
 * @param {Readonly<Record<string, string | undefined>>} environment
 * @returns {'zh' | 'en'}
 */
export function operatorLanguage(environment) {
  const { OPERATOR_LANGUAGE: chosen, LANGUAGE, LC_ALL, LC_MESSAGES, LANG } = environment
  if (chosen === 'zh' || chosen === 'en') return chosen
  const locale = [LANGUAGE, LC_ALL, LC_MESSAGES, LANG].find((name) => name !== undefined && name !== '')
  return /^zh/iu.test(locale ?? Intl.DateTimeFormat().resolvedOptions().locale) ? 'zh' : 'en'
}
