/** Every door of the API says who may use it; one that says nothing is a mistake, not an open door (style 12). */
const ROOTS = new Set(['Query', 'Mutation', 'Subscription']);
const STATEMENTS = new Set(['RequirePermission', 'Public']);

/** @type {import('eslint').Rule.RuleModule} */
export const resolverPermission = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      missing: '@{{ root }} {{ method }} needs @RequirePermission(...) or @Public(...).',
      both: '@{{ root }} {{ method }} says both @RequirePermission and @Public; say one.',
    },
  },
  create(context) {
    return {
      MethodDefinition(node) {
        const names = node.decorators?.map(nameOf) ?? [];
        const root = names.find((name) => ROOTS.has(name));
        if (root === undefined) return;
        const stated = new Set(names.filter((name) => STATEMENTS.has(name)));
        if (stated.size === 1) return;
        const data = { root, method: context.sourceCode.getText(node.key) };
        context.report({ node: node.key, messageId: stated.size === 0 ? 'missing' : 'both', data });
      },
    };
  },
};

/** The last name of `@Query`, `@Query(...)` or `@graphql.Query(...)`. */
function nameOf({ expression }) {
  const callee = expression.type === 'CallExpression' ? expression.callee : expression;
  return callee.type === 'MemberExpression' ? callee.property.name : callee.name;
}
