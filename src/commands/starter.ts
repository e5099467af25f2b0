/** The scenario that `init` writes: small, whole, with a comment on each part. */
export const STARTER = `# yaml-language-server: $schema=./scenario.schema.json
#
# A small scenario to start from: a garrison, a force that wants the road past it, and a line to that force's patron.
# Look for: who is told what over the line, and whether it reaches those on the road.
# \`deconflict check\` says what is wrong with it, \`deconflict schema --reference\` describes every key.
format: 1
title: The road past the post
summary: Three days around a small post, with one daily call to the side that may have a word with the force on the road.
start: "2030-05-01T06:00"
end: "2030-05-04T06:00"
timezone: UTC                 # or a name such as Asia/Tokyo, or an offset such as "+03:00"
seed: 7                       # the expectations below bind runs under this seed

places:
  post: [10.0, 20.0]          # degrees north and east
  junction: { name: Road junction, at: [10.3, 20.4] }

zones:
  post-zone:
    centre: post
    radius: 20 km
    held-by: garrison-force
    standing: disputed        # stated, agreed, reported, disputed or assumed
    claims:
      - { by: garrison-force, says: "armed forces stay out of the zone" }
      - { by: neighbour, says: "it was declared by one side alone" }

goals:
  road: { of: road-force, place: junction, worth: high, other-ways: [the track behind the hills] }

# A doctrine gives a party its charts, and each stance picks the one for that relation.
parties:
  garrison-force:
    name: Garrison
    doctrine: garrison
    place: post
    stances: { road-force: adversary, neighbour: counterpart }
  neighbour:
    name: Neighbouring military
    doctrine: patron
    stances: { garrison-force: counterpart, road-force: client }
  road-force:
    name: Force on the road
    doctrine: militia
    place: junction
    stances: { garrison-force: adversary }

# The pairs that "how bad did it get" is about.
crisis:
  - [garrison-force, road-force]
  - [garrison-force, neighbour]

channels:
  phone:
    name: daily line
    between: [garrison-force, neighbour]
    calls: [{ every: day, at: "09:00" }]
    on-request: { answered-within: 30 m }
    tiers: [duty-officer, general]
    trust: { garrison-force: wary, neighbour: fair }

# Every free parameter has a default; what is set here replaces it, and every report prints it with its ground.
assumptions:
  relay.complied: { value: 0.4, range: [0.1, 0.9], ground: assumed, why: set to see what a relay can change }

timeline:
  - id: road-wanted
    at: "2030-05-01 10:00"    # or: day 1 10:00
    pressure: { party: road-force, toward: garrison-force, goal: road, strength: serious }
    text: The force is wanted on the far side of the junction.
  - id: drone
    at: road-wanted + 26 h
    incident: drone-attack
    by: unknown               # who it was in truth
    appears-as: { by: { road-force: 0.6, unknown: 0.4 } }
    against: garrison-force
    gravity: slight
    text: A small drone of unknown owner drops something near the post.

# What you expect of a run under the seed above: \`deconflict check\` says whether it holds.
expect:
  - id: line-in-use
    event: { call: answered, over: phone }
    at-least: 1
  - id: drone-comes
    event: { act: drone-attack, against: garrison-force }
    within: ["2030-05-02 12:00", "2030-05-02 12:00"]
`;
