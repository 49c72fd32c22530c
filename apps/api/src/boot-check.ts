import type { INestApplicationContext } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { PERMISSION, type Audience } from '@daylight/api-platform';
import type { GraphQLSchema } from 'graphql';

const FIELD = 'graphql:resolver_name';

/** Root fields of all resolver classes that state a permission, by the name their decorator gives. */
function guardedFields(app: INestApplicationContext): ReadonlySet<string> {
  const guarded = new Set<string>();
  for (const module of app.get(ModulesContainer).values()) {
    for (const { metatype } of module.providers.values()) {
      const prototype: unknown = metatype?.prototype;
      if (typeof prototype !== 'object' || prototype === null) continue;
      for (const name of Object.getOwnPropertyNames(prototype)) {
        const method: unknown = Object.getOwnPropertyDescriptor(prototype, name)?.value;
        if (typeof method !== 'function' || Reflect.getMetadata(PERMISSION, method) === undefined) continue;
        guarded.add(String(Reflect.getMetadata(FIELD, method) ?? name));
      }
    }
  }
  return guarded;
}

/** Refuses to start when a root field of either schema has no resolver that states a permission (Q7). */
export function checkRootFields(app: INestApplicationContext, schemas: ReadonlyMap<Audience, GraphQLSchema>): void {
  const guarded = guardedFields(app);
  const open: string[] = [];
  for (const [audience, schema] of schemas) {
    for (const type of [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]) {
      for (const field of Object.keys(type?.getFields() ?? {})) {
        if (!guarded.has(field)) open.push(`${audience} ${type?.name ?? ''}.${field}`);
      }
    }
  }
  if (open.length > 0)
    throw new Error(`these root fields state no permission or have no resolver:\n  ${open.join('\n  ')}`);
}
