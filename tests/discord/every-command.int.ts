import { beforeAll, describe, expect, test } from '@jest/globals';
import { subcommands } from '../../commands/hp.js';
import type { Client, Outcome } from '../../src/playground/index.js';
import { answerOf, bot, textOf, until } from './bot.js';
import type { Bot } from './bot.js';

/**
 * Every subcommand, typed by people whose Discord speaks English or German, over the real discord.js client and a stand-in
 * that takes only what Discord would take. Each with good input, and with bad, which its sender alone is told of.
 */
type Who = 'Mara' | 'Tomas' | 'Ines';
interface Row {
  path: string;
  who: Who;
  good: string;
  says: string;
  bad: string;
  refuses: string;
}
const row = (path: string, who: Who, good: string, says: string, bad: string, refuses: string): Row => ({
  path,
  who,
  good,
  says,
  bad,
  refuses,
});

const english: Row[] = [
  row(
    'character add',
    'Tomas',
    'character add name:Thorin max:31 hit-dice:3d10 con:2',
    'Thorin joins',
    'character add name:Thorin max:9',
    'There is a Thorin already',
  ),
  row(
    'damage',
    'Tomas',
    'damage amount:2d6+3 slashing + 1d8 fire critical:True',
    'Thorin takes 23 damage',
    'damage amount:2d6 love',
    '“love” is no type of damage',
  ),
  row(
    'heal',
    'Ines',
    'heal amount:1d8+3 target:Thorin',
    'Thorin regains 5',
    'heal amount:-3 target:Thorin',
    'has no minus',
  ),
  row('temp', 'Tomas', 'temp amount:5', 'has 5 temporary', 'temp amount:5.5', 'are whole'),
  row('concentrate', 'Tomas', 'concentrate on:Bless', 'concentrates on Bless', 'concentrate', 'either `on`'),
  row(
    'rest',
    'Tomas',
    'rest kind:short dice:1',
    'Thorin takes a short rest',
    'rest kind:short dice:9d10',
    'Not so many hit dice',
  ),
  row('max', 'Tomas', 'max adjust:5 heal:True', 'a maximum of 36', 'max', 'Give either `value`'),
  row(
    'set',
    'Tomas',
    'set value:1 note:a test',
    'set to 1 hit point',
    'set value:99 note:x',
    'more than the hit point maximum',
  ),
  row(
    'save',
    'Mara',
    'save target:Thorin roll:10',
    'succeeds on a death save',
    'save target:Smaug',
    'No Smaug here',
  ),
  row(
    'stabilize',
    'Ines',
    'stabilize target:Thorin',
    'Thorin is stable',
    'stabilize target:Thorin',
    'Stable already',
  ),
  row('revive', 'Tomas', 'revive value:3', 'back among the living', 'revive value:3', 'Nobody is dead here'),
  row('show', 'Ines', 'show target:Thorin', '3 / 36', 'show', 'Whom do you mean?'),
  row('party', 'Ines', 'party', '**Thorin** 3 / 36', '', ''),
  row(
    'verify',
    'Ines',
    'verify target:Thorin',
    'whole and unaltered',
    'verify target:Thorin line:v14',
    'nothing to look for',
  ),
  row(
    'log',
    'Ines',
    'log target:Thorin by:Tomas since:2h',
    'The trail of Thorin',
    'log target:Thorin since:soon',
    'is no time',
  ),
  row('chart', 'Tomas', 'chart', 'Thorin: hit points', 'chart target:Smaug', 'No Smaug here'),
  row('export', 'Tomas', 'export format:JSON Lines', 'entries', 'export target:Smaug', 'No Smaug here'),
  row(
    'character use',
    'Ines',
    'character use target:Thorin',
    'your active character',
    'character use target:Thorin',
    'your active character already',
  ),
  row(
    'character edit',
    'Tomas',
    'character edit target:Thorin con:3',
    'Constitution +3',
    'character edit target:Thorin',
    'Nothing is to be changed',
  ),
  row(
    'character defenses',
    'Tomas',
    'character defenses target:Thorin resistances:fire, cold',
    'resistant: cold, fire',
    'character defenses target:Thorin immunities:love',
    '“love” is no type',
  ),
  row(
    'character rename',
    'Tomas',
    'character rename target:Thorin name:Thráin',
    'is called Thráin',
    'character rename target:Thráin name:party',
    'means every player character',
  ),
  row('settings view', 'Ines', 'settings view', 'SRD 5.2.1', '', ''),
  row(
    'settings rules',
    'Mara',
    'settings rules edition:SRD 5.1 (2014)',
    'SRD 5.1 (2014)',
    'settings rules edition:SRD 5.1 (2014)',
    'nothing was changed',
  ),
  row(
    'settings dm-role',
    'Mara',
    'settings dm-role role:Dungeon Master',
    'or the role',
    'settings dm-role role:Dungeon Master',
    'nothing was changed',
  ),
  row(
    'settings who-may-change',
    'Mara',
    'settings who-may-change policy:the DM',
    'the DM',
    'settings who-may-change policy:the DM',
    'nothing was changed',
  ),
  row('settings feed', 'Mara', 'settings feed channel:#hp-feed', '<#1300000000000000004>', '', ''),
  row('settings board', 'Mara', 'settings board channel:#hp-board', '<#1300000000000000005>', '', ''),
  row(
    'character give',
    'Mara',
    'character give target:Thráin player:Ines',
    'from now on',
    'character give target:Thráin player:Ines',
    'theirs already',
  ),
  row(
    'undo',
    'Mara',
    'undo target:Thr',
    'is taken back',
    'undo target:Thr version:1',
    'A trail begins with v1',
  ),
  row(
    'amend',
    'Mara',
    'amend version:2 note:he had saved target:Thr halved:True',
    'is put right',
    'amend version:2 note:he had saved target:Thr halved:True',
    'says so already',
  ),
  row(
    'character retire',
    'Mara',
    'character retire target:Thráin',
    'has retired',
    'character retire target:Thráin',
    'has retired',
  ),
  row('help', 'Ines', 'help', 'For the DM', '', ''),
];
const german: Row[] = [
  row(
    'character add',
    'Tomas',
    'charakter neu name:Thorin max:31 trefferwürfel:3w10 kon:2',
    'Thorin kommt zur Gruppe',
    'charakter neu name:Thorin max:9',
    'Hier gibt es schon Thorin',
  ),
  row(
    'damage',
    'Tomas',
    'schaden menge:2w6+3 hieb + 1w8 feuer kritisch:True',
    'Thorin erleidet 23 Schaden',
    'schaden menge:2w6 liebe',
    '„liebe“ ist keine Schadensart',
  ),
  row(
    'heal',
    'Ines',
    'heilen menge:1w8+3 ziel:Thorin',
    'Thorin erhält 5 Trefferpunkte zurück',
    'heilen menge:-3 ziel:Thorin',
    'hat kein Minus',
  ),
  row(
    'temp',
    'Tomas',
    'temporär menge:5',
    '5 temporäre Trefferpunkte',
    'temporär menge:5.5',
    'sind ganze Zahlen',
  ),
  row(
    'concentrate',
    'Tomas',
    'konzentration auf:Segen',
    'konzentriert sich auf Segen',
    'konzentration',
    'entweder `auf`',
  ),
  row(
    'rest',
    'Tomas',
    'rast art:kurz würfel:1',
    'Thorin macht eine kurze Rast',
    'rast art:kurz würfel:9w10',
    'So viele Trefferwürfel',
  ),
  row('max', 'Tomas', 'maximum anpassung:5 heilen:True', 'ein Maximum von 36', 'maximum', 'entweder `wert`'),
  row(
    'set',
    'Tomas',
    'setzen wert:1 notiz:ein Versuch',
    'steht jetzt auf 1 Trefferpunkt',
    'setzen wert:99 notiz:x',
    'mehr als das Trefferpunktemaximum',
  ),
  row(
    'save',
    'Mara',
    'todesrettung ziel:Thorin wurf:10',
    'schafft einen Todesrettungswurf',
    'todesrettung ziel:Smaug',
    'Hier ist kein Smaug',
  ),
  row(
    'stabilize',
    'Ines',
    'stabilisieren ziel:Thorin',
    'Thorin ist stabil',
    'stabilisieren ziel:Thorin',
    'Schon stabil',
  ),
  row(
    'revive',
    'Tomas',
    'wiederbeleben wert:3',
    'unter den Lebenden',
    'wiederbeleben wert:3',
    'Hier ist niemand tot',
  ),
  row('show', 'Ines', 'zeigen ziel:Thorin stand:v1', '31 / 31', 'zeigen', 'Wen meinst du?'),
  row('party', 'Ines', 'gruppe', '**Thorin** 3 / 36', '', ''),
  row(
    'verify',
    'Ines',
    'prüfen ziel:Thorin',
    'vollständig und unverändert',
    'prüfen ziel:Thorin zeile:v14',
    'ist nichts, wonach sich suchen ließe',
  ),
  row(
    'log',
    'Ines',
    'verlauf ziel:Thorin von:Tomas seit:vor 2 Stunden',
    'Der Verlauf von Thorin',
    'verlauf ziel:Thorin seit:bald',
    'nicht als Zeit',
  ),
  row('chart', 'Tomas', 'diagramm', 'Thorin: Trefferpunkte', 'diagramm ziel:Smaug', 'Hier ist kein Smaug'),
  row('export', 'Tomas', 'export format:JSON Lines', 'Einträge', 'export ziel:Smaug', 'Hier ist kein Smaug'),
  row(
    'character use',
    'Ines',
    'charakter nutzen ziel:Thorin',
    'dein aktiver Charakter',
    'charakter nutzen ziel:Thorin',
    'ist schon dein aktiver',
  ),
  row(
    'character edit',
    'Tomas',
    'charakter bearbeiten ziel:Thorin kon:3',
    'Konstitution +3',
    'charakter bearbeiten ziel:Thorin',
    'So ändert sich nichts',
  ),
  row(
    'character defenses',
    'Tomas',
    'charakter abwehr ziel:Thorin resistenzen:Feuer, Kälte',
    'resistent: Kälte, Feuer',
    'charakter abwehr ziel:Thorin immunitäten:Liebe',
    '„Liebe“ ist keine Schadensart',
  ),
  row(
    'character rename',
    'Tomas',
    'charakter umbenennen ziel:Thorin name:Thráin',
    'heißt von jetzt an Thráin',
    'charakter umbenennen ziel:Thráin name:party',
    'bedeutet alle Spielercharaktere',
  ),
  row('settings view', 'Ines', 'einstellungen ansehen', 'SRD 5.2.1', '', ''),
  row(
    'settings rules',
    'Mara',
    'einstellungen regeln ausgabe:SRD 5.1 (2014)',
    'SRD 5.1 (2014)',
    'einstellungen regeln ausgabe:SRD 5.1 (2014)',
    'Nichts wurde geändert',
  ),
  row(
    'settings dm-role',
    'Mara',
    'einstellungen sl-rolle rolle:Dungeon Master',
    'oder die Rolle',
    'einstellungen sl-rolle rolle:Dungeon Master',
    'Nichts wurde geändert',
  ),
  row(
    'settings who-may-change',
    'Mara',
    'einstellungen wer-darf-ändern regel:die SL',
    'die SL',
    'einstellungen wer-darf-ändern regel:die SL',
    'Nichts wurde geändert',
  ),
  row('settings feed', 'Mara', 'einstellungen chronik kanal:#hp-feed', '<#1300000000000000004>', '', ''),
  row('settings board', 'Mara', 'einstellungen tafel kanal:#hp-board', '<#1300000000000000005>', '', ''),
  row(
    'character give',
    'Mara',
    'charakter übergeben ziel:Thráin spieler:Ines',
    'von jetzt an',
    'charakter übergeben ziel:Thráin spieler:Ines',
    'gehört dieser Person schon',
  ),
  row(
    'undo',
    'Mara',
    'zurücknehmen ziel:Thr',
    'ist zurückgenommen',
    'zurücknehmen ziel:Thr version:1',
    'Ein Verlauf beginnt',
  ),
  row(
    'amend',
    'Mara',
    'berichtigen version:2 notiz:Rettungswurf war gut ziel:Thr halbiert:True',
    'ist berichtigt',
    'berichtigen version:2 notiz:Rettungswurf war gut ziel:Thr halbiert:True',
    'sagt das schon',
  ),
  row(
    'character retire',
    'Mara',
    'charakter verabschieden ziel:Thráin',
    'hat sich verabschiedet',
    'charakter verabschieden ziel:Thráin',
    'hat sich verabschiedet',
  ),
  row('help', 'Ines', 'hilfe', 'Für die SL', '', ''),
];
/** What brings about what some of the rows need. */
const before: Partial<Record<string, string>> = {
  save: 'damage amount:20 target:Thorin',
  revive: 'damage amount:99 target:Thorin',
};

