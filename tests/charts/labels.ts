export const labels = {
  title: 'Thorin',
  untitled: 'Character',
  hitPoints: 'Hit points',
  maximum: 'Maximum',
  temporary: 'Temporary',
  down: 'Down',
  dead: 'Dead',
  woke: 'Woke',
  version: 'Version',
};
