// The signs by meaning, from the Lucide set. A meaning without a sign does not compile.
import Copy from "@lucide/svelte/icons/copy";
import ArrowLeftRight from "@lucide/svelte/icons/arrow-left-right";
import CalendarPlus from "@lucide/svelte/icons/calendar-plus";
import Check from "@lucide/svelte/icons/check";
import CircleCheck from "@lucide/svelte/icons/circle-check";
import CircleDashed from "@lucide/svelte/icons/circle-dashed";
import CircleQuestionMark from "@lucide/svelte/icons/circle-question-mark";
import CircleStop from "@lucide/svelte/icons/circle-stop";
import CircleX from "@lucide/svelte/icons/circle-x";
import ClipboardPaste from "@lucide/svelte/icons/clipboard-paste";
import Download from "@lucide/svelte/icons/download";
import Eraser from "@lucide/svelte/icons/eraser";
import ExternalLink from "@lucide/svelte/icons/external-link";
import GraduationCap from "@lucide/svelte/icons/graduation-cap";
import Info from "@lucide/svelte/icons/info";
import KeyRound from "@lucide/svelte/icons/key-round";
import Mail from "@lucide/svelte/icons/mail";
import Minus from "@lucide/svelte/icons/minus";
import OctagonAlert from "@lucide/svelte/icons/octagon-alert";
import PanelRight from "@lucide/svelte/icons/panel-right";
import Phone from "@lucide/svelte/icons/phone";
import Plus from "@lucide/svelte/icons/plus";
import RotateCw from "@lucide/svelte/icons/rotate-cw";
import ShieldCheck from "@lucide/svelte/icons/shield-check";
import Trash from "@lucide/svelte/icons/trash";
import TriangleAlert from "@lucide/svelte/icons/triangle-alert";
import X from "@lucide/svelte/icons/x";
import type { Component } from "svelte";
import type { CheckState } from "./bindings/CheckState";
import type { Icon } from "./bindings/Icon";
import type { PointSign } from "./bindings/PointSign";
import type { Tone } from "./bindings/Tone";

/** A drawn sign. */
export type Sign = Component;

/** What a button does. */
export const icons: Record<Icon, Sign> = {
  open: ExternalLink,
  copy: Copy,
  paste: ClipboardPaste,
  clear: Eraser,
  check: Check,
  retry: RotateCw,
  help: CircleQuestionMark,
  phone: Phone,
  practice: GraduationCap,
  panel: PanelRight,
  calendar: CalendarPlus,
  key: KeyRound,
  shield: ShieldCheck,
  trash: Trash,
  stop: CircleStop,
  swap: ArrowLeftRight,
  save: Download,
  mail: Mail,
  add: Plus,
};

/** How serious something is: each tone has a shape of its own. */
export const toneSigns: Record<Tone, Sign> = {
  info: Info,
  success: CircleCheck,
  warning: TriangleAlert,
  danger: OctagonAlert,
};

/** How a line of the examination stands: each state has a shape of its own. */
export const checkSigns: Record<CheckState, Sign> = {
  waiting: CircleDashed,
  ok: CircleCheck,
  wrong: CircleX,
  unknown: CircleQuestionMark,
};

/** What stands before a point of a list. */
export const pointSigns: Record<PointSign, Sign> = {
  tick: Check,
  cross: X,
  dot: Minus,
};
