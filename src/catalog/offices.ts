/** 责任股室 as most units have them: what each is asked for. */
export interface OfficeShare {
  readonly id: string
  readonly name: string
  /** Measures by id or by the beginning of it (staff.quota stands for staff.quota.worker too). */
  readonly measures: readonly string[]
  readonly tables: readonly string[]
}

/**
 * Who usually holds which figures (practice.md §2); 财务 is asked for all that is nobody else's. A unit with other offices renames
 * them in the dialog.
 */
export const OFFICES: readonly OfficeShare[] = [
  { id: 'personnel', name: '人事', measures: ['staff', 'unit.offices', 'unit.subordinates', 'unit.rank', 'unit.nature'], tables: [] },
  { id: 'office', name: '办公室', measures: ['threePublic.abroadGroups', 'threePublic.abroadPersons', 'threePublic.receptionBatches', 'threePublic.receptionPersons',
    'threePublic.vehiclesBought', 'threePublic.vehiclesKept', 'unit.duties', 'economy'], tables: [] },
  { id: 'assets', name: '资产采购', measures: ['procurement', 'building'], tables: [] },
  { id: 'business', name: '业务股室', measures: ['satisfaction'], tables: ['outcomes'] },
  { id: 'finance', name: '财务', measures: ['expenditure', 'income', 'balance', 'threePublic', 'operating', 'project', 'economic'], tables: ['projects'] },
]
