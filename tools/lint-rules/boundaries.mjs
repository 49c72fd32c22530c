// Who may import whom (docs/architecture.md, "Layers"), for @nx/enforce-module-boundaries.

/** A feature imports only features of earlier lines; those of one line don't import each other. */
const FEATURE_ORDER = [
  ['identity'],
  ['audit', 'files'],
  ['tenants'],
  ['calendars'],
  ['contracts'],
  ['tickets'],
  ['importing'],
  ['mail'],
  ['notifications'],
  ['channels'],
  ['escalation'],
  ['monitoring'],
  ['availability'],
  ['kpi'],
  ['credits'],
  ['reviews'],
  ['quotes'],
  ['roadmap', 'compliance'],
];

const BELOW_FEATURES = ['layer:domain', 'layer:domain-face', 'layer:contract', 'layer:platform', 'layer:data'];
const WEB = ['layer:ui', 'layer:domain', 'layer:domain-face', 'layer:contract'];

const LAYERS = {
  'layer:domain': ['layer:domain'],
  'layer:domain-face': ['layer:domain'],
  'layer:contract': ['layer:domain'],
  'layer:platform': ['layer:domain'],
  'layer:data': ['layer:platform', 'layer:domain'],
  'layer:feature': [...BELOW_FEATURES, 'layer:feature'],
  'layer:ui': WEB,
  'layer:web-data': [...WEB, 'layer:web-data'],
  'layer:app': [...BELOW_FEATURES, 'layer:feature', 'layer:ui', 'layer:web-data'],
  'layer:testing': BELOW_FEATURES,
  'runtime:any': ['runtime:any'],
  'runtime:node': ['runtime:any', 'runtime:node'],
  'runtime:browser': ['runtime:any', 'runtime:browser'],
};

const features = FEATURE_ORDER.flatMap((line, rank) => {
  const earlier = FEATURE_ORDER.slice(0, rank).flat();
  return line.map((name) => [`scope:${name}`, [name, ...earlier].map((each) => `scope:${each}`)]);
});

/** Options of the rule. Only specs may import what exists for tests. */
export function boundaries({ spec }) {
  const testing = spec ? ['layer:testing'] : [];
  const layers = Object.entries(LAYERS).map(([sourceTag, allowed]) => ({
    sourceTag,
    onlyDependOnLibsWithTags: [...allowed, ...(sourceTag.startsWith('layer:') ? testing : [])],
    ...(sourceTag === 'layer:domain' && !spec ? { bannedExternalImports: ['*'] } : {}),
  }));
  const scopes = features.map(([sourceTag, allowed]) => ({
    sourceTag,
    onlyDependOnLibsWithTags: [...allowed, ...BELOW_FEATURES, ...testing],
  }));
  return {
    depConstraints: [...layers, ...scopes, anything('layer:tool'), anything('layer:e2e')],
    // the testing library drives the libs whose specs use it: a circle of projects, not of modules
    ignoredCircularDependencies: [['*', '@daylight/api-testing']],
  };
}

const anything = (sourceTag) => ({ sourceTag, onlyDependOnLibsWithTags: ['*'] });
