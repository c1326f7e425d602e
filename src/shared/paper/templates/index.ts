import type { TemplateCode } from '../model.ts'
import type { PaperTemplate } from '../template.ts'
import { annualTemplate } from './annual.ts'
import { councilTemplate } from './council.ts'
import { tablesTemplate } from './tables.ts'

/** Every template, in the order in which the screen offers them. */
export const paperTemplates: Readonly<Record<TemplateCode, PaperTemplate>> = {
  council: councilTemplate,
  annual: annualTemplate,
  tables: tablesTemplate,
}

/** Whether a word names a template. */
export const isTemplateCode = (code: string): code is TemplateCode => Object.hasOwn(paperTemplates, code)
