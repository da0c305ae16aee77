import type { Desk } from '../with-desk.ts'

/** Columns that an imported table may have. */
export const importColumns = [
  ...(['external', 'number', 'filedAt', 'state', 'kind', 'title', 'description', 'region', 'where'] as const),
  ...(['latitude', 'longitude', 'when', 'wish', 'contact', 'name', 'phone', 'email'] as const),
  ...(['subject', 'term', 'department'] as const),
] as const
export type ImportColumn = (typeof importColumns)[number]

/** What stands in a row; '' where nothing does. */
export type ImportValues = Readonly<Record<ImportColumn, string>>

/** What other systems call them. */
const others: Partial<Record<ImportColumn, readonly string[]>> = {
  external: ['工单号', '工单编号', '受理编号', '流水号', 'id', 'external id', 'reference', 'ticket'],
  filedAt: ['受理时间', '来电时间', '创建时间', '日期', 'date', 'created', 'created at', 'requested_datetime'],
  state: ['工单状态', '办理状态', 'status'],
  kind: ['诉求类型', '类型', '工单类型', 'type'],
  title: ['主题', '诉求标题', '工单标题', 'summary'],
  description: ['内容', '诉求内容', '工单内容', '问题描述', '描述', 'content', 'text', 'details'],
  region: ['区域', '行政区划', '属地', '所属区域', 'district'],
  where: ['地址', '事发地址', '事发地点', '详细地址', 'address', 'location'],
  latitude: ['lat'],
  longitude: ['lon', 'lng', 'long'],
  when: ['事发时间'],
  wish: ['诉求', '希望结果', 'requested result'],
  name: ['来电人', '联系人', '来电人姓名', 'caller', 'contact name'],
  phone: ['联系电话', '手机', '手机号', '来电号码', 'phone number', 'mobile'],
  email: ['电子邮箱', 'email', 'mail'],
  subject: ['分类', '事项分类', '类别', '归类', 'category', 'class', 'service_code'],
  department: ['主办单位', '责任单位', 'department', 'agency'],
}

/** By which heads each column is known, in both languages. */
export function importHeads({ phrases }: Pick<Desk, 'phrases'>): Readonly<Record<ImportColumn, readonly string[]>> {
  const headsOf = (name: ImportColumn): readonly string[] => {
    const words = [phrases.zh, phrases.en].map((language) => language[`operator.tickets.column.${name}`] ?? name)
    return [...words, name, ...(others[name] ?? [])]
  }
  return Object.fromEntries(importColumns.map((name) => [name, headsOf(name)])) as Record<
    ImportColumn,
    readonly string[]
  >
}
