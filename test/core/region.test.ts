import { describe, expect, it } from 'vitest'
import { parseRegion, relateRegion, shortPlaceName } from '../../src/core/region.ts'

describe('parseRegion', () => {
  it.each([
    ['云汀市/滨江区', ['云汀市', '滨江区']],
    ['安徽省池州市贵池区', ['安徽省', '池州市', '贵池区']],
    ['北京市海淀区', ['北京市', '海淀区']],
    ['广西壮族自治区南宁市', ['广西壮族自治区', '南宁市']],
    ['新疆维吾尔自治区伊犁哈萨克自治州伊宁市', ['新疆维吾尔自治区', '伊犁哈萨克自治州', '伊宁市']],
    ['湖北省恩施土家族苗族自治州', ['湖北省', '恩施土家族苗族自治州']],
    ['内蒙古自治区锡林郭勒盟', ['内蒙古自治区', '锡林郭勒盟']],
    ['四川省凉山彝族自治州木里藏族自治县', ['四川省', '凉山彝族自治州', '木里藏族自治县']],
    ['江苏省苏州市工业园区', ['江苏省', '苏州市', '工业园区']],
    ['深圳', ['深圳']],
    ['全国', []],
    ['', []],
    [null, []],
  ])('reads %s', (text, path) => {
    expect(parseRegion(text)).toEqual(path)
  })
})

describe('relateRegion', () => {
  it('lets a nationwide rule apply everywhere', () => {
    expect(relateRegion([], ['云汀市', '滨江区'])).toBe('applies')
  })
  it("lets a city's rule apply in its district, also when the outer names are left out", () => {
    expect(relateRegion(['云汀市'], ['云汀市', '滨江区'])).toBe('applies')
    expect(relateRegion(['池州市'], ['安徽省', '池州市', '贵池区'])).toBe('applies')
    expect(relateRegion(['安徽省', '池州市'], ['池州', '贵池区'])).toBe('applies')
  })
  it("knows that a district's rule covers only a part of the city", () => {
    expect(relateRegion(['云汀市', '滨江区'], ['云汀市'])).toBe('within')
  })
  it('keeps places apart that only share a name further in', () => {
    expect(relateRegion(['云汀市', '滨江区'], ['云汀市', '云麓区'])).toBe('elsewhere')
    expect(relateRegion(['南京市', '鼓楼区'], ['徐州市', '鼓楼区'])).toBe('elsewhere')
    expect(relateRegion(['澄江市'], ['云汀市'])).toBe('elsewhere')
  })
})

describe('shortPlaceName', () => {
  it.each([
    ['滨江区', '滨江'],
    ['池州市', '池州'],
    ['广西壮族自治区', '广西'],
    ['恩施土家族苗族自治州', '恩施'],
    ['新疆维吾尔自治区', '新疆'],
    ['海北藏族自治州', '海北'],
    ['莘县', '莘县'],
    ['香港特别行政区', '香港'],
  ])('makes %s %s', (name, short) => {
    expect(shortPlaceName(name)).toBe(short)
  })
})
