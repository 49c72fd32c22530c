/** A rule is switched off for a stated reason: `// eslint-disable-next-line some/rule -- why`. */
const DIRECTIVE = /^\s*eslint-disable(?:-next-line|-line)?(?:\s|$)/;

/** @type {import('eslint').Rule.RuleModule} */
export const reasonedDisable = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      reason: 'Say why after two dashes: eslint-disable-next-line some/rule -- why',
      which: 'Name the rule that is switched off.',
    },
  },
  create(context) {
    return {
      Program() {
        for (const comment of context.sourceCode.getAllComments().filter(({ value }) => DIRECTIVE.test(value))) {
          const [directive, reason = ''] = comment.value.split(/\s--\s/);
          if (reason.trim().length < 8) context.report({ loc: comment.loc, messageId: 'reason' });
          if (directive.replace(DIRECTIVE, '').trim() === '') context.report({ loc: comment.loc, messageId: 'which' });
        }
      },
    };
  },
};
