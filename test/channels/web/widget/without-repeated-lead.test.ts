import { expect, it } from 'vitest'
import { withoutRepeatedLead } from '../../../../channels/web/widget/without-repeated-lead.ts'

it('leaves out a caption that the passage before has said, and nothing else', () => {
  expect(withoutRepeatedLead('收费表\n丙：3元', '收费表\n甲：1元\n乙：2元')).toBe('丙：3元')
  expect(withoutRepeatedLead('另一表\n丙：3元', '收费表\n甲：1元')).toBe('另一表\n丙：3元')
  expect(withoutRepeatedLead('收费表', '收费表\n甲：1元')).toBe('收费表')
  expect(withoutRepeatedLead('收费表\n甲：1元', undefined)).toBe('收费表\n甲：1元')
})
