import type { IntakeQuestion } from '../../core/intake.ts'

/** A wish to change one part of the draft; `to` is what it is to become, '' where that is not said. */
export interface Change {
  field: IntakeQuestion | null
  /** What was wrong, where it is named; it may stand in several parts. */
  from: string
  to: string
}

const fields: readonly (readonly [IntakeQuestion, RegExp])[] = [
  ['when', /时间|日期|时候|日子|\b(?:time|date|day)\b/iu],
  ['where', /地点|地址|位置|地方|路名|小区名|楼号|\b(?:place|address|location|where)\b/iu],
  ['contact', /联系方式|电话|手机号?|号码|姓名|名字|联系人|\b(?:contact|phone|name|telephone|mobile)\b/iu],
  ['wish', /诉求|要求|希望|期望|\b(?:wish|request|wanted result)\b/iu],
  ['kind', /类别|类型|性质|分类|\b(?:kind|type|category)\b/iu],
  ['what', /内容|描述|经过|情况|事情|标题|主题|\b(?:description|what happened|content|subject)\b/iu],
]
const fieldOf = (text: string): IntakeQuestion | null => fields.find(([, pattern]) => pattern.test(text))?.[0] ?? null

const instead =
  /不是(?<wrong>[^，,。；;！!？?]{1,24})[，,。；;！!\s]+(?:而?是|应该是|应当是|是在|在|我?(?:要|想)(?:的是)?|我?说的是)(?<right>[^。；;！!\n]{1,60})/u
const insteadReversed = /(?:^|[，,])(?:应该)?是(?<right>[^，,。；;]{1,40})[，,]\s?不是(?<wrong>[^，,。；;！!]{1,24})/u
const insteadEnglish =
  /\bnot\s(?<wrong>[^,.;]{1,40})[,.;]?\s(?:but|it'?s|it is|it was|rather)?\s?(?<right>[^.;]{1,60})|\b(?:it'?s|it was|it is|i meant|should be|make that)\s(?<right2>[^,.;]{1,60}),?\snot\s(?<wrong2>[^,.;]{1,40})/iu
const mistaken =
  /(?<part>[^，,。]{0,8}?)(?:(?:说|写|记|报|填|搞|弄|讲|打|看)(?:错|混|岔|反|快)(?:了)?|口误|不对|有误|错了|更正(?:一下)?|纠正(?:一下)?|不准确)[，,。：:啊\s]*(?:不对|错了|[^，,。]{0,6}?(?:应该是|应当是|是在|其实是|是|改成|改为|为))*(?<right>[^。；;！!\n]{1,60})/u
const mistakenEnglish =
  /(?<part>[^,.]{0,24}?)\b(?:(?:is|was) wrong|(?:got|had|said|wrote) (?:it|that|the \w+)?\s?wrong|i (?:made a mistake|was mistaken)|sorry|correction|actually)[,.:;\s—-]*(?:i meant|it (?:was|is|should be|happened)|it'?s|that (?:was|is)|make (?:it|that)|should be|the \w+ (?:is|was))\s(?<right>[^.;\n]{1,60})/iu
const change =
  /^(?:请|帮我|麻烦|我想|我要|想|把|将|the|please|can you|could you|i want to|i'd like to)*\s*(?:(?:修改|更改|改|换|变更|更正|重新(?:填|说))(?:一下|下|个)?(?<field1>[^，,。]{1,8}?)(?:(?:改成|改为|为|成|[:：，,])(?<right1>.{1,60}))?|(?<field2>[^，,。]{1,8}?)(?:(?:需要?|要|得)?(?:修改|更改|改|换)(?:成|为|一下|下)?)[:：，,]?(?<right2>.{0,60})|(?:change|correct|edit|fix)\s(?:the\s)?(?<field3>[a-z ]{2,20}?)(?:\sto\s(?<right3>.{1,60}))?)[。.！!]*$/iu
const wrongPart =
  /^(?<field4>[^，,。]{1,8}?)(?:不对|错了|有误|写错了|说错了|填错了)[。.！!]*$|^the (?<field5>[a-z ]{2,16}) (?:is|was) (?:wrong|not right|incorrect)[.!]*$/iu

const trim = (text: string | undefined) =>
  (text ?? '')
    .trim()
    .replace(/^(?:的是|的|在)(?=.{2})/u, '')
    .replace(/[。.！!，,]+$/u, '')

/** Reads a correction or the wish for one; null where the message is neither. */
export function readChange(text: string): Change | null {
  const said = text.trim()
  const swapped = (instead.exec(said) ?? insteadReversed.exec(said) ?? insteadEnglish.exec(said))?.groups
  if (swapped !== undefined) {
    const [wrong, right] = [trim(swapped['wrong'] ?? swapped['wrong2']), trim(swapped['right'] ?? swapped['right2'])]
    if (wrong !== '' && right !== '')
      return { field: fieldOf(said.slice(0, said.search(/不是|not /iu))), from: wrong, to: right }
  }
  const wished = change.exec(said)?.groups
  const named = wished?.['field1'] ?? wished?.['field2'] ?? wished?.['field3']
  const field = named === undefined ? null : fieldOf(named)
  if (field !== null)
    return { field, from: '', to: trim(wished?.['right1'] ?? wished?.['right2'] ?? wished?.['right3']) }
  const erred = (mistaken.exec(said) ?? mistakenEnglish.exec(said))?.groups
  if (erred !== undefined)
    return {
      field: fieldOf(erred['part'] ?? '') ?? fieldOf(said.slice(0, said.indexOf(erred['right'] ?? ''))),
      from: '',
      to: trim(erred['right']),
    }
  const part = wrongPart.exec(said)?.groups
  const wrong = fieldOf(part?.['field4'] ?? part?.['field5'] ?? '')
  return wrong === null ? null : { field: wrong, from: '', to: '' }
}
