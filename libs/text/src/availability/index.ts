export { sayWindowJudgement, type WindowJudgement } from './window-judgement.js';
export {
  isToldOfAvailability,
  sayToldOfAvailability,
  TOLD_OF_AVAILABILITY,
  type AvailabilityWords,
  type ToldOfAvailability,
} from './told.js';
