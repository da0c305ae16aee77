import { describe, expect, it } from 'vitest'
import { createReadFacts } from '../../../src/tickets/intake/read-facts.ts'
import { readLeaveFor, readOtherMatter } from '../../../src/tickets/intake/read-turning.ts'
import { told } from './make-intake.ts'

const read = createReadFacts({
  findRegions: () => ({ known: [], foreign: null }),
  regions: () => [['云汀市', '滨江区']],
  aliases: {},
})
const other = (text: string) => readOtherMatter(text, (part) => read(told(part)))

describe('dropping a demand for something else', () => {
  it.each([
    ['算了，帮我查一下公积金余额', '帮我查一下公积金余额'],
    ['算了，公积金怎么提取？', '公积金怎么提取？'],
    ['先不登记了，我想问居住证去哪里办', '我想问居住证去哪里办'],
    ['这个不用了，我要投诉楼上半夜装修', '我要投诉楼上半夜装修'],
    ['never mind, can you tell me how to get a residence permit?', 'can you tell me how to get a residence permit?'],
  ])('is heard with what is wanted instead: "%s"', (text, rest) => expect(readLeaveFor(text)).toBe(rest))

  it.each(['算了', '算了，他们停了', '算了，就写今天吧', '不登记了，谢谢', '算了，不投诉了', '停水怎么算了两次钱？'])(
    'is not heard in "%s"',
    (text) => expect(readLeaveFor(text)).toBeNull(),
  )
})

describe('another matter than the one taken down', () => {
  it.each([
    ['不是这个，我要投诉的是物业不修电梯', '投诉物业不修电梯'],
    ['我不是要投诉这个，我要说的是路灯坏了', '路灯坏了'],
    ['搞错了，我说的是楼上半夜装修', '楼上半夜装修'],
    [
      "No, that's not it. I mean the elevator is broken and nobody fixes it",
      'the elevator is broken and nobody fixes it',
    ],
  ])('is heard in "%s"', (text, matter) => expect(other(text)).toBe(matter))

  it.each([
    '不是三号楼，是五号楼',
    '不是这个，我说的是新河路18号',
    '不对，我说的是昨天晚上',
    '不是投诉，是建议',
    '不是，我要改时间',
    "that's not it, it's building 5",
  ])('is not heard in a correction: "%s"', (text) => expect(other(text)).toBeNull())
})
