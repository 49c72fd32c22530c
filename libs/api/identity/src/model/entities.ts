import { PersonRow } from './person.row.js';
import { TeamMemberRow, TeamRow } from './team.row.js';

export const entities = [PersonRow, TeamRow, TeamMemberRow];
