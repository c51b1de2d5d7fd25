/** What forms and menus are made of. */
export const button = { type: 2, style: 2, label: 'Ask', custom_id: 'ask' };
export const row = { components: [{ type: 1, components: [button] }] };
export const input = (more: object = {}) => ({ type: 4, custom_id: 'word', style: 1, ...more });
export const menu = (more: object = {}) => ({
  type: 3,
  custom_id: 'colour',
  options: ['red', 'green', 'blue'].map((value) => ({ label: value, value })),
  ...more,
});
export const person = (more: object = {}) => ({ type: 5, custom_id: 'whom', ...more });
export const labeled = (component: object, label = 'A field') => ({ type: 18, label, component });
export const form = (...components: object[]) => ({
  type: 9,
  data: { custom_id: 'form', title: 'A form', components },
});
