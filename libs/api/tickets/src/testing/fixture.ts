import { newId } from '@daylight/api-platform';
import {
  addContract,
  addService,
  createClient,
  createProvider,
  createStaff,
  createTenant,
  createTestDatabase,
  signInAs,
  type ClientRoles,
  type NewStaff,
  type TestDatabase,
} from '@daylight/api-testing';
import { asClient, asStaff, type Caller, type Tx } from '@daylight/api-database';
import type { ClientScope, StaffScope, SystemScope } from '@daylight/api-platform';
import { HOUR } from '@daylight/domain';
import { entities as fileEntities } from '@daylight/api-files/entities';
import { entities } from '../model/entities.js';

/** 2026-03-02, a Monday, 10:00 in Seoul. */
export const MONDAY = Date.parse('2026-03-02T01:00:00Z');

/** Two tenants of one provider and a third of another, with a contract for two services each, and a service without. */
export class TicketWorld {
  readonly people = new Map<string, Caller>();

  private constructor(
    readonly db: TestDatabase,
    readonly providerId: string,
    readonly acme: string,
    readonly beta: string,
    readonly services: readonly [string, string, string],
  ) {}

  static async create(): Promise<TicketWorld> {
    const db = await createTestDatabase([...entities, ...fileEntities]);
    const { providerId } = await createProvider(db, 'North');
    const acme = await createTenant(db, providerId, 'ACME');
    const beta = await createTenant(db, providerId, 'BETA');
    const services = [newId(), newId(), newId()] as const;
    for (const [index, id] of services.entries()) await addService(db, providerId, id, index);
    const world = new TicketWorld(db, providerId, acme, beta, services);
    for (const tenantId of [acme, beta])
      await addContract(db, { providerId, tenantId, services: services.slice(0, 2) });
    db.setNow(MONDAY);
    return world;
  }

  async staff(more: NewStaff = {}): Promise<string> {
    const personId = await createStaff(this.db, this.providerId, more);
    this.people.set(personId, await signInAs(this.db, { providerId: this.providerId, personId }, 'CONSOLE'));
    return personId;
  }

  async client(roles: ClientRoles = ['REQUESTER'], tenantId = this.acme): Promise<string> {
    const personId = await createClient(this.db, this.providerId, tenantId, roles);
    this.people.set(personId, await signInAs(this.db, { providerId: this.providerId, personId }, 'PORTAL'));
    return personId;
  }

  private caller(personId: string): Caller {
    const caller = this.people.get(personId);
    if (caller === undefined) throw new Error('nobody of that id was signed in');
    return caller;
  }

  asClient<T>(personId: string, work: (tx: Tx<ClientScope>) => Promise<T>): Promise<T> {
    return this.db.app.asPerson(this.caller(personId), (tx) => work(asClient(tx)));
  }

  asStaff<T>(personId: string, work: (tx: Tx<StaffScope>) => Promise<T>): Promise<T> {
    return this.db.app.asPerson(this.caller(personId), (tx) => work(asStaff(tx)));
  }

  asSystem<T>(work: (tx: Tx<SystemScope>) => Promise<T>, tenantId: string | null = this.acme): Promise<T> {
    return this.db.worker.asSystem({ providerId: this.providerId, tenantId }, work);
  }

  /** Lets time pass: `hours` after MONDAY. */
  clock(hours: number): void {
    this.db.setNow(MONDAY + hours * HOUR);
  }
}
