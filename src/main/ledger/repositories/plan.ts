import { z } from 'zod'
import type { PlanTree } from '../../../shared/plan/plan-tree.ts'
import type { LedgerReader } from '../ledger.ts'
import { build } from '../query.ts'
import type { LedgerWriter, RowReference } from '../writer.ts'

const levelsSchema = z.array(z.string())

/** Writes a plan with its tree. A node must come after its parent. */
export function insertPlan(write: LedgerWriter, plan: PlanTree): void {
  const { key } = write.insert('plan', {
    id: plan.id,
    name: plan.name,
    from_year: plan.from,
    to_year: plan.to,
    levels: JSON.stringify(plan.levels),
  })
  const nodes = new Map<string, RowReference>()
  for (const node of plan.nodes) {
    const reference = write.insert('plan_node', {
      id: node.id,
      plan_key: key,
      parent_key: node.parent === null ? null : (nodes.get(node.parent)?.key ?? null),
      depth: node.depth,
      mark: node.mark,
      text: node.text,
      position: node.order,
    })
    nodes.set(node.id, reference)
  }
}

/** The plan of a fiscal year (the latest one that covers it), else the latest one; null without any. */
export function readPlan(reader: LedgerReader, fiscalYear: number): PlanTree | null {
  const plans = reader.all(
    build
      .selectFrom('plan')
      .select(['key', 'id', 'name', 'from_year', 'to_year', 'levels'])
      .orderBy('from_year'),
  )
  const plan =
    plans.findLast((row) => row.from_year <= fiscalYear && fiscalYear <= row.to_year) ?? plans.at(-1)
  if (plan === undefined) return null
  const nodes = reader.all(
    build
      .selectFrom('plan_node as node')
      .leftJoin('plan_node as parent', 'parent.key', 'node.parent_key')
      .select(['node.id', 'parent.id as parent', 'node.depth', 'node.mark', 'node.text', 'node.position'])
      .where('node.plan_key', '=', plan.key)
      .orderBy('node.depth')
      .orderBy('node.parent_key')
      .orderBy('node.position'),
  )
  return {
    id: plan.id,
    name: plan.name,
    from: plan.from_year,
    to: plan.to_year,
    levels: levelsSchema.parse(JSON.parse(plan.levels)),
    nodes: nodes.map(({ position, ...node }) => ({ ...node, order: position })),
  }
}
