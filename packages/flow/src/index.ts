export { type CallerText, hasWords, localize, type Served, servedIn, withWords } from './caller-text.ts';
export { isJsonType, readAnswerBody } from './answer-body.ts';
export { writeFlow } from './canonical.ts';
export { parseExactly } from './exact-json.ts';
export {
  type Background,
  type CallFacts,
  type Category,
  categories,
  type CommandRequest,
  type Decision,
  type DraftParams,
  end,
  type End,
  type EnterFlow,
  type Exit,
  type HandledOutcome,
  leave,
  type Leave,
  type NodeContext,
  type NodeDefinition,
  type NodeEvent,
  type Output,
  ownEvents,
  type ParameterComplaint,
  type Return,
  type Stop,
  wait,
  type Wait,
  type Writes,
} from './definition.ts';
export {
  type Change,
  type ChangeSentence,
  type Conflict,
  type ConflictWords,
  diffFlows,
  type FlowDiff,
  type FlowMerge,
  isSame,
  mergeFlows,
  nameIn,
  same,
  sayChanges,
  sayConflict,
  type Side,
} from './diff/index.ts';
export { type PublishableFlow, toPublishable } from './document.ts';
export type { CarrierEvent } from './event.ts';
export { parseFlowReference } from './flow-reference.ts';
export {
  type ConditionOperator,
  conditionOperators,
  type ConditionRow,
  type ConditionValue,
  readCondition,
  standsAlone,
  writeCondition,
} from './expressions/condition-rows.ts';
export {
  createWork,
  sharedWork,
  sizeOf,
  type TemplateScope,
  type Work,
} from './expressions/bounded-context.ts';
export { changedSecret, secretMark } from './expressions/changed-secret.ts';
export { limits } from './expressions/limits.ts';
export { isWithheld } from './shown-number.ts';
export { conditionComplaint, holds, variablesOfCondition } from './expressions/conditions.ts';
export { type SpokenFilter, spokenFilterList } from './expressions/spoken-filters.ts';
export { isTimeZone, timeZoneOf } from './time-zone.ts';
export {
  isTemplate,
  render,
  renderValue,
  templateComplaint,
  TemplateError,
  variablesOf,
} from './expressions/templates.ts';
export { callFields, isRoot, rootsInWords } from './expressions/roots.ts';
export { createFallbacks, type Fallback } from './fallbacks.ts';
export {
  blankOf,
  type ChoiceControl,
  type Control,
  type Field,
  fieldsOf,
  type FlowControl,
  groupFields,
  type GroupOfFields,
  type HoursControl,
  type ListControl,
  type NumberControl,
  type ObjectControl,
  type Option,
  type RecordControl,
  type SpokenText,
  spokenTexts,
  type TextControl,
  type UnionControl,
  type UnionOption,
  type Variant,
  type VariantControl,
} from './form/index.ts';
export { type Handed, inputDefaults, takeInputs, takeOutputs } from './handed-values.ts';
export {
  type Closure,
  type Holiday,
  type Hours,
  hoursSchema,
  readableHours,
  type HoursStanding,
  type HoursState,
  instantIn,
  type Interval,
  inWords,
  isoIn,
  isOvernight,
  stateAt,
  stateTitles,
  usualHours,
  type Weekday,
  weekdays,
  weekInWords,
} from './hours/index.ts';
export {
  DEEPEST,
  isJsonObject,
  type Json,
  type JsonObject,
  texts,
  tooDeepAt,
  tooDeepComplaint,
} from './json.ts';
export { type JsonTextReading, readJson, withLine } from './json-text.ts';
export { flowJsonSchema } from './json-schema.ts';
export { GRID, type Position, positionOf, toGrid } from './layout.ts';
export { definitionOf, definitions, type NodeType } from './nodes/index.ts';
export { DEFAULT_VOICE } from './nodes/parts/voice.ts';
export { flowProblems, nodeProblems } from './parameters.ts';
export { describeProblem, type Problem, type Severity } from './problem.ts';
export { parseFlow, type Reading, readFlow, readRunnable } from './reading.ts';
export {
  freeId,
  type Renaming,
  renameReads,
  renameReferences,
} from './references.ts';
export { resourceComplaint, resourceValueSchemas } from './resource-values.ts';
export {
  FORMAT,
  type Flow,
  type FlowNode,
  type FlowSettings,
  idSchema,
  type ResourceType,
  resourceTypes,
  type RunnableFlow,
  type Subflows,
  type ValueType,
  valueTypes,
  withSubflows,
} from './schema.ts';
