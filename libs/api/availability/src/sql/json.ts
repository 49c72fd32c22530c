/** A person as `PersonName` of the schema, by an id column; null where nobody is named. */
export const personJson = (provider: string, id: string): string =>
  `(select jsonb_build_object('id', d.person_id, 'displayName', d.display_name, 'side', d.side) from directory_entry d
    where d.provider_id = ${provider} and d.person_id = ${id} limit 1)`;

/** An instant as UTC milliseconds inside JSON. */
export const instantJson = (column: string): string => `floor(extract(epoch from ${column}) * 1000)`;
