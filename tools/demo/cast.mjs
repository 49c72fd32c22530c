// Who takes part in the tickets of a client.

const TEAM_OF = {
  SRV: 'infra',
  NET: 'infra',
  BAK: 'infra',
  ERP: 'infra',
  CLD: 'cloud',
  SEC: 'cloud',
  WEB: 'cloud',
  CON: 'cloud',
};
const REQUESTERS = {
  HBP: ['harin', 'harin', 'geonu'],
  DDC: ['gaon', 'gaon', 'rahee'],
  NLF: ['freja', 'freja', 'astrid'],
};
const AGENTS = { HBP: ['jihun', 'jihun', 'sua'], DDC: ['sua', 'sua', 'jihun'], NLF: ['emma', 'emma', 'jihun'] };

/** A requester, an agent and a team for a ticket about a service. */
export function castOf(prefix, { people, teams }) {
  const idOf = (key) => people[key].personId;
  return (luck, service) => ({
    requester: idOf(luck.pick(REQUESTERS[prefix])),
    agent: idOf(luck.pick(AGENTS[prefix])),
    team: teams[TEAM_OF[service]],
  });
}

/** Who asks for what is open on the first day: the client's person in the list of sign-ins. */
export function requesterOf(prefix, { people }) {
  return people[REQUESTERS[prefix][0]].personId;
}

/** Who works off what nobody had taken. */
export function agentOf(prefix, { people }) {
  return people[AGENTS[prefix][0]].personId;
}
