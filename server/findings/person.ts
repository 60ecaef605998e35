import { sql, type Sql } from '../db'

/** Someone by their id, as JSON. */
export const person = (id: Sql): Sql =>
  sql`(SELECT json_build_object('id', pu.id, 'name', pu.name) FROM "User" pu WHERE pu.id = ${id})`

/** People whose ids the query selects, by name, as an array of JSON. */
export const people = (ids: Sql): Sql => sql`ARRAY(
  SELECT json_build_object('id', pu.id, 'name', pu.name) FROM "User" pu WHERE pu.id IN (${ids})
  ORDER BY lower(pu.name), pu.id)`
