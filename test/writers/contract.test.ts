import { describeWriter } from '../contracts/writer.ts'
import { answerLines } from '../fakes/model-server.ts'
import { createExtractiveWriter } from '../../src/writers/extractive/create-extractive-writer.ts'
import { openModelWriter } from './open-model-writer.ts'

describeWriter('that quotes', async () => ({ writer: createExtractiveWriter(), close: async () => undefined }))

const good = answerLines([
  ['参保居民在三级医院住院，报销比例为65%。', 'P1'],
  ['三级医院住院的起付标准为900元。', 'P1'],
  ['异地住院未备案的，报销比例降低10个百分点。', 'P2'],
])
describeWriter('with a language model', () => openModelWriter({ kind: 'stream', text: good }))

const lies = answerLines([
  ['参保居民在三级医院住院，报销比例为90%。', 'P1'],
  ['三级医院住院的起付标准为900元。', 'P1'],
  ['三级医院住院全部免费。', 'P9'],
])
describeWriter('with a language model that lies', () => openModelWriter({ kind: 'stream', text: lies }))

describeWriter('with a language model that is out of order', () =>
  openModelWriter({ kind: 'response', status: 500, type: 'text/plain', body: 'oops' }),
)
