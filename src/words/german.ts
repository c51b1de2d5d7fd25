import type { DamageType } from '../rules/index.js';
import { capitalized, either, typedDamage } from './list.js';
import type { Refusals } from './refused.js';
import type { Words } from './words.js';

const amounts =
  'Schreib eine ganze Zahl von 0 bis 9.999 oder Würfel: `7`, `2w6+3`, `2w6+3 hieb + 1w8 feuer`.';

const damageTypes: Words['damageTypes'] = {
  acid: 'Säure',
  bludgeoning: 'Wucht',
  cold: 'Kälte',
  fire: 'Feuer',
  force: 'Energie',
  lightning: 'Blitz',
  necrotic: 'nekrotisch',
  piercing: 'Stich',
  poison: 'Gift',
  psychic: 'psychisch',
  radiant: 'gleißend',
  slashing: 'Hieb',
  thunder: 'Schall',
};

const channelPermissions: Words['channelPermissions'] = {
  'view-channel': 'Kanal ansehen',
  'send-messages': 'Nachrichten versenden',
  'send-messages-in-threads': 'Nachrichten in Threads versenden',
  'embed-links': 'Links einbetten',
  'read-message-history': 'Nachrichtenverlauf anzeigen',
};

const refusals: Refusals = {
  'amount-not-a-number': ({ typed }) => `„${typed}“ ist keine Zahl von Trefferpunkten. ${amounts}`,
  'amount-negative': () =>
    `Eine Menge hat kein Minus. ${amounts} Für die andere Richtung gibt es \`/hp heilen\` und \`/hp schaden\`.`,
  'amount-fraction': ({ typed }) => `Trefferpunkte sind ganze Zahlen, „${typed}“ ist keine. ${amounts}`,
  'amount-too-large': ({ typed }) => `„${typed}“ ist mehr, als eine Menge sein kann. ${amounts}`,
  'amount-unusual': ({ typed, meant }) =>
    `Ist **${meant}** gemeint? „${typed}“ ist ungewöhnlich geschrieben. ${amounts}`,
  'amount-too-long': ({ length, most }) => `Die Menge hat ${length} Zeichen; sie kann ${most} haben.`,
  'dice-malformed': ({ typed }) => `„${typed}“ sind keine Würfel, die man werfen kann. ${amounts}`,
  'dice-division-by-zero': ({ typed }) => `„${typed}“ teilt durch 0.`,
  'dice-too-few': ({ typed }) => `„${typed}“ behält oder streicht mehr Würfel, als fallen.`,
  'dice-unsupported': ({ typed, possible }) =>
    `„${typed}“ ergibt keine Menge. Würfeln kann man etwa ${possible.join(', ')}.`,
  'dice-too-many': ({ most }) =>
    `Höchstens ${most} Würfel können auf einmal fallen, die eines kritischen Treffers mitgezählt.`,
  'dice-sides': ({ least, most }) => `Ein Würfel hat ${least} bis ${most} Seiten.`,
  'damage-type-unknown': ({ word }) =>
    `„${word}“ ist keine Schadensart. Es gibt ${Object.values(damageTypes).join(', ')}.`,
  'damage-amount-missing': ({ word }) => `Wie viel **${word}**? ${amounts}`,
  'note-empty': () => 'Das braucht eine Notiz: Sag, warum, damit es alle im Verlauf sehen.',
  'note-too-long': ({ length, most }) => `Die Notiz hat ${length} Zeichen; sie kann ${most} haben.`,
  'nothing-given': () => 'So ändert sich nichts: Füll mindestens eine der Optionen aus.',
  'option-malformed': ({ option }) =>
    `Die Option **${option}** kam nicht so an, wie sie sollte. Wähl den Befehl neu aus Discords Liste.`,
  'time-unknown': ({ typed }) =>
    `„${typed}“ verstehe ich nicht als Zeit. Schreib \`19:30\`, \`vor 20 Minuten\`, \`2h\` oder \`2026-11-23 19:30\`.`,
  'version-or-time-unknown': ({ typed }) =>
    `„${typed}“ verstehe ich weder als Version noch als Zeit. ` +
    'Schreib `v14`, `19:30`, `vor 20 Minuten`, `2h` oder `2026-11-23 19:30`.',
  'line-unknown': ({ typed }) =>
    `In „${typed}“ ist nichts, wonach sich suchen ließe. ` +
    'Füg ein, womit eine Zeile beginnt, die Version und ihren Hash: `v14 3f9a2c1b7d04`.',
  'defense-unknown': ({ typed }) =>
    `„${typed}“ ist keine Schadensart. Es gibt ${Object.values(damageTypes).join(', ')}; \`keine\` für keine.`,
  'hit-dice-malformed': ({ typed }) =>
    `„${typed}“ sind keine Trefferwürfel. Schreib sie als \`5w10\` oder \`3w10+2w6\` bei mehreren Klassen.`,
  'command-unknown': () =>
    'Diesen Befehl kennt dieser Bot nicht mehr. Tipp `/hp`, um die zu sehen, die er kennt.',
  'button-unknown': () =>
    'Dieser Knopf stammt von einer anderen Version des Bots. Frag neu mit `/hp zeigen`.',
  busy: () => 'Gerade ist zu viel auf einmal los: Nichts wurde aufgezeichnet. Bitte gleich noch einmal.',
  'servers-only': () => 'Trefferpunkte gehören zu einem Server: Tipp `/hp` in einem seiner Kanäle.',
  'form-too-late': () =>
    'Das Buch hat zu lange gebraucht, um das Formular zu öffnen. Drück gleich noch einmal.',
  'max-or-adjust': () =>
    'Gib entweder `wert` an, das Maximum von jetzt an, oder `anpassung`, eine Änderung bis zur nächsten langen Rast.',
  'on-or-end': () => 'Gib entweder `auf` an, worauf die Konzentration geht, oder `ende`, um sie zu beenden.',
  'told-privately': () => 'Nicht ausgeführt; warum, sieht nur die SL.',
  'name-empty': () => 'Ein Name braucht mindestens einen Buchstaben, eine Ziffer oder ein Emoji.',
  'name-comma': () => 'Ein Name kann kein Komma haben: Kommas trennen mehrere Ziele.',
  'name-invisible': () =>
    'Der Name enthält Zeichen, die man nicht sieht. Tipp ihn von Hand, statt ihn einzufügen.',
  'name-marks': () => 'Der Name häuft mehr Akzente auf einen Buchstaben, als man lesen kann. Nimm weniger.',
  'name-too-long': ({ length, most }) => `Der Name hat ${length} Zeichen; er kann ${most} haben.`,
  'name-reserved': ({ name }) => `„${name}“ bedeutet alle Spielercharaktere. Wähl einen anderen Namen.`,
  'name-taken': ({ name }) => `Hier gibt es schon ${name}. Wähl einen anderen Namen, etwa „${name} 2“.`,
  'name-same': ({ name }) => `${name} ist schon der Name.`,
  'roster-full': ({ most }) =>
    `Die Liste ist voll: ${most} Charaktere. Mach Platz mit \`/hp charakter verabschieden\`.`,
  'too-many-characters': ({ most }) =>
    `Du hast hier ${most} Charaktere, so viele, wie eine Person haben kann; auch wen du abgegeben hast, zählt mit. ` +
    'Verabschiede einen mit `/hp charakter verabschieden`, oder bitte die SL, diesen für dich aufzunehmen.',
  'owner-full': ({ name, most }) =>
    `Diese Person hat hier schon ${most} Charaktere, so viele, wie eine haben kann. ` +
    `Erst muss sich einer davon verabschieden, oder die SL übergibt ${name}.`,
  'character-retired': ({ name }) =>
    `${name} hat sich verabschiedet. \`/hp verlauf\` und \`/hp zeigen\` finden den Charakter noch.`,
  'already-active': ({ name }) => `${name} ist schon dein aktiver Charakter.`,
  'character-unknown': ({ typed, suggestions }) =>
    suggestions.length > 0
      ? `Hier ist kein ${typed}. ${either(suggestions, 'oder')}?`
      : `Hier ist ${typed.trim() === '' ? 'niemand mit diesem Namen' : `kein ${typed}`}. \`/hp gruppe\` zeigt, wer da ist; \`/hp charakter neu\` nimmt jemanden auf.`,
  'character-ambiguous': ({ typed, names }) =>
    `„${typed}“ kann ${either(names, 'oder')} sein. Tipp mehr vom Namen.`,
  'creature-not-given': ({ name }) =>
    `${name} ist eine Kreatur, und Kreaturen gehören der SL. Ein Spielercharakter wird sie mit \`/hp charakter bearbeiten\`.`,
  'owner-same': ({ name }) => `${name} gehört dieser Person schon.`,
  'hidden-creatures-only': ({ name }) =>
    `Nur die Zahlen einer Kreatur können verborgen sein, und ${name} ist ein Spielercharakter.`,
  'settings-same': () => 'Es ist schon so: Nichts wurde geändert.',
  'no-active-character': () =>
    'Wen meinst du? Nenn ein `ziel`, wähl deinen Charakter mit `/hp charakter nutzen` ' +
    'oder leg einen an: `/hp charakter neu name:Thorin max:31`.',
  'dm-only': () =>
    'Das kann nur die SL. (SL ist, wer die Berechtigung „Server verwalten“ hat oder die Rolle, die `/hp einstellungen ansehen` nennt.)',
  'character-elsewhere': () =>
    'In dieser Nachricht geht es um einen Charakter eines anderen Servers. Ihre Knöpfe wirken dort, nicht hier.',
  'party-empty': () =>
    'Es gibt noch keinen Spielercharakter. Fang an mit `/hp charakter neu name:Thorin max:31`.',
  'not-allowed': ({ name, who }) =>
    who === 'dm'
      ? `${name} zu ändern ist Sache der SL.`
      : `Das können nur die Besitzerin oder der Besitzer von ${name} und die SL.`,
  'enrolling-unfinished': ({ name }) =>
    `${name} steht auf der Liste. Das Buch ist nicht zu erreichen, um die Trefferpunkte zu beginnen; der nächste Befehl holt es nach.`,
  'edit-unfinished': ({ name }) =>
    `Die Trefferpunkte von ${name} sind bearbeitet, aber der Rest konnte nicht eingetragen werden. Mach den Rest noch einmal.`,
  'target-twice': ({ name }) => `${name} ist zweimal genannt: einmal ausgeführt.`,
  'no-hit-dice-known': ({ name }) =>
    `Die Trefferwürfel von ${name} sind nicht bekannt. Nenn sie mit \`/hp charakter bearbeiten trefferwürfel:5w10\`.`,
  'too-many-targets': ({ count, most }) =>
    `Das sind ${count} Ziele; ${most} können auf einmal genannt werden.`,
  'nobody-played': ({ person }) =>
    `${person} hat hier keinen aktiven Charakter. \`/hp charakter neu\` nimmt einen auf.`,
  'not-that-far': ({ name, began, latest }) =>
    `Diesen Augenblick gab es für ${name} nicht: Der Verlauf begann ${began} und reicht von v1 bis v${latest}.`,
  'export-too-large': ({ versions, most }) =>
    `Der Verlauf hat ${versions} Einträge; ${most} lassen sich exportieren. \`/hp verlauf seit:\` zeigt einen Teil davon.`,
  'channel-closed': ({ channel, missing }) => {
    const names = missing.map((permission) => `**${channelPermissions[permission]}**`);
    return (
      `In ${channel} kann ich nicht schreiben: Dort fehlt mir ${either(names, 'und')}. Nichts wurde geändert. ` +
      'Erlaube es mir unter **Kanal bearbeiten → Berechtigungen** und schick das hier dann noch einmal.'
    );
  },
  dead: () => 'Die Toten haben daran keinen Anteil. `/hp wiederbeleben` bringt sie zurück.',
  'not-dead': () => 'Hier ist niemand tot: `/hp heilen` ist für die Lebenden.',
  'not-enrolled': () => 'Dieser Charakter hat noch keine Trefferpunkte. Versuch es gleich noch einmal.',
  'already-enrolled': () => 'Dieser Charakter ist schon da.',
  'not-dying': ({ condition }) =>
    condition === 'stable'
      ? 'Schon stabil: Kein Todesrettungswurf ist fällig, bis neuer Schaden kommt.'
      : 'Nicht im Sterben: Nur Sterbende machen Todesrettungswürfe oder werden stabilisiert.',
  unconscious: () => 'Bewusstlose können keine Konzentration beginnen.',
  'not-concentrating': () => 'Es gibt keine Konzentration zu beenden.',
  'nothing-to-edit': () => 'So ändert sich nichts: Füll mindestens eine der Optionen aus.',
  'nothing-to-adjust': () => 'Eine Anpassung um 0 ändert nichts.',
  'needs-hit-point': () => 'Diese Rast braucht mindestens 1 Trefferpunkt.',
  'no-hit-dice': ({ die, left }) => `So viele Trefferwürfel sind nicht übrig: ${left}W${die}.`,
  'hit-die-unknown': ({ die }) =>
    `Es gibt keinen Trefferwürfel mit ${die} Seiten: W4, W6, W8, W10, W12, W20.`,
  'hit-die-twice': ({ die }) => `Der W${die} ist zweimal genannt. Schreib, wie viele es im Ganzen sind.`,
  'nothing-to-undo': () =>
    'Es gibt keine Änderung mehr, die zurückzunehmen wäre. `/hp verlauf` zeigt den Verlauf.',
  'version-unknown': ({ version, newest }) =>
    `v${version} gibt es hier nicht: Der Verlauf geht von v1 bis v${newest}, wie \`/hp verlauf\` zeigt.`,
  'too-far-back': ({ version, most }) =>
    `v${version} liegt mehr als ${most} Einträge zurück. \`/hp setzen\` stellt richtig, wie viele Trefferpunkte es jetzt sind.`,
  'enrolment-stays': () =>
    'Ein Verlauf beginnt für immer mit v1. Wer nicht hier sein soll, geht mit `/hp charakter verabschieden`.',
  'already-undone': ({ version, by }) =>
    `v${version} ist schon zurückgenommen, in v${by}. Damit es wieder zählt, nimm v${by} zurück.`,
  'not-amendable': ({ version }) =>
    `v${version} lässt sich so nicht berichtigen. Nimm es mit \`/hp zurücknehmen version:${version}\` zurück und tu es neu.`,
  'amendment-misfit': ({ version }) =>
    `v${version} ist nicht von dieser Art: Nur Schaden hat Arten, ist halbiert, hat Resistenz getroffen, war kritisch oder schlug nieder; ein angepasstes Maximum hat eine \`anpassung\`, alles andere eine einfache \`menge\`.`,
  'amendment-types': ({ version, parts }) =>
    `v${version} war ${split(parts)}. Gib an, wie sich die neue Menge aufteilt, zum Beispiel \`menge:${split(parts)}\`, oder die \`art\`, von der alles war.`,
  'amendment-same': ({ version }) => `v${version} sagt das schon: Nichts wurde geändert.`,
  'moved-to-same': ({ name }) => `Es steht schon bei ${name}.`,
  'above-maximum': ({ value, maximum }) => `${value} ist mehr als das Trefferpunktemaximum von ${maximum}.`,
  'out-of-bounds': ({ what, least, most }) =>
    `**${what}** muss eine ganze Zahl von ${least} bis ${most} sein.`,
  'store-unavailable': () =>
    'Nichts wurde eingetragen: Das Buch ist gerade nicht zu erreichen. Versuch es gleich noch einmal.',
  'not-known': () =>
    'Das Buch hat nicht rechtzeitig geantwortet, darum ließ sich **nicht herausfinden**, ob das eingetragen ist. `/hp verlauf` wird es zeigen: Schau dort nach, bevor du es noch einmal tippst.',
  fault: () =>
    'Im Bot ist etwas schiefgegangen. `/hp verlauf` zeigt, ob es eingetragen wurde; wer den Bot betreibt, findet mehr in dessen Protokoll.',
};

