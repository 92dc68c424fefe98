/** Given names are common ones; family names and places are put together and belong to nobody. */
export const GIVEN_NAMES_F = [
  'Aisha', 'Alice', 'Amelia', 'Anya', 'Beatrice', 'Bethany', 'Carys', 'Chloe', 'Daisy', 'Divya', 'Eleanor', 'Elif', 'Ella',
  'Emily', 'Farah', 'Freya', 'Grace', 'Hannah', 'Imani', 'Isla', 'Jasmine', 'Keira', 'Lily', 'Maja', 'Megan', 'Niamh',
  'Olivia', 'Poppy', 'Ruby', 'Zainab',
] as const;
export const GIVEN_NAMES_M = [
  'Adam', 'Alfie', 'Arjun', 'Ben', 'Callum', 'Daniel', 'Dev', 'Dylan', 'Ethan', 'Finlay', 'George', 'Hamza', 'Harvey',
  'Idris', 'Jack', 'Jakub', 'Jamie', 'Kai', 'Leo', 'Liam', 'Mohammed', 'Noah', 'Oscar', 'Reuben', 'Rohan', 'Samuel',
  'Theo', 'Toby', 'Yusuf', 'Zachary',
] as const;

const STARTS = ['Alder', 'Ash', 'Bramble', 'Briar', 'Copper', 'Elm', 'Fallow', 'Fern', 'Gorse', 'Hazel', 'Heron', 'Larch',
  'Linnet', 'Moss', 'Otter', 'Plover', 'Reed', 'Sorrel', 'Teasel', 'Willow'];
const ENDS = ['by', 'combe', 'croft', 'dale', 'den', 'field', 'garth', 'ham', 'ley', 'mere', 'shaw', 'stead', 'stow',
  'thorpe', 'wick', 'worth'];
export const FAMILY_NAMES: readonly string[] = STARTS.flatMap((start) => ENDS.map((end) => start + end));

export const PLACES = ['Abbey', 'Barley', 'Canal', 'Dovecote', 'Forge', 'Glebe', 'Hilltop', 'Ivy', 'Kiln', 'Lock', 'Mill',
  'Orchard', 'Priory', 'Quarry', 'Spinney', 'Water'] as const;
export const STREETS = ['Close', 'Lane', 'Road', 'Street', 'Way'] as const;
export const QUARTERS = ['North', 'East', 'South', 'West', 'Vale', 'Heath', 'Riverside'] as const;
