export { bullet, bulletFloor, type BulletGeometry, type BulletInput } from './bullet.js';
export {
  dayKind,
  dayStrip,
  stepInStrip,
  type DayKind,
  type StripCell,
  type StripDay,
  type StripFrame,
  type StripGeometry,
} from './day-strip.js';
export { swarm, type Swarm, type SwarmDot, type SwarmFrame, type SwarmPoint } from './swarm.js';
export {
  stagger,
  timelineBoxes,
  timelineFrame,
  timelineTicks,
  timelineX,
  type TimelineBox,
  type TimelineFrame,
  type TimelineSpan,
} from './timeline.js';
export { trend, type TrendFrame, type TrendGeometry, type TrendPoint } from './trend.js';
