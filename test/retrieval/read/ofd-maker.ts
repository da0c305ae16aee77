import { makeZip } from './make-zip.ts'

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

interface Look {
  size?: number
  /** Attributes of the text object, as ' Weight="800"'. */
  attributes?: string
  /** Elements before the text, as a fill colour. */
  inner?: string
}

/** A text object whose letters stand beside each other; millimetres from the upper left corner. */
export function text(
  words: string,
  x: number,
  y: number,
  { size = 4, attributes = '', inner = '' }: Look = {},
): string {
  const steps = [...words].slice(1).map((_, at) => ([...words][at]?.match(/[\x20-\x7e]/u) ? size / 2 : size))
  const boundary = `${x} ${y - size} ${[...words].length * size} ${size * 1.5}`
  return `<ofd:TextObject ID="1" Boundary="${boundary}" Font="1" Size="${size}"${attributes}>${inner}<ofd:TextCode X="0" Y="${size}" DeltaX="${steps.join(' ')}">${escape(words)}</ofd:TextCode></ofd:TextObject>`
}

/** A box drawn with lines. */
export const box = (x: number, y: number, width: number, height: number): string =>
  `<ofd:PathObject ID="2" Boundary="${x} ${y} ${width} ${height}" LineWidth="0.3"><ofd:AbbreviatedData>M 0 0 L ${width} 0 L ${width} ${height} L 0 ${height} C</ofd:AbbreviatedData></ofd:PathObject>`

export const picture = (x: number, y: number, width: number, height: number): string =>
  `<ofd:ImageObject ID="3" ResourceID="9" Boundary="${x} ${y} ${width} ${height}" CTM="${width} 0 0 ${height} 0 0"/>`

export const layer = (content: string): string => `<ofd:Layer ID="10">${content}</ofd:Layer>`

interface Making {
  /** Layers of a page template under each page. */
  template?: string
  /** How paths in the package are written. */
  path?: (path: string) => string
  namespace?: string
  resources?: string
  more?: readonly { name: string; bytes: string }[]
}

const page = (layers: string, namespace: string, template: boolean) =>
  `<?xml version="1.0" encoding="UTF-8"?><ofd:Page xmlns:ofd="${namespace}">${template ? '<ofd:Template TemplateID="5" ZOrder="Background"/>' : ''}<ofd:Content>${layers}</ofd:Content></ofd:Page>`

/** An OFD package with a page for each string of layers. */
export function makeOfd(pages: readonly string[], making: Making = {}): Uint8Array {
  const {
    template,
    path = (name: string) => name,
    namespace = 'http://www.ofdspec.org/2016',
    resources = '',
    more = [],
  } = making
  const open = (name: string, inner: string) =>
    `<?xml version="1.0"?><ofd:${name} xmlns:ofd="${namespace}">${inner}</ofd:${name}>`
  const listed = pages
    .map((_, at) => `<ofd:Page ID="${20 + at}" BaseLoc="${path(`Pages/Page_${at}/Content.xml`)}"/>`)
    .join('')
  const templatePage =
    template === undefined ? '' : `<ofd:TemplatePage ID="5" BaseLoc="${path('Tpls/Tpl_0/Content.xml')}"/>`
  const common = `<ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>${path('PublicRes.xml')}</ofd:PublicRes>${templatePage}</ofd:CommonData>`
  return makeZip([
    { name: 'OFD.xml', bytes: open('OFD', '<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>') },
    { name: 'Doc_0/Document.xml', bytes: open('Document', `${common}<ofd:Pages>${listed}</ofd:Pages>`) },
    {
      name: 'Doc_0/PublicRes.xml',
      bytes: open('Res', `<ofd:Fonts><ofd:Font ID="1" FontName="宋体"/></ofd:Fonts>${resources}`),
    },
    ...(template === undefined
      ? []
      : [{ name: 'Doc_0/Tpls/Tpl_0/Content.xml', bytes: page(template, namespace, false) }]),
    ...pages.map((layers, at) => ({
      name: `Doc_0/Pages/Page_${at}/Content.xml`,
      bytes: page(layers, namespace, template !== undefined),
    })),
    ...more,
  ])
}
