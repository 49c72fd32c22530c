/**
 * Configuration is parsed once at start, so that a missing value stops the process and names itself.
 * @type {import('eslint').Rule.RuleModule}
 */
export const oneEnvironment = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      environment: 'Read the parsed configuration (libs/api/platform/src/config.ts) instead of process.env (style 37).',
    },
  },
  create(context) {
    return {
      "MemberExpression[object.name='process'][property.name='env']": (node) =>
        context.report({ node, messageId: 'environment' }),
      "ImportSpecifier[imported.name='env'][parent.source.value=/^(node:)?process$/]": (node) =>
        context.report({ node, messageId: 'environment' }),
    };
  },
};
