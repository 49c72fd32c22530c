// What Nordlys Freight AB (terminals and a booking system) writes and is answered.

export const fill = {
  host: ['booking-01', 'edi-gw02', 'tms-db01', 'gbg-file01', 'mail-relay'],
  user: ['Kajsa at the Gothenburg terminal', 'Otto in billing', 'Linn in customs', 'Sigge on the night desk'],
  no: ['2', '4', '6'],
};

export const templates = [
  {
    ...{ service: 'SRV', type: 'INCIDENT', impact: 1, urgency: 1, weight: 1, night: true },
    subject: 'Booking system down, no waybills can be printed',
    text: 'Night desk reports that the booking system returns an error on every page. Trucks are waiting at the gate. Please call back.',
    first:
      'On-call engineer here. I can see the application pool has stopped; restarting it now. Next update within 30 minutes.',
    update: 'The pool stopped again under load. Running on the standby node while we look at the memory dump.',
    fix: 'Booking has been stable on the standby node for an hour and waybills print. Root cause: a leaking label template. Report to follow.',
  },
  {
    ...{ service: 'NET', type: 'INCIDENT', impact: 2, urgency: 2, weight: 4 },
    subject: 'Terminal {no}: handheld scanners drop off the network',
    text: 'Scanners at terminal {no} lose connection several times per shift. Restarting them helps for an hour or so.',
    first: 'Thanks, we have it. Checking the controller log for that terminal.',
    ask: [
      'Could you tell us roughly when it happened today, and at which gate?',
      'Around 07:40 and 13:10, both at gate C.',
    ],
    fix: 'An access point was flapping between two uplinks. Replaced its port and saw no drops for a day.',
  },
  {
    ...{ service: 'SRV', type: 'INCIDENT', impact: 2, urgency: 1, weight: 2 },
    subject: '{host}: high memory, response time above 4 s',
    text: 'Monitoring shows {host} above 95 % memory and users complain. Please have a look before the evening peak.',
    first: 'Looking into it. Memory has grown steadily since Monday night.',
    update: 'We moved half of the sessions away and are restarting one node at a time.',
    ask: ['Was anything deployed on Monday evening?', 'Yes, a new EDI mapping at about 20:00.'],
    fix: 'The new mapping kept every message in memory. Rolled back with your team; memory is flat again.',
  },
  {
    ...{ service: 'CLD', type: 'SERVICE_REQUEST', impact: 3, urgency: 2, weight: 4 },
    subject: 'New user for the customs portal: {user}',
    text: 'Please create an account with the same rights as the rest of the team. Starts on Monday.',
    first: 'Received. We will create it once the group owner has approved.',
    ask: ['Should the account have access from outside the office network?', 'No, office network only.'],
    fix: 'Account created and tested; the welcome mail went to the team lead.',
  },
  {
    ...{ service: 'BAK', type: 'INCIDENT', impact: 3, urgency: 2, weight: 3 },
    subject: 'Backup of {host} failed last night',
    text: 'The morning report shows a failed backup of {host}. Is the previous one good?',
    first: 'The previous one is good, we have just checked it. Looking at why last night failed.',
    fix: 'The target volume was full because of a stuck retention job. Freed it, reran the backup and restored a sample.',
  },
  {
    ...{ service: 'BAK', type: 'SERVICE_REQUEST', impact: 3, urgency: 3, weight: 2 },
    subject: 'Restore of a deleted price list',
    text: '{user} deleted the current price list. We need the version of yesterday evening.',
    first: 'We have found it in the 21:00 snapshot.',
    ask: ['Shall we overwrite the folder or restore next to it?', 'Next to it, please.'],
    fix: 'Restored next to the original folder; size and date match the snapshot.',
  },
  {
    ...{ service: 'CLD', type: 'CHANGE', impact: 3, urgency: 3, weight: 2, scheduled: true },
    subject: 'Upgrade of the EDI gateway to the current release',
    text: 'Our carrier requires the current release of the gateway. Sunday early morning would suit us.',
    first: 'Plan and rollback are attached to the ticket. Expected downtime 20 minutes.',
    plan: 'Scheduled as you asked.',
    fix: 'Upgraded within the window, 14 minutes of downtime. All partners have exchanged messages since.',
  },
  {
    ...{ service: 'SRV', type: 'INCIDENT', impact: 3, urgency: 3, weight: 3 },
    subject: 'Printer queue at gate {no} stuck',
    text: 'Labels pile up in the queue at gate {no} and come out all at once.',
    first: 'We see it. Clearing the queue and watching it.',
    fix: 'Driver replaced, queue has been clean since.',
  },
  {
    ...{ service: 'SRV', type: 'SECURITY_INCIDENT', impact: 2, urgency: 1, weight: 1, confidential: true },
    subject: 'Suspicious mail opened in billing',
    text: '{user} opened an attachment that looked like an invoice. Please keep this between us for now.',
    first: 'The workstation is isolated. We are checking what ran on it.',
    update: 'No outbound connections found so far; the image is being examined.',
    fix: 'Nothing was executed. The workstation has been rebuilt and the sender is blocked.',
  },
  {
    ...{ service: 'CON', type: 'SERVICE_REQUEST', impact: 3, urgency: 3, weight: 1 },
    subject: 'Advice on moving the TMS to the cloud',
    text: 'We are thinking about moving the TMS next year. Could somebody talk us through the options?',
    first:
      'Happy to. This is outside the current contract, so your account manager will send an offer; a short overview is attached.',
    fix: 'Overview delivered; the offer comes separately.',
  },
];
