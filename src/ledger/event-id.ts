import { v5 } from 'uuid';

const eventIds = '2f1f4d0e-6f55-4b1c-9a6d-5d8d8c0f7b9e';

/**
 * The id of an event that an interaction causes: the same however often the interaction is delivered.
 * @param position of the event among those that the interaction causes, from 0.
 */
export function eventIdOf(interaction: string, position: number): string {
  return v5(`${interaction}/${position}`, eventIds);
}
