import type { Band, Condition, DamageType, Edition, Event } from '../rules/index.js';
import { capitalized, either, typedDamage } from './list.js';
import type { ChannelPermission, Refusals } from './refused.js';

const amounts = 'Write a whole number from 0 to 9,999 or dice: `7`, `2d6+3`, `2d6+3 slashing + 1d8 fire`.';

const damageTypes: Record<DamageType, string> = {
  acid: 'acid',
  bludgeoning: 'bludgeoning',
  cold: 'cold',
  fire: 'fire',
  force: 'force',
  lightning: 'lightning',
  necrotic: 'necrotic',
  piercing: 'piercing',
  poison: 'poison',
  psychic: 'psychic',
  radiant: 'radiant',
  slashing: 'slashing',
  thunder: 'thunder',
};

/** Damage as it is typed: `7 slashing + 4 fire`. */
function split(parts: readonly { amount: number; type?: DamageType | undefined }[]): string {
  return typedDamage(parts, damageTypes);
}

const bands: Record<Band, string> = {
  healthy: 'Healthy',
  injured: 'Injured',
  bloodied: 'Bloodied',
  critical: 'Critical',
  down: 'Down',
  dead: 'Dead',
};

/** What an event is called in the trail. */
const events: Record<Event['type'], string> = {
  Enrolled: 'enrolled',
  Damaged: 'damage',
  Healed: 'healing',
  TemporaryGranted: 'granted',
  HitPointsSet: 'set',
  DeathSaveRolled: 'death save',
  Revived: 'revived',
  MaximumSet: 'maximum set',
  MaximumAdjusted: 'maximum adjusted',
  Stabilized: 'stabilised',
  Rested: 'rest',
  ConcentrationChanged: 'concentration',
  DefensesSet: 'defenses',
  Edited: 'edited',
  Reverted: 'undo',
  Amended: 'correction',
};

const editions: Record<Edition, string> = { '5.1': 'SRD 5.1 (2014)', '5.2': 'SRD 5.2.1 (2024)' };

/** As Discord's client calls them. */
const channelPermissions: Record<ChannelPermission, string> = {
  'view-channel': 'View Channel',
  'send-messages': 'Send Messages',
  'send-messages-in-threads': 'Send Messages in Threads',
  'embed-links': 'Embed Links',
  'read-message-history': 'Read Message History',
};

/** How someone is who is not simply up. Death saves are told beside it. */
const conditions: Record<Exclude<Condition, 'up'>, string> = {
  dying: 'Dying',
  stable: 'Stable, unconscious',
  dead: 'Dead',
};

