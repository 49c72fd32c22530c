import type { EarlyQuestion, Match } from './app-pages.js';

/** Nothing else of an address gets into the page. */
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The questions of a page with its parameters put in; none when a parameter is no id. */
export function earlyBodies(viewer: readonly EarlyQuestion[], match: Match | null): readonly EarlyQuestion[] {
  const values = Object.values(match?.parameters ?? {});
  if (match === null || !values.every((value) => ID.test(value))) return viewer;
  return [
    ...viewer,
    ...match.route.early.map((question) => ({ ...question, variables: filled(question.variables, match) })),
  ];
}

function filled(variables: EarlyQuestion['variables'], { parameters }: Match): Record<string, unknown> {
  const entries = Object.entries(variables).map(([name, value]) => {
    const given = typeof value === 'string' && value.startsWith('$') ? parameters[value.slice(1)] : undefined;
    return [name, given ?? value] as const;
  });
  return Object.fromEntries(entries);
}

/** JSON that can't end the script it stands in. */
const inScript = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<>\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/**
 * Asks before the app's code has arrived; the data client takes the answers from `__daylightEarly` (libs/web/data). The
 * headers are those of the client, the remembered company included: an answer for another one is never used.
 */
export function earlyScript(url: string, tenantKey: string | null, questions: readonly EarlyQuestion[]): string {
  return `(function(url,key,questions){
var tenant=null;try{tenant=key&&localStorage.getItem(key)}catch(e){}
var headers={"content-type":"application/json","X-Daylight-CSRF":"1","Accept-Language":document.documentElement.lang};
if(tenant)headers["X-Daylight-Tenant"]=tenant;
window.__daylightEarly=questions.map(function(q){var body=JSON.stringify(q);var answer=fetch(url,{method:"POST",credentials:"same-origin",headers:headers,body:body});answer.catch(function(){});return{url:url,body:body,tenant:tenant||null,language:headers["Accept-Language"],answer:answer}});
})(${inScript(url)},${inScript(tenantKey)},${inScript(questions)})`;
}
