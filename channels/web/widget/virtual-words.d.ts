declare module 'virtual:words' {
  const words: Readonly<Record<'zh' | 'en', Readonly<Record<string, string>>>>
  export default words
}
