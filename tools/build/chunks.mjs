// How the code of an app is cut. A file that has to be asked for costs a phone more than the bytes in it: what the entry
// needs is one file, and so is what most pages share. The rest is cut by who shares it, so that no page brings code that
// it doesn't run.

/** The manifest names the entry by these (tools/build/pages.mjs). */
const isEntry = (id) => /\/(?:index\.html|src\/main\.tsx)$/.test(id);
const test = (id) => !isEntry(id);

/** Rolldown's `codeSplitting`; `common`: in how many pages a module must stand to come with all of them. */
export const chunks = (common) => ({
  groups: [
    { name: 'entry', tags: ['$initial'], test, priority: 1 },
    { name: 'common', minShareCount: common, test },
    { name: 'shared', minShareCount: 2, test, entriesAware: true },
  ],
});
