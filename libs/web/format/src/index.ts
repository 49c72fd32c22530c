export { now, onTick, setServerTime, type TickEvery } from './clock.js';
export { formatDuration, isoDuration } from './duration.js';
export {
  browserZone,
  formatInstant,
  formatLocalDate,
  formatMonth,
  zoneName,
  type InstantFormat,
  type InstantStyle,
} from './instant.js';
export { josa, particleFor, resolveParticle, type Particle } from './josa.js';
export { languageOf, localeOf, type Language } from './language.js';
export { formatMoney, formatNumber, type Money } from './money.js';
export { formatFraction, formatRatio } from './percent.js';
export { instantOf, wallClock } from './local-instant.js';
