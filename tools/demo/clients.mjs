// The clients with tickets: where they are, how much they report, in which words.
import { HOURS } from './catalogue.mjs';
import * as ddc from './words/ddc.mjs';
import * as hbp from './words/hbp.mjs';
import * as nlf from './words/nlf.mjs';

const SEOUL = { zone: 'Asia/Seoul', language: 'ko' };
const STOCKHOLM = { zone: 'Europe/Stockholm', language: 'en' };

/** `perDay`: tickets on an average day; `seed`: of their chance. */
export const CLIENTS = [
  { prefix: 'HBP', ...SEOUL, perDay: 2.1, seed: 11, words: hbp, hours: HOURS.seoul },
  { prefix: 'DDC', ...SEOUL, perDay: 1.7, seed: 29, words: ddc, hours: HOURS.seoulLong },
  { prefix: 'NLF', ...STOCKHOLM, perDay: 1.1, seed: 37, words: nlf, hours: HOURS.stockholm },
];