const refusals: Refusals = {
  'amount-not-a-number': ({ typed }) => `“${typed}” is not a number of hit points. ${amounts}`,
  'amount-negative': () =>
    `An amount has no minus. ${amounts} For the other direction there are \`/hp heal\` and \`/hp damage\`.`,
  'amount-fraction': ({ typed }) => `Hit points are whole: “${typed}” is not. ${amounts}`,
  'amount-too-large': ({ typed }) => `“${typed}” is more than an amount can be. ${amounts}`,
  'amount-unusual': ({ typed, meant }) =>
    `Did you mean **${meant}**? “${typed}” is an unusual way to write it. ${amounts}`,
  'amount-too-long': ({ length, most }) => `The amount has ${length} characters; it can have ${most}.`,
  'dice-malformed': ({ typed }) => `“${typed}” are no dice that can be rolled. ${amounts}`,
  'dice-division-by-zero': ({ typed }) => `“${typed}” divides by 0.`,
  'dice-too-few': ({ typed }) => `“${typed}” keeps or drops more dice than it rolls.`,
  'dice-unsupported': ({ typed, possible }) =>
    `“${typed}” gives no amount. Dice can be rolled like ${possible.join(', ')}.`,
  'dice-too-many': ({ most }) =>
    `At most ${most} dice can be rolled at once, those of a critical hit included.`,
  'dice-sides': ({ least, most }) => `A die has ${least} to ${most} sides.`,
  'damage-type-unknown': ({ word }) =>
    `“${word}” is no type of damage. There are ${Object.values(damageTypes).join(', ')}.`,
  'damage-amount-missing': ({ word }) => `How much **${word}**? ${amounts}`,
  'note-empty': () => 'This needs a note: say why, so that everyone can see it in the trail.',
  'note-too-long': ({ length, most }) => `The note has ${length} characters; it can have ${most}.`,
  'nothing-given': () => 'Nothing is to be changed: fill in at least one of the options.',
  'option-malformed': ({ option }) =>
    `The option **${option}** did not arrive as it should. Choose the command anew from Discord’s list.`,
  'time-unknown': ({ typed }) =>
    `“${typed}” is no time that I understand. Write \`19:30\`, \`20 minutes ago\`, \`2h\` or \`2026-11-23 19:30\`.`,
  'version-or-time-unknown': ({ typed }) =>
    `“${typed}” is neither a version nor a time that I understand. ` +
    'Write `v14`, `19:30`, `20 minutes ago`, `2h` or `2026-11-23 19:30`.',
  'line-unknown': ({ typed }) =>
    `There is nothing to look for in “${typed}”. ` +
    'Paste what a line begins with, the version and its hash: `v14 3f9a2c1b7d04`.',
  'defense-unknown': ({ typed }) =>
    `“${typed}” is no type of damage. There are ${Object.values(damageTypes).join(', ')}; \`none\` for none.`,
  'hit-dice-malformed': ({ typed }) =>
    `“${typed}” are no hit dice. Write them as \`5d10\`, or \`3d10+2d6\` for several classes.`,
  'command-unknown': () =>
    'This bot does not know that command any more. Type `/hp` to see those that it knows.',
  'button-unknown': () => 'This button is from another version of the bot. Ask again with `/hp show`.',
  busy: () => 'Too much is going on at once: nothing was recorded. Please try again in a moment.',
  'servers-only': () => 'Hit points belong to a server: type `/hp` in one of its channels.',
  'form-too-late': () => 'The ledger took too long to open the form. Press again in a moment.',
  'max-or-adjust': () =>
    'Give either `value`, the maximum from now on, or `adjust`, a change until the next long rest.',
  'on-or-end': () => 'Give either `on`, what the concentration is on, or `end`, to end it.',
  'told-privately': () => 'Not done; only the DM can see why.',
  'name-empty': () => 'A name needs at least one letter, digit or emoji.',
  'name-comma': () => 'A name can’t have a comma: commas separate several targets.',
  'name-invisible': () =>
    'The name holds characters that can’t be seen. Type it by hand instead of pasting it.',
  'name-marks': () => 'The name heaps more accents on a letter than can be read. Use fewer.',
  'name-too-long': ({ length, most }) => `The name has ${length} characters; it can have ${most}.`,
  'name-reserved': ({ name }) => `“${name}” means every player character. Choose another name.`,
  'name-taken': ({ name }) => `There is a ${name} already. Choose another name, “${name} 2” say.`,
  'name-same': ({ name }) => `${name} is the name already.`,
  'roster-full': ({ most }) =>
    `The roster is full: ${most} characters. Make room with \`/hp character retire\`.`,
  'too-many-characters': ({ most }) =>
    `You have ${most} characters here, as many as one person can have; those that you handed over count too. ` +
    'Retire one with `/hp character retire`, or ask the DM to add this one for you.',
  'owner-full': ({ name, most }) =>
    `They have ${most} characters here already, as many as one person can have. ` +
    `One of theirs has to retire first, or the DM hands ${name} over.`,
  'character-retired': ({ name }) => `${name} has retired. \`/hp log\` and \`/hp show\` still find them.`,
  'already-active': ({ name }) => `${name} is your active character already.`,
  'character-unknown': ({ typed, suggestions }) =>
    suggestions.length > 0
      ? `No ${typed} here. ${either(suggestions, 'or')}?`
      : `${typed.trim() === '' ? 'Nobody by that name' : `No ${typed}`} here. See \`/hp party\` for who is here, or add someone with \`/hp character add\`.`,
  'character-ambiguous': ({ typed, names }) =>
    `“${typed}” can be ${either(names, 'or')}. Type more of the name.`,
  'creature-not-given': ({ name }) =>
    `${name} is a creature, and creatures are the DM’s. To make it a player character: \`/hp character edit\`.`,
  'owner-same': ({ name }) => `${name} is theirs already.`,
  'hidden-creatures-only': ({ name }) =>
    `Only a creature’s numbers can be hidden, and ${name} is a player character.`,
  'settings-same': () => 'It is so already: nothing was changed.',
  'no-active-character': () =>
    'Whom do you mean? Name a `target`, choose your character with `/hp character use`, ' +
    'or add one: `/hp character add name:Thorin max:31`.',
  'dm-only': () =>
    'Only the DM can do this. (The DM is whoever has the permission Manage Server, or the role that `/hp settings view` names.)',
  'character-elsewhere': () =>
    'This message is about a character of another server. Its buttons work there, not here.',
  'party-empty': () => 'There is no player character yet. Begin with `/hp character add name:Thorin max:31`.',
  'not-allowed': ({ name, who }) =>
    who === 'dm' ? `${name} is the DM’s to change.` : `Only the owner of ${name} or the DM can do this.`,
  'enrolling-unfinished': ({ name }) =>
    `${name} is on the roster. The ledger can’t be reached to begin the hit points; the next command does.`,
  'edit-unfinished': ({ name }) =>
    `The hit points of ${name} are edited, but the rest could not be recorded. Do the rest again.`,
  'target-twice': ({ name }) => `${name} is named twice: done once.`,
  'no-hit-dice-known': ({ name }) =>
    `The hit dice of ${name} are not known. Tell them with \`/hp character edit hit-dice:5d10\`.`,
  'too-many-targets': ({ count, most }) => `These are ${count} targets; ${most} can be named at once.`,
  'nobody-played': ({ person }) =>
    `${person} has no active character here. \`/hp character add\` puts one on the roster.`,
  'not-that-far': ({ name, began, latest }) =>
    `There was no such moment for ${name}: the trail began ${began}, and has come from v1 to v${latest}.`,
  'export-too-large': ({ versions, most }) =>
    `The trail has ${versions} entries; ${most} can be exported. \`/hp log since:\` shows a part of it.`,
  'channel-closed': ({ channel, missing }) => {
    const names = missing.map((permission) => `**${channelPermissions[permission]}**`);
    return (
      `I can’t post in ${channel}: there I lack ${either(names, 'and')}. Nothing was changed. ` +
      'Allow it for me under **Edit Channel → Permissions**, then type this again.'
    );
  },
  dead: () => 'The dead take no part in this. `/hp revive` brings them back.',
  'not-dead': () => 'Nobody is dead here: `/hp heal` is for the living.',
  'not-enrolled': () => 'This character has no hit points yet. Try again in a moment.',
  'already-enrolled': () => 'This character is here already.',
  'not-dying': ({ condition }) =>
    condition === 'stable'
      ? 'Stable already: no death save is due, until more damage comes.'
      : 'Not dying: only the dying make death saves, or are stabilised.',
  unconscious: () => 'The unconscious can’t begin to concentrate.',
  'not-concentrating': () => 'There is no concentration to end.',
  'nothing-to-edit': () => 'Nothing is to be changed: fill in at least one of the options.',
  'nothing-to-adjust': () => 'An adjustment by 0 changes nothing.',
  'needs-hit-point': () => 'This rest takes at least 1 hit point.',
  'no-hit-dice': ({ die, left }) => `Not so many hit dice are left: ${left}d${die}.`,
  'hit-die-unknown': ({ die }) => `There is no hit die with ${die} sides: d4, d6, d8, d10, d12, d20.`,
  'hit-die-twice': ({ die }) => `The d${die} is named twice. Write how many there are of it in all.`,
  'nothing-to-undo': () => 'There is no change left to take back. `/hp log` shows the trail.',
  'version-unknown': ({ version, newest }) =>
    `There is no v${version} here: the trail goes from v1 to v${newest}, as \`/hp log\` shows.`,
  'too-far-back': ({ version, most }) =>
    `v${version} lies more than ${most} entries back. \`/hp set\` puts right what the hit points are now.`,
  'enrolment-stays': () =>
    'A trail begins with v1 for ever. Who should not be here leaves with `/hp character retire`.',
  'already-undone': ({ version, by }) =>
    `v${version} has been taken back already, in v${by}. To have it count again, undo v${by}.`,
  'not-amendable': ({ version }) =>
    `v${version} can’t be put right like that. Take it back with \`/hp undo version:${version}\`, and do it anew.`,
  'amendment-misfit': ({ version }) =>
    `v${version} is not of that kind: only damage has types or can be halved, resisted, critical or a knock-out; an adjusted maximum takes \`adjust\`, anything else one plain \`amount\`.`,
  'amendment-types': ({ version, parts }) =>
    `v${version} was ${split(parts)}. Say how the new amount is split, for example \`amount:${split(parts)}\`, or give the \`type\` that all of it was.`,
  'amendment-same': ({ version }) => `v${version} says so already: nothing was changed.`,
  'moved-to-same': ({ name }) => `It was told of ${name} already.`,
  'above-maximum': ({ value, maximum }) => `${value} is more than the hit point maximum of ${maximum}.`,
  'out-of-bounds': ({ what, least, most }) =>
    `**${what}** has to be a whole number from ${least} to ${most}.`,
  'store-unavailable': () =>
    'Nothing was recorded: the ledger can’t be reached right now. Try again in a moment.',
  'not-known': () =>
    'The ledger did not answer in time, so I could **not find out** whether this was recorded. `/hp log` will tell: look there before you type it again.',
  fault: () =>
    'Something went wrong inside the bot. `/hp log` shows whether it was recorded; whoever runs the bot finds more in its log.',
};

