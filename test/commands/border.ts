/** Two neighbours for a day, of whom one is pressed. */
export const BORDER = `format: 1
title: The border
start: "2030-05-06T06:00"
end: "2030-05-07T06:00"
timezone: UTC
parties:
  north: { doctrine: neighbour, stances: { south: adversary } }
  south: { doctrine: neighbour, stances: { north: adversary } }
crisis: [[north, south]]
channels:
  wire: { between: [north, south], calls: [{ every: day, at: "09:00" }], on-request: { answered-within: 15 m } }
timeline:
  - id: push
    at: day 1 08:00
    pressure: { party: south, toward: north, strength: grave }
expect:
  - id: calm
    quiet: { within: [day 1 06:00, day 1 22:00], below: show-of-force }
  - id: calls-taken
    event: { call: answered }
    at-least: 2
  - share: { of: calls-taken, at-least: 0.1 }
`;
