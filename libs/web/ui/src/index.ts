export { LinkProvider, UiProvider, ZoneProvider, type LinkComponent, type UiProviderProps } from './ui-provider.js';
export type { Messages } from './text/compiled.js';
export { createText, say, type Say, type TextValue, type TextValues } from './text/text.js';
export { useLanguage, useZone } from './text/locale.js';
export { useNow } from './text/use-now.js';
export { Time, type TimeProps } from './text/time.js';
export { isNewProfileLanguage } from './preferences/profile-language.js';
export { loadFonts } from './theme/fonts.js';
export {
  applyTheme,
  readPreferences,
  startLanguage,
  writePreferences,
  type Preferences,
  type ThemeChoice,
} from './preferences/preferences.js';
export {
  LanguageSwitch,
  ThemeSwitch,
  UseShortcuts,
  type LanguageSwitchProps,
  type ThemeSwitchProps,
} from './preferences/switches.js';

export { CompanySwitch, type CompanySwitchProps } from './layout/company-switch.js';
export { AppShell, SkipLink, type AppShellProps, type NavItem } from './layout/app-shell.js';
export { PageLayout, Panel, type PageLayoutProps, type PanelProps } from './layout/page-layout.js';
export { FullPage, GatePage, type FullPageProps, type GatePageProps } from './layout/full-page.js';
export { Facts, Grid, Row, Stack, Text, type Gap, type RowProps, type TextProps } from './layout/stack.js';
export { Tabs, type Tab, type TabsProps } from './layout/tabs.js';
export { ErrorBoundary } from './layout/error-boundary.js';
export { Link } from './layout/link.js';
export { Logo } from './layout/logo.js';

export { Button, IconButton, type ButtonLook, type ButtonProps, type IconButtonProps } from './forms/button.js';
export type { FieldProps } from './forms/field.js';
export { TextArea, TextField, type TextAreaProps, type TextFieldProps } from './forms/text-field.js';
export { Select, type SelectOption, type SelectProps } from './forms/select.js';
export { SearchSelect, type SearchSelectProps } from './forms/search-select.js';
export { Checkbox, type CheckboxProps } from './forms/checkbox.js';
export { Segments, type SegmentsProps } from './forms/segments.js';

export { Dialog, type DialogProps } from './overlays/dialog.js';
export { ConfirmDialog, type ConfirmDialogProps } from './overlays/confirm-dialog.js';
export { Menu, type MenuEntry, type MenuProps } from './overlays/menu.js';
export { Tooltip, type TooltipProps } from './overlays/tooltip.js';

export { Badge, type BadgeProps, type Tone } from './feedback/badge.js';
export { PriorityBadge, StatusBadge, type TicketPriority, type TicketStatus } from './feedback/ticket-badges.js';
export {
  EmptyState,
  ErrorState,
  NoPermissionState,
  Skeleton,
  type ErrorStateProps,
  type SkeletonProps,
} from './feedback/states.js';
export { Notice, type NoticeProps } from './feedback/notice.js';
export { useToast, type Toast } from './feedback/toast.js';

export { DataTable, type Column, type DataTableProps, type Sort } from './data/data-table.js';
export { Table, type TableProps } from './data/table.js';

export { SlaBadge, type SlaBadgeProps } from './sla/sla-badge.js';
export { DueBadge, type DueBadgeProps } from './sla/due-badge.js';
export { useClockName } from './sla/clock-name.js';
export { slaView, type SlaClock, type SlaView } from './sla/sla-state.js';
export { ClockTimeline, type ClockTimelineProps } from './sla/clock-timeline.js';
export type { LocalText, TimelineCause, TimelineMark, TimelineSegment } from './sla/timeline-data.js';

export { BulletChart, type BulletChartProps, type BulletRow } from './charts/bullet-chart.js';
export { ChartFigure, type ChartFigureProps } from './charts/chart-figure.js';
export { DayStrip, type DayStripProps } from './charts/day-strip.js';
export { KpiTile, type KpiTileProps } from './charts/kpi-tile.js';
export { useWidth } from './charts/use-width.js';
export { TrendChart, type TrendChartProps } from './charts/trend-chart.js';

export { Composer, type Audience, type ComposerProps } from './compose/composer.js';
export { FileDrop, type FileDropProps, type FileItem } from './compose/file-drop.js';

export { useHotkeys, useHotkeySheet, type Hotkey } from './keyboard/hotkeys.js';
export { Kbd } from './keyboard/kbd.js';
export { isComposing } from './keyboard/combo.js';
export { matches } from './keyboard/hangul-search.js';
export { PaletteHost, type PaletteHostProps } from './keyboard/palette-host.js';
export type { Command } from './keyboard/command-palette.js';

export { SignInForm, type SignInFormProps, type SignInInput, type SignInProblem } from './gate/sign-in-form.js';
export { CompanyChoice, type CompanyChoiceProps } from './gate/company-choice.js';
export { HeldPage, type HeldPageProps } from './gate/held-page.js';
export { SignInScene } from './gate/sign-in-scene.js';
export { Banner } from './feedback/banner.js';
export { AccountMenu, type AccountMenuProps } from './layout/account-menu.js';
export { SearchTrigger } from './keyboard/search-trigger.js';

export { FacetMenu, type FacetMenuProps, type FacetValue } from './data/facet-menu.js';
export { Prose } from './prose/prose.js';
export { Conversation, type ConversationMessage, type ConversationProps } from './ticket/conversation.js';
export { badgeClock, isOwed, leadingClock } from './ticket/clocks.js';
export { ClockStack, type ClockStackProps, type StackClock } from './ticket/clock-stack.js';
export { EventList, type EventEntry, type EventListProps } from './ticket/event-list.js';
export { FileAddressProvider, FileLinks, type FileLinksProps, type LinkedFile } from './ticket/file-links.js';

export { FigureTile, useFigureWords, type FigureTileProps, type TileFigure } from './kpi/figure-tile.js';
export { changeOf, type Comparable, type FigureChange, type FigureDirection, type FigureUnit } from './kpi/change.js';
export { periodKeyOf, periodUnitOf, type PeriodUnit } from './kpi/period-key.js';
export { AttainmentPanel } from './kpi/attainment-panel.js';
export { FigureGroups, type FigureGroupsProps } from './kpi/figure-groups.js';
export { FigureNote } from './kpi/figure-note.js';
export { FLOW_FIGURES, FlowSum, type FlowSumProps } from './kpi/flow-sum.js';
export { VolumeBars, type VolumeBarsProps } from './kpi/volume-bars.js';
export { PeriodLine, type PeriodLineProps } from './kpi/period-line.js';
export { PeriodPicker, type PeriodPickerProps } from './kpi/period-picker.js';
export { agreedShares, figureId, type FigureHref, type WholeFigure } from './kpi/whole-figure.js';
