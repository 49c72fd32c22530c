import type { FieldNode, FragmentDefinitionNode, GraphQLResolveInfo, SelectionSetNode } from 'graphql';

function selects(
  set: SelectionSetNode | undefined,
  field: string,
  fragments: Readonly<Record<string, FragmentDefinitionNode>>,
): boolean {
  return (set?.selections ?? []).some((selection) => {
    if (selection.kind === 'Field') return selection.name.value === field;
    const inner =
      selection.kind === 'InlineFragment' ? selection.selectionSet : fragments[selection.name.value]?.selectionSet;
    return selects(inner, field, fragments);
  });
}

/** Whether the operation asks for a field of what this root field returns: costly parts are computed only then. */
export function asksFor(info: Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>, field: string): boolean {
  return info.fieldNodes.some((node: FieldNode) => selects(node.selectionSet, field, info.fragments));
}