/** Damage as it is typed: `7 hieb + 4 feuer`. */
function split(parts: readonly { amount: number; type?: DamageType | undefined }[]): string {
  return typedDamage(parts, damageTypes);
}

const points = (count: number) => `${count} Trefferpunkt${count === 1 ? '' : 'e'}`;

export const german: Words = {
  damageTypes,
  bands: {
    healthy: 'Gesund',
    injured: 'Verletzt',
    bloodied: 'Angeschlagen',
    critical: 'Kritisch',
    down: 'Am Boden',
    dead: 'Tot',
  },
  events: {
    Enrolled: 'aufgenommen',
    Damaged: 'Schaden',
    Healed: 'Heilung',
    TemporaryGranted: 'erhalten',
    HitPointsSet: 'gesetzt',
    DeathSaveRolled: 'Todesrettungswurf',
    Revived: 'wiederbelebt',
    MaximumSet: 'Maximum gesetzt',
    MaximumAdjusted: 'Maximum angepasst',
    Stabilized: 'stabilisiert',
    Rested: 'Rast',
    ConcentrationChanged: 'Konzentration',
    DefensesSet: 'Abwehr',
    Edited: 'bearbeitet',
    Reverted: 'Rücknahme',
    Amended: 'Berichtigung',
  },
  redone: 'Wiederherstellung',
  channelPermissions,
  editions: { '5.1': 'SRD 5.1 (2014)', '5.2': 'SRD 5.2.1 (2024)' },
  conditions: { dying: 'Liegt im Sterben', stable: 'Stabil, bewusstlos', dead: 'Tot' },
  refusals,

  commands: {
    hp: { name: 'hp', description: 'Trefferpunkte, geführt wie ein Rechnungsbuch' },
    undo: {
      name: 'zurücknehmen',
      description: 'Nimm die letzte Änderung zurück, oder eine andere; das Spätere wird neu entschieden',
    },
    amend: { name: 'berichtigen', description: 'Ein Eintrag, wie er wirklich war (Besitzer oder SL)' },
    damage: { name: 'schaden', description: 'Jemand erleidet Schaden' },
    heal: { name: 'heilen', description: 'Jemand erhält Trefferpunkte zurück' },
    temp: {
      name: 'temporär',
      description: 'Temporäre Trefferpunkte; sie addieren sich nicht, die höheren bleiben',
    },
    save: { name: 'todesrettung', description: 'Ein Todesrettungswurf für Sterbende' },
    stabilize: { name: 'stabilisieren', description: 'Wer im Sterben liegt, ist stabil' },
    rest: { name: 'rast', description: 'Eine kurze oder eine lange Rast' },
    concentrate: { name: 'konzentration', description: 'Sich auf etwas konzentrieren oder damit enden' },
    show: { name: 'zeigen', description: 'Ein Charakter, wie er jetzt ist oder wie er war' },
    party: { name: 'gruppe', description: 'Alle auf einen Blick' },
    log: { name: 'verlauf', description: 'Wer was wann und warum geändert hat' },
    chart: { name: 'diagramm', description: 'Trefferpunkte im Lauf der Zeit, als Bild' },
    export: { name: 'export', description: 'Der ganze Verlauf als Datei' },
    verify: { name: 'prüfen', description: 'Ob der Verlauf vollständig und unverändert ist' },
    set: { name: 'setzen', description: 'Die Trefferpunkte richtigstellen (Besitzer oder SL)' },
    max: { name: 'maximum', description: 'Ein anderes Trefferpunktemaximum (Besitzer oder SL)' },
    revive: { name: 'wiederbeleben', description: 'Jemanden von den Toten holen (Besitzer oder SL)' },
    character: { name: 'charakter', description: 'Wer hier ist' },
    'character add': { name: 'neu', description: 'Einen Charakter aufnehmen' },
    'character use': { name: 'nutzen', description: 'Wer gemeint ist, wenn du niemanden nennst' },
    'character rename': {
      name: 'umbenennen',
      description: 'Einem Charakter einen anderen Namen geben (Besitzer oder SL)',
    },
    'character edit': {
      name: 'bearbeiten',
      description: 'Trefferwürfel, Todesrettung, Art, verborgen (Besitzer oder SL)',
    },
    'character give': {
      name: 'übergeben',
      description: 'Einen Charakter jemandem übergeben (Besitzer oder SL)',
    },
    'character retire': {
      name: 'verabschieden',
      description: 'Ein Charakter geht; sein Verlauf bleibt (Besitzer oder SL)',
    },
    'character defenses': {
      name: 'abwehr',
      description: 'Resistenzen, Immunitäten, Anfälligkeiten (Besitzer oder SL)',
    },
    settings: { name: 'einstellungen', description: 'Wie dieser Server spielt' },
    'settings view': { name: 'ansehen', description: 'Die Einstellungen, wie sie sind' },
    'settings rules': { name: 'regeln', description: 'Die Ausgabe der Regeln von jetzt an (SL)' },
    'settings dm-role': { name: 'sl-rolle', description: 'Wessen Rolle zur SL macht (SL)' },
    'settings who-may-change': {
      name: 'wer-darf-ändern',
      description: 'Wer Spielercharaktere ändern darf (SL)',
    },
    'settings feed': { name: 'chronik', description: 'Wo jeder Eintrag erscheint, sobald er kommt (SL)' },
    'settings board': { name: 'tafel', description: 'Wo eine Nachricht immer die Gruppe zeigt (SL)' },
    help: { name: 'hilfe', description: 'Was man zuerst tippt' },
  },
  personMenu: 'Trefferpunkte',
  options: {
    amount: { name: 'menge', description: 'Eine Zahl oder Würfel: 7, 2w6+3, 2w6+3 hieb + 1w8 feuer' },
    healAmount: { name: 'menge', description: 'Eine Zahl oder Würfel: 7, 2w8+3' },
    target: { name: 'ziel', description: 'Wen: Namen oder Anfänge davon, oder party. Ohne: dein Charakter' },
    oneTarget: { name: 'ziel', description: 'Wen: ein Name oder sein Anfang. Ohne: dein Charakter' },
    requiredTarget: { name: 'ziel', description: 'Wen: ein Name oder sein Anfang' },
    note: { name: 'notiz', description: 'Warum, für den Verlauf' },
    type: { name: 'art', description: 'Für Resistenz, Anfälligkeit und Immunität' },
    critical: {
      name: 'kritisch',
      description: 'Ein kritischer Treffer: doppelte Würfel, bei 0 zwei Fehlschläge',
    },
    halved: { name: 'halbiert', description: 'Der halbe Schaden, bei gelungenem Rettungswurf' },
    adjust: { name: 'anpassung', description: 'Ein fester Zu- oder Abschlag, vor allem Halbieren' },
    amendAdjust: {
      name: 'anpassung',
      description: 'Der feste Zu- oder Abschlag, oder wie das Maximum angepasst wurde',
    },
    amendKnockOut: { name: 'niederschlagen', description: 'Ob er niederschlagen sollte' },
    knockOut: { name: 'niederschlagen', description: 'Bewusstlos statt sterbend oder tot' },
    each: { name: 'einzeln', description: 'Für jedes Ziel neu würfeln' },
    replace: { name: 'ersetzen', description: 'Die neuen nehmen, auch wenn es weniger sind' },
    roll: { name: 'wurf', description: 'Was der W20 zeigt. Ohne: der Bot würfelt' },
    bonus: { name: 'bonus', description: 'Kommt zum Wurf dazu; eine natürliche 1 oder 20 geht vor' },
    undoVersion: { name: 'version', description: 'Welcher Eintrag: 14 für v14. Leer: der letzte' },
    amendVersion: { name: 'version', description: 'Welcher Eintrag des Verlaufs: 14 für v14' },
    amendNote: { name: 'notiz', description: 'Warum: was falsch war' },
    amendAmount: { name: 'menge', description: 'Was es war: 12, 2w6+3, 7 hieb + 4 feuer' },
    amendType: { name: 'art', description: 'Von welcher Art aller Schaden war' },
    amendHalved: { name: 'halbiert', description: 'Ob ein Rettungswurf ihn halbierte' },
    amendCritical: { name: 'kritisch', description: 'Ob es ein kritischer Treffer war, für wen bei 0 war' },
    resisted: { name: 'resistenz', description: 'Ob eine Resistenz ihn minderte' },
    to: { name: 'an', description: 'Wem es wirklich galt' },
    restKind: { name: 'art', description: 'Eine Stunde oder die Nacht' },
    restDice: { name: 'würfel', description: 'Trefferwürfel für eine kurze Rast: 2 oder 1w10+1w6' },
    on: { name: 'auf', description: 'Der Zauber, oder was es sonst ist' },
    end: { name: 'ende', description: 'Die Konzentration ist vorbei' },
    by: { name: 'von', description: 'Nur was diese Person getan hat' },
    since: { name: 'seit', description: 'Nicht davor: 19:30, vor 20 Minuten, 2h, 2026-11-23' },
    private: { name: 'privat', description: 'Nur für deine Augen' },
    at: { name: 'stand', description: 'Wie es war: v14, 19:30, vor 20 Minuten, 2026-11-23' },
    line: { name: 'zeile', description: 'Wonach gesucht wird: Zeilen des Feeds, oder v14 3f9a2c1b7d04' },
    format: { name: 'format', description: 'Für eine Tabelle (so ohne Angabe) oder für Programme' },
    setValue: { name: 'wert', description: 'Die Trefferpunkte von jetzt an' },
    setNote: { name: 'notiz', description: 'Warum: was falsch war' },
    maxValue: { name: 'wert', description: 'Das Maximum von jetzt an, etwa nach einem Stufenaufstieg' },
    maxAdjust: { name: 'anpassung', description: 'Mehr oder weniger bis zur nächsten langen Rast' },
    maxHeal: { name: 'heilen', description: 'Um so viel heilen, wie das Maximum steigt' },
    reviveValue: { name: 'wert', description: 'Die Trefferpunkte bei der Rückkehr' },
    newName: { name: 'name', description: 'Ein Name, den hier sonst niemand trägt' },
    max: { name: 'max', description: 'Das Trefferpunktemaximum' },
    hp: { name: 'tp', description: 'Die Trefferpunkte jetzt. Ohne: alle' },
    kind: { name: 'art', description: 'Ein Spielercharakter (so ohne Angabe) oder eine Kreatur der SL' },
    editKind: { name: 'art', description: 'Ein Spielercharakter oder eine Kreatur der SL' },
    player: { name: 'spieler', description: 'Wem er gehört. Ohne: dir' },
    newOwner: { name: 'spieler', description: 'Wem er von jetzt an gehört' },
    hitDice: { name: 'trefferwürfel', description: 'Für kurze Rasten: 5w10 oder 3w10+2w6' },
    con: { name: 'kon', description: 'Der Konstitutionsmodifikator, für kurze Rasten' },
    hidden: { name: 'verborgen', description: 'Eine Kreatur, deren Zahlen die Spieler nicht sehen' },
    deathSaves: {
      name: 'todesrettung',
      description: 'Ob bei 0 Todesrettungswürfe kommen, statt gleich der Tod',
    },
    resistances: { name: 'resistenzen', description: 'Feuer, Kälte …; keine für keine. Ohne: wie bisher' },
    immunities: { name: 'immunitäten', description: 'Gift …; keine für keine. Ohne: wie bisher' },
    vulnerabilities: { name: 'anfälligkeiten', description: 'Schall …; keine für keine. Ohne: wie bisher' },
    edition: { name: 'ausgabe', description: 'Frühere Einträge bleiben, wie sie entschieden wurden' },
    feedChannel: { name: 'kanal', description: 'Ohne: nirgends mehr' },
    boardChannel: { name: 'kanal', description: 'Ohne: nirgends mehr' },
    role: { name: 'rolle', description: 'Ohne: nur wer den Server verwalten darf' },
    policy: { name: 'regel', description: 'Kreaturen gehören in jedem Fall der SL' },
  },
  choices: {
    kinds: { pc: 'Spielercharakter', npc: 'Kreatur' },
    rests: { short: 'kurz', long: 'lang' },
    formats: { csv: 'CSV', jsonl: 'JSON Lines' },
    policies: { everyone: 'alle', owner: 'Besitzer und SL', dm: 'die SL' },
  },
  none: 'keine',
  die: 'W',
  quoted: (text) => `„${text}“`,

  happening: {
    joins: (who) => `${who} kommt zur Gruppe`,
    takesNoDamage: (who) => `${who} erleidet keinen Schaden`,
    takesDamage: (who, damage) => `${who} erleidet ${damage} Schaden`,
    andDies: (atOnce) => ` und stirbt${atOnce ? ' auf der Stelle' : ''}`,
    andIsDying: ' und liegt im Sterben',
    andIsKnockedOut: ' und wird niedergeschlagen',
    deathSavesFail: (count) =>
      count === 2 ? ': zwei Todesrettungswürfe misslingen' : ': ein Todesrettungswurf misslingt',
    regains: (who, count) => `${who} erhält ${points(count)} zurück`,
    andWakes: ' und erwacht',
    hasTemporary: (who, count) =>
      `${who} hat ${count} temporäre${count === 1 ? 'n' : ''} Trefferpunkt${count === 1 ? '' : 'e'}`,
    isSet: (who, value) => `${who} steht jetzt auf ${points(value)}${value === 1 ? '' : 'n'}`,
    save: {
      success: (who) => `${who} schafft einen Todesrettungswurf`,
      failure: (who) => `${who} misslingt ein Todesrettungswurf`,
      'two-failures': (who) => `${who} würfelt eine natürliche 1: zwei Todesrettungswürfe misslingen`,
      wakes: (who) => `${who} würfelt eine natürliche 20 und erwacht`,
      none: (who) => `${who} braucht keinen Todesrettungswurf`,
    },
    andIsStable: ' und ist stabil',
    revives: (who) => `${who} ist zurück unter den Lebenden`,
    maximumIs: (who, maximum) => `${who} hat ein Maximum von ${points(maximum)}${maximum === 1 ? '' : 'n'}`,
    stabilizes: (who) => `${who} ist stabil`,
    rests: {
      short: (who) => `${who} macht eine kurze Rast`,
      long: (who) => `${who} macht eine lange Rast`,
    },
    concentratesOn: (who, on) => `${who} konzentriert sich auf ${on}`,
    concentratesNoMore: (who) => `${who} konzentriert sich nicht mehr`,
    defensesAre: (who) => `Die Abwehr von ${who} steht`,
    isEdited: (who) => `${who} ist bearbeitet`,
    isTakenBack: (who, version, what) => `${who}: v${version} (${what}) ist zurückgenommen`,
    countsAgain: (who, version, what) => `${who}: v${version} (${what}) zählt wieder`,
    isPutRight: (who, version, what) => `${who}: v${version} (${what}) ist berichtigt`,
    several: (what, count) => `${capitalized(what)} · ${count} Ziel${count === 1 ? '' : 'e'}`,
    veiled: {
      Damaged: (who) => `${who} wird getroffen`,
      Healed: (who) => `${who} wird geheilt`,
      DeathSaveRolled: (who) => `${who} macht einen Todesrettungswurf`,
      other: (who) => `${who} verändert sich`,
    },
  },

  workings: {
    surplus: (count) => `${count} mehr, als das Maximum fasst`,
    inPlaceOf: (before) => `statt ${before}`,
    stacksNot: (before) => `${before} davor; sie addieren sich nicht`,
    noMore: (amount) => `${amount} wären nicht mehr; sie addieren sich nicht`,
    critical: 'kritisch',
    halved: 'halbiert',
    resisted: 'resistent',
    vulnerable: 'anfällig',
    immune: 'immun',
    temporaryEnded: (count) => `${count} temporäre enden`,
    modifierEnded: (change) => `${change} des Maximums enden`,
    regains: (count) => `${count} zurück`,
    fromTemporary: (count) => `${count} von den temporären`,
    overkill: (count) => `${count} mehr, als übrig war${count === 1 ? '' : 'en'}`,
    concentrationSave: (dc) => `Konstitutionsrettungswurf gegen SG ${dc}, um die Konzentration zu halten`,
    concentrationEnds: (on) => `die Konzentration auf ${on} endet`,
    concentrating: (on) => `konzentriert auf ${on}`,
    maximumBefore: (before) => `davor ${before}`,
    untilLongRest: (change) => `${change} bis zur nächsten langen Rast`,
    hitDie: (die, roll) => `W${die}: ${roll}`,
    constitutionEach: (modifier) => `je ${modifier} für Konstitution`,
    hitDiceRecovered: (dice) => `Trefferwürfel zurück: ${dice}`,
    resistances: (types) => `resistent: ${types}`,
    immunities: (types) => `immun: ${types}`,
    vulnerabilities: (types) => `anfällig: ${types}`,
    noDefenses: 'keine',
    hitDice: (dice) => `Trefferwürfel ${dice}`,
    constitution: (modifier) => `Konstitution ${modifier}`,
    makesDeathSaves: (does) => (does ? 'macht Todesrettungswürfe' : 'stirbt bei 0'),
    takesBack: (version, what) => `nimmt v${version} (${what}) zurück`,
    restores: (version, what) => `v${version} (${what}) zählt wieder`,
    wasAbout: (whom) => `es war ${whom}`,
    inTruth: (version, what) => `v${version} war ${what}`,
    cameOutDifferently: (version, was, now) => `v${version}: war ${was}; jetzt ${now}`,
    andDifferently: (count) => `und ${count} weitere gingen anders aus`,
  },

  labels: {
    newer: 'Neuere',
    older: 'Ältere',
    damage: 'Schaden',
    heal: 'Heilen',
    log: 'Verlauf',
    trail: 'Zuletzt',
    asOf: (version, time) => `Stand von \`v${version}\`, ${time}`,
    trailThen: 'Der Eintrag dazu',
    temporary: (count) => `+${count} temporär`,
    nobody: 'Hier ist noch niemand. Fang an mit `/hp charakter neu name:Thorin max:31`.',
    by: (who) => `von ${who}`,
    andMore: (count) => `… und ${count} mehr; \`/hp zeigen\` findet alle.`,
    trailOf: (name) => `Der Verlauf von ${name}`,
    trailFilter: (by, since) =>
      `Nur${by === undefined ? '' : ` von ${by}`}${since === undefined ? '' : ` seit ${since}`}`,
    trailNothing: 'Hier ist nichts.',
    creatures: 'Kreaturen',
    owner: 'Gespielt von',
    undo: 'Zurücknehmen',
    redo: 'Wiederherstellen',
    undoAll: 'Alle zurücknehmen',
    undoFor: 'Zurücknehmen für …',
    takenBackIn: (version) => `zurückgenommen in v${version}`,
    putRightIn: (version) => `berichtigt in v${version}`,
    cameOutDifferently: 'Was anders ausging',
    noDeathSavesYet: 'noch kein Todesrettungswurf',
    deathSaves: (marks) => `Todesrettungswürfe ${marks}`,
    bloodied: 'Angeschlagen',
    concentratesOn: (on) => `Konzentriert auf ${on}`,
    hitDice: (dice) => `Trefferwürfel ${dice}`,
    hidden: 'Die Zahlen sind nur für deine Augen: Die Spieler sehen nur, wie es ungefähr steht.',
    notDone: (name, why) => `**${name}**: ${why}`,
    notDoneTitle: 'Nicht ausgeführt',
    overtaken: (name) => `Diese Antwort ist überholt. ${name}, wie es jetzt steht:`,
  },

  notKnown:
    'Das Buch hat noch nicht geantwortet, darum ist **nicht bekannt**, ob das eingetragen ist. ' +
    'Bitte tipp es nicht noch einmal: Diese Nachricht wird sagen, was geschehen ist.',

  former: (name, left) => (left === '' ? `${name} · verabschiedet` : `${name} · verabschiedet ${left}`),

  roster: {
    renamed: (from, to) => `${from} heißt von jetzt an ${to}.`,
    retired: (name) => `${name} hat sich verabschiedet. Der Verlauf bleibt: \`/hp verlauf\` findet ihn noch.`,
    chosen: (name) => `${name} ist dein aktiver Charakter: Befehle ohne Ziel meinen ihn.`,
    given: (name, to) => `${name} gehört von jetzt an ${to}.`,
    edited: (name, changes) => `${name}: ${changes.join(', ')}.`,
    kind: { pc: 'ein Spielercharakter', npc: 'eine Kreatur der SL' },
    hidden: (is) => (is ? 'die Zahlen sind vor den Spielern verborgen' : 'die Zahlen sind für alle zu sehen'),
  },

  settings: {
    title: 'Wie dieser Server spielt',
    rules: 'Regeln',
    dmRole: 'SL',
    whoMayChange: 'Wer Spielercharaktere ändern darf',
    feed: 'Chronik: jeder Eintrag, sobald er kommt',
    board: 'Tafel: die Gruppe auf einen Blick',
    nowhere: 'nirgends',
    manageServer: 'wer die Berechtigung „Server verwalten“ hat',
    andRole: (role) => `, oder die Rolle ${role}`,
    changed: 'Von jetzt an:',
    earlierStay: 'Frühere Einträge bleiben, wie sie entschieden wurden.',
  },

  watching: {
    board: 'Die Gruppe',
    many: (count) => `${count} Einträge, alle seit ich zuletzt hier war`,
    readAll: '`/hp verlauf` zeigt jeden davon.',
    closedTitle: { feed: 'Die Chronik ist zu Ende', board: 'Die Tafel ist zu Ende' },
    closedBecause: {
      gone: (channel) => `Den Kanal ${channel} gibt es nicht mehr.`,
      forbidden: (channel) =>
        `In ${channel} darf ich nicht schreiben: Dort brauche ich die Berechtigungen „Kanal ansehen“, „Nachrichten versenden“, „Links einbetten“ und „Nachrichtenverlauf anzeigen“.`,
    },
    chooseAnew: {
      feed: 'Wähle dann mit `/hp einstellungen chronik` einen Kanal.',
      board: 'Wähle dann mit `/hp einstellungen tafel` einen Kanal.',
    },
    notPinnedTitle: 'Die Tafel ist nicht angepinnt',
    notPinnedBecause: {
      forbidden: (channel) =>
        `In ${channel} darf ich keine Nachrichten anpinnen: Dort brauche ich die Berechtigungen „Nachrichten anpinnen“ und „Nachrichtenverlauf anzeigen“.`,
      full: (channel) =>
        `${channel} hat 250 angepinnte Nachrichten, so viele wie Discord zulässt. Löse eine davon, damit Platz wird.`,
    },
    notPinnedThen:
      'Die Tafel wird trotzdem geführt. Damit sie gleich angepinnt wird, wähle den Kanal mit `/hp einstellungen tafel` noch einmal; sonst versuche ich es, sooft ich sie neu schreibe.',
  },

  forms: {
    damage: (name) => `Schaden: ${name}`,
    heal: (name) => `Heilen: ${name}`,
    amount: 'Menge',
    damageHint: '7 oder 2w6+3',
    healHint: '7 oder 2w8+3',
    type: 'Schadensart',
    note: 'Warum, für den Verlauf',
  },

  chart: {
    title: (name) => `${name}: Trefferpunkte`,
    latest: (count, of) => `Die letzten ${count} von ${of} Einträgen.`,
    /** In the picture. */
    labels: {
      hitPoints: 'Trefferpunkte',
      maximum: 'Maximum',
      temporary: 'Temporär',
      down: 'Am Boden',
      dead: 'Tot',
      version: 'Version',
      woke: 'Wieder auf',
      untitled: 'Trefferpunkte',
    },
  },

  export: {
    part: (name, entries) => `Der Verlauf von ${name}: ${entries} ${entries === 1 ? 'Eintrag' : 'Einträge'}.`,
    more: 'Es folgt noch mehr.',
  },

  verify: {
    whole: (name) => `Der Verlauf von ${name} ist vollständig und unverändert`,
    faulty: (name) => `Der Verlauf von ${name} ist nicht, wie er geschrieben wurde`,
    lacking: (name) => `Im Verlauf von ${name} steht nicht alles, was notiert war`,
    entries: (count, last) =>
      count === 1
        ? `1 Eintrag: ${last}. Es ist der, der geschrieben wurde, und die Regeln ergeben die Trefferpunkte darin.`
        : `${count} Einträge, der letzte ist ${last}. ` +
          'Jeder ist der, der geschrieben wurde, steht an seinem Platz, und die Regeln ergeben die Trefferpunkte darin.',
    fault: {
      missing: (version) =>
        version === 1
          ? '`v1` fehlt: Der Anfang wurde entfernt oder nie eingetragen.'
          : `\`v${version}\` fehlt: Der Eintrag wurde entfernt, und es gibt spätere.`,
      unreadable: (version) =>
        `\`v${version}\` ist nicht zu lesen: Der Eintrag wurde verändert oder stammt von einer neueren Version des Bots.`,
      hash: (version) =>
        `\`v${version}\` ist nicht der Eintrag, der geschrieben wurde: Er wurde verändert, vertauscht oder nachträglich eingefügt.`,
      state: (version) => `\`v${version}\` enthält Trefferpunkte, die die Regeln nicht ergeben.`,
    },
    wholeUntil: (last) =>
      `Alles bis ${last} ist vollständig und unverändert. Auch im Protokoll des Bots steht davon.`,
    found: {
      held: (lines) => `✅ Noch da: ${lines}`,
      changed: (lines) =>
        `❌ Nicht enthalten: ${lines}. Dort steht ein anderer Eintrag: Der Verlauf wurde neu geschrieben, oder das gehört zu einem anderen Charakter.`,
      gone: (lines, latest) =>
        `❌ Verschwunden: ${lines}. Der Verlauf endet bei v${latest}: Was folgte, wurde abgeschnitten, oder das gehört zu einem anderen Charakter.`,
      unknown: (lines) => `❔ Nicht zu sagen: ${lines}. Dort stimmt der Verlauf schon nicht mehr.`,
    },
    andMore: (count) => `und ${count} mehr`,
    ofNobodyTitle: 'Nicht geprüft',
    ofNobody: (name, lines) =>
      `Hier heißt niemand ${name}; darum wurde ${lines} mit keinem Verlauf verglichen. Hat sich der Name seither geändert, gib den neuen als \`ziel\` an.`,
    keep: (last) =>
      `Wird das Ende eines Verlaufs abgeschnitten, zeigt das nur eine notierte Zeile. Notier ${last} und gib es irgendwann zurück: \`/hp prüfen zeile:\``,
  },

  help: {
    title: 'Trefferpunkte, geführt wie ein Rechnungsbuch',
    intro: 'Jede Änderung ist ein Eintrag, der bleibt: wer, wann, warum, und nach welcher Regel.',
    player: 'Für Spielerinnen und Spieler',
    playerText: [
      '`/hp charakter neu name:Thorin max:31` nimmt deinen Charakter auf.',
      '`/hp schaden menge:7` und `/hp heilen menge:1w8+3` meinen deinen, wenn du kein Ziel nennst.',
      '`/hp schaden menge:2w6+3 hieb + 1w8 feuer ziel:Lia notiz:Eulenbär` sagt alles auf einmal.',
      '`/hp todesrettung`, `/hp temporär`, `/hp rast`, `/hp konzentration` tun, was die Regeln sagen.',
      '`/hp zurücknehmen` nimmt die letzte Änderung zurück, `/hp zeigen stand:19:30` zeigt, wie es war.',
      '`/hp verlauf` zeigt, wer was geändert hat; `/hp gruppe` alle; `/hp diagramm` den Abend als Bild.',
    ],
    dungeonMaster: 'Für die SL',
    dungeonMasterText: [
      '`/hp charakter neu name:Oger max:59 art:Kreatur verborgen:true` nimmt eine Kreatur auf, deren Zahlen nur du siehst.',
      '`/hp schaden menge:8w6 feuer ziel:Thorin, Lia, Oger` trifft mehrere mit einem Wurf; `halbiert`, wer den Rettungswurf schafft; `party` meint alle Spielercharaktere.',
      '`/hp berichtigen version:14 menge:12 notiz:verhört` stellt einen Eintrag richtig; `/hp prüfen` zeigt, ob ein Verlauf ganz ist.',
      '`/hp setzen`, `/hp maximum` und `/hp wiederbeleben` stellen richtig; `/hp charakter abwehr` setzt Resistenzen.',
      '`/hp einstellungen ansehen` zeigt, wer was ändern darf und welche Ausgabe der Regeln entscheidet.',
    ],
  },
};
