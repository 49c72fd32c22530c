// House rules that a machine can hold; the reasons are in docs/ and in each rule.
import { noRawRepository } from './no-raw-repository.mjs';
import { oneClock } from './one-clock.mjs';
import { oneEnvironment } from './one-environment.mjs';
import { reasonedDisable } from './reasoned-disable.mjs';
import { resolverPermission } from './resolver-permission.mjs';

export const daylight = {
  meta: { name: 'daylight' },
  rules: {
    'no-raw-repository': noRawRepository,
    'one-clock': oneClock,
    'one-environment': oneEnvironment,
    'reasoned-disable': reasonedDisable,
    'resolver-permission': resolverPermission,
  },
};
