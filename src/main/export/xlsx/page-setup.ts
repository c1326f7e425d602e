import type { Worksheet } from 'exceljs'
import type { PaperHead } from '../../../shared/paper/model.ts'

const inches = (millimetres: number): number => Math.round((millimetres / 25.4) * 1000) / 1000

/** Header codes begin with &; a literal one is doubled. Excel takes 255 signs at most. */
const literal = (text: string): string => text.replaceAll('&', '&&')

/** A4, margins of documents §2, one page wide; stamps, standing and page number on every page. */
export function setUpPage(
  sheet: Worksheet,
  head: PaperHead,
  orientation: 'portrait' | 'landscape',
  area: string,
): void {
  const stamps = head.stamps.map((stamp) => `［${stamp}］`).join('')
  const left = [stamps, head.standing].filter((part) => part !== '').join('　')
  sheet.pageSetup = {
    ...sheet.pageSetup,
    paperSize: 9,
    orientation,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: false,
    printArea: area,
    margins: {
      top: inches(25),
      bottom: inches(25),
      left: inches(orientation === 'portrait' ? 25 : 20),
      right: inches(20),
      header: inches(10),
      footer: inches(11),
    },
  }
  // The space after the size keeps a text that begins with a digit from becoming a size of its own.
  const header = `&L&9 ${literal(left)}${head.number === '' ? '' : `&R&11 ${literal(head.number)}`}`
  sheet.headerFooter.oddHeader = header.slice(0, 255)
  sheet.headerFooter.oddFooter = '&C&9 &P / &N'
}
