/** Whether nothing was said. */
export const isBlank = (text: string): boolean => text.trim() === ''
