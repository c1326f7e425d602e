import { z } from 'zod'
import type { ChartSpec } from '../../chart/chart-spec.ts'
import type { Block, Inline, TableCell } from '../../paper/model.ts'
import { codeSchema, countSchema, idSchema, nameSchema, textSchema } from './common.ts'
import { proven, type Same } from './same-type.ts'
import { cellSchema } from './statistics.ts'

export const inlineSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: textSchema }),
  z.strictObject({
    kind: z.literal('field'),
    name: codeSchema,
    label: nameSchema,
    display: nameSchema,
    cell: cellSchema,
  }),
])
proven<Same<z.infer<typeof inlineSchema>, Inline>>()

const inlines = z.array(inlineSchema)
const base = { id: idSchema, editable: z.boolean() }
const headingLevel = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
const level = z.union([z.literal(0), headingLevel])
const notes = z.array(z.strictObject({ mark: nameSchema, text: textSchema }))

const tableCellSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('label'), text: textSchema, indent: countSchema, bold: z.boolean() }),
  z.strictObject({
    kind: z.literal('number'),
    cell: cellSchema,
    display: nameSchema,
    raw: z.number().nullable(),
    decimals: countSchema,
    unit: nameSchema,
    provisional: z.boolean(),
    bold: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('empty') }),
  z.strictObject({ kind: z.literal('broken'), text: textSchema }),
])
proven<Same<z.infer<typeof tableCellSchema>, TableCell>>()

export const chartSpecSchema = z.strictObject({
  kind: z.enum(['line', 'column', 'stackedColumn', 'bar']),
  categories: z.array(nameSchema),
  series: z.array(
    z.strictObject({
      label: nameSchema,
      points: z.array(
        z.strictObject({ value: z.number(), display: nameSchema, provisional: z.boolean() }).nullable(),
      ),
    }),
  ),
  unit: nameSchema,
  breaks: z.array(z.strictObject({ before: countSchema, mark: nameSchema })),
})
proven<Same<z.infer<typeof chartSpecSchema>, ChartSpec>>()

export const tableBlockSchema = z.strictObject({
  ...base,
  kind: z.literal('table'),
  mark: nameSchema,
  title: nameSchema,
  unit: nameSchema,
  columns: z.array(
    z.strictObject({
      heads: z.array(nameSchema),
      align: z.enum(['left', 'right', 'center']),
      width: z.number(),
      breakBefore: z.boolean(),
    }),
  ),
  rows: z.array(z.strictObject({ id: idSchema, cells: z.array(tableCellSchema) })),
  notes,
  legend: textSchema,
  source: textSchema,
})

export const blockSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...base, kind: z.literal('heading'), level: headingLevel, mark: nameSchema, inlines }),
  z.strictObject({ ...base, kind: z.literal('paragraph'), level, inlines }),
  z.strictObject({
    ...base,
    kind: z.literal('quotation'),
    level,
    before: textSchema,
    quoted: textSchema,
    after: textSchema,
    source: textSchema,
  }),
  z.strictObject({
    ...base,
    kind: z.literal('labels'),
    level,
    items: z.array(z.strictObject({ label: nameSchema, lines: z.array(inlines) })),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('list'),
    level,
    items: z.array(z.strictObject({ mark: nameSchema, inlines })),
  }),
  z.strictObject({ ...base, kind: z.literal('rule') }),
  z.strictObject({ ...base, kind: z.literal('pageBreak') }),
  z.strictObject({ ...base, kind: z.literal('notes'), notes }),
  tableBlockSchema,
  z.strictObject({
    ...base,
    kind: z.literal('chart'),
    mark: nameSchema,
    title: nameSchema,
    unit: nameSchema,
    spec: chartSpecSchema,
    alternative: textSchema,
    notes,
    source: textSchema,
  }),
])
proven<Same<z.infer<typeof blockSchema>, Block>>()