/** All that is to be read in an answer, and what its pictures say to those who can't see them. */
function shownIn(at: Bot, outcome: Outcome): string {
  if (outcome.kind !== 'message') return textOf(at, outcome);
  const { message, files } = at.discord.messages.get(outcome.messageId);
  const pictures = message.embeds.flatMap(({ image }) =>
    files.filter(({ url, content_type }) => url === image?.url && content_type === 'image/png'),
  );
  return [textOf(at, outcome), ...pictures.map(({ description }) => description ?? '')].join('\n');
}

describe.each([
  ['en-US', english],
  ['de', german],
])('to whom Discord speaks %s', (locale, rows) => {
  const at = bot();
  const people = {} as Record<Who, Client>;
  beforeAll(() => {
    for (const name of ['Mara', 'Tomas', 'Ines'] as const) people[name] = at.discord.as(name, { locale });
  });

  test('there is a row for every subcommand', () => {
    const all = subcommands.flatMap((one) => ('commands' in one ? one.commands : [one]));
    expect(rows.map(({ path }) => path).sort()).toEqual(all.map(({ path }) => path).sort());
  });

  test.each(rows)('$path', async ({ path, who, good, says, bad, refuses }) => {
    const needed = before[path];
    if (needed !== undefined) await at.mara.type(`/hp ${needed}`);
    const answer = await people[who].type(`/hp ${good}`);
    await until(() => shownIn(at, answer).includes(says), `${good}: ${shownIn(at, answer)}`);
    if (bad !== '') {
      const refused = await people[who].type(`/hp ${bad}`);
      expect(await answerOf(at, refused)).toContain(refuses);
      expect(refused).toMatchObject({ ephemeral: true });
    }
    expect(at.logged.filter(({ level }) => level > 30)).toEqual([]);
  });

  test('the menu on a person shows their character', async () => {
    await people.Tomas.type(
      locale === 'de' ? '/hp charakter neu name:Bram max:9' : '/hp character add name:Bram max:9',
    );
    const answer = await people.Ines.choose(locale === 'de' ? 'Trefferpunkte' : 'Hit points', 'Tomas');
    expect(answer).toMatchObject({ ephemeral: true });
    expect(await answerOf(at, answer)).toContain('9 / 9');
    const nobody = await people.Ines.choose(locale === 'de' ? 'Trefferpunkte' : 'Hit points', 'Mara');
    expect(await answerOf(at, nobody)).toContain(
      locale === 'de' ? 'keinen aktiven Charakter' : 'no active character',
    );
  });
});
