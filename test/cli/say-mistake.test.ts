import { Command, InvalidArgumentError, Option } from 'commander'
import { describe, expect, it } from 'vitest'
import { sayMistake } from '../../src/cli/say-mistake.ts'
import { tellOperator } from '../../src/tell-operator.mjs'

/** What commander itself complains of, so that a new version with other words is noticed. */
function complaintAbout(...words: readonly string[]): string {
  let said = ''
  const program = new Command('p').exitOverride().configureOutput({ outputError: (message) => void (said = message) })
  const refuse = () => {
    throw new InvalidArgumentError('为什么。')
  }
  program
    .command('do <thing>')
    .allowExcessArguments(false)
    .option('--limit <number>', '', refuse)
    .addOption(new Option('--language <language>').choices(['zh', 'en']))
    .action(() => undefined)
  expect(() => program.parse([...words], { from: 'user' })).toThrow()
  return said
}

describe('a mistake in a command', () => {
  it.each([
    [['frob'], '没有“frob”这个选项或命令。'],
    [['do', 'x', '--frob'], '没有“--frob”这个选项或命令。'],
    [['do'], '缺少“thing”。'],
    [['do', 'x', 'y'], '内容太多。'],
    [['do', 'x', '--limit'], '选项“--limit <number>”后面缺少内容。'],
    [['do', 'x', '--limit', 'z'], '选项“--limit <number>”的内容不能用。为什么。'],
    [['do', 'x', '--language', 'fr'], '选项“--language <language>”只能是：zh, en。'],
  ])('is told in the operator’s language: %j', (words, said) => {
    expect(sayMistake(complaintAbout(...words), tellOperator('zh'))).toContain(said)
  })

  it('stays as it was worded where it is not known', () => {
    expect(sayMistake('error: something new\n', tellOperator('zh'))).toBe('error: something new\n')
  })
})
