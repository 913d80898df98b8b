"use client";

import { useRouter } from "next/navigation";
import { useEffect, useId, useRef } from "react";
import { Button } from "@/components/ui/button";
import { useWords } from "@/components/words/use-words";
import { type AuditEvent, auditEvents } from "@/lib/sessions/audit-entry";
import { type AuditFilter, auditFilterSchema, hasIntents } from "@/lib/sessions/audit-search";
import { auditPath, toAuditHref } from "./audit-query";

const field =
  "h-9 w-full min-w-0 rounded-lg border border-edge bg-card px-2.5 text-[0.8125rem] focus-visible:border-accent focus-visible:outline-offset-0";

/** A plain form, so that it also searches before the page's scripts are there. */
export function AuditSearch({ filter }: { readonly filter: AuditFilter }) {
  const { auditSearchWords } = useWords();
  const router = useRouter();
  return (
    <search>
      <form
        action={auditPath}
        aria-label={auditSearchWords.title}
        className="flex flex-wrap items-end gap-2.5"
        onSubmit={(event) => {
          const filled = readFilled(event.currentTarget);
          if (!filled) return;
          event.preventDefault();
          router.push(toAuditHref(filled));
        }}
      >
        <Field label={auditSearchWords.user} name="user" type="search" value={filter.user} />
        <Field
          label={auditSearchWords.address}
          name="address"
          type="search"
          value={filter.address}
        />
        <Field label={auditSearchWords.server} name="server" type="search" value={filter.server} />
        <EventField chosen={filter.event} />
        <div className="flex flex-1 basis-104 flex-wrap items-end gap-2.5">
          <Field
            label={auditSearchWords.from}
            name="from"
            type="datetime-local"
            value={filter.from}
          />
          <Field label={auditSearchWords.to} name="to" type="datetime-local" value={filter.to} />
          <Button type="submit" look="accent">
            {auditSearchWords.submit}
          </Button>
        </div>
        <IntentsSwitch isOn={hasIntents(filter)} />
      </form>
    </search>
  );
}

/** Without the empty fields; undefined where the server has to say what is wrong. */
function readFilled(form: HTMLFormElement): AuditFilter | undefined {
  const filled = [...new FormData(form)].filter(([, value]) => value !== "");
  return auditFilterSchema.safeParse(Object.fromEntries(filled)).data;
}

interface FieldProps {
  readonly label: string;
  readonly name: string;
  readonly type: "search" | "datetime-local";
  readonly value: string | undefined;
}

function Field({ label, name, type, value = "" }: FieldProps) {
  const id = useId();
  return (
    <div className={`grid min-w-0 flex-1 gap-1 ${type === "search" ? "basis-28" : "basis-44"}`}>
      <label htmlFor={id} className="text-muted-word text-xs">
        {label}
      </label>
      <input id={id} key={value} name={name} type={type} defaultValue={value} className={field} />
    </div>
  );
}

/** Searches at once: it changes how much is shown, not what is looked for. */
function IntentsSwitch({ isOn }: { readonly isOn: boolean }) {
  const { auditSearchWords } = useWords();
  const box = useRef<HTMLInputElement>(null);
  // The same box, so that it keeps the focus; the address may also change by going back.
  useEffect(() => {
    if (box.current) box.current.checked = isOn;
  }, [isOn]);
  return (
    <label className="flex basis-full items-center gap-2.5 text-[0.8125rem] text-muted-word">
      <input
        ref={box}
        type="checkbox"
        name="intents"
        value="shown"
        defaultChecked={isOn}
        onChange={({ target }) => target.form?.requestSubmit()}
        className="choose"
      />
      {auditSearchWords.intents}
    </label>
  );
}

function EventField({ chosen }: { readonly chosen: AuditEvent | undefined }) {
  const { auditEventWords, auditSearchWords } = useWords();
  const id = useId();
  return (
    <div className="grid min-w-0 flex-1 basis-36 gap-1">
      <label htmlFor={id} className="text-muted-word text-xs">
        {auditSearchWords.event}
      </label>
      <select id={id} key={chosen} name="event" defaultValue={chosen ?? ""} className={field}>
        <option value="">{auditSearchWords.anyEvent}</option>
        {auditEvents.map((event) => (
          <option key={event} value={event}>
            {auditEventWords[event]}
          </option>
        ))}
      </select>
    </div>
  );
}
