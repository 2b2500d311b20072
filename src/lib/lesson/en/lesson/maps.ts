/** What is said of maps, and of the penguins on them. Nothing is drawn before it is loaded. */
export const maps = {
  names: { then: 'Decision map of the then run', later: 'Decision map of the later run' },
  help: 'Bill length to the right, body mass upwards. Arrow keys move from penguin to penguin.',
  axes: {
    across: '→ bill length, {low}–{high} mm',
    up: '↑ body mass, {low}–{high} kg',
    short: '↑ body mass → bill length'
  },
  says: { MALE: 'says “male”', FEMALE: 'says “female”' },
  sex: { FEMALE: 'female', MALE: 'male' },
  penguin: 'Penguin {id}: {first}, {second}, {sex}',
  said: '{run}: {sex}',
  units: {
    bill_length_mm: 'bill {value} mm',
    bill_depth_mm: 'bill depth {value} mm',
    flipper_length_mm: 'flipper {value} mm',
    body_mass_g: '{value} g'
  }
};
