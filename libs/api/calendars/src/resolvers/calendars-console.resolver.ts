import { StaffTx, type Tx } from '@daylight/api-database';
import { RequirePermission, type StaffScope } from '@daylight/api-platform';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { holidayRegions } from '../holiday-source.js';
import { calendarTemplate, calendarTemplates, type PageArgs } from '../queries/calendar-templates.js';
import { holidayList, type DateRange } from '../queries/holiday-list.js';
import {
  declareHoliday,
  revokeHoliday,
  type DeclareHolidayInput,
  type RevokeHolidayInput,
} from '../use-cases/record-holiday.js';
import {
  createCalendarTemplate,
  updateCalendarTemplate,
  type UpdateCalendarTemplateInput,
} from '../use-cases/save-calendar-template.js';

/** Service hours and official days, as staff keep them. */
@Resolver()
export class CalendarsConsoleResolver {
  @Query('calendarTemplates')
  @RequirePermission('contract:read')
  calendarTemplates(@StaffTx() tx: Tx<StaffScope>, @Args() args: PageArgs) {
    return calendarTemplates(tx, args);
  }

  @Query('calendarTemplate')
  @RequirePermission('contract:read')
  calendarTemplate(@StaffTx() tx: Tx<StaffScope>, @Args('id') id: string) {
    return calendarTemplate(tx, id);
  }

  @Query('holidayRegions')
  @RequirePermission('contract:read')
  holidayRegions() {
    return holidayRegions();
  }

  @Query('holidayList')
  @RequirePermission('contract:read')
  holidayList(@StaffTx() tx: Tx<StaffScope>, @Args() args: DateRange & { readonly region: string }) {
    return holidayList(tx, args.region, args);
  }

  @Mutation('createCalendarTemplate')
  @RequirePermission('calendar:edit')
  createCalendarTemplate(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: { readonly document: unknown }) {
    return createCalendarTemplate(tx, input);
  }

  @Mutation('updateCalendarTemplate')
  @RequirePermission('calendar:edit')
  updateCalendarTemplate(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: UpdateCalendarTemplateInput) {
    return updateCalendarTemplate(tx, input);
  }

  @Mutation('declareHoliday')
  @RequirePermission('calendar:edit')
  declareHoliday(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: DeclareHolidayInput) {
    return declareHoliday(tx, input);
  }

  @Mutation('revokeHoliday')
  @RequirePermission('calendar:edit')
  revokeHoliday(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: RevokeHolidayInput) {
    return revokeHoliday(tx, input);
  }
}
