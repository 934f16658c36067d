// The icons by meaning, from the Lucide set. A meaning without an icon does not compile.
import Copy from "~icons/lucide/copy";
import ArrowLeftRight from "~icons/lucide/arrow-left-right";
import CalendarPlus from "~icons/lucide/calendar-plus";
import Check from "~icons/lucide/check";
import Circle from "~icons/lucide/circle";
import CircleCheck from "~icons/lucide/circle-check";
import CircleQuestionMark from "~icons/lucide/circle-question-mark";
import CircleStop from "~icons/lucide/circle-stop";
import CircleX from "~icons/lucide/circle-x";
import ClipboardPaste from "~icons/lucide/clipboard-paste";
import Download from "~icons/lucide/download";
import Eraser from "~icons/lucide/eraser";
import ExternalLink from "~icons/lucide/external-link";
import GraduationCap from "~icons/lucide/graduation-cap";
import Info from "~icons/lucide/info";
import KeyRound from "~icons/lucide/key-round";
import Mail from "~icons/lucide/mail";
import Minus from "~icons/lucide/minus";
import OctagonAlert from "~icons/lucide/octagon-alert";
import PanelRight from "~icons/lucide/panel-right";
import Phone from "~icons/lucide/phone";
import RotateCw from "~icons/lucide/rotate-cw";
import Trash from "~icons/lucide/trash";
import TriangleAlert from "~icons/lucide/triangle-alert";
import X from "~icons/lucide/x";
import type { Component } from "svelte";
import type { CheckState } from "./bindings/CheckState";
import type { Icon } from "./bindings/Icon";
import type { PointSign } from "./bindings/PointSign";
import type { Tone } from "./bindings/Tone";

/** What a button does. */
export const icons: Record<Icon, Component> = {
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
  trash: Trash,
  stop: CircleStop,
  swap: ArrowLeftRight,
  save: Download,
  mail: Mail,
  close: X,
};

/** How serious something is: each tone has its own shape. */
export const toneIcons: Record<Tone, Component> = {
  info: Info,
  success: CircleCheck,
  warning: TriangleAlert,
  danger: OctagonAlert,
};

/** The state of a line of the examination: each state has its own shape. */
export const checkIcons: Record<CheckState, Component> = {
  waiting: Circle,
  ok: CircleCheck,
  wrong: CircleX,
  unknown: CircleQuestionMark,
};

/** The sign in front of a point in a list. */
export const pointIcons: Record<Extract<PointSign, string>, Component> = {
  tick: Check,
  cross: X,
  dot: Minus,
};
