import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Channel } from '../../src/core/channel.ts'
import { speak, openHouse, type House } from '../channels/open-house.ts'
import { hostile, quote, scriptedSteps } from '../channels/scripted-steps.ts'
import { phrase } from '../../src/core/phrase.ts'

/** One person at the far end of a channel, driven the way the channel's platform drives it. */
export interface Person {
  /** Sends a message; the platform may send the same id again. */
  say(text: string, id: string): Promise<void>
  /** What this person has been shown so far, once there are at least `count` replies, oldest first. */
  shown(count: number): Promise<readonly string[]>
}

export interface ChannelHarness {
  channel: Channel
  meet(): Promise<Person>
}

/** What every channel keeps, whatever it carries messages over. */
export function describeChannel(name: string, make: () => Promise<ChannelHarness>): void {
  describe(name, () => {
    let harness: ChannelHarness
    let house: House
    beforeEach(async () => {
      harness = await make()
      house = await openHouse({ channel: harness.channel, steps: scriptedSteps })
    })
    afterEach(() => house.close())

    it('brings a message to the assistant and the reply to the person', async () => {
      const person = await harness.meet()
      await person.say('居住证多久能拿到？', 'message-1')
      expect((await person.shown(1)).join('\n')).toContain(quote)
    })

    it('answers a message once that its platform delivers twice', async () => {
      const person = await harness.meet()
      await person.say('居住证多久能拿到？', 'message-1')
      await person.say('居住证多久能拿到？', 'message-1')
      await person.say('kind:refusal', 'message-2')
      const shown = await person.shown(2)
      expect(shown.filter((text) => text.includes(quote))).toHaveLength(1)
      expect(shown).toHaveLength(2)
    })

    it('keeps the replies in the order of the messages', async () => {
      const person = await harness.meet()
      await person.say('kind:refusal', 'message-1')
      await person.say('居住证多久能拿到？', 'message-2')
      const [first, second] = await person.shown(2)
      expect(first).toContain(speak(phrase('refusal.privacy'), 'zh'))
      expect(second).toContain(quote)
    })

    it('shows no one what is said to another', async () => {
      const [one, other] = [await harness.meet(), await harness.meet()]
      await one.say('kind:refusal', 'message-1')
      await other.say('居住证多久能拿到？', 'message-1')
      expect((await one.shown(1)).join('\n')).not.toContain(quote)
      expect((await other.shown(1)).join('\n')).toContain(quote)
    })

    it.each(['unanswered', 'question', 'reply', 'emergency', 'ticket', 'handover', 'refusal'])(
      'shows the words of an outcome of kind %s, and counts it as delivered',
      async (kind) => {
        const person = await harness.meet()
        await person.say(`kind:${kind}`, 'message-1')
        const [shown] = await person.shown(1)
        expect(shown?.trim()).not.toBe('')
        await expect.poll(() => house.store.outbox.due(new Date('2100-01-01'), 10)).toEqual([])
      },
    )

    it('shows markup in an answer as the words it is', async () => {
      const person = await harness.meet()
      await person.say('hostile', 'message-1')
      expect((await person.shown(1)).join('\n')).toContain(hostile)
    })

    it('can be stopped twice', async () => {
      await harness.channel.stop()
      await expect(harness.channel.stop()).resolves.toBeUndefined()
    })
  })
}
