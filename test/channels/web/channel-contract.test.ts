import { describeChannel } from '../../contracts/channel.ts'
import { makeWeb } from './make-web.ts'
import { openVisitor, replies, repliesOf } from './visitor.ts'

describeChannel('the web channel', async () => {
  const channel = makeWeb()
  return {
    channel,
    async meet() {
      const visitor = await openVisitor(channel)
      return {
        async say(text, id) {
          const { status } = await visitor.say(text, id)
          if (status !== 202) throw new Error(`The message was refused with ${status}.`)
        },
        shown: async (count) => repliesOf(await visitor.follow(replies(count))).map(({ reply }) => reply.text),
      }
    },
  }
})
