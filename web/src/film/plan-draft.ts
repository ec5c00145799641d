import type { OptionValue, Plan, PlanStage, Stage, StageOption } from '../shell/model.ts';

/** A plan that a person is changing, beside the one that is saved. Fires `change`. */
export class PlanDraft extends EventTarget {
  private saved: Plan;
  plan: Plan;

  constructor(readonly stages: Stage[], saved: Plan) {
    super();
    this.saved = saved;
    this.plan = structuredClone(saved);
  }

  /** How many settings differ from the saved plan. */
  get changes(): number {
    const stages = this.stages.reduce((sum, stage) => sum + Number(this.stageDiffers(stage)) + stage.options.filter(option => this.differs(stage, option)).length, 0);
    return stages + Number(this.plan.quality !== this.saved.quality);
  }

  isOn(stage: Stage): boolean { return this.of(this.plan, stage)?.on ?? stage.onByDefault; }

  value(stage: Stage, option: StageOption): OptionValue { return this.of(this.plan, stage)?.options[option.name] ?? option.default; }

  isDefault(stage: Stage, option: StageOption): boolean { return this.value(stage, option) === option.default; }

  differs(stage: Stage, option: StageOption): boolean {
    return this.value(stage, option) !== (this.of(this.saved, stage)?.options[option.name] ?? option.default);
  }

  stageDiffers(stage: Stage): boolean { return this.isOn(stage) !== (this.of(this.saved, stage)?.on ?? stage.onByDefault); }

  set(stage: Stage, option: StageOption, value: OptionValue): void {
    this.own(stage).options[option.name] = value;
    this.changed();
  }

  turn(stage: Stage, on: boolean): void {
    this.own(stage).on = on;
    this.changed();
  }

  set quality(quality: Plan['quality']) {
    this.plan.quality = quality;
    this.changed();
  }

  /** Takes a plan as the saved one; what a person changed is dropped. */
  take(saved: Plan): void {
    this.saved = saved;
    this.plan = structuredClone(saved);
    this.changed();
  }

  private of(plan: Plan, stage: Stage): PlanStage | undefined { return plan.stages.find(one => one.id === stage.id); }

  private own(stage: Stage): PlanStage {
    const known = this.of(this.plan, stage);
    if (known) return known;
    const added: PlanStage = { id: stage.id, on: stage.onByDefault, options: {} };
    this.plan.stages.push(added);
    return added;
  }

  private changed(): void { this.dispatchEvent(new Event('change')); }
}
