const label =
  /^(?:索引号|信息索引号|统一登记号|规范性文件编号|发文字号|文号|文件编号|发布机构|发文机关|发文机构|发文单位|制发机关|制定机关|公开主体|责任部门|成文日期|制发日期|发文日期|发布日期|发布时间|公开日期|公开时间|生成日期|施行日期|实施日期|生效日期|失效日期|废止日期|废止时间|有效期至?|有效性|时效性|效力状态|效力|主题分类|体裁分类|公文种类|组配分类|所属主题|服务对象|服务对象分类|信息名称|文件名称|名称|标题|主题词|关键词|公开方式|公开范围|公开类别|公开程序|公开时限|语种|信息来源|来源|内容概述|文件类型|信息分类)$/u

const nameOf = (text: string) => text.replaceAll(/[\s　:：【】[\]]/gu, '')
const isLabel = (text: string) => label.test(nameOf(text))

/** Names and values of an index table: the cells, in order, alternate between a known name and its value. */
export type IndexEntries = readonly (readonly [name: string, value: string])[]

const pairUp = (texts: readonly string[]): (readonly [string, string])[] => {
  const entries: (readonly [string, string])[] = []
  for (let at = 0; at < texts.length; at += 1) {
    const text = texts[at] ?? ''
    const joined = /^([^:：]{2,14})[:：]\s*(\S.*)$/su.exec(text)
    const next = texts[at + 1]
    if (joined?.[1] !== undefined && isLabel(joined[1])) entries.push([nameOf(joined[1]), (joined[2] ?? '').trim()])
    else if (isLabel(text) && next !== undefined && !isLabel(next)) {
      entries.push([nameOf(text), next])
      at += 1
    } else if (isLabel(text)) entries.push([nameOf(text), ''])
  }
  return entries
}

const tidy = (element: Element) => element.textContent.replaceAll(/\s+/gu, ' ').trim()

function textsIn(element: Element): string[] {
  if (/^table$/iu.test(element.tagName)) return [...element.querySelectorAll('td,th')].map(tidy)
  const parts = [...element.querySelectorAll('li,dt,dd,p,div,span')].filter(
    (part) => part.children.length === 0 || part.tagName === 'LI',
  )
  return parts.filter((part) => !parts.some((other) => other !== part && other.contains(part))).map(tidy)
}

const enough = 3

/** Reads an element as an index table; null where it is none. */
export function readIndexTable(element: Element): IndexEntries | null {
  const texts = textsIn(element)
  const entries = pairUp(texts)
  const filled = entries.filter(([, value]) => value !== '')
  const mostly = entries.length * 2 >= texts.length * 0.7 || entries.length >= texts.length * 0.7
  return filled.length >= enough && mostly ? filled : null
}

/** Finds the index tables of a page, outermost first, and takes them out of it. */
export function takeIndexTables(document: Document): IndexEntries {
  const found: (readonly [string, string])[] = []
  for (const element of document.querySelectorAll(
    'table,dl,ul,[class*=suoyin],[class*=index],[class*=xxgk],[id*=suoyin]',
  )) {
    if (!document.body.contains(element) || tidy(element).length > 1_500) continue
    const entries = readIndexTable(element)
    if (entries === null) continue
    found.push(...entries)
    element.remove()
  }
  return found
}
