/** Elements of a page that are never its text. */
export const furnitureTags =
  'script,style,noscript,template,iframe,object,embed,svg,canvas,nav,header,footer,aside,form,button,select,input,textarea,dialog,audio,video,map'

const furnitureNames =
  /(?:^|[\s_-])(?:nav|navbar|menu|submenu|topbar|top|header|head|foot|footer|copyright|crumbs?|breadcrumbs?|position|location|weizhi|dqwz|share|bshare|bdsharebuttonbox|social|search|login|toolbar|tools?|print|sidebar|side|aside|rel|related|recommend|hot|pager|pagination|comments?|banner|advert|ads?|qrcode|ewm|popup|modal|links?|friendlink|yqlj|gotop|backtop|zoomtools|accessibility|wza)(?=$|[\s_\d-])/iu

const opensFurniture =
  /^(?:您?(?:现在|当前|目前)?的?(?:所在)?位置\s*[:：]|首页\s*[>＞»]|上一[篇条页]\s*[:：]|下一[篇条页]\s*[:：]|分享到|【?字[体号][大小]?\s*[:：]|(?:浏览|点击|访问)(?:次数|量|数)\s*[:：]|责任编辑\s*[:：]|扫一扫|版权所有|copyright\b|网站标识码|今天是\s*\d{4}|您?(?:是|为)?第\s*\d+\s*位访问)/iu
const register = /ICP[备证]|公网安备|网站标识码/u
const furnitureWord =
  /^(?:首页|网站地图|联系我们|关于我们|设为首页|加入收藏|收藏本站|返回(?:顶部|首页|列表|上一页)?|上一[篇条页]|下一[篇条页]|相关(?:阅读|链接|新闻|文章|推荐|文档|稿件|附件下载)|推荐阅读|热门(?:推荐|文章)|分享|收藏|打印(?:本页|此页|页面)?|关闭(?:窗口|本页|页面)?|无障碍(?:浏览|阅读)?|长者(?:模式|版)|适老(?:版|化)|智能问答|登录|注册|搜索|手机版|繁体(?:版|中文)?|简体(?:版|中文)?|English|微信|微博|大|中|小|隐私(?:声明|保护)|网站(?:声明|帮助)|使用帮助)$/iu

/** Lines that portals set around a text: breadcrumbs, buttons, counters, the words of a footer. Whole lines only. */
export function isFurnitureLine(text: string): boolean {
  const line = text.trim()
  if (line.length > 160 || line === '') return false
  const parts = line.split(/[\s|｜/·•[\]【】（）()、，]+/u).filter((part) => part !== '')
  return (
    opensFurniture.test(line) ||
    register.test(line) ||
    (parts.length > 0 && parts.every((part) => furnitureWord.test(part)))
  )
}

/** The line under a title that tells when and by whom a page was set up. */
const infoWords =
  /来源|信息来源|发布(?:日期|时间)|公开日期|浏览(?:次数|量)|点击(?:数|次数|量)|阅读(?:次数|量)?|访问次数|字[体号]|打印|作者|编辑|责任编辑/gu
export const isInfoLine = (text: string): boolean =>
  text.length <= 200 && new Set(text.match(infoWords) ?? []).size >= 2

export const looksLikeFurniture = (element: Element): boolean => {
  const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`
  return (
    furnitureNames.test(names) ||
    /^(?:navigation|banner|contentinfo|search|complementary)$/iu.test(element.getAttribute('role') ?? '')
  )
}

const textLength = (element: Element) => element.textContent.replaceAll(/\s+/gu, '').length
const linkLength = (element: Element) =>
  [...element.querySelectorAll('a')].reduce((sum, link) => sum + textLength(link), 0)

const file = /\.(?:docx?|xlsx?|pdf|wps|et|ofd|zip|rar|7z|rtf|txt|csv|pptx?)(?:$|[?#])/iu
export const isFileLink = (link: Element): boolean =>
  file.test(link.getAttribute('href') ?? '') || file.test(link.textContent.trim())

/** A block made of links to other pages. Links to files are attachments and stay. */
export function isLinkList(element: Element): boolean {
  const links = [...element.querySelectorAll('a')]
  if (links.length < 2 || links.some(isFileLink)) return false
  return linkLength(element) >= textLength(element) * 0.6
}
