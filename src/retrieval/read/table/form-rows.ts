import { textAt, type Grid } from './lay-out.ts'

/** What the rows of a service guide are called: "事项名称", "法定时限", "咨询电话". */
const label =
  /^[\p{Script=Han}（）()、/／]{0,12}(?:名称|事项|依据|条件|材料|流程|程序|步骤|时限|期限|费用|收费|标准|地点|地址|电话|时间|日期|对象|范围|机构|机关|部门|单位|科室|窗口|方式|形式|结果|渠道|途径|网址|备注|说明|类型|类别|性质|编码|编号|主体|要求|内容|情形|联系人|邮箱|邮编|传真|救济|权利|义务|次数|姓名|性别|年龄|民族|学历|证件号码|负责人|法定代表人)[:：]?$/u
const englishLabel =
  /^(?:name|address|telephone|phone|e-?mail|website|fees?|cost|time|hours|where|who|what|how|when|documents?|conditions?|legal basis|department|contact|opening hours|processing time|how to apply)\b[^.]{0,20}$/iu
/** Heads of a column that say nothing of their own. */
const generic =
  /^(?:内容|具体内容|详细内容|说明|具体说明|信息|详情|要求|具体要求|规定|具体规定|标准|数值|值|结果|备注|details?|value|information|description)$/iu

const isLabel = (text: string) => label.test(text.replaceAll(/\s/gu, '')) || englishLabel.test(text.trim())
const shareOf = (grid: Grid, column: number) => {
  const filled = grid.map((row) => textAt(row, column)).filter((text) => text !== '')
  return filled.length === 0 ? 0 : filled.filter(isLabel).length / filled.length
}

/** Share of a column's cells that are labels, for the table to be a form. */
const enough = 0.6

const isSentence = (text: string) => text.length > 30 || /[。；;]/u.test(text)

const pairs = (grid: Grid, columns: readonly (readonly [number, number])[]): string[][] =>
  grid.flatMap((row) =>
    columns
      .filter(([name]) => name === 0 || row[name] !== row[name - 1])
      .map(([name, value]) => [textAt(row, name), row[name] === row[value] ? '' : textAt(row, value)])
      .filter((pair) => pair.some((text) => text !== '')),
  )

/** In every row cells marked as heads stand before plain ones: names before their values. */
const headsAtSide = (grid: Grid, width: number) =>
  grid.every((row) => row[0]?.head === true && row.slice(1).some((cell) => cell?.head === false)) && width <= 4

/**
 * A form or a service guide: names and values side by side (办理时限 | 5个工作日), in two columns or four, without heads. Gives its pairs;
 * null where the table is none.
 */
export function formRows(grid: Grid): string[][] | null {
  const width = Math.max(0, ...grid.map((row) => row.length))
  const [first] = grid
  if (width === 4) {
    const side = headsAtSide(grid, width) && grid.every((row) => row[2]?.head === true || row[1] === row[2])
    const bothNamed =
      shareOf(grid, 0) >= enough &&
      shareOf(
        grid.filter((row) => row[1] !== row[2]),
        2,
      ) >= enough
    return grid.length > 1 && (side || bothNamed) ? pairs(grid, [[0, 1], [2, 3]]) : null // prettier-ignore
  }
  if (width !== 2 || grid.length < 2) return null
  const second = textAt(first, 1)
  const headed = generic.test(second.replaceAll(/\s/gu, '')) || (isLabel(second) && !isSentence(second))
  const named = shareOf(grid, 0) >= enough && !headed
  return headsAtSide(grid, width) || named || isSentence(second) ? pairs(grid, [[0, 1]]) : null
}
