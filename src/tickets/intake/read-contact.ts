import type { Contact, ContactWish } from '../../core/ticket.ts'

const phone = /〔电话\d+〕/u
const email = /〔邮箱\d+〕/u
const ownName =
  /(?:我叫|我是|姓名[:：是]?|名字[是叫:：]?|本人|联系人[:：是]?|my (?:full )?name is|this is|i am|i'm|name:)\s{0,2}(〔姓名\d+〕)/iu
const surname =
  /(?:我?姓|免贵姓|叫我|称呼我?)([\p{Script=Han}]{1,3}?(?:先生|女士|小姐|师傅|老师|阿姨|大爷)?)(?=[，,。！!\s]|$)/u
/** The number of somebody else: of the one complained about. */
const others =
  /(?:对方|商家|老板|店家?|他|她|骗子|中介|骚扰|来电|陌生|公司|物业|号码[是为]|打进来|打来|their|his|her|caller|shop|landlord)[^，。；,.;]{0,12}〔电话\d+〕/iu

const anonymous =
  /匿名|不留名|不署名|no name\b|without (?:a|my) name|不(?:想|愿意?)(?:留|说)(?:名|姓名|名字|身份)|anonymous|do(?:n'?t| not) (?:want to )?(?:leave|give) (?:my|a) name/iu
/** Not to be given away: whoever says so and leaves a number wants to be called, and the department not to know. */
const discreet = /不(?:想|愿意?)透露(?:名|姓名|名字|身份)|(?:不|别|不能|绝对不能|不要)(?:透露|暴露|泄露)/iu
const confidential =
  /保密|(?:别|不要|不能|请勿|不想|不愿意?|不希望)(?:让|被|给|告诉|透露给?)(?:对方|物业|邻居|他们?|她们?|单位|老板|商家|公司|别人)[^，。]{0,6}(?:知道|晓得|我)|不公开|(?:名字|姓名|信息|我)(?:别|不要|不能)(?:说出去|告诉|透露|给|让)|别(?:把我(?:的)?(?:名字|信息|电话)?(?:给|告诉|透露|说)|打(?:厂里|单位|公司|家里)|说是我|说出去)|怕(?:他们?|被)?(?:报复|打击)|会报复|(?:别|莫|勿要?|不要|不准|不许)(?:再)?(?:说|讲|提|露|告诉|透露)(?:是)?(?:出)?(?:我|吾|俺|隔壁|邻居|本人|是)|就说(?:是)?(?:路人|邻居|别人|群众|居民)|(?:don'?t|do not|please not) (?:mention|reveal|give (?:out )?|share|tell)[^,.]{0,20}(?:name|it was me|them)|confidential|keep (?:my|it) (?:name |details )?(?:private|secret)|don'?t tell (?:them|him|her|the)/iu
const declined =
  /^(?:都?不用|不留|不要|不需要|不方便|不想|不必|不写|不填|算|没有|没|无|跳过|不了|莫得|冇|用不着|随便|免|no\b|none|skip|nah|i'?d rather not|not necessary|rather not)|用不着|不(?:想)?留|不写|热心市民|不麻烦|no need/iu
/** "李女士，138…", "138… 刘", "Daniel, 138…": a name beside the number. */
const beside =
  /^([\p{Script=Han}]{1,3}(?:先生|女士|小姐|师傅|老师|阿姨|大爷)?|[A-Z][a-z]+(?: [A-Z][a-z]+)?)[，,、\s]*〔电话|〔电话\d+〕[，,、\s]*(?:我?(?:叫|姓|是))?([\p{Script=Han}]{1,3}(?:先生|女士|小姐)?)[。.\s]*$/u
const notName = /留|电话|手机|打|号|可以|行|好|给|不|写|爱|保密|匿名|联系/u
const willing =
  /(?:留|给|报|写)(?:一?个|下|我的?)?(?:电话|手机|号码|联系方式)|实名|(?:可以|能)(?:联系|打给)我|leave (?:my|a) (?:phone|number)|call me|named?$/iu

function wishOf(text: string, reachable: boolean): ContactWish | null {
  if (confidential.test(text)) return 'confidential'
  if (anonymous.test(text)) return 'anonymous'
  if (!discreet.test(text)) return null
  return reachable ? 'confidential' : 'anonymous'
}

/** Of somebody who wants to be anonymous nothing is kept, whatever they said. */
const keptOf = (contact: Contact): Contact =>
  contact.wish === 'anonymous' ? { wish: 'anonymous', name: null, phone: null, email: null } : contact

/** What a message says of how the person can be reached; null where it says nothing of it. Placeholders stand for the data. */
export function readContact(text: string): Contact | null {
  const own = others.test(text) ? null : (phone.exec(text)?.[0] ?? null)
  const mail = email.exec(text)?.[0] ?? null
  const name = ownName.exec(text)?.[1] ?? surname.exec(text)?.[1] ?? null
  const wish = wishOf(text, own !== null || mail !== null)
  if (own === null && mail === null && name === null && wish === null) return null
  return keptOf({ wish: wish ?? 'named', name, phone: own, email: mail })
}

/** The same for an answer to "how can we reach you": any name, number or refusal counts. */
export function readContactAnswer(text: string): Contact | 'willing' | 'declined' | null {
  const said = readContact(text)
  const number = said?.phone ?? phone.exec(text)?.[0] ?? null
  const near = beside.exec(text.trim())
  const called = near?.[1] ?? near?.[2]
  const name =
    said?.name ?? /〔姓名\d+〕/u.exec(text)?.[0] ?? (called === undefined || notName.test(called) ? null : called)
  if (number !== null || name !== null || said !== null)
    return keptOf({ wish: said?.wish ?? 'named', name, phone: number, email: said?.email ?? null })
  if (willing.test(text.trim())) return 'willing'
  return declined.test(text.trim()) ? 'declined' : null
}

/**
 * Two statements of one person: the later adds to the earlier, and its wish counts where it states one. Nothing is kept of whoever is
 * anonymous; a number that they give later is for the hotline alone.
 */
export function mergeContact(before: Contact | null, later: Contact): Contact {
  if (later.wish === 'anonymous') return keptOf(later)
  if (before?.wish === 'anonymous' && later.wish === 'named')
    return later.phone === null && later.email === null ? before : { ...later, wish: 'confidential' }
  return {
    wish: later.wish === 'named' && before?.wish === 'confidential' ? before.wish : later.wish,
    name: later.name ?? before?.name ?? null,
    phone: later.phone ?? before?.phone ?? null,
    email: later.email ?? before?.email ?? null,
  }
}
