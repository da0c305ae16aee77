const chinese =
  /(?:希望(?:你们|有关部门|相关部门|政府|部门|能够?|可以|得到)*|要求|请求|恳请|诉求(?:是|就是|：|:)|(?:我|只|就|我们)(?:就|只)?(?:想要?|要)(?=他|她|退|赔|对方|物业|你们|道歉|能|尽|把|他们|让)|(?:请|麻烦|拜托)(?:你们|有关部门|相关部门|政府|部门|城管|物业|尽快|尽早|赶紧|派人|及时|安排|帮忙|帮我|督促|协调|给)|能不能(?:尽快|派人|让|请|安排|给)|能否(?:尽快|派人|让|请|安排)|应该(?=赔|退|道歉|罚|给个))[^。！!？?；;\n]{1,60}/u
const english =
  /\b(?:I (?:hope|want|would like|'d like|wish|ask)|we (?:hope|want|would like)|please|could you|can you|my wish is|they should)\b(?! (?:to (?:complain|report|raise|suggest|praise|make|file|speak|talk|know|ask|thank)|talk|help me (?:file|report)))[^.!?\n]{4,120}/iu
const lead =
  /^(?:希望|要求|请求|恳请|诉求(?:是|就是|：|:)|I (?:hope|want|would like|'d like|wish)(?: that)?(?: you)?(?: to)?\s|we (?:hope|want)(?: that)?(?: to)?\s)/iu

/** What follows a wish in the same breath and is none: who speaks and how to reach them. */
const others =
  /[，,、\s]+(?:我(?:叫|姓|是)|本人|(?:我的?)?(?:电话|手机|联系|号码)|匿名|保密|请?(?:别|不要)(?:把我|说是我|透露)|〔).*$|,?\s(?:my name|my number|i'?m [A-Z]|you can (?:reach|call)|call me).*$/su

/** What a message asks to be done, in its own words; null where it asks for nothing. */
export function readWanted(text: string): string | null {
  const match = chinese.exec(text) ?? english.exec(text)
  if (match === null) return null
  const said = match[0]
    .replace(others, '')
    .trim()
    .replace(/[，,、\s]+$/u, '')
  const bare = said.replace(lead, '').trim()
  return bare.length >= 2 ? bare : said
}

/** An answer to "what do you wish for": the whole of it. */
export const readWantedAnswer = (text: string): string => {
  const said = text.trim().replace(/[。.！!]+$/u, '')
  return readWanted(said) ?? said.replace(lead, '')
}
