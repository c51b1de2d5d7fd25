import { v5 } from 'uuid';

const eventIds = '2f1f4d0e-6f55-4b1c-9a6d-5d8d8c0f7b9e';

/**
 * The id of an event that an interaction causes: the same however often the interaction is delivered.
 * @param part which of the events that the interaction causes: its position, or what it is about.
 */
export function eventIdOf(interaction: string, part: number | string): string {
  return v5(`${interaction}/${part}`, eventIds);
}