const points = (count: number, kind = '') => `${count} ${kind}hit point${count === 1 ? '' : 's'}`;

export const english = {
  damageTypes,
  bands,
  events,
  editions,
  channelPermissions,
  /** The taking back of a taking back, in the trail. */
  redone: 'redo',
  conditions,
  refusals,

  /** Found by the English words that are typed, which is how Discord tells of them. The first word is `hp` in every language. */
  commands: {
    hp: { name: 'hp', description: 'Hit points, kept as a ledger' },
    undo: {
      name: 'undo',
      description: 'Take back the last change, or any; what came after is decided again',
    },
    amend: { name: 'amend', description: 'Put an entry right: what it was in truth (the owner or the DM)' },
    damage: { name: 'damage', description: 'Someone takes damage' },
    heal: { name: 'heal', description: 'Someone regains hit points' },
    temp: { name: 'temp', description: 'Temporary hit points; they do not stack, the higher stays' },
    save: { name: 'save', description: 'A death save, for who is dying' },
    stabilize: { name: 'stabilize', description: 'Someone who is dying is stable' },
    rest: { name: 'rest', description: 'A short or a long rest' },
    concentrate: { name: 'concentrate', description: 'Concentrate on something, or end it' },
    show: { name: 'show', description: 'A character as it is now, or as it was' },
    party: { name: 'party', description: 'Everyone at a glance' },
    log: { name: 'log', description: 'The audit trail: who changed what, when and why' },
    chart: { name: 'chart', description: 'Hit points over time, as a picture' },
    export: { name: 'export', description: 'The whole trail as a file' },
    verify: { name: 'verify', description: 'Whether the trail is whole and unaltered' },
    set: { name: 'set', description: 'Put the hit points right (the owner or the DM)' },
    max: { name: 'max', description: 'Another hit point maximum (the owner or the DM)' },
    revive: { name: 'revive', description: 'Bring someone back from the dead (the owner or the DM)' },
    character: { name: 'character', description: 'Who is here' },
    'character add': { name: 'add', description: 'Put a character on the roster' },
    'character use': { name: 'use', description: 'Choose the character that you mean when you name none' },
    'character rename': {
      name: 'rename',
      description: 'Give a character another name (the owner or the DM)',
    },
    'character edit': {
      name: 'edit',
      description: 'Hit dice, death saves, kind, hidden (the owner or the DM)',
    },
    'character give': { name: 'give', description: 'Hand a character over to someone (the owner or the DM)' },
    'character retire': {
      name: 'retire',
      description: 'A character leaves; its trail stays (the owner or the DM)',
    },
    'character defenses': {
      name: 'defenses',
      description: 'Resistances, immunities, vulnerabilities (the owner or the DM)',
    },
    settings: { name: 'settings', description: 'How this server plays' },
    'settings view': { name: 'view', description: 'The settings as they are' },
    'settings rules': { name: 'rules', description: 'The edition of the rules from now on (the DM)' },
    'settings dm-role': { name: 'dm-role', description: 'Whose role makes them the DM (the DM)' },
    'settings who-may-change': {
      name: 'who-may-change',
      description: 'Who may change player characters (the DM)',
    },
    'settings feed': { name: 'feed', description: 'Where every entry is posted as it comes (the DM)' },
    'settings board': { name: 'board', description: 'Where one message always shows the party (the DM)' },
    help: { name: 'help', description: 'What to type first' },
  },

  /** Under Apps, where a person was right-clicked. */
  personMenu: 'Hit points',

  options: {
    amount: { name: 'amount', description: 'A number or dice: 7, 2d6+3, 2d6+3 slashing + 1d8 fire' },
    healAmount: { name: 'amount', description: 'A number or dice: 7, 2d8+3' },
    target: {
      name: 'target',
      description: 'Whom: names or their beginnings, or party. Left out: your character',
    },
    oneTarget: { name: 'target', description: 'Whom: a name or its beginning. Left out: your character' },
    requiredTarget: { name: 'target', description: 'Whom: a name or its beginning' },
    note: { name: 'note', description: 'Why, for the audit trail' },
    type: { name: 'type', description: 'For resistance, vulnerability and immunity' },
    critical: { name: 'critical', description: 'A critical hit: dice doubled, two failed saves at 0' },
    halved: { name: 'halved', description: 'Half the damage, for a successful saving throw' },
    adjust: { name: 'adjust', description: 'A flat bonus or penalty before anything is halved' },
    amendAdjust: {
      name: 'adjust',
      description: 'The flat bonus or penalty, or how the maximum was adjusted',
    },
    amendKnockOut: { name: 'knock-out', description: 'Whether it was meant to knock out' },
    knockOut: { name: 'knock-out', description: 'Unconscious instead of dying or dead' },
    each: { name: 'each', description: 'Roll anew for each target' },
    replace: { name: 'replace', description: 'Take the new ones even if they are fewer' },
    roll: { name: 'roll', description: 'What the d20 shows. Left out: the bot rolls' },
    bonus: { name: 'bonus', description: 'Added to the roll; a natural 1 or 20 goes first' },
    undoVersion: { name: 'version', description: 'Which entry of the trail: 14 for v14. Left out: the last' },
    amendVersion: { name: 'version', description: 'Which entry of the trail: 14 for v14' },
    amendNote: { name: 'note', description: 'Why: what was wrong' },
    amendAmount: { name: 'amount', description: 'What it was: 12, 2d6+3, 7 slashing + 4 fire' },
    amendType: { name: 'type', description: 'The type that all the damage was of' },
    amendHalved: { name: 'halved', description: 'Whether a saving throw halved it' },
    amendCritical: { name: 'critical', description: 'Whether it was a critical hit, for who was at 0' },
    resisted: { name: 'resisted', description: 'Whether it was resisted' },
    to: { name: 'to', description: 'Whom it was about in truth' },
    restKind: { name: 'kind', description: 'An hour, or the night' },
    restDice: { name: 'dice', description: 'Hit dice to spend on a short rest: 2, or 1d10+1d6' },
    on: { name: 'on', description: 'The spell or what else it is' },
    end: { name: 'end', description: 'The concentration is over' },
    by: { name: 'by', description: 'Only what this person did' },
    since: { name: 'since', description: 'Not before: 19:30, 20 minutes ago, 2h, 2026-11-23' },
    private: { name: 'private', description: 'For your eyes alone' },
    at: { name: 'at', description: 'As it was: v14, 19:30, 20 minutes ago, 2026-11-23' },
    line: { name: 'line', description: 'What to look for: lines of the feed, or v14 3f9a2c1b7d04' },
    format: { name: 'format', description: 'For a spreadsheet (the default), or for programs' },
    setValue: { name: 'value', description: 'The hit points from now on' },
    setNote: { name: 'note', description: 'Why: what was wrong' },
    maxValue: { name: 'value', description: 'The maximum from now on: a level gained, say' },
    maxAdjust: { name: 'adjust', description: 'More or less until the next long rest: Aid, a drain' },
    maxHeal: { name: 'heal', description: 'Heal by as much as the maximum rises' },
    reviveValue: { name: 'value', description: 'The hit points to come back with' },
    newName: { name: 'name', description: 'A name that no one else here bears' },
    max: { name: 'max', description: 'The hit point maximum' },
    hp: { name: 'hp', description: 'The hit points now. Left out: all of them' },
    kind: { name: 'kind', description: 'A player character (the default), or a creature of the DM' },
    editKind: { name: 'kind', description: 'A player character, or a creature of the DM' },
    player: { name: 'player', description: 'Whose it is. Left out: yours' },
    newOwner: { name: 'player', description: 'Whose it is from now on' },
    hitDice: { name: 'hit-dice', description: 'For short rests: 5d10, or 3d10+2d6' },
    con: { name: 'con', description: 'The Constitution modifier, for short rests' },
    hidden: { name: 'hidden', description: 'A creature whose numbers players do not see' },
    deathSaves: { name: 'death-saves', description: 'Whether it makes death saves at 0 instead of dying' },
    resistances: { name: 'resistances', description: 'fire, cold …; none for none. Left out: as they are' },
    immunities: { name: 'immunities', description: 'poison …; none for none. Left out: as they are' },
    vulnerabilities: {
      name: 'vulnerabilities',
      description: 'thunder …; none for none. Left out: as they are',
    },
    edition: { name: 'edition', description: 'Earlier entries stay as they were decided' },
    feedChannel: { name: 'channel', description: 'Left out: nowhere any more' },
    boardChannel: { name: 'channel', description: 'Left out: nowhere any more' },
    role: { name: 'role', description: 'Left out: nobody but who may manage the server' },
    policy: { name: 'policy', description: 'Creatures are the DM’s in any case' },
  },

  choices: {
    kinds: { pc: 'player character', npc: 'creature' },
    rests: { short: 'short', long: 'long' },
    formats: { csv: 'CSV', jsonl: 'JSON Lines' },
    policies: { everyone: 'everyone', owner: 'the owner and the DM', dm: 'the DM' },
  },
  /** Means no damage type at all. */
  none: 'none',
  /** Before the sides of a die. */
  die: 'd',
  quoted: (text: string) => `“${text}”`,

  happening: {
    joins: (who: string) => `${who} joins the party`,
    takesNoDamage: (who: string) => `${who} takes no damage`,
    takesDamage: (who: string, damage: number) => `${who} takes ${damage} damage`,
    andDies: (atOnce: boolean) => ` and dies${atOnce ? ' at once' : ''}`,
    andIsDying: ' and is dying',
    andIsKnockedOut: ' and is knocked out',
    deathSavesFail: (count: number): string =>
      count === 2 ? ': two death saves fail' : ': a death save fails',
    regains: (who: string, count: number) => `${who} regains ${points(count)}`,
    andWakes: ' and wakes',
    hasTemporary: (who: string, count: number) => `${who} has ${points(count, 'temporary ')}`,
    isSet: (who: string, value: number) => `${who} is set to ${points(value)}`,
    save: {
      success: (who: string) => `${who} succeeds on a death save`,
      failure: (who: string) => `${who} fails a death save`,
      'two-failures': (who: string) => `${who} rolls a natural 1: two death saves fail`,
      wakes: (who: string) => `${who} rolls a natural 20 and wakes`,
      none: (who: string) => `${who} needs no death save`,
    },
    andIsStable: ' and is stable',
    revives: (who: string) => `${who} is back among the living`,
    maximumIs: (who: string, maximum: number) => `${who} has a maximum of ${points(maximum)}`,
    stabilizes: (who: string) => `${who} is stable`,
    rests: {
      short: (who: string) => `${who} takes a short rest`,
      long: (who: string) => `${who} takes a long rest`,
    },
    concentratesOn: (who: string, on: string) => `${who} concentrates on ${on}`,
    concentratesNoMore: (who: string) => `${who} concentrates no more`,
    defensesAre: (who: string) => `The defenses of ${who} are set`,
    isEdited: (who: string) => `${who} is edited`,
    isTakenBack: (who: string, version: number, what: string) =>
      `${who}: v${version} (${what}) is taken back`,
    countsAgain: (who: string, version: number, what: string) => `${who}: v${version} (${what}) counts again`,
    isPutRight: (who: string, version: number, what: string) => `${who}: v${version} (${what}) is put right`,
    /** Of several at once. */
    several: (what: string, count: number) =>
      `${capitalized(what)} · ${count} target${count === 1 ? '' : 's'}`,
    /** What players read of a hidden creature. */
    veiled: {
      Damaged: (who: string) => `${who} is hit`,
      Healed: (who: string) => `${who} is healed`,
      DeathSaveRolled: (who: string) => `${who} makes a death save`,
      other: (who: string) => `${who} changes`,
    },
  },

  workings: {
    surplus: (count: number) => `${count} more than the maximum takes`,
    inPlaceOf: (before: number) => `in place of ${before}`,
    stacksNot: (before: number) => `${before} before; they do not stack`,
    noMore: (amount: number) => `${amount} would be no more; they do not stack`,
    critical: 'critical',
    halved: 'halved',
    resisted: 'resisted',
    vulnerable: 'vulnerable',
    immune: 'immune',
    temporaryEnded: (count: number) => `${count} temporary ended`,
    modifierEnded: (change: string) => `${change} of the maximum ended`,
    regains: (count: number) => `${count} regained`,
    fromTemporary: (count: number) => `${count} from temporary`,
    overkill: (count: number) => `${count} more than was left`,
    concentrationSave: (dc: number) => `Constitution save DC ${dc} to keep concentrating`,
    concentrationEnds: (on: string) => `concentration on ${on} ends`,
    concentrating: (on: string) => `concentrating on ${on}`,
    maximumBefore: (before: number) => `${before} before`,
    untilLongRest: (change: string) => `${change} until the next long rest`,
    hitDie: (die: number, roll: number) => `d${die}: ${roll}`,
    constitutionEach: (modifier: string) => `${modifier} each for Constitution`,
    hitDiceRecovered: (dice: string) => `hit dice back: ${dice}`,
    resistances: (types: string) => `resistant: ${types}`,
    immunities: (types: string) => `immune: ${types}`,
    vulnerabilities: (types: string) => `vulnerable: ${types}`,
    noDefenses: 'none',
    hitDice: (dice: string) => `hit dice ${dice}`,
    constitution: (modifier: string) => `Constitution ${modifier}`,
    makesDeathSaves: (does: boolean): string => (does ? 'makes death saves' : 'dies at 0'),
    takesBack: (version: number, what: string) => `takes back v${version} (${what})`,
    restores: (version: number, what: string) => `v${version} (${what}) counts again`,
    wasAbout: (whom: string) => `it was ${whom}`,
    inTruth: (version: number, what: string) => `v${version} was ${what}`,
    cameOutDifferently: (version: number, was: string, now: string) => `v${version}: was ${was}; now ${now}`,
    andDifferently: (count: number) => `and ${count} more came out differently`,
  },

  labels: {
    newer: 'Newer',
    older: 'Older',
    damage: 'Damage',
    heal: 'Heal',
    log: 'Log',
    trail: 'The latest',
    asOf: (version: number, time: string) => `As of \`v${version}\`, ${time}`,
    trailThen: 'The entry of that moment',
    temporary: (count: number) => `+${count} temporary`,
    nobody: 'Nobody is here yet. Begin with `/hp character add name:Thorin max:31`.',
    by: (who: string) => `by ${who}`,
    andMore: (count: number) => `… and ${count} more; \`/hp show\` finds each.`,
    trailOf: (name: string) => `The trail of ${name}`,
    trailFilter: (by: string | undefined, since: string | undefined) =>
      `Only${by === undefined ? '' : ` by ${by}`}${since === undefined ? '' : ` since ${since}`}`,
    trailNothing: 'Nothing here.',
    creatures: 'Creatures',
    owner: 'Played by',
    undo: 'Undo',
    redo: 'Redo',
    undoAll: 'Undo all',
    undoFor: 'Undo for …',
    takenBackIn: (version: number) => `taken back in v${version}`,
    putRightIn: (version: number) => `put right in v${version}`,
    /** Under the answer to a correction. */
    cameOutDifferently: 'What came out differently',
    noDeathSavesYet: 'no death saves yet',
    deathSaves: (marks: string) => `death saves ${marks}`,
    bloodied: 'Bloodied',
    concentratesOn: (on: string) => `Concentrates on ${on}`,
    hitDice: (dice: string) => `Hit dice ${dice}`,
    hidden: 'The numbers are for your eyes alone: players see the band.',
    notDone: (name: string, why: string) => `**${name}**: ${why}`,
    notDoneTitle: 'Not done',
    overtaken: (name: string) => `This answer has been overtaken. ${name} as of now:`,
  },

  notKnown:
    'The ledger has not answered yet, so it is **not known** whether this was recorded. ' +
    'Please don’t type it again: this message will say what happened.',

  /** In autocomplete. `left`: when, `2026-11-23 19:30 UTC`; '' where that is not known. */
  former: (name: string, left: string) => (left === '' ? `${name} · retired` : `${name} · retired ${left}`),

  roster: {
    renamed: (from: string, to: string) => `${from} is called ${to} from now on.`,
    retired: (name: string) => `${name} has retired. The trail stays: \`/hp log\` still finds it.`,
    chosen: (name: string) => `${name} is your active character: commands without a target mean them.`,
    given: (name: string, to: string) => `${name} is ${to}’s from now on.`,
    edited: (name: string, changes: string[]) => `${name}: ${changes.join(', ')}.`,
    kind: { pc: 'a player character', npc: 'a creature of the DM' },
    hidden: (is: boolean): string =>
      is ? 'the numbers are hidden from players' : 'the numbers are for all to see',
  },

  settings: {
    title: 'How this server plays',
    rules: 'Rules',
    dmRole: 'DM',
    whoMayChange: 'Who may change player characters',
    feed: 'Feed: every entry, as it comes',
    board: 'Board: the party at a glance',
    nowhere: 'nowhere',
    manageServer: 'whoever has the permission Manage Server',
    andRole: (role: string) => `, or the role ${role}`,
    changed: 'From now on:',
    earlierStay: 'Earlier entries stay as they were decided.',
  },

  watching: {
    board: 'The party',
    many: (count: number) => `${count} entries, all of them since I was last here`,
    readAll: '`/hp log` shows each of them.',
    closedTitle: { feed: 'The feed has ended', board: 'The board has ended' },
    closedBecause: {
      gone: (channel: string) => `The channel ${channel} is gone.`,
      forbidden: (channel: string) =>
        `I may not write in ${channel}: there I need the permissions View Channel, Send Messages, Embed Links and Read Message History.`,
    },
    chooseAnew: {
      feed: 'Then choose a channel with `/hp settings feed`.',
      board: 'Then choose a channel with `/hp settings board`.',
    },
    notPinnedTitle: 'The board is not pinned',
    notPinnedBecause: {
      forbidden: (channel: string) =>
        `I may not pin messages in ${channel}: there I need the permissions Pin Messages and Read Message History.`,
      full: (channel: string) =>
        `${channel} has 250 pinned messages, as many as Discord allows. Unpin one of them to make room.`,
    },
    notPinnedThen:
      'The board is kept up to date all the same. To have it pinned at once, choose the channel again with `/hp settings board`; otherwise I try again whenever I post it anew.',
  },

  forms: {
    damage: (name: string) => `Damage: ${name}`,
    heal: (name: string) => `Heal: ${name}`,
    amount: 'Amount',
    damageHint: '7 or 2d6+3',
    healHint: '7 or 2d8+3',
    type: 'Type of damage',
    note: 'Why, for the audit trail',
  },

  chart: {
    title: (name: string) => `${name}: hit points`,
    latest: (count: number, of: number) => `The latest ${count} of ${of} entries.`,
    /** In the picture. */
    labels: {
      hitPoints: 'Hit points',
      maximum: 'Maximum',
      temporary: 'Temporary',
      down: 'Down',
      dead: 'Dead',
      version: 'Version',
      woke: 'Up again',
      untitled: 'Hit points',
    },
  },

  export: {
    part: (name: string, entries: number) =>
      `The trail of ${name}: ${entries} ${entries === 1 ? 'entry' : 'entries'}.`,
    more: 'More follows.',
  },

  verify: {
    whole: (name: string) => `The trail of ${name} is whole and unaltered`,
    faulty: (name: string) => `The trail of ${name} is not as it was written`,
    lacking: (name: string) => `The trail of ${name} does not hold all that was noted`,
    entries: (count: number, last: string) =>
      `${count} ${count === 1 ? 'entry' : 'entries'}, the last is ${last}. ` +
      'Each is the one that was written, in its place, and the rules give the hit points that it holds.',
    fault: {
      missing: (version: number): string =>
        version === 1
          ? '`v1` is missing: the beginning was taken away, or was never recorded.'
          : `\`v${version}\` is missing: it was taken away, and there are later ones.`,
      unreadable: (version: number) =>
        `\`v${version}\` can’t be read: it was altered, or a newer version of the bot wrote it.`,
      hash: (version: number) =>
        `\`v${version}\` is not the entry that was written: it was altered, exchanged or put in afterwards.`,
      state: (version: number) => `\`v${version}\` holds hit points that the rules do not give.`,
    },
    wholeUntil: (last: string) =>
      `All up to ${last} is whole and unaltered. The bot’s log tells of this too.`,
    /** What became of lines that were noted. `latest`: the last version that there is. */
    found: {
      held: (lines: string) => `✅ Still there: ${lines}`,
      changed: (lines: string) =>
        `❌ Not held: ${lines}. Another entry stands there: the trail was written anew, or this was noted of another character.`,
      gone: (lines: string, latest: number) =>
        `❌ Gone: ${lines}. The trail ends at v${latest}: what followed was cut off, or this was noted of another character.`,
      unknown: (lines: string) => `❔ Can’t be told: ${lines}. The trail is wrong there already.`,
    },
    andMore: (count: number) => `and ${count} more`,
    ofNobodyTitle: 'Not checked',
    /** Lines that name a character who is not here. */
    ofNobody: (name: string, lines: string) =>
      `Nobody here is called ${name}, so ${lines} was held against no trail. If the name has changed since, give the new one as \`target\`.`,
    keep: (last: string) =>
      `If the end of a trail is cut off, only a noted line can show it. Note ${last}, and give it back some day: \`/hp verify line:\``,
  },

  help: {
    title: 'Hit points, kept as a ledger',
    intro: 'Every change is an entry that stays: who, when, why, and by which rule.',
    player: 'For a player',
    playerText: [
      '`/hp character add name:Thorin max:31` puts your character on the roster.',
      '`/hp damage amount:7` and `/hp heal amount:1d8+3` mean yours when you name no target.',
      '`/hp damage amount:2d6+3 slashing + 1d8 fire target:Lia note:owlbear` says it all at once.',
      '`/hp save`, `/hp temp`, `/hp rest`, `/hp concentrate` do what the rules say.',
      '`/hp undo` takes the last change back, `/hp show at:19:30` shows how it was.',
      '`/hp log` shows who changed what; `/hp party` everyone; `/hp chart` the evening as a picture.',
    ],
    dungeonMaster: 'For the DM',
    dungeonMasterText: [
      '`/hp character add name:Ogre max:59 kind:creature hidden:true` adds a creature whose numbers only you see.',
      '`/hp damage amount:8d6 fire target:Thorin, Lia, Ogre` hits several with one roll; `halved` for who saved; `party` means all player characters.',
      '`/hp amend version:14 amount:12 note:misheard` puts an entry right; `/hp verify` shows whether a trail is whole.',
      '`/hp set`, `/hp max` and `/hp revive` put things right; `/hp character defenses` sets resistances.',
      '`/hp settings view` shows who may change what, and which edition of the rules decides.',
    ],
  },
};
