import { resolve } from 'node:path'
import { z } from 'zod'
import { parseRegion } from './core/region.ts'
import { operatorLanguage } from './operator-language.mjs'
import { tellOperator } from './tell-operator.mjs'
import { parseNetworks } from './webhooks/check-webhook-url.ts'

const megabyte = 1024 * 1024
const listOf = (text: string): readonly string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
const empty = (value: unknown) => (value === '' ? undefined : value)
const text = z.preprocess(empty, z.string().optional())
const number = (standard: number) => z.preprocess(empty, z.coerce.number().int().positive().default(standard))
const fields = z.preprocess(
  (value, context) => {
    try {
      return JSON.parse(value === undefined || value === '' ? '{}' : String(value)) as unknown
    } catch {
      context.addIssue({ code: 'custom', message: 'has to be a JSON object, such as {"enable_thinking": false}' })
      return {}
    }
  },
  z.record(z.string(), z.unknown()),
)

const networks = z
  .string()
  .default('')
  .transform((list) => listOf(list))
  .superRefine((list, context) => {
    try {
      parseNetworks(list)
    } catch (error) {
      context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : 'unknown' })
    }
  })

const settings = z.object({
  PORT: z.preprocess(empty, z.coerce.number().int().min(0).max(65_535).default(3000)),
  HOST: z.preprocess(empty, z.string().default('127.0.0.1')),
  DATA_DIR: z.preprocess(empty, z.string().default('data')),
  DATABASE_URL: text,
  KNOWLEDGE_DIR: z.preprocess(empty, z.string().default('knowledge/documents')),
  CATALOGUE_DIR: z.preprocess(empty, z.string().default('knowledge')),
  REGION: z.preprocess((value) => value, z.string().default('云汀市')),
  OPERATOR_LANGUAGE: z.preprocess(empty, z.enum(['zh', 'en']).optional()),
  LOG_LEVEL: z.preprocess(empty, z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info')),
  LANGUAGE_MODEL_URL: z.preprocess(empty, z.url().optional()),
  LANGUAGE_MODEL: text,
  LANGUAGE_MODEL_KEY: text,
  LANGUAGE_MODEL_TIMEOUT_MS: number(8000),
  LANGUAGE_MODEL_EXTRAS: fields,
  EMBEDDING_URL: z.preprocess(empty, z.url().optional()),
  EMBEDDING_MODEL: text,
  EMBEDDING_KEY: text,
  TURN_TIMEOUT_MS: number(20_000),
  MESSAGES_PER_MINUTE: number(20),
  REQUESTS_PER_MINUTE: number(240),
  UPLOAD_MEGABYTES_PER_HOUR: number(300),
  ATTACHMENT_MEGABYTES: number(10),
  ATTACHMENTS_PER_TICKET: number(9),
  ATTACHMENT_MEGABYTES_PER_TICKET: number(30),
  SECRET_KEY: z.preprocess(empty, z.string().min(32).optional()),
  PUBLIC_URL: z.preprocess(empty, z.url({ protocol: /^https?$/ }).optional()),
  WEBHOOK_NETWORKS: z.preprocess(empty, networks),
  WEBHOOK_DAYS: number(5),
  OPEN311_JURISDICTION: text,
  OPEN311_CONTACT: text,
  TRUST_PROXY: z.preprocess(empty, z.coerce.number().int().min(0).default(0)),
  ALLOWED_ORIGINS: z.preprocess(empty, z.string().default('')),
})

/** The settings of one process, parsed once. `.env.example` explains each. */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env) {
  const language = operatorLanguage(environment)
  const { localeError: error } = z.locales[language === 'zh' ? 'zhCN' : 'en']()
  const parsed = settings.safeParse(environment, { error })
  if (!parsed.success) {
    const issues = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`).join('\n')
    throw new Error(tellOperator(language)('operator.setting', { issues }))
  }
  const value = parsed.data
  const {
    LANGUAGE_MODEL_URL: modelUrl,
    LANGUAGE_MODEL: model,
    EMBEDDING_URL: embeddingUrl,
    EMBEDDING_MODEL: embeddingModel,
  } = value
  return {
    language,
    port: value.PORT,
    host: value.HOST,
    dataFolder: resolve(value.DATA_DIR),
    databaseUrl: value.DATABASE_URL ?? null,
    knowledgeFolder: resolve(value.KNOWLEDGE_DIR),
    catalogueFolder: resolve(value.CATALOGUE_DIR),
    region: value.REGION.trim() === '' ? null : parseRegion(value.REGION),
    logLevel: value.LOG_LEVEL,
    languageModel:
      modelUrl !== undefined && model !== undefined
        ? {
            url: modelUrl,
            model,
            key: value.LANGUAGE_MODEL_KEY ?? null,
            timeout: value.LANGUAGE_MODEL_TIMEOUT_MS,
            extras: value.LANGUAGE_MODEL_EXTRAS,
          }
        : null,
    embedding:
      embeddingUrl !== undefined && embeddingModel !== undefined
        ? { url: embeddingUrl, model: embeddingModel, key: value.EMBEDDING_KEY ?? null }
        : null,
    patience: value.TURN_TIMEOUT_MS,
    messagesPerMinute: value.MESSAGES_PER_MINUTE,
    requestsPerMinute: value.REQUESTS_PER_MINUTE,
    uploadMegabytesPerHour: value.UPLOAD_MEGABYTES_PER_HOUR,
    fileLimits: {
      fileBytes: value.ATTACHMENT_MEGABYTES * megabyte,
      files: value.ATTACHMENTS_PER_TICKET,
      ticketBytes: value.ATTACHMENT_MEGABYTES_PER_TICKET * megabyte,
    },
    secretKey: value.SECRET_KEY ?? null,
    publicUrl: value.PUBLIC_URL?.replace(/\/+$/u, '') ?? null,
    trustProxy: value.TRUST_PROXY,
    webhooks: { networks: value.WEBHOOK_NETWORKS, giveUpAfter: value.WEBHOOK_DAYS * 86_400_000 },
    allowedOrigins: listOf(value.ALLOWED_ORIGINS),
    open311:
      value.OPEN311_JURISDICTION === undefined
        ? null
        : { jurisdiction: value.OPEN311_JURISDICTION.trim(), contact: value.OPEN311_CONTACT?.trim() ?? null },
  }
}

export type Config = ReturnType<typeof readConfig>
