import { isFurnitureLine } from './furniture.ts'

const tidy = (text: string | null | undefined) => (text ?? '').replaceAll(/\s+/gu, ' ').trim()

const metaOf = (document: Document, name: string) =>
  tidy(document.querySelector(`meta[name="${name}" i],meta[property="${name}" i]`)?.getAttribute('content'))

/** What sites add behind a page's title: their name and the column. */
const siteWords =
  /网|政府|门户|官网|平台|委员会|部门|局$|厅$|专栏|栏目|文件$|公开|首页|Government|Official|Portal|Home|\.gov/iu

/** The title of a page without the names of its site and column. */
export function withoutSite(title: string): string {
  const parts = title.split(/\s*[|｜]\s*|\s+[-–—]+\s+|_{1,2}|——|(?<=[\u3400-\u9fff）》])[-–—](?=[\u3400-\u9fff])/u)
  while (parts.length > 1 && (siteWords.test(parts.at(-1) ?? '') || (parts.at(-1) ?? '').length < 2)) parts.pop()
  return tidy(parts.length === 1 ? parts[0] : (parts.sort((one, other) => other.length - one.length)[0] ?? title))
}

const fit = (text: string) => text.length >= 2 && text.length <= 200 && !isFurnitureLine(text)

/** Finds the title of a page: what its publishing system says, its first heading, or its window title without the site's name. */
export function pageTitle(document: Document): string | null {
  const said = metaOf(document, 'ArticleTitle') || metaOf(document, 'Title') || metaOf(document, 'og:title')
  const window = withoutSite(tidy(document.querySelector('title')?.textContent))
  const headings = [...document.querySelectorAll('h1')].map((heading) => tidy(heading.textContent)).filter(fit)
  const agreed = headings.find((heading) => window !== '' && (window.includes(heading) || heading.includes(window)))
  const caption = [...document.querySelectorAll('table caption')].map((one) => tidy(one.textContent))
  const candidates = [
    withoutSite(said),
    agreed,
    headings[0],
    window,
    tidy(document.querySelector('h2')?.textContent),
    caption[0],
  ]
  return candidates.find((text) => text !== undefined && fit(text)) ?? null
}

const metaKeys: readonly (readonly [string, string])[] = [
  ['PubDate', '发布日期'],
  ['publishdate', '发布日期'],
  ['article:published_time', '发布日期'],
  ['ContentSource', '信息来源'],
]

const infoKeys: Readonly<Record<string, RegExp>> = {
  发布日期: /(?:发布|公布|公开|发文)?(?:日期|时间)\s*[:：]\s*(\d{4}\s*[-年/.]\s*\d{1,2}\s*[-月/.]\s*\d{1,2})/u,
  信息来源: /(?:信息|文章|稿件)?来源\s*[:：]\s*([^\s　|｜]{2,40})/u,
}

/** What the page's head and the line under its title tell about it. */
export function pageMetadata(document: Document, infoLine: string | null): Record<string, string> {
  const metadata: Record<string, string> = {}
  for (const [name, key] of metaKeys) {
    const value = metaOf(document, name)
    if (value !== '') metadata[key] ??= value
  }
  for (const [key, pattern] of Object.entries(infoKeys)) {
    const value = pattern.exec(infoLine ?? '')?.[1]
    if (value !== undefined) metadata[key] ??= value
  }
  return metadata
}
