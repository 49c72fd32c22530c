export { instantOf, wallClock } from '@daylight/web-format';
