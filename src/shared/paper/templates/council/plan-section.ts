import type { PlanNode, PlanTree } from '../../../plan/plan-tree.ts'
import type { TextBlock } from '../../assemble/text-block.ts'

/** The measure of the plan that the paper is about (facts 17–22). */
const measureText = 'ひきこもり支援の推進'
const inlineMarks = ['①', '②', '③', '④', '⑤', '⑥', '⑦', '⑧', '⑨', '⑩'] as const

/**
 * １ 計画における位置づけ, from the plan's tree: a goal that is not known is an empty place and is left
 * out, never invented. Without the plan, or in a year before it, the section is left out.
 */
export function planBlocks(plan: PlanTree | null, fiscalYear: number): readonly TextBlock[] {
  if (plan === null || fiscalYear < plan.from || fiscalYear > plan.to) return []
  const measure = plan.nodes.find((node) => node.text === measureText)
  if (measure === undefined) return []
  const goal = plan.nodes.find((node) => node.id === measure.parent)
  const actions = childrenOf(plan, measure)
    .filter((node) => node.text !== '')
    .map((node, index) => `${node.mark || (inlineMarks[index] ?? '')}${node.text}`)
  const within =
    goal === undefined || goal.text === ''
      ? ''
      : `${plan.levels[goal.depth] ?? ''}${goal.mark}「${goal.text}」の中の`
  const contents =
    actions.length === 0 ? '位置づけている' : `取り組む内容として、${actions.join('、')}を位置づけている`
  return [
    {
      kind: 'heading',
      id: 'plan',
      level: 1,
      text: `${plan.name}における「ひきこもり支援」の位置づけについて`,
    },
    {
      kind: 'paragraph',
      id: 'plan.position',
      level: 1,
      text: `${within}取組の１つとして、「${measure.text}」を挙げており、${contents}。`,
    },
  ]
}

const childrenOf = (plan: PlanTree, parent: PlanNode): readonly PlanNode[] =>
  plan.nodes.filter((node) => node.parent === parent.id).toSorted((a, b) => a.order - b.order)
