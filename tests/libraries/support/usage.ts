// How the libraries' own types accept the schema.
import { useForm as useConform } from "@conform-to/react/future";
import { sValidator } from "@hono/standard-validator";
import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { useForm as useTanStack } from "@tanstack/react-form";
import { initTRPC } from "@trpc/server";
import { Hono } from "hono";
import { useForm as useReactHookForm } from "react-hook-form";
import { standard } from "sveltekit-superforms/adapters";
import { useForm as useVeeValidate } from "vee-validate";
import { eventSchema, type Event, type EventInput } from "waevent";

const schema = eventSchema();
const takesEvent = (event: Event): string => event.start.rfc3339;
const takesInput = (input: EventInput): string => input.name;

const { handleSubmit, register } = useReactHookForm({ resolver: standardSchemaResolver(schema) });
handleSubmit(takesEvent);
register("location.latitude");
// @ts-expect-error unknown field
register("location.latitud");

const defaultValues: EventInput = { to: "", name: "", start: "" };
useTanStack({ defaultValues, validators: { onSubmit: schema }, onSubmit: ({ value }) => takesInput(value) });
// @ts-expect-error the values of the form are not an event
useTanStack({ defaultValues, validators: { onSubmit: schema }, onSubmit: ({ value }) => takesEvent(value) });

useConform(schema, { onSubmit: (_, { value }) => void takesEvent(value) });

useVeeValidate({ validationSchema: schema }).handleSubmit(takesEvent);

// Superforms has a single type for input and output.
const defaults = defaultValues as EventInput & Event;
standard(schema, { defaults, jsonSchema: schema["~standard"].jsonSchema.input({ target: "draft-07" }) });

new Hono().post("/events", sValidator("json", schema), (context) => context.text(takesEvent(context.req.valid("json"))));

initTRPC.create().procedure.input(schema).mutation(({ input }) => takesEvent(input));
