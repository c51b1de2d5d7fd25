/** The package ships these as JavaScript alone. */
declare module 'discord-api-spec/zod' {
  import type { z } from 'zod';

  export const ApplicationCommandUpdateRequestSchema: z.ZodType<Record<string, unknown>>;
  export const CreateMessageInteractionCallbackRequestSchema: z.ZodType<Record<string, unknown>>;
  export const UpdateMessageInteractionCallbackRequestSchema: z.ZodType<Record<string, unknown>>;
  export const ApplicationCommandAutocompleteCallbackRequestSchema: z.ZodType<Record<string, unknown>>;
  export const MessageCreateRequestSchema: z.ZodType<Record<string, unknown>>;
  export const MessageEditRequestPartialSchema: z.ZodType<Record<string, unknown>>;
  export const ModalInteractionCallbackRequestSchema: z.ZodType<Record<string, unknown>>;
  export const IncomingWebhookUpdateRequestPartialSchema: z.ZodType<Record<string, unknown>>;
  export const IncomingWebhookInteractionRequestSchema: z.ZodType<Record<string, unknown>>;
}
