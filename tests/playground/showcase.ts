import { crc32, deflateSync } from 'node:zlib';
import { AttachmentBuilder, Client, ComponentType, Events, TextInputStyle } from 'discord.js';
import type {
  APIComponentInLabel,
  APILabelComponent,
  APIModalInteractionResponseCallbackData,
  ChatInputCommandInteraction,
  ModalSubmitInteraction,
  REST,
} from 'discord.js';
import { startPlayground, tavern } from '../../src/playground/index.js';

/** A playground with a bot that shows whatever the page can show. */
export interface Showcase {
  url: string;
  /** The bot's. */
  rest: REST;
  close(): Promise<void>;
}

const what = {
  type: 3,
  name: 'what',
  description: 'What to show',
  required: true,
  name_localizations: { de: 'was' },
  description_localizations: { de: 'Was gezeigt wird' },
  choices: [
    { name: 'form', value: 'form', name_localizations: { de: 'Formular' } },
    { name: 'picture', value: 'picture', name_localizations: { de: 'Bild' } },
    { name: 'file', value: 'file', name_localizations: { de: 'Datei' } },
    { name: 'menus', value: 'menus', name_localizations: { de: 'Menüs' } },
    { name: 'options', value: 'options', name_localizations: { de: 'Angaben' } },
  ],
};
const whom = { type: 6, name: 'whom', description: 'A person', name_localizations: { de: 'wen' } };
const rank = { type: 8, name: 'rank', description: 'A role', name_localizations: { de: 'rang' } };
const where = { type: 7, name: 'where', description: 'A channel', name_localizations: { de: 'wo' } };
const loud = { type: 5, name: 'loud', description: 'Whether', name_localizations: { de: 'laut' } };
const commands = [
  {
    name: 'show',
    description: 'Shows something',
    name_localizations: { de: 'zeig' },
    description_localizations: { de: 'Zeigt etwas' },
    options: [what, whom, rank, where, loud],
  },
  { type: 2, name: 'Look at', name_localizations: { de: 'Ansehen' } },
];

const labeled = (label: string, component: APIComponentInLabel, description?: string): APILabelComponent => ({
  type: ComponentType.Label,
  label,
  component,
  ...(description !== undefined && { description }),
});
const form: APIModalInteractionResponseCallbackData = {
  custom_id: 'hit',
  title: 'A hit',
  components: [
    labeled('Amount', {
      type: ComponentType.TextInput,
      custom_id: 'amount',
      style: TextInputStyle.Short,
      placeholder: '7 or 2d6+3',
      max_length: 20,
    }),
    labeled('Kind', {
      type: ComponentType.StringSelect,
      custom_id: 'kind',
      required: false,
      options: ['fire', 'cold'].map((value) => ({ label: value, value })),
    }),
    labeled('Whom', { type: ComponentType.UserSelect, custom_id: 'whom', required: false, max_values: 3 }),
    labeled(
      'Note',
      { type: ComponentType.TextInput, custom_id: 'note', style: TextInputStyle.Paragraph, required: false },
      'Why it happened',
    ),
  ],
};

export async function showcase(): Promise<Showcase> {
  const playground = await startPlayground({ port: 0 });
  const client = new Client({ intents: [], rest: { api: playground.api } });
  client.on(Events.InteractionCreate, (interaction) => {
    if (interaction.isChatInputCommand()) void show(interaction);
    else if (interaction.isUserContextMenuCommand())
      void interaction.reply(
        `${interaction.user.displayName} looks at ${interaction.targetUser.displayName}`,
      );
    else if (interaction.isButton()) void interaction.showModal(form);
    else if (interaction.isStringSelectMenu()) void interaction.reply(`chosen: ${interaction.values.join()}`);
    else if (interaction.isModalSubmit()) void filledIn(interaction);
  });
  await client.login(playground.token);
  await client.rest.put(`/applications/${tavern.bot.id}/commands`, { body: commands });
  return {
    url: playground.url,
    rest: client.rest,
    async close() {
      await client.destroy();
      await playground.close();
    },
  };
}

async function show(interaction: ChatInputCommandInteraction): Promise<unknown> {
  switch (interaction.options.getString('what')) {
    case 'form': {
      const button = { type: 2, style: 2, label: 'Fill in', custom_id: 'fill' };
      return interaction.reply({ content: 'A form', components: [{ type: 1, components: [button] }] });
    }
    case 'picture': {
      const files = ['chart.png', 'same.png'].map((name) => new AttachmentBuilder(picture(), { name }));
      files[1]?.setDescription('the same');
      return interaction.reply({
        files,
        embeds: [{ title: 'A chart', image: { url: 'attachment://chart.png' } }],
      });
    }
    case 'menus': {
      const options = ['red', 'green', 'blue'].map((value) => ({ label: value, value }));
      const rows = [
        { type: 3, custom_id: 'one', placeholder: 'One', options },
        { type: 3, custom_id: 'many', placeholder: 'Many', options, max_values: 2 },
      ].map((menu) => ({ type: 1, components: [menu] }));
      return interaction.reply({ content: 'Choose', components: rows });
    }
    case 'options': {
      const { locale, options } = interaction;
      const said = options.data.map(({ name, value }) => `${name}=${String(value)}`).join(' ');
      const [role, channel] = [options.getRole('rank'), options.getChannel('where')];
      const description = `${locale} ${said} <@&${role?.id ?? ''}> <#${channel?.id ?? ''}>`;
      return interaction.reply({ embeds: [{ description }] });
    }
    default: {
      const data = Buffer.from('version,change\n'.repeat(100));
      return interaction.reply({ files: [new AttachmentBuilder(data, { name: 'trail.csv' })] });
    }
  }
}

/** It answers nothing to silence. */
async function filledIn(interaction: ModalSubmitInteraction): Promise<void> {
  const { fields } = interaction;
  const filled = {
    amount: fields.getTextInputValue('amount'),
    kind: fields.getStringSelectValues('kind').join(),
    whom:
      fields
        .getSelectedUsers('whom')
        ?.map(({ id }) => id)
        .join() ?? '',
    note: fields.getTextInputValue('note'),
  };
  if (filled.amount === 'silence') return;
  const content = Object.entries(filled).map(([name, value]) => `${name}=${value}`);
  await interaction.reply({ content: content.join(' ') });
}

/** A picture of steps going down, 800 by 400 pixels, in PNG. https://www.w3.org/TR/png-3/ */
function picture(): Buffer {
  const [width, height] = [800, 400];
  const rows = Array.from({ length: height }, (_, y) => {
    const row = Array.from({ length: width }, (_, x) => (y > 40 * Math.ceil(x / 100) ? 180 : 60));
    return Buffer.from([0, ...row]);
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.writeUInt8(8, 8);
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  const data = deflateSync(Buffer.concat(rows));
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
